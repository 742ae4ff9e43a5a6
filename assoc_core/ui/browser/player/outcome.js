// How the recall ended, kept back until it was walked to its end once; and what stands there before.

import { sentences, title } from "../shared/ending.js";
import { say } from "../shared/say.js";
import { Prediction } from "./prediction.js";
import { onTheWay } from "./telling.js";

export class Outcome {
  constructor(box, onGuess) {
    this.find = (selector) => box.querySelector(selector);
    this.prediction = new Prediction(this.find(".prediction"), onGuess);
  }

  begin(id, recall) {
    this.ending = recall.ending;
    this.revealed = false;
    this.revealedAt = undefined;
    this.prediction.begin(id, recall);
  }

  reveal(step) {
    this.revealed = true;
    this.revealedAt = step;
    this.prediction.reveal();
  }

  get verdict() {
    return this.revealed ? this.ending.verdict : "";
  }

  // `slow` is a part of a step in slow motion. At the projector only the teacher reveals. The
  // ending is `told` beside the state that it speaks of, and where it was asked for.
  render(replay, { predict, projector }, walked, slow) {
    if (walked && !projector) this.reveal(this.revealedAt);
    this.prediction.render(replay.step, predict);
    this.find(".prediction").hidden = this.revealed || !(predict || projector);
    const here = replay.step === replay.steps || replay.step === this.revealedAt;
    this.told = this.revealed && !slow && here ? title(this.ending) : null;
    this.find(".title").textContent = this.told ?? "";
    this.find(".sentence").textContent = this.sentence(replay, projector, slow);
  }

  sentence(replay, projector, slow) {
    const { step, steps, data } = replay;
    if (slow) return slow.text;
    if (this.told) return [...sentences(this.ending), ...this.prediction.score()].join(" ");
    if (!step && !this.revealed) return invitation(data, projector);
    return projector && !this.revealed && step === steps ? "" : onTheWay(replay);
  }
}

function invitation(data, projector) {
  const kind = data.invitation === "rest" && projector ? "rest_projector" : data.invitation;
  return say(["invitation", kind]);
}
