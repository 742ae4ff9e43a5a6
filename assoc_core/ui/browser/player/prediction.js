// Those who predict before they look learn more [Crouch04]; so the page asks, and never insists.

import { say } from "../shared/say.js";

const GUESSES = ["stored", "other", "none"];

export class Prediction {
  constructor(group, onGuess) {
    this.right = 0;
    this.scored = new Set(); // the recalls that were predicted already
    this.buttons = GUESSES.map((guess) => {
      const button = document.createElement("button");
      button.textContent = say(["prediction", guess]);
      button.dataset.testid = `guess-${guess}`;
      button.onclick = () => {
        this.guess = guess;
        onGuess();
      };
      return button;
    });
    this.question = document.createElement("span");
    this.question.append(say("prediction.question"), " ", ...this.buttons);
    group.prepend(this.question);
  }

  begin(id, { ending, target }) {
    this.id = id;
    this.guess = null;
    this.walked = this.scored.has(id); // a prediction comes before the looking
    this.truth = GUESSES.includes(ending.verdict) ? ending.verdict : "none";
    this.counted = false;
    this.possible = target !== null;
  }

  reveal() {
    if (!this.guess || this.counted) return;
    this.counted = true;
    this.scored.add(this.id);
    if (this.guess === this.truth) this.right += 1;
  }

  render(step, offered) {
    this.walked ||= step > 0 && !this.guess;
    this.question.hidden = !offered || !this.possible || this.walked;
    for (const button of this.buttons) {
      button.setAttribute("aria-pressed", button.dataset.testid === `guess-${this.guess}`);
    }
  }

  // A sentence, or none.
  score() {
    if (!this.counted) return [];
    const right = this.guess === this.truth;
    const guess = say(["prediction", this.guess]);
    const facts = { guess, right: this.right, asked: this.scored.size };
    return [say(right ? "prediction.right" : "prediction.wrong", facts)];
  }
}
