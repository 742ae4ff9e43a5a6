// The transport: play, pause, step, scrub. Frames are shown here and never cause a rerun.

const WHOLE_RECALL = 5000; // ms that a recall takes to play at normal speed
const STEP_TIMES = [8, 500]; // ms a step at least and at most
const PHASE_TIME = 600; // ms for each part of a step in slow motion
const WALKS = { flip: "by flip", sweep: "by sweep", neuron: "by pixel" };

class Player {
  constructor(shadow) {
    this.root = shadow.querySelector(".player");
    this.find = (selector) => this.root.querySelector(selector);
    this.part = (testid) => this.find(`[data-testid="${testid}"]`);
    this.tabs = new Tabs(this.root, () => this.replay && this.render());
    this.why = new Why(this.find(".why"));
    this.race = new Race(this.find(".race"));
    this.gallery = new Gallery(this.part("gallery"));
    this.prediction = new Prediction(this.find(".prediction"), () => this.render());
    this.listen();
  }

  listen() {
    const acts = {
      first: () => this.show(0),
      "step-back": () => this.show(this.tick - 1),
      play: () => (this.playing ? this.pause() : this.play()),
      "step-forward": () => this.show(this.tick + 1),
      last: () => this.show(this.stops.length - 1),
      "copy-link": () => this.copyLink(),
      keep: () => this.gallery.keep(this.replay.state, this.caption()),
      save: () => savePicture(this.find(".state"), `state-${this.replay.step}.png`),
      reveal: () => this.reveal(),
    };
    for (const [testid, act] of Object.entries(acts)) this.part(testid).onclick = act;
    this.part("scrub").oninput = (event) => this.show(Number(event.target.value));
    this.part("walk").onchange = (event) => this.walkBy(event.target.value);
    this.part("speed").onchange = () => {
      if (!this.playing) return;
      this.pause();
      this.play();
    };
    this.part("mark-wrong").onchange = () => this.render();
    this.root.onkeydown = (event) => this.key(event);
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
    this.part("scrub").max = this.stops.length - 1;
    this.show(Math.max(0, this.stops.findLastIndex((stop) => stop.step <= step)));
  }

  play() {
    this.asked = true;
    const last = this.stops.length - 1;
    if (this.tick === last) this.goTo(0);
    const speed = Number(this.part("speed").value);
    if (speed) this.run(this.tick, last, speed);
    else this.crawl(0);
    this.render();
  }

  run(from, last, speed) {
    const [shortest, longest] = STEP_TIMES;
    const pace = Math.min(longest, Math.max(shortest, WHOLE_RECALL / last)) / speed;
    let began;
    const frame = (now) => {
      began ??= now;
      this.goTo(Math.min(last, from + Math.floor((now - began) / pace)));
      if (this.tick === last) this.pause();
      else this.playing = requestAnimationFrame(frame);
      this.render();
    };
    this.playing = requestAnimationFrame(frame);
  }

  // Slow motion: each step in its parts; the state changes at the last but one.
  crawl(phase) {
    const last = this.stops.length - 1;
    if (phase === 0) {
      if (this.tick === last) return this.pause();
      this.parts = stepParts(this.replay, this.stops[this.tick], this.stops[this.tick + 1]);
    }
    this.saidPart = this.parts[phase];
    if (phase === this.parts.length - 2) this.goTo(this.tick + 1);
    this.playing = true;
    this.crawling = setTimeout(() => this.crawl((phase + 1) % this.parts.length), PHASE_TIME);
    this.render();
  }

  pause() {
    cancelAnimationFrame(this.playing);
    clearTimeout(this.crawling);
    this.playing = this.saidPart = undefined;
    if (this.replay) this.render();
  }

  goTo(tick) {
    this.tick = Math.max(0, Math.min(this.stops.length - 1, tick));
    this.replay.go(this.stops[this.tick].step);
  }

  show(tick) {
    this.goTo(tick);
    this.pause();
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

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const acts = {
      " ": () => this.part("play").click(),
      ArrowLeft: () => this.show(this.tick - 1),
      ArrowRight: () => this.show(this.tick + 1),
      Home: () => this.show(0),
      End: () => this.show(this.stops.length - 1),
    };
    const target = event.composedPath()[0];
    const own = target.tagName === "SELECT" || target.type === "checkbox";
    const pressed = event.key === " " && target.tagName === "BUTTON";
    if (!acts[event.key] || own || pressed) return;
    event.preventDefault();
    acts[event.key]();
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.part("copy-link").textContent = "Copied";
    } catch {
      // Browsers give a page without https no clipboard: show the link to copy it by hand.
      prompt("The link to this recall:", location.href);
    }
  }
}
