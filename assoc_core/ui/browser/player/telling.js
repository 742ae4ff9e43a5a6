// Where a recall is, in words.

import { N } from "constants";
import { named, number, place, say, where } from "../shared/say.js";

const COLOURS = ["black", "unknown", "white"];

export function colour(value) {
  return say(["colour", COLOURS[Math.round(value) + 1]]);
}

export function closest(replay, nearest, overlap) {
  const facts = { digit: named(replay.digit(nearest)), overlap: number(overlap, 3) };
  return say("wall.closest", facts);
}

// For those who do not see the picture.
export function described(replay, nearest) {
  const facts = { where: where(replay), digit: named(replay.digit(nearest)) };
  if (!countsWrong(replay)) return say("picture.at", facts);
  return say("picture.wrong", { ...facts, n: replay.wrong(replay.data.target).length });
}

export function pixel(replay, unit) {
  return say("picture.pixel", { place: place(unit), colour: colour(replay.state[unit]) });
}

// How far it still is.
export function onTheWay(replay) {
  const { data, state } = replay;
  if (data.kind === "race") {
    const n = state.reduce((count, value) => count + (value === 0), 0);
    return say("outcome.undecided", { n, of: N });
  }
  if (data.target === null) return "";
  const digit = named(replay.digit(data.target));
  return say("outcome.wrong", { n: replay.wrong(data.target).length, of: N, digit });
}

// Whether pixels can be wrong: those of a race are still open.
export function countsWrong({ data }) {
  return data.target !== null && data.kind !== "race";
}
