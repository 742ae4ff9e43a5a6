// The one clock of a race: its moments, and where each lane is at each of them. Pure.

// A lane's timetable: `times[step]`, when it comes to each step, and `end`, when it has arrived.
const TIMETABLES = {
  step: ({ work }) => ({ times: work.map((_, step) => step), end: work.length - 1 }),
  work: ({ work, total }) => ({ times: work, end: total }),
};

export class Clock {
  constructor(kind, lanes) {
    this.kind = kind;
    this.tables = lanes.map(TIMETABLES[kind]);
    const all = this.tables.flatMap(({ times, end }) => [...times, end]);
    this.moments = [...new Set([0, ...all])].toSorted((a, b) => a - b);
  }

  get last() {
    return this.moments.length - 1;
  }

  get end() {
    return this.moments[this.last];
  }

  // The latest tick whose moment has come.
  tickAt(moment) {
    return lastBelow(this.moments, moment);
  }

  stepOf(lane, tick) {
    return lastBelow(this.tables[lane].times, this.moments[tick]);
  }

  hasArrived(lane, tick) {
    return this.moments[tick] >= this.tables[lane].end;
  }

  // How far a lane is on its way, 0 to 1.
  share(lane, moment) {
    const { end } = this.tables[lane];
    return end ? Math.min(1, moment / end) : 1;
  }

  // The first tick at which a lane is at a step.
  tickOf(lane, step) {
    return this.moments.indexOf(this.tables[lane].times[step]);
  }
}

// The place of the last of ascending values that is not above another value.
function lastBelow(values, value) {
  let [low, high] = [0, values.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle] <= value) low = middle;
    else high = middle;
  }
  return low;
}
