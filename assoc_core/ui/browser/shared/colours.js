// Colours as [red, green, blue].

import { AGAINST, BLACK, FOR, NOTHING, PALEST, UNKNOWN } from "constants";

const PALE = [245, 245, 245]; // a signed 0 beside white pixels

export function css(colour) {
  return `rgb(${colour.join(" ")})`;
}

// A colour on the way from one to another, 0 to 1.
export function between(from, to, share) {
  return from.map((part, k) => part + share * (to[k] - part));
}

// -1 black to +1 white.
export function grey(value) {
  return between(BLACK, PALEST, (1 + value) / 2).map(Math.round);
}

// -1 to +1, from orange to blue.
export function signed(share, nothing = PALE) {
  return between(nothing, share < 0 ? AGAINST : FOR, Math.abs(share));
}

// An unknown pixel that is held to be -1 to +1 is darker or lighter.
export function unknown(shade) {
  return between(UNKNOWN, shade < 0 ? BLACK : PALEST, 0.8 * Math.abs(shade));
}

// Of each grey value in a picture of weights.
export const WEIGHTS = Array.from({ length: 256 }, (_, value) =>
  signed((value - NOTHING) / 127, PALEST).map(Math.round),
);
