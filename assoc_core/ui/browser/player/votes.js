// What pushes a pixel: the votes of the other pixels, or of the memories. Pure; draws nothing.

import { N } from "constants";
import { dot } from "../shared/replay.js";

const NONE = 1e-9; // a sum of votes up to this is none

// Which value a sum of votes wants: +1, -1, or 0 if none.
export function wish(sum) {
  return Math.abs(sum) < NONE ? 0 : Math.sign(sum);
}

// The votes for white, those for black, and their sum.
export function totals(votes) {
  const total = (sign) => votes.reduce((sum, vote) => sum + (vote * sign > 0 ? vote : 0), 0);
  return { white: total(1), black: total(-1), sum: votes.reduce((sum, vote) => sum + vote, 0) };
}

// By how much the energy changes if a pixel of this value takes the one that the sum wants.
export function energyOf(sum, value) {
  return -Math.abs(sum) * Math.abs(wish(sum) - value);
}

// What each memory contributes to a pixel: its attention, or for binary units half the energy
// that it gives to the value +1 over the value -1. For "exp" in shares, whose sum has h's sign.
export function memoryVotes(replay, unit) {
  const { data, state, patterns } = replay;
  if (data.kind === "attention") {
    const activity = replay.activity();
    return patterns.map((pattern, k) => activity[k] * pattern[unit]);
  }
  const others = patterns.map((pattern) => dot(pattern, state) - pattern[unit] * state[unit]);
  const votes = data.power === "exp" ? shares(others) : others.map((z) => steepness(z, data.power));
  return patterns.map((pattern, k) => votes[k] * pattern[unit]);
}

// exp z as shares of all.
function shares(values) {
  const top = Math.max(...values);
  const weights = values.map((z) => Math.exp(z - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

// Half the difference of F(z) = N (z/N)^power around z, one pixel more and one less.
function steepness(z, power) {
  const energy = (overlap) => N * (overlap / N) ** power;
  return (energy(z + 1) - energy(z - 1)) / 2;
}

// How many pixels of a digit agree with a state, differ from it, and are unknown in it; `overlap`
// is the sum of all products, which for real states is not the difference of the two.
export function match(digit, state) {
  const products = state.map((value, i) => value * digit[i]);
  const count = (sign) => products.reduce((n, product) => n + (product === sign), 0);
  const sum = products.reduce((all, product) => all + product, 0);
  return { products, agree: count(1), differ: count(-1), unknown: count(0), sum };
}
