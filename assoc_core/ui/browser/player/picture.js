// The picture of the state, its marks, and the pixel that is chosen on it.

import { ASKED, CHANGED, N, SIDE } from "constants";
import { Marks, paintState } from "../shared/drawing.js";
import { countsWrong } from "./telling.js";

export class Picture {
  constructor(frame, choose, onMove) {
    this.canvas = frame.querySelector(".state");
    this.marks = new Marks(frame.querySelector(".marks"));
    this.cursor = new PixelCursor(frame, choose, onMove);
  }

  render(replay, mark_wrong, changed, asked) {
    const { data } = replay;
    paintState(this.canvas, replay.state, replay.shades());
    this.marks.clear();
    const known = (unit) => Math.round(replay.state[unit]) !== 0;
    if (mark_wrong && countsWrong(replay)) this.marks.hatch(replay.wrong(data.target).filter(known));
    if (data.step === "flip") this.marks.outline(changed, CHANGED);
    if (asked !== null && data.kind !== "race") this.marks.outline([asked], ASKED);
  }
}

// Choosing a pixel with the mouse or the keyboard.
class PixelCursor {
  constructor(frame, choose, onMove) {
    this.unit = (SIDE / 2) * SIDE + SIDE / 2;
    this.frame = frame;
    this.onMove = onMove;
    this.mark = document.createElement("i");
    this.mark.className = "pixel";
    this.mark.setAttribute("aria-hidden", "true");
    frame.append(this.mark);
    frame.onclick = (event) => {
      this.move(this.unitAt(event));
      choose(this.unit);
    };
    frame.onfocus = () => this.move(this.unit);
    frame.onkeydown = (event) => this.key(event, choose);
  }

  move(unit) {
    this.unit = unit;
    this.onMove(unit);
    this.mark.style.left = `${((unit % SIDE) / SIDE) * 100}%`;
    this.mark.style.top = `${(Math.floor(unit / SIDE) / SIDE) * 100}%`;
  }

  unitAt(event) {
    const { left, top, width, height } = this.frame.getBoundingClientRect();
    return SIDE * pixelAt(event.clientY - top, height) + pixelAt(event.clientX - left, width);
  }

  key(event, choose) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -SIDE, ArrowDown: SIDE };
    const step = steps[event.key];
    if (step && this.unit + step >= 0 && this.unit + step < N) this.move(this.unit + step);
    else if (event.key === "Enter") choose(this.unit);
    else if (!step) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

// Along one side of the picture, so many CSS pixels from its start.
export function pixelAt(offset, size) {
  return Math.max(0, Math.min(SIDE - 1, Math.floor((SIDE * offset) / size)));
}
