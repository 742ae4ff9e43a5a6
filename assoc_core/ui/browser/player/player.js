// The Recall player: one recall, its walks, and the questions about it.

const PHASE_TIME = 600; // ms for each part of a step in slow motion
const WALKS = { flip: "by flip", sweep: "by sweep", neuron: "by pixel" };

class Player extends Transport {
  constructor(shadow) {
    super(shadow);
    this.tabs = new Tabs(this.root, () => this.replay && this.render());
    this.why = new Why(this.find(".why"));
    this.race = new Race(this.find(".race"));
    this.gallery = new Gallery(this.part("gallery"));
    this.prediction = new Prediction(this.find(".prediction"), () => this.render());
    this.listen();
  }

  listen() {
    const acts = {
      keep: () => this.gallery.keep(this.replay.state, this.caption()),
      save: () => savePicture(this.find(".state"), `state-${this.replay.step}.png`),
      reveal: () => this.reveal(),
    };
    for (const [testid, act] of Object.entries(acts)) this.part(testid).onclick = act;
    this.part("walk").onchange = (event) => this.walkBy(event.target.value);
    this.part("mark-wrong").onchange = () => this.render();
    const curve = this.find("svg");
    curve.onpointerdown = (event) => {
      curve.setPointerCapture(event.pointerId);
      this.drag(event, curve);
    };
    curve.onpointermove = (event) => {
      if (curve.hasPointerCapture(event.pointerId)) this.drag(event, curve);
    };
    const choose = (unit) => this.ask(unit);
    new PixelCursor(this.part("picture"), choose, (unit) => this.tell(unit));
  }

  load(data) {
    this.find(".computed").textContent = data.computed;
    this.find(".likeness").textContent = data.likeness;
    this.part("copy-link").textContent = "Copy link";
    this.why.load(data);
    const first = !this.replay;
    if (this.replay?.data.id !== data.id) this.begin(data);
    this.replay.data = data;
    if (first && data.why) this.tabs.open("why");
    this.root.classList.toggle("projector", data.projector);
    for (const part of ["side", "curve"]) this.find(`.${part}`).hidden = data.hidden.includes(part);
    this.root.dataset.ready = "true";
    this.render();
  }

  begin(data) {
    this.pause();
    this.replay = new Replay(data);
    this.revealed = this.asked = false;
    this.revealedAt = undefined;
    this.prediction.load(data);
    this.points = curvePoints(data.curve);
    this.find(".line").setAttribute("d", curvePath(this.points));
    this.find(".curve-name").textContent = data.curveName;
    this.find("[data-tab=wall]").textContent = `${data.labels.length} stored digits`;
    this.wall = new Wall(this.find(".digits"), this.replay, (index) => this.compare(index));
    this.why.begin();
    this.tabs.offer("race", RACES[data.kind]);
    Object.assign(this.root.dataset, { recall: data.id, steps: this.replay.steps });
    this.offerWalks(data);
  }

  offerWalks(data) {
    const walks = ["flip", ...(data.inSweeps ? ["sweep"] : []), ...(data.orders ? ["neuron"] : [])];
    const select = this.part("walk");
    select.hidden = walks.length === 1;
    const chosen = walks.includes(select.value) ? select.value : "flip";
    select.replaceChildren(...walks.map((walk) => new Option(WALKS[walk], walk)));
    this.tick = 0;
    this.walkBy(chosen);
    select.value = chosen;
  }

  walkBy(walk) {
    const { step } = this.replay;
    this.stops = this.replay.stops(walk);
    this.part("scrub").max = this.last;
    this.show(Math.max(0, this.stops.findLastIndex((stop) => stop.step <= step)));
  }

  get loaded() {
    return this.replay !== undefined;
  }

  get last() {
    return this.stops.length - 1;
  }

  at(tick) {
    this.replay.go(this.stops[tick].step);
  }

  // Slow motion: each step in its parts; the state changes at the last but one.
  crawl(phase) {
    if (phase === 0) {
      if (this.tick === this.last) return this.pause();
      this.parts = stepParts(this.replay, this.stops[this.tick], this.stops[this.tick + 1]);
    }
    this.saidPart = this.parts[phase];
    if (phase === this.parts.length - 2) this.goTo(this.tick + 1);
    this.playing = true;
    this.crawling = setTimeout(() => this.crawl((phase + 1) % this.parts.length), PHASE_TIME);
    this.render();
  }

  pause() {
    clearTimeout(this.crawling);
    this.saidPart = undefined;
    super.pause();
  }

  drag(event, curve) {
    const { left, width } = curve.getBoundingClientRect();
    const step = Math.round(((event.clientX - left) / width) * this.replay.steps);
    this.show(this.stops.findIndex((stop) => stop.step >= step));
  }

  // Weights come from the server, once for each pixel asked about; a race has none to ask for.
  ask(unit) {
    if (this.replay.data.kind === "race") return this.compare(this.replay.nearest());
    this.why.digit = null;
    this.setStateValue("unit", unit);
    this.openWhy();
  }

  openWhy() {
    this.tabs.open("why");
    this.find(".side").scrollIntoView({ block: "nearest" }); // on a phone it is below the fold
  }

  compare(index) {
    this.why.digit = index;
    this.openWhy();
  }

  // For those who do not see where the cursor is.
  tell(unit) {
    const value = ["black", "unknown", "white"][Math.round(this.replay.state[unit]) + 1];
    this.find(".live").textContent = `pixel ${place(unit)}, ${value}`;
  }

  reveal() {
    this.revealed = true;
    this.revealedAt = this.replay.step;
    this.prediction.reveal();
    this.render();
  }
}
