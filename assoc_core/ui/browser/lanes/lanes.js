// The lanes of a race, driven by one transport on one clock.

import { computed } from "../shared/computed.js";
import { shows } from "../shared/entry.js";
import { Live } from "../shared/live.js";
import { number, say } from "../shared/say.js";
import { TOTAL, Transport } from "../shared/transport.js";
import { Clock } from "./clock.js";
import { Lane, Refusal } from "./lane.js";

export class Lanes extends Transport {
  constructor(place) {
    super(place.querySelector(".player"));
    this.live = new Live(this.find(".live"));
    this.part("clock").onchange = (event) => {
      this.useClock(event.target.value);
      this.report("clock", event.target.value);
    };
    this.part("mark-wrong").onchange = () => this.render();
    this.part("reveal").onclick = () => this.reveal();
  }

  // `data` says who runs, and how it is shown; the lanes are texts, read only when they are others.
  load(data) {
    this.shown = data;
    if (this.id !== data.id) this.begin(data);
    if (this.clock.kind !== data.clock) this.useClock(data.clock);
    this.find(".computed").textContent = computed(data.computed);
    this.part("copy-link").textContent = say("transport.copy");
    this.root.classList.toggle("projector", data.projector);
    this.find(".accounts").hidden = data.hidden.includes("side");
    this.root.dataset.ready = "true";
    this.render();
  }

  begin({ id, racers, lanes, clock }) {
    this.pause();
    this.id = id;
    const all = racers.map((racer, k) => this.lane(racer, JSON.parse(lanes[k])));
    this.lanes = all.filter((lane) => lane instanceof Lane);
    this.find(".lanes").replaceChildren(...all.map(({ item }) => item));
    this.find(".accounts").replaceChildren(...all.map(({ account }) => account));
    this.root.style.setProperty("--lanes", all.length);
    this.hasTarget = this.lanes.some((lane) => lane.data.target !== null);
    this.asked = this.walked = this.revealed = false;
    this.revealedAt = undefined;
    this.tick = 0;
    this.clock = undefined;
    this.useClock(clock);
  }

  lane(racer, data) {
    if (data.refusal) return new Refusal(this.root, racer, data.refusal);
    return new Lane(this.root, racer, data, () => this.render());
  }

  // Another clock, at the place of the lane that takes most steps.
  useClock(kind) {
    const steps = this.lanes.map((lane) => lane.replay.steps);
    const longest = steps.indexOf(Math.max(...steps));
    const before = this.clock;
    this.clock = new Clock(kind, this.lanes.map((lane) => lane.data.cost));
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
    return this.clock.kind === "step" ? super.pace() : TOTAL / (this.clock.end || 1);
  }

  reveal() {
    this.revealed = true;
    this.revealedAt = this.tick;
    this.render();
  }

  // A lane's ending is told when it has arrived; at the projector when the teacher asks for it.
  isTold(lane, k) {
    const arrived = this.clock.hasArrived(k, this.tick) && (this.tick > 0 || this.asked);
    lane.revealed ||= this.revealed || (arrived && !this.shown.projector);
    return lane.revealed && (arrived || this.tick === this.revealedAt);
  }

  render() {
    this.walked ||= this.tick > 0;
    const { predict, projector } = this.shown;
    const guessing = predict && this.hasTarget && !this.walked && !this.revealed;
    const guesses = this.lanes.some((lane) => lane.guessed);
    const marks = this.part("mark-wrong").checked;
    this.lanes.forEach((lane, k) => {
      const share = this.clock.share(k, this.now);
      lane.render({ share, told: this.isTold(lane, k), guessing, guesses, marks });
    });
    const invitation = guessing ? "lanes.invite_guess" : "lanes.invite";
    this.find(".invitation").textContent = this.walked ? "" : say(invitation);
    this.find(".wrong").hidden = !this.hasTarget;
    this.part("reveal").hidden = !projector || this.revealed;
    this.renderBar();
    this.live.say(this.lanes.map((lane) => lane.described()).join(". "));
  }

  renderBar() {
    const { clock } = this;
    const [now, end] = [this.now, clock.end].map((moment) => number(Math.floor(moment), 0));
    this.find(".where").textContent = say(["lanes", "clock", clock.kind], { now, end });
    this.root.dataset.tick = this.tick;
    this.renderTransport();
  }
}

export default shows(Lanes);
