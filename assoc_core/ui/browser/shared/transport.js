// The transport: play, pause, step, scrub, keys. Frames are shown here and never cause a rerun.
// What it drives extends it: it has `last`, its largest tick, `at(tick)`, `render()`, `loaded`,
// whether there is anything to show, and may have `crawl(0)`, for slow motion.

import { say } from "./say.js";

export const TOTAL = 5000; // ms that it takes to play everything at normal speed
const TICK_TIMES = [8, 500]; // ms a tick at least and at most

export class Transport {
  constructor(root) {
    this.root = root;
    this.find = (selector) => this.root.querySelector(selector);
    this.part = (testid) => this.find(`[data-testid="${testid}"]`);
    this.listenToBar();
  }

  listenToBar() {
    const acts = {
      first: () => this.show(0),
      "step-back": () => this.show(this.tick - 1),
      play: () => (this.playing ? this.pause() : this.play()),
      "step-forward": () => this.show(this.tick + 1),
      last: () => this.show(this.last),
      "copy-link": () => this.copyLink(),
    };
    for (const [testid, act] of Object.entries(acts)) this.part(testid).onclick = act;
    this.part("scrub").oninput = (event) => this.show(Number(event.target.value));
    this.part("speed").onchange = () => {
      if (!this.playing) return;
      this.pause();
      this.play();
    };
    this.root.onkeydown = (event) => this.key(event);
  }

  play() {
    this.asked = true;
    if (this.tick === this.last) this.goTo(0);
    const speed = Number(this.part("speed").value);
    if (speed) this.run(speed);
    else this.crawl(0);
    this.render();
  }

  run(speed) {
    const from = this.moment(this.tick);
    const pace = this.pace() / speed;
    let began;
    const frame = (now) => {
      began ??= now;
      const moment = from + (now - began) / pace;
      this.goTo(this.tickAt(moment));
      this.now = Math.min(moment, this.moment(this.last)); // on the way to the next tick
      if (this.tick === this.last) this.pause();
      else this.playing = requestAnimationFrame(frame);
      this.render();
    };
    this.playing = requestAnimationFrame(frame);
  }

  // When a tick comes, on a clock that runs evenly, and which is the latest to have come.
  moment(tick) {
    return tick;
  }

  tickAt(moment) {
    return Math.floor(moment);
  }

  // ms from one moment to the next.
  pace() {
    const [shortest, longest] = TICK_TIMES;
    return Math.min(longest, Math.max(shortest, TOTAL / this.last));
  }

  pause() {
    cancelAnimationFrame(this.playing);
    this.playing = undefined;
    if (this.loaded) this.render();
  }

  goTo(tick) {
    this.tick = Math.max(0, Math.min(this.last, tick));
    this.now = this.moment(this.tick);
    this.at(this.tick);
  }

  show(tick) {
    this.goTo(tick);
    this.pause();
  }

  renderTransport() {
    this.part("play").textContent = say(this.playing ? "transport.pause" : "transport.play");
    this.part("scrub").value = this.tick;
    for (const testid of ["first", "step-back"]) this.part(testid).disabled = this.tick === 0;
    for (const testid of ["step-forward", "last"]) {
      this.part(testid).disabled = this.tick === this.last;
    }
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const acts = {
      " ": () => this.part("play").click(),
      ArrowLeft: () => this.show(this.tick - 1),
      ArrowRight: () => this.show(this.tick + 1),
      Home: () => this.show(0),
      End: () => this.show(this.last),
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
      this.part("copy-link").textContent = say("transport.copied");
    } catch {
      // Browsers give a page without https no clipboard: show the link to copy it by hand.
      prompt(say("transport.by_hand"), location.href);
    }
  }
}
