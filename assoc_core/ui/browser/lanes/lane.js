// One lane: a racer's picture, where it is, what it became and what that cost.

import { SHADE } from "constants";
import { Marks, paintState } from "../shared/drawing.js";
import { sentences, title } from "../shared/ending.js";
import { bytesOf, Replay } from "../shared/replay.js";
import { say, where } from "../shared/say.js";

// Knows the shades of undecided pixels from the server, for it does not have the patterns.
class LaneReplay extends Replay {
  constructor(data) {
    super(data);
    this.means = data.shades?.map((text) => new Int8Array(bytesOf(text).buffer));
  }

  shades() {
    const of = this.data.shadeOf?.[this.step] ?? null;
    if (of === null) return null;
    return Array.from(this.means[of], (value) => value / SHADE);
  }
}

export class Lane {
  constructor(root, racer, data, onGuess) {
    this.data = data;
    this.racer = say(["racer", racer]);
    this.replay = new LaneReplay(data);
    this.item = copyOf(root, ".lane-of");
    this.account = copyOf(root, ".account-of");
    entitle(this);
    this.canvas = this.item.querySelector(".state");
    this.marks = new Marks(this.item.querySelector(".marks"));
    const { cost } = data;
    this.tell(".cost", [say("lanes.cost", { n: cost.total }), say(["lanes", "made", cost.made])]);
    this.tell(".numbers", [say("lanes.numbers", { n: cost.numbers }), say(["lanes", "which", cost.which])]);
    this.guessed = this.revealed = false;
    this.item.querySelector(".guess").onclick = () => {
      this.guessed = !this.guessed;
      onGuess();
    };
    Object.assign(this.item.dataset, { name: racer, steps: this.replay.steps });
  }

  // The parts of a paragraph; at the projector the second, the detail, is left out.
  tell(paragraph, parts) {
    const spans = this.account.querySelectorAll(`${paragraph} span`);
    parts.forEach((part, k) => (spans[k].textContent = part));
  }

  // For those who do not see the picture.
  described() {
    const facts = { racer: this.racer, where: where(this.replay) };
    if (this.data.target === null) return say("lanes.at", facts);
    return say("lanes.wrong", { ...facts, n: this.replay.wrong(this.data.target).length });
  }

  render({ share, told, guessing, guesses, marks }) {
    const { ending } = this.data;
    this.renderPicture(marks);
    this.item.querySelector(".track b").style.width = `${(100 * share).toFixed(1)}%`;
    this.item.querySelector(".step").textContent = where(this.replay);
    this.item.querySelector(".title").textContent = told ? title(ending) : "";
    const [first, ...rest] = told ? sentences(ending) : [""];
    this.tell(".sentence", [first, rest.join(" "), told && guesses ? this.score() : ""]);
    this.renderGuess(guessing);
    Object.assign(this.item.dataset, {
      step: this.replay.step,
      state: this.replay.text(),
      verdict: this.revealed ? ending.verdict : "",
    });
  }

  renderPicture(marks) {
    const { replay, data } = this;
    paintState(this.canvas, replay.state, replay.shades());
    this.marks.clear();
    const known = (unit) => Math.round(replay.state[unit]) !== 0;
    if (marks && data.target !== null) this.marks.hatch(replay.wrong(data.target).filter(known));
    this.canvas.setAttribute("aria-label", this.described());
  }

  renderGuess(guessing) {
    const button = this.item.querySelector(".guess");
    button.hidden = !guessing && !(this.guessed && !this.revealed);
    button.disabled = !guessing;
    button.setAttribute("aria-pressed", this.guessed);
    button.textContent = say(this.guessed ? "lanes.guessed" : "lanes.guess");
    button.setAttribute("aria-label", say("lanes.guess_name", { racer: this.racer }));
  }

  score() {
    const right = this.guessed === (this.data.ending.verdict === "stored");
    return say(right ? "lanes.right" : "lanes.otherwise");
  }
}

// A racer that cannot run says why, in place of a picture.
export class Refusal {
  constructor(root, racer, refusal) {
    this.racer = say(["racer", racer]);
    this.item = copyOf(root, ".lane-of");
    this.item.classList.add("refused");
    Object.assign(this.item.dataset, { name: racer, steps: 0, step: 0, state: "", verdict: "" });
    this.account = copyOf(root, ".account-of");
    entitle(this);
    for (const part of this.item.querySelectorAll(":scope > :not(h3, .frame)")) part.remove();
    const reason = document.createElement("p");
    reason.textContent = say(["refusal", refusal]);
    this.item.querySelector(".frame").replaceChildren(reason);
  }
}

// A long name is cut; pointed at, it is whole.
function entitle({ item, account, racer }) {
  for (const heading of [item, account].map((part) => part.querySelector("h3"))) {
    heading.textContent = heading.title = racer;
  }
}

function copyOf(root, template) {
  return root.querySelector(template).content.firstElementChild.cloneNode(true);
}
