// The transport: play, pause, step, scrub. Frames are shown here and never cause a rerun.

const WHOLE_RECALL = 5000; // ms that a recall takes to play at normal speed
const STEP_TIMES = [8, 500]; // ms a step at least and at most
const MINUS = "\u2212";
const number = (value, digits) =>
  value
    .toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replace("-", MINUS);

class Player {
  constructor(shadow) {
    this.root = shadow.querySelector(".player");
    this.find = (selector) => this.root.querySelector(selector);
    this.part = (testid) => this.find(`[data-testid="${testid}"]`);
    this.on("first", () => this.show(0));
    this.on("step-back", () => this.show(this.replay.step - 1));
    this.on("play", () => (this.playing ? this.pause() : this.play()));
    this.on("step-forward", () => this.show(this.replay.step + 1));
    this.on("last", () => this.show(this.replay.steps));
    this.on("copy-link", () => this.copyLink());
    this.part("scrub").oninput = (event) => this.show(Number(event.target.value));
    this.root.onkeydown = (event) => this.key(event);
    const curve = this.find("svg");
    curve.onpointerdown = (event) => this.drag(event, curve);
    curve.onpointermove = (event) => event.buttons && this.drag(event, curve);
  }

  on(testid, act) {
    this.part(testid).onclick = act;
  }

  load(data) {
    if (this.replay?.data.id === data.id) return;
    this.pause();
    this.replay = new Replay(data);
    this.revealed = this.asked = false;
    this.points = curvePoints(data.curve);
    this.find(".line").setAttribute("d", curvePath(this.points));
    this.find(".curve-name").textContent = data.curveName;
    this.find(".wall-name").textContent = `${data.labels.length} stored digits`;
    this.part("scrub").max = this.replay.steps;
    this.part("copy-link").textContent = "Copy link";
    this.find(".computed").textContent = data.computed;
    buildWall(this.find(".digits"), this.replay);
    this.root.dataset.steps = this.replay.steps;
    this.render();
    this.root.dataset.ready = "true";
  }

  play() {
    this.asked = true;
    if (this.replay.step === this.replay.steps) this.replay.go(0);
    const [shortest, longest] = STEP_TIMES;
    const pace = Math.min(longest, Math.max(shortest, WHOLE_RECALL / this.replay.steps));
    const from = this.replay.step;
    let began;
    const frame = (now) => {
      began ??= now;
      const speed = Number(this.part("speed").value);
      const step = from + Math.floor(((now - began) * speed) / pace);
      if (step !== this.replay.step) this.replay.go(step);
      if (this.replay.step === this.replay.steps) this.pause();
      else this.playing = requestAnimationFrame(frame);
      this.render();
    };
    this.playing = requestAnimationFrame(frame);
    this.render();
  }

  pause() {
    cancelAnimationFrame(this.playing);
    this.playing = undefined;
  }

  show(step) {
    this.pause();
    this.replay.go(step);
    this.render();
  }

  drag(event, curve) {
    const { left, width } = curve.getBoundingClientRect();
    this.show(Math.round(((event.clientX - left) / width) * this.replay.steps));
  }

  key(event) {
    const act = {
      " ": () => this.part("play").click(),
      ArrowLeft: () => this.show(this.replay.step - 1),
      ArrowRight: () => this.show(this.replay.step + 1),
      Home: () => this.show(0),
      End: () => this.show(this.replay.steps),
    }[event.key];
    const target = event.composedPath()[0];
    const ownKey = target.tagName === "SELECT" || (event.key === " " && target.tagName === "BUTTON");
    if (!act || ownKey) return;
    event.preventDefault();
    act();
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

  render() {
    const { replay } = this;
    const overlaps = replay.overlaps();
    const nearest = overlaps.indexOf(Math.max(...overlaps));
    paint(this.find(".state"), replay.state, replay.shades());
    outline(this.find(".marks"), replay.data.step === "flip" ? replay.changed() : []);
    lightWall(this.find(".digits"), replay.lights(overlaps));
    this.find(".nearest").textContent =
      `closest: ${named(replay, nearest)} · overlap ${number(overlaps[nearest], 3)}`;
    this.renderCurve();
    this.renderBar();
    this.renderEnding();
    this.describe(nearest);
  }

  renderCurve() {
    const { data, step } = this.replay;
    const [x, y] = this.points[step];
    this.find(".cursor").setAttribute("x1", x);
    this.find(".cursor").setAttribute("x2", x);
    this.find(".dot").style.left = `${x / 4}%`;
    this.find(".dot").style.top = `${y / 0.8}%`;
    const digits = data.curve.every(Number.isInteger) ? 0 : 2;
    const change = step ? data.curve[step] - data.curve[step - 1] : 0;
    this.find(".value").textContent =
      number(data.curve[step], digits) + (step ? `, this ${data.step} ${number(change, digits)}` : "");
  }

  renderBar() {
    const { data, step, steps } = this.replay;
    const sweep = data.step === "flip" && step ? ` · sweep ${data.sweeps[step]}` : "";
    this.find(".where").textContent = `${data.step} ${step} of ${steps}${sweep}`;
    this.part("play").textContent = this.playing ? "Pause" : "Play";
    this.part("scrub").value = step;
    for (const testid of ["first", "step-back"]) this.part(testid).disabled = step === 0;
    for (const testid of ["step-forward", "last"]) this.part(testid).disabled = step === steps;
  }

  // The ending stays hidden until the recall has been walked to its end once.
  renderEnding() {
    const { data, step, steps } = this.replay;
    this.revealed ||= step === steps && (steps > 0 || this.asked);
    this.find(".title").textContent = this.revealed ? data.title : "";
    this.find(".sentence").textContent = this.revealed
      ? data.sentence
      : step
        ? this.onTheWay()
        : data.invitation;
    Object.assign(this.root.dataset, {
      step,
      energy: data.energy ? data.energy[step] : "",
      state: this.replay.text(),
      verdict: this.revealed ? data.verdict : "",
    });
  }

  onTheWay() {
    const { data } = this.replay;
    if (data.target === null) return "";
    return `${this.replay.different(data.target)} of ${N} pixels differ from ${named(this.replay, data.target)}.`;
  }

  describe(nearest) {
    const { data, step, steps } = this.replay;
    const wrong = data.target === null ? "" : `, ${this.replay.different(data.target)} pixels wrong`;
    const text = `${data.step} ${step} of ${steps}${wrong}, closest ${named(this.replay, nearest)}`;
    this.find(".state").setAttribute("aria-label", `The state at ${text}`);
    clearTimeout(this.saying);
    const say = () => {
      this.said = performance.now();
      this.find(".live").textContent = this.revealed ? `${text}. ${data.title}` : text;
    };
    this.saying = setTimeout(say, Math.max(0, (this.said ?? -1000) + 1000 - performance.now()));
  }
}

const players = new WeakMap(); // the element's shadow root -> its Player, kept over reruns

export default function ({ data, parentElement }) {
  if (!players.has(parentElement)) players.set(parentElement, new Player(parentElement));
  const player = players.get(parentElement);
  player.load(data);
  return () => player.pause();
}
