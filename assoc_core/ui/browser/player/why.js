// Two questions: why does this pixel have its value, and how well does this digit match?

import { N } from "constants";
import { paintSigned, paintState, thumbnail } from "../shared/drawing.js";
import { bytesOf } from "../shared/replay.js";
import { namedStored, number, place, say } from "../shared/say.js";
import { ranked, showBars } from "./bars.js";
import { colour } from "./telling.js";
import { energyOf, match, memoryVotes, totals, wish } from "./votes.js";

const N_VOTERS = 5;

export class Why {
  constructor(panel) {
    this.find = (selector) => panel.querySelector(selector);
    this.pictures = ["", "", ""].map((name) => thumbnail(new Float32Array(N), name));
    this.captions = this.pictures.map(() => document.createElement("figcaption"));
    const figures = this.pictures.map((picture, k) => {
      const figure = document.createElement("figure");
      figure.append(picture, this.captions[k]);
      return figure;
    });
    this.find(".sum").append(figures[0], "×", figures[1], "=", figures[2]);
    this.digit = this.unit = null;
  }

  begin() {
    this.digit = null;
  }

  // {unit, row}: the pixel asked about and what it listens to, 784 weights; or null.
  load(asked) {
    this.unit = asked?.unit ?? null;
    this.weights = asked?.row ? new Float64Array(bytesOf(asked.row).buffer) : null;
  }

  render(replay) {
    const ofPixel = this.digit === null && this.unit !== null;
    this.find(".sum").hidden = this.digit === null && !(ofPixel && this.weights);
    this.find(".voters").hidden = !ofPixel || Boolean(this.weights);
    if (this.digit !== null) this.showMatch(replay);
    else if (ofPixel && this.weights) this.showVotes(replay);
    else if (ofPixel) this.showVoters(replay);
    else this.answer(say("why.ask"), "");
  }

  answer(question, answer) {
    this.find(".question").textContent = question;
    this.find(".answer").textContent = answer;
  }

  caption(...captions) {
    captions.forEach((caption, k) => {
      this.captions[k].textContent = caption;
      this.pictures[k].setAttribute("aria-label", caption);
    });
  }

  showVotes(replay) {
    const votes = this.weights.map((weight, i) => weight * replay.state[i]);
    paintSigned(this.pictures[0], this.weights);
    paintState(this.pictures[1], replay.state);
    paintSigned(this.pictures[2], votes);
    this.caption(say("why.row"), say("why.state"), say("why.votes"));
    const answer = sumOf(votes, replay.state[this.unit], replay.data.warm);
    this.answer(say("why.pixel", { place: place(this.unit) }), answer);
  }

  // Networks without weights: every memory has a vote on the pixel.
  showVoters(replay) {
    const votes = memoryVotes(replay, this.unit);
    const order = ranked(votes.map(Math.abs));
    const most = Math.max(1e-300, Math.abs(votes[order[0]]));
    const top = order.slice(0, N_VOTERS);
    const bars = top.map((k) => ({ index: k, share: votes[k] / most, text: number(votes[k], 3) }));
    showBars(this.find(".voters"), replay, bars);
    const facts = { place: place(this.unit) };
    this.answer(say("why.memories", facts), allOf(votes, top, replay.data.kind));
  }

  // A race compares the digits with the cue, the other networks compare them with the state.
  showMatch(replay) {
    const race = replay.data.kind === "race";
    const shown = race ? replay.cue : replay.state;
    const digit = replay.patterns[this.digit];
    const found = match(digit, shown);
    paintState(this.pictures[0], digit);
    paintState(this.pictures[1], shown);
    paintSigned(this.pictures[2], found.products);
    this.caption(say("why.digit"), say(race ? "why.cue" : "why.state"), say("why.agreement"));
    const name = namedStored(replay.digit(this.digit));
    this.answer(say("why.match", { name }), matchOf(found, replay.data.kind));
  }
}

// What the votes of the other pixels add up to, and what the pixel would do.
function sumOf(votes, value, warm) {
  const digits = votes.every(Number.isInteger) ? 0 : 3;
  const { white, black, sum } = totals(votes);
  const [forWhite, forBlack, h] = [white, black, sum].map((total) => number(total, digits));
  const outcome = say(["why", outcomeOf(sum, value, warm)], {
    wanted: colour(wish(sum)),
    now: colour(value),
    change: number(energyOf(sum, value), digits),
  });
  return say("why.sum", { white: forWhite, black: forBlack, h, outcome });
}

function outcomeOf(sum, value, warm) {
  if (!wish(sum)) return warm ? "chance" : "no_push";
  return wish(sum) === value ? "as_it_is" : "against";
}

// What the memories with most say leave to the others, and what all of them add up to.
function allOf(votes, top, kind) {
  const { sum } = totals(votes);
  const rest = sum - top.reduce((total, k) => total + votes[k], 0);
  const wanted = wish(sum);
  const outcome = wanted && kind === "attention" ? "next_grey" : wanted ? "wanted" : "no_wish";
  return say("why.others", {
    n: votes.length - top.length,
    rest: number(rest, 3),
    sum: number(sum, 3),
    outcome: say(["why", outcome], { wanted: colour(wanted) }),
  });
}

function matchOf({ agree, differ, unknown, sum }, kind) {
  if (kind === "attention") {
    return say("why.products", { sum: number(sum, 1), of: N, overlap: number(sum / N, 3) });
  }
  const facts = { agree, differ, unknown, of: N };
  if (kind === "race") return say("why.score", { ...facts, score: number(agree + unknown / 2, unknown % 2) });
  return say("why.overlap", { ...facts, overlap: number(sum / N, 3) });
}
