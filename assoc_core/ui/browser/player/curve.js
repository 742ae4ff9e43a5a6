// The curve of the energy, or of the units in the race: it is the timeline as well.

import { number, say } from "../shared/say.js";

const [WIDTH, HEIGHT, CLEAR] = [400, 80, 4]; // of the drawing, and what stays clear above and below

export class Curve {
  constructor(section, seek) {
    this.find = (selector) => section.querySelector(selector);
    const plot = this.find("svg");
    plot.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
    this.find(".cursor").setAttribute("y2", HEIGHT);
    const drag = (event) => {
      const { left, width } = plot.getBoundingClientRect();
      seek((event.clientX - left) / width);
    };
    plot.onpointerdown = (event) => {
      plot.setPointerCapture(event.pointerId);
      drag(event);
    };
    plot.onpointermove = (event) => {
      if (plot.hasPointerCapture(event.pointerId)) drag(event);
    };
  }

  begin({ curve, energy }) {
    this.points = pointsOf(curve);
    this.digits = curve.every(Number.isInteger) ? 0 : 2;
    this.find(".line").setAttribute("d", pathOf(this.points));
    this.find(".curve-name").textContent = say(energy ? "curve.energy" : "curve.units");
  }

  render({ data, step }) {
    const [x, y] = this.points[step];
    this.find(".cursor").setAttribute("x1", x);
    this.find(".cursor").setAttribute("x2", x);
    this.find(".dot").style.left = `${(100 * x) / WIDTH}%`;
    this.find(".dot").style.top = `${(100 * y) / HEIGHT}%`;
    const value = number(data.curve[step], this.digits);
    const change = step && number(data.curve[step] - data.curve[step - 1], this.digits);
    const changed = data.energy ? "curve.energy_change" : "curve.units_change";
    this.find(".value").textContent = step ? say(changed, { value, change }) : value;
  }
}

export function pointsOf(values) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const last = Math.max(1, values.length - 1);
  const inside = HEIGHT - 2 * CLEAR;
  return values.map((value, t) => [
    (WIDTH * t) / last,
    high > low ? CLEAR + (inside * (high - value)) / (high - low) : HEIGHT / 2,
  ]);
}

export function pathOf(points) {
  return points.map(([x, y], t) => `${t ? "L" : "M"}${x.toFixed(2)} ${y.toFixed(2)}`).join("");
}
