// One lane: a racer's picture, where it is, what it became and what that cost.

// Knows the shades of undecided pixels from the server, for it does not have the patterns.
class LaneReplay extends Replay {
  shades() {
    const { shades, shadeOf } = this.data;
    const of = shadeOf?.[this.step] ?? null;
    return of === null ? null : Array.from(new Int8Array(bytesOf(shades[of]).buffer), (v) => v / 100);
  }
}

class Lane {
  constructor(root, data, onGuess) {
    this.data = data;
    this.replay = new LaneReplay(data);
    this.item = copyOf(root, ".lane-of");
    this.account = copyOf(root, ".account-of");
    entitle(this, data.racer);
    this.say(".cost", data.cost);
    this.say(".numbers", data.numbers);
    this.guessed = this.revealed = false;
    const guess = this.item.querySelector(".guess");
    guess.onclick = () => {
      this.guessed = !this.guessed;
      onGuess();
    };
    Object.assign(this.item.dataset, { name: data.name, steps: this.replay.steps });
  }

  // The parts of a paragraph; at the projector the second, the detail, is left out.
  say(paragraph, parts) {
    const spans = this.account.querySelectorAll(`${paragraph} span`);
    parts.forEach((part, k) => (spans[k].textContent = part));
  }

  // Where the lane is: the text under its picture.
  where() {
    return `${this.data.step} ${this.replay.step} of ${this.replay.steps}`;
  }

  nWrong() {
    return this.data.target === null ? null : this.replay.wrong(0).length;
  }

  render({ share, arrived, told, guessing, guesses, marks }) {
    this.renderPicture(marks);
    const title = told ? this.data.title : "";
    this.item.querySelector(".track b").style.width = `${(100 * share).toFixed(1)}%`;
    this.item.querySelector(".step").textContent = this.where();
    this.item.querySelector(".title").textContent = title;
    const [first, ...rest] = told ? this.data.sentences : [""];
    this.say(".sentence", [first, rest.join(" "), told ? this.score(guesses) : ""]);
    this.renderGuess(guessing);
    this.item.classList.toggle("arrived", arrived);
    Object.assign(this.item.dataset, {
      step: this.replay.step,
      state: this.replay.text(),
      verdict: this.revealed ? this.data.verdict : "",
    });
  }

  renderPicture(marks) {
    const { replay, data } = this;
    const canvas = this.item.querySelector(".state");
    paintState(canvas, replay.state, replay.shades());
    const context = this.item.querySelector(".marks").getContext("2d");
    context.clearRect(0, 0, 560, 560);
    const known = (unit) => Math.round(replay.state[unit]) !== 0;
    if (marks && data.target !== null) hatch(context, replay.wrong(0).filter(known));
    canvas.setAttribute("aria-label", `${data.racer}: ${this.telling()}`);
  }

  telling() {
    const wrong = this.nWrong();
    return this.where() + (wrong === null ? "" : `, ${wrong} pixels wrong`);
  }

  renderGuess(guessing) {
    const button = this.item.querySelector(".guess");
    button.hidden = !guessing && !(this.guessed && !this.revealed);
    button.disabled = !guessing;
    button.setAttribute("aria-pressed", this.guessed);
    button.textContent = this.guessed ? "brings it back" : "brings it back?";
    button.setAttribute("aria-label", `${this.data.racer} brings it back`);
  }

  // Nothing unless a guess was made for any lane.
  score(guesses) {
    if (!guesses) return "";
    return this.guessed === (this.data.verdict === "stored") ? "You were right." : "You said otherwise.";
  }
}

// A racer that cannot run says why, in place of a picture.
class Refusal {
  constructor(root, data) {
    this.data = data;
    this.item = copyOf(root, ".lane-of");
    this.item.classList.add("refused");
    Object.assign(this.item.dataset, { name: data.name, steps: 0, step: 0, state: "", verdict: "" });
    this.account = copyOf(root, ".account-of");
    entitle(this, data.racer);
    for (const part of this.item.querySelectorAll(":scope > :not(h3, .frame)")) part.remove();
    const reason = document.createElement("p");
    reason.textContent = data.refusal;
    this.item.querySelector(".frame").replaceChildren(reason);
  }
}

// A long name is cut; pointed at, it is whole.
function entitle({ item, account }, racer) {
  for (const heading of [item, account].map((part) => part.querySelector("h3"))) {
    heading.textContent = heading.title = racer;
  }
}

function copyOf(root, template) {
  return root.querySelector(template).content.firstElementChild.cloneNode(true);
}
