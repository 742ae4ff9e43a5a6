// The lanes of a race, driven by one transport on one clock.

class Lanes extends Transport {
  constructor(shadow) {
    super(shadow);
    this.part("clock").onchange = (event) => {
      this.useClock(event.target.value);
      this.setStateValue("clock", event.target.value);
    };
    this.part("mark-wrong").onchange = () => this.render();
    this.part("reveal").onclick = () => this.reveal();
  }

  load(data) {
    if (this.data?.id !== data.id) this.begin(data);
    this.data = data;
    if (this.clock.kind !== data.clock) this.useClock(data.clock);
    this.find(".computed").textContent = data.computed;
    this.part("copy-link").textContent = "Copy link";
    this.root.classList.toggle("projector", data.projector);
    this.find(".accounts").hidden = data.hidden.includes("side");
    this.root.dataset.ready = "true";
    this.render();
  }

  begin(data) {
    this.pause();
    const all = data.lanes.map((lane) =>
      lane.refusal ? new Refusal(this.root, lane) : new Lane(this.root, lane, () => this.render()),
    );
    this.lanes = all.filter((lane) => lane instanceof Lane);
    this.find(".lanes").replaceChildren(...all.map(({ item }) => item));
    this.find(".accounts").replaceChildren(...all.map(({ account }) => account));
    this.root.style.setProperty("--lanes", all.length);
    this.hasTarget = this.lanes.some((lane) => lane.data.target !== null);
    this.asked = this.walked = this.revealed = false;
    this.revealedAt = undefined;
    this.data = data;
    this.tick = 0;
    this.clock = undefined;
    this.useClock(data.clock);
  }

  // Another clock, at the place of the lane that takes most steps.
  useClock(kind) {
    const steps = this.lanes.map((lane) => lane.replay.steps);
    const longest = steps.indexOf(Math.max(...steps));
    const before = this.clock;
    this.clock = new Clock(kind, this.lanes.map((lane) => lane.data));
    const atEnd = before && this.tick === before.last;
    const step = this.lanes[longest]?.replay.step ?? 0;
    this.part("clock").value = kind;
    this.part("scrub").max = this.last;
    this.root.dataset.ticks = this.last;
    this.root.dataset.clock = kind;
    this.show(atEnd ? this.last : step && this.clock.tickOf(longest, step));
  }

  get loaded() {
    return this.clock !== undefined;
  }

  get last() {
    return this.clock.last;
  }

  at(tick) {
    this.lanes.forEach((lane, k) => lane.replay.go(this.clock.stepOf(k, tick)));
  }

  moment(tick) {
    return this.clock.moments[tick];
  }

  tickAt(moment) {
    return this.clock.tickAt(moment);
  }

  pace() {
    return this.clock.kind === "step" ? super.pace() : WHOLE / (this.clock.end || 1);
  }

  reveal() {
    this.revealed = true;
    this.revealedAt = this.tick;
    this.render();
  }

  // A lane's ending is told when it has arrived; at the projector when the teacher asks for it.
  tell(lane, k) {
    const arrived = this.clock.hasArrived(k, this.tick) && (this.tick > 0 || this.asked);
    lane.revealed ||= this.revealed || (arrived && !this.data.projector);
    return { arrived, told: lane.revealed && (arrived || this.tick === this.revealedAt) };
  }

  render() {
    this.walked ||= this.tick > 0;
    const { data } = this;
    const guessing = data.predict && this.hasTarget && !this.walked && !this.revealed;
    const guesses = this.lanes.some((lane) => lane.guessed);
    const marks = this.part("mark-wrong").checked;
    this.lanes.forEach((lane, k) => {
      const share = this.clock.share(k, this.now);
      lane.render({ share, ...this.tell(lane, k), guessing, guesses, marks });
    });
    this.find(".invitation").textContent = this.walked ? "" : data.invitation[guessing ? "guess" : "watch"];
    this.find(".wrong").hidden = !this.hasTarget;
    this.part("reveal").hidden = !data.projector || this.revealed;
    this.renderBar();
    this.describe();
  }

  renderBar() {
    const { clock } = this;
    const [now, end] = [this.now, clock.end].map((moment) => number(Math.floor(moment), 0));
    const work = clock.kind === "work";
    this.find(".where").textContent = work ? `${now} of ${end} multiplications` : `step ${now} of ${end}`;
    this.root.dataset.tick = this.tick;
    this.renderTransport();
  }

  describe() {
    const text = this.lanes.map((lane) => `${lane.data.racer}: ${lane.telling()}`).join(". ");
    clearTimeout(this.saying);
    const say = () => {
      this.said = performance.now();
      this.find(".live").textContent = text;
    };
    this.saying = setTimeout(say, Math.max(0, (this.said ?? -1000) + 1000 - performance.now()));
  }
}
