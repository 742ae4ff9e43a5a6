// What stands beside the picture: tabs, the stored patterns, and the gallery of kept states.

import { inItem, thumbnail } from "../shared/drawing.js";
import { Roving } from "../shared/roving.js";
import { namedStored, number, say } from "../shared/say.js";

const NO_LABEL = -1; // see model/collection.py

export class Tabs {
  constructor(root, onOpen) {
    this.root = root;
    this.onOpen = onOpen;
    this.tabs = [...root.querySelectorAll("[data-tab]")];
    for (const tab of this.tabs) {
      tab.onclick = () => this.open(tab.dataset.tab);
      tab.onkeydown = (event) => this.key(event, tab);
    }
    this.open("wall");
  }

  key(event, tab) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.stopPropagation();
    const offered = this.tabs.filter((other) => !other.hidden);
    const at = offered.indexOf(tab) + step + offered.length;
    const next = offered[at % offered.length];
    this.open(next.dataset.tab);
    next.focus();
  }

  // A tab that only some networks have: named, or hidden.
  offer(name, title) {
    const tab = this.tabs.find((other) => other.dataset.tab === name);
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

// The stored patterns, each lit by how much the network thinks of it.
export class Wall {
  constructor(list, replay, choose) {
    const { labels } = replay.data;
    const kind = labels[0] === NO_LABEL ? "wall.patterns" : "wall.digits";
    this.title = say(kind, { n: labels.length });
    this.names = labels.map((_, k) => namedStored(replay.digit(k)));
    this.pictures = replay.patterns.map((pattern, k) => thumbnail(pattern, this.names[k]));
    const buttons = this.pictures.map((picture, k) => this.button(picture, k, choose));
    buttons[replay.data.target]?.classList.add("target");
    this.roving = new Roving(buttons);
    list.replaceChildren(...buttons.map(inItem));
  }

  button(picture, k, choose) {
    const button = document.createElement("button");
    const tell = () => {
      const facts = { name: this.names[k], overlap: number(this.overlaps[k], 3) };
      button.title = say("wall.overlap", facts);
    };
    button.title = this.names[k];
    button.addEventListener("pointerenter", tell);
    button.addEventListener("focus", tell);
    button.append(picture);
    button.onclick = () => choose(k);
    return button;
  }

  light(lights, overlaps) {
    this.overlaps = overlaps;
    this.pictures.forEach((picture, k) => {
      picture.style.opacity = (0.3 + 0.7 * lights[k]).toFixed(2);
    });
  }
}

export class Gallery {
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
