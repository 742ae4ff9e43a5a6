// States and signed values as pictures, and marks on their pixels.

import { CHANGED, N, SIDE, UNKNOWN } from "constants";
import { css, grey, signed, unknown } from "./colours.js";

const PIXEL = 20; // canvas pixels for one pixel of the picture, where there are marks

function paint(canvas, colour) {
  const picture = new ImageData(SIDE, SIDE);
  for (let i = 0; i < N; i++) picture.data.set([...colour(i), 255], 4 * i);
  canvas.getContext("2d").putImageData(picture, 0, 0);
}

// `shades` (-1 to +1, or null) make unknown pixels darker or lighter.
export function paintState(canvas, state, shades = null) {
  paint(canvas, (i) => {
    if (state[i] !== 0) return grey(state[i]);
    return shades ? unknown(shades[i]) : UNKNOWN;
  });
}

// Blue for +, orange for -, the largest in full colour.
export function paintSigned(canvas, values) {
  const largest = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0) || 1;
  paint(canvas, (i) => signed(values[i] / largest));
}

// The marks of a canvas, drawn anew each time.
export class Marks {
  constructor(canvas) {
    canvas.width = canvas.height = SIDE * PIXEL;
    this.context = canvas.getContext("2d");
  }

  clear() {
    this.context.clearRect(0, 0, SIDE * PIXEL, SIDE * PIXEL);
  }

  outline(units, colour) {
    const { context } = this;
    context.lineWidth = 4;
    context.strokeStyle = css(colour);
    for (const unit of units) {
      const [x, y] = corner(unit);
      context.strokeRect(x + 1, y + 1, PIXEL - 2, PIXEL - 2);
    }
  }

  // Which pixels are wrong.
  hatch(units) {
    const { context } = this;
    context.lineWidth = 3;
    context.strokeStyle = css(CHANGED);
    context.beginPath();
    for (const unit of units) {
      const [x, y] = corner(unit);
      context.moveTo(x + 4, y + PIXEL - 4);
      context.lineTo(x + PIXEL - 4, y + 4);
    }
    context.stroke();
  }
}

function corner(unit) {
  return [(unit % SIDE) * PIXEL, Math.floor(unit / SIDE) * PIXEL];
}

// The 28 x 28 picture, each pixel 20 x 20, as a file.
export function savePicture(canvas, name) {
  const large = document.createElement("canvas");
  large.width = large.height = SIDE * PIXEL;
  const context = large.getContext("2d");
  context.imageSmoothingEnabled = false;
  context.drawImage(canvas, 0, 0, large.width, large.height);
  const link = document.createElement("a");
  link.href = large.toDataURL("image/png");
  link.download = name;
  link.click();
}

export function thumbnail(state, name) {
  const picture = document.createElement("canvas");
  picture.width = picture.height = SIDE;
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", name);
  paintState(picture, state);
  return picture;
}

export function inItem(element) {
  const item = document.createElement("li");
  item.append(element);
  return item;
}
