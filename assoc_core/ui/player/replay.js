// A recall as the page got it: which state, which overlaps, at which step. Pure; draws nothing.

const N = 784;

class Replay {
  constructor(data) {
    this.data = data;
    this.steps = data.changes.length;
    this.patterns = unpack(data.patterns, data.labels.length);
    this.state = Int8Array.from(data.start, (sign) => "-0+".indexOf(sign) - 1);
    this.start = this.state.slice();
    this.step = 0;
  }

  go(step) {
    step = Math.max(0, Math.min(this.steps, step));
    if (step < this.step) {
      this.state.set(this.start);
      this.step = 0;
    }
    while (this.step < step) {
      for (const change of this.data.changes[this.step]) {
        this.state[Math.floor(change / 3)] = (change % 3) - 1;
      }
      this.step += 1;
    }
  }

  // The units that the step to the shown state has changed.
  changed() {
    const changes = this.step ? this.data.changes[this.step - 1] : [];
    return changes.map((change) => Math.floor(change / 3));
  }

  // In a race: what the active units say of each pixel, weighted by their activity, -1 to +1.
  shades() {
    if (!this.data.activity) return null;
    const [units, shares] = this.data.activity[this.step];
    const sums = new Float64Array(N);
    let total = 0;
    units.forEach((unit, k) => {
      total += shares[k];
      for (let i = 0; i < N; i++) sums[i] += shares[k] * this.patterns[unit][i];
    });
    return total ? sums.map((sum) => sum / total) : sums;
  }

  overlaps() {
    return this.patterns.map((pattern) => dot(pattern, this.state) / N);
  }

  // How much the network thinks of each memory now, 0 to 1: in a race the share of the leader's
  // activity, else how far the overlap stands out from the median one.
  lights(overlaps) {
    if (this.data.activity) {
      const lights = overlaps.map(() => 0);
      const [units, shares] = this.data.activity[this.step];
      units.forEach((unit, k) => (lights[unit] = shares[k]));
      return lights;
    }
    const median = [...overlaps].sort((a, b) => a - b)[overlaps.length >> 1];
    return overlaps.map((m) => Math.max(0, (m - median) / (1 - median || 1)));
  }

  text() {
    return Array.from(this.state, (value) => "-0+"[value + 1]).join("");
  }

  different(index) {
    let n = 0;
    for (let i = 0; i < N; i++) n += this.state[i] !== this.patterns[index][i];
    return n;
  }
}

function unpack(base64, n) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bit = (k, i) => (bytes[k * (N / 8) + (i >> 3)] >> (7 - (i & 7))) & 1;
  return Array.from({ length: n }, (_, k) => Int8Array.from({ length: N }, (_, i) => 2 * bit(k, i) - 1));
}

function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < N; i++) sum += a[i] * b[i];
  return sum;
}
