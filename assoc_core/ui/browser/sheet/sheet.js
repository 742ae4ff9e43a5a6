// The sheet of digits; what is picked on it is reported at every change.

import { inItem, thumbnail } from "../shared/drawing.js";
import { shows } from "../shared/entry.js";
import { unpack } from "../shared/replay.js";
import { Roving } from "../shared/roving.js";
import { named, say } from "../shared/say.js";

const ALL = "all";
const CLASSES = [ALL, ..."0123456789"];

export class Sheet {
  constructor(place) {
    this.root = place.querySelector(".sheet");
    this.none = this.root.querySelector("[data-testid=pick-none]");
    this.none.onclick = () => this.change(() => this.picked.clear());
  }

  // Once: what is picked later is known here before it is known to the page.
  load(data) {
    if (this.data) return;
    this.data = data;
    this.picked = new Set(data.picked);
    const { patterns, labels } = JSON.parse(data.digits);
    this.labels = labels;
    this.buttons = unpack(patterns, labels.length).map((pattern, k) => this.digit(pattern, k));
    this.roving = new Roving(this.buttons);
    this.root.querySelector(".digits").append(...this.buttons.map(inItem));
    this.filters = CLASSES.map((label) => this.filter(label));
    this.root.querySelector(".classes").append(...this.filters);
    this.show(ALL);
    this.render();
  }

  digit(pattern, k) {
    const button = document.createElement("button");
    button.title = named([k, this.labels[k]]);
    button.append(thumbnail(pattern, button.title));
    button.onclick = () => this.toggle(k);
    return button;
  }

  filter(label) {
    const button = document.createElement("button");
    button.textContent = label === ALL ? say("sheet.all") : label;
    button.onclick = () => this.show(label);
    return button;
  }

  show(label) {
    this.filters.forEach((button, k) => button.setAttribute("aria-pressed", CLASSES[k] === label));
    this.buttons.forEach((button, k) => {
      button.parentElement.hidden = label !== ALL && this.labels[k] !== Number(label);
    });
    this.roving.stopAt(this.buttons.find((button) => !button.parentElement.hidden));
  }

  toggle(k) {
    this.change(() => {
      if (!this.picked.delete(k) && this.picked.size < this.data.most) this.picked.add(k);
    });
  }

  change(act) {
    act();
    this.render();
    this.report("picked", [...this.picked]);
  }

  render() {
    this.buttons.forEach((button, k) => button.setAttribute("aria-pressed", this.picked.has(k)));
    const { beyond, most } = this.data;
    const picked = say("sheet.picked", { n: this.picked.size });
    const more = beyond ? say("sheet.beyond", { n: beyond }) : "";
    const full = this.picked.size === most ? say("sheet.full") : "";
    this.root.querySelector("[role=status]").textContent = picked + more + full;
    this.none.disabled = !this.picked.size;
  }
}

export default shows(Sheet);
