// A recall as the page got it: which state, which overlaps, at which step. Pure; draws nothing.

import { N, WHITE } from "constants";

const SIGNS = "-0+"; // black, unknown, white, as text

export class Replay {
  constructor(data) {
    this.data = data;
    this.frames = data.frames?.map((frame) => new Int16Array(bytesOf(frame).buffer));
    this.steps = this.frames ? this.frames.length - 1 : data.changes.length;
    this.patterns = unpack(data.patterns, data.labels.length);
    this.state = stateOf(data.start);
    this.start = this.state.slice();
    this.cue = stateOf(data.cue);
    this.step = 0;
  }

  go(wanted) {
    const step = Math.max(0, Math.min(this.steps, wanted));
    if (this.frames) {
      this.step = step;
      this.state.set(Float32Array.from(this.frames[step], (value) => value / WHITE));
      return;
    }
    if (step < this.step) {
      this.state.set(this.start);
      this.step = 0;
    }
    while (this.step < step) {
      for (const change of this.data.changes[this.step]) {
        this.state[Math.floor(change / 3)] = (change % 3) - 1;
      }
      this.step += 1;
    }
  }

  // The units that the given step changes; none for step 0.
  changed(step) {
    const changes = step > 0 ? (this.data.changes?.[step - 1] ?? []) : [];
    return changes.map((change) => Math.floor(change / 3));
  }

  // The places at which one can stop: every recorded step, the ends of the sweeps, or every
  // unit that was looked at, most of which keep their value. -> [{step, unit}]
  stops(walk) {
    const stops = Array.from({ length: this.steps + 1 }, (_, step) => ({ step }));
    if (walk === "sweep") {
      const { sweeps } = this.data;
      return stops.filter(({ step }) => sweeps[step] !== sweeps[step + 1]);
    }
    return walk === "neuron" ? this.visits() : stops;
  }

  visits() {
    const stops = [{ step: 0 }];
    let step = 0;
    this.data.orders.forEach((text, k) => {
      for (const unit of unpackOrder(text)) {
        const flips = this.data.sweeps[step + 1] === k + 1 && this.changed(step + 1)[0] === unit;
        if (flips) step += 1;
        stops.push({ step, unit });
      }
    });
    return stops;
  }

  overlaps() {
    return this.patterns.map((pattern) => dot(pattern, this.state) / N);
  }

  // The memory of the largest overlap; in a race the leader.
  nearest(overlaps = this.overlaps()) {
    const of = this.data.kind === "race" ? this.activity() : overlaps;
    return of.indexOf(Math.max(...of));
  }

  // Of each memory: in a race its activity as a share of the leader's, else its attention.
  activity() {
    const activity = this.patterns.map(() => 0);
    const [units, shares] = this.data.activity[this.step];
    units.forEach((unit, k) => (activity[unit] = shares[k]));
    return activity;
  }

  // How much the network thinks of each memory now, 0 to 1: its activity, or, where there is none,
  // how far its overlap stands out from the median one.
  lights(overlaps) {
    if (this.data.activity) return this.activity();
    const median = overlaps.toSorted((a, b) => a - b)[overlaps.length >> 1];
    return overlaps.map((m) => Math.max(0, (m - median) / (1 - median || 1)));
  }

  // In a race: what the active units say of each pixel, weighted by their activity, -1 to +1.
  shades() {
    if (this.data.kind !== "race") return null;
    const [units, shares] = this.data.activity[this.step];
    const sums = new Float64Array(N);
    let total = 0;
    units.forEach((unit, k) => {
      total += shares[k];
      for (let i = 0; i < N; i++) sums[i] += shares[k] * this.patterns[unit][i];
    });
    return total ? sums.map((sum) => sum / total) : sums;
  }

  text() {
    return Array.from(this.state, (value) => SIGNS[Math.round(value) + 1]).join("");
  }

  // A stored pattern by its number and its label.
  digit(index) {
    return [index, this.data.labels[index]];
  }

  // The pixels in which the state differs from a stored digit.
  wrong(index) {
    const units = [];
    for (let i = 0; i < N; i++) {
      if (Math.round(this.state[i]) !== this.patterns[index][i]) units.push(i);
    }
    return units;
  }
}

export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

export function unpack(base64, n) {
  const bytes = bytesOf(base64);
  const bit = (k, i) => (bytes[k * (N / 8) + (i >> 3)] >> (7 - (i & 7))) & 1;
  const pattern = (k) => Int8Array.from({ length: N }, (_, i) => 2 * bit(k, i) - 1);
  return Array.from({ length: n }, (_, k) => pattern(k));
}

function stateOf(text) {
  return Float32Array.from(text, (sign) => SIGNS.indexOf(sign) - 1);
}

function unpackOrder(base64) {
  return new Uint16Array(bytesOf(base64).buffer);
}

export function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < N; i++) sum += a[i] * b[i];
  return sum;
}
