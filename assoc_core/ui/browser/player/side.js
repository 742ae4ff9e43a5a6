// What stands beside the picture: tabs, the gallery of kept states, and the prediction.

class Tabs {
  constructor(root, onOpen) {
    this.root = root;
    this.onOpen = onOpen;
    this.tabs = [...root.querySelectorAll("[data-tab]")];
    for (const tab of this.tabs) {
      tab.onclick = () => this.open(tab.dataset.tab);
      tab.onkeydown = (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        event.stopPropagation();
        const offered = this.tabs.filter((other) => !other.hidden);
        const at = offered.indexOf(tab) + step + offered.length;
        const next = offered[at % offered.length];
        this.open(next.dataset.tab);
        next.focus();
      };
    }
    this.open("wall");
  }

  // A tab that only some networks have: named, or hidden.
  offer(name, title) {
    const tab = this.tabs.find((tab) => tab.dataset.tab === name);
    tab.hidden = !title;
    tab.textContent = title ?? "";
    if (!title && tab.getAttribute("aria-selected") === "true") this.open("wall");
  }

  open(name) {
    for (const tab of this.tabs) {
      const chosen = tab.dataset.tab === name;
      tab.setAttribute("aria-selected", chosen);
      tab.tabIndex = chosen ? 0 : -1;
      this.root.querySelector(`.panel.${tab.dataset.tab}`).hidden = !chosen;
    }
    this.onOpen();
  }
}

// The stored digits, each lit by how much the network thinks of it.
class Wall {
  constructor(list, replay, choose) {
    this.pictures = replay.patterns.map((pattern, k) => thumbnail(pattern, `Stored digit ${named(replay, k)}`));
    const buttons = this.pictures.map((picture, k) => {
      const button = document.createElement("button");
      button.title = picture.getAttribute("aria-label");
      const tell = () => {
        const overlap = number(this.overlaps[k], 3);
        button.title = `${picture.getAttribute("aria-label")} · overlap ${overlap}`;
      };
      button.addEventListener("pointerenter", tell);
      button.addEventListener("focus", tell);
      button.classList.toggle("target", k === replay.data.target);
      button.append(picture);
      button.onclick = () => choose(k);
      return button;
    });
    new Roving(buttons);
    list.replaceChildren(...buttons.map(inItem));
  }

  light(lights, overlaps) {
    this.overlaps = overlaps;
    this.pictures.forEach((picture, k) => {
      picture.style.opacity = (0.3 + 0.7 * lights[k]).toFixed(2);
    });
  }
}

class Gallery {
  constructor(list) {
    this.list = list;
  }

  keep(state, title) {
    const item = document.createElement("li");
    const caption = document.createElement("span");
    caption.textContent = title;
    item.append(thumbnail(state, title), caption);
    this.list.append(item);
  }
}

const GUESSES = { stored: "The digit it was", other: "Another digit", none: "None of them" };

// Those who predict before they look learn more [Crouch04]; so the page asks, and never insists.
class Prediction {
  constructor(group, onGuess) {
    this.group = group;
    this.right = this.asked = 0;
    this.scored = new Set(); // the recalls that were predicted already
    this.buttons = Object.entries(GUESSES).map(([guess, text]) => {
      const button = document.createElement("button");
      button.textContent = text;
      button.dataset.testid = `guess-${guess}`;
      button.onclick = () => {
        this.guess = guess;
        onGuess();
      };
      return button;
    });
    this.question = document.createElement("span");
    this.question.append("What will it become? ", ...this.buttons);
    group.prepend(this.question);
  }

  load(data) {
    this.guess = null;
    this.walked = this.scored.has(data.id); // a prediction comes before the looking
    this.id = data.id;
    this.truth = { stored: "stored", other: "other" }[data.verdict] ?? "none";
    this.counted = false;
    this.offered = data.predict && data.target !== null;
  }

  reveal() {
    if (!this.guess || this.counted) return;
    this.counted = true;
    this.scored.add(this.id);
    this.asked += 1;
    this.right += this.guess === this.truth;
  }

  render(step) {
    this.walked ||= step > 0 && !this.guess;
    this.question.hidden = !this.offered || this.walked;
    for (const button of this.buttons) {
      button.setAttribute("aria-pressed", button.dataset.testid === `guess-${this.guess}`);
    }
  }

  score() {
    if (!this.counted) return "";
    const said = this.guess === this.truth ? "You were right" : `You said “${GUESSES[this.guess]}”`;
    return ` ${said}: ${this.right} of ${this.asked} so far.`;
  }
}
