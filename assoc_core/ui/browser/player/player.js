// The Recall player: one recall, its walks, and the questions about it.

import { computed, ofStored } from "../shared/computed.js";
import { savePicture } from "../shared/drawing.js";
import { shows } from "../shared/entry.js";
import { Live } from "../shared/live.js";
import { Replay } from "../shared/replay.js";
import { say, where } from "../shared/say.js";
import { Transport } from "../shared/transport.js";
import { Curve } from "./curve.js";
import { Outcome } from "./outcome.js";
import { Picture } from "./picture.js";
import { Race } from "./race.js";
import { Gallery, Tabs, Wall } from "./side.js";
import { partsOf } from "./slow.js";
import { closest, described, pixel } from "./telling.js";
import { offerWalks } from "./walk.js";
import { Why } from "./why.js";

const PART_TIME = 600; // ms for each part of a step in slow motion

export class Player extends Transport {
  constructor(place) {
    super(place.querySelector(".player"));
    this.tabs = new Tabs(this.root, () => this.loaded && this.render());
    this.why = new Why(this.find(".panel.why"));
    this.race = new Race(this.find(".panel.race"));
    this.gallery = new Gallery(this.part("gallery"));
    this.live = new Live(this.find(".live"));
    this.outcome = new Outcome(this.find(".ending"), () => this.render());
    this.curve = new Curve(this.find(".curve"), (share) => this.seek(share));
    const tell = (unit) => this.live.sayNow(pixel(this.replay, unit));
    this.picture = new Picture(this.part("picture"), (unit) => this.ask(unit), tell);
    this.listen();
  }

  listen() {
    const acts = {
      keep: () => this.gallery.keep(this.replay.state, this.outcome.told ?? where(this.replay)),
      save: () => savePicture(this.find(".state"), `state-${this.replay.step}.png`),
      reveal: () => this.reveal(),
    };
    for (const [testid, act] of Object.entries(acts)) this.part(testid).onclick = act;
    this.part("walk").onchange = (event) => this.walkBy(event.target.value);
    this.part("mark-wrong").onchange = () => this.render();
  }

  // `data` says what is shown, and how; the recall in it is text, read only when it is another one.
  load(data) {
    const first = !this.loaded;
    this.shown = data;
    this.find(".computed").textContent = computed(data.computed);
    this.find(".likeness").textContent = ofStored(data);
    this.part("copy-link").textContent = say("transport.copy");
    this.why.load(data.why);
    if (this.id !== data.id) this.begin(data.id, JSON.parse(data.recall));
    if (first && data.why) this.tabs.open("why");
    this.root.classList.toggle("projector", data.projector);
    for (const part of ["side", "curve"]) this.find(`.${part}`).hidden = data.hidden.includes(part);
    this.root.dataset.ready = "true";
    this.render();
  }

  begin(id, recall) {
    this.pause();
    this.id = id;
    this.replay = new Replay(recall);
    this.asked = false;
    this.outcome.begin(id, recall);
    this.curve.begin(recall);
    this.wall = new Wall(this.find(".digits"), this.replay, (index) => this.compare(index));
    this.find("[data-tab=wall]").textContent = this.wall.title;
    this.why.begin();
    this.tabs.offer("race", recall.activity ? say(["tabs", recall.kind]) : null);
    Object.assign(this.root.dataset, { recall: id, steps: this.replay.steps });
    this.tick = 0;
    this.walkBy(offerWalks(this.part("walk"), recall));
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
    if (phase === 0 && this.tick === this.last) {
      this.pause();
      return;
    }
    if (phase === 0) {
      this.parts = partsOf(this.replay, this.stops[this.tick], this.stops[this.tick + 1]);
    }
    this.slow = this.parts[phase];
    if (phase === this.parts.length - 2) this.goTo(this.tick + 1);
    this.playing = true;
    this.crawling = setTimeout(() => this.crawl((phase + 1) % this.parts.length), PART_TIME);
    this.render();
  }

  pause() {
    clearTimeout(this.crawling);
    this.slow = undefined;
    super.pause();
  }

  // To the first stop from a share of the way on.
  seek(share) {
    const step = Math.round(share * this.replay.steps);
    this.show(this.stops.findIndex((stop) => stop.step >= step));
  }

  // Weights come from the server, once for each pixel asked about; a race has none to ask for.
  ask(unit) {
    if (this.replay.data.kind === "race") {
      this.compare(this.replay.nearest());
      return;
    }
    this.why.digit = null;
    this.report("unit", unit);
    this.openWhy();
  }

  compare(index) {
    this.why.digit = index;
    this.openWhy();
  }

  openWhy() {
    this.tabs.open("why");
    this.find(".side").scrollIntoView({ block: "nearest" }); // on a phone it is below the fold
  }

  reveal() {
    this.outcome.reveal(this.replay.step);
    this.render();
  }

  render() {
    const { replay } = this;
    const overlaps = replay.overlaps();
    const nearest = replay.nearest(overlaps);
    this.picture.render(replay, this.part("mark-wrong").checked, this.lookedAt(), this.why.unit);
    this.wall.light(replay.lights(overlaps), overlaps);
    this.find(".nearest").textContent = closest(replay, nearest, overlaps[nearest]);
    this.why.render(replay);
    this.race.render(replay);
    this.curve.render(replay);
    this.renderBar();
    this.renderOutcome();
    const text = described(replay, nearest);
    this.find(".state").setAttribute("aria-label", say("picture.name", { text }));
    this.live.say(this.outcome.told ? `${text}. ${this.outcome.told}` : text);
  }

  // The pixel that this step has changed, or that slow motion is about to change.
  lookedAt() {
    if (this.slow) return [this.slow.unit];
    const { unit } = this.stops[this.tick];
    return unit === undefined ? this.replay.changed(this.replay.step) : [unit];
  }

  renderBar() {
    const { data, step } = this.replay;
    const sweep = data.inSweeps && step ? say("where.in_sweep", { sweep: data.sweeps[step] }) : "";
    this.find(".where").textContent = where(this.replay) + sweep;
    this.renderTransport();
    this.find(".wrong").hidden = data.target === null || data.kind === "race";
  }

  renderOutcome() {
    const { replay, shown, slow } = this;
    const { step, steps, data } = replay;
    const walked = step === steps && !this.playing && (steps > 0 || this.asked);
    this.outcome.render(replay, shown, walked, slow);
    Object.assign(this.root.dataset, {
      step,
      energy: data.energy ? data.energy[step] : "",
      state: replay.text(),
      verdict: this.outcome.verdict,
    });
  }
}

export default shows(Player);
