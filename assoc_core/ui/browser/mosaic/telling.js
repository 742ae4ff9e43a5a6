// A tile in words: whose it is, and what is to be seen on it.

import { N } from "constants";
import { named, place, say, significant } from "../shared/say.js";

export function nameOf(sheet, tile) {
  if (sheet.kind === "patterns") return named([tile, sheet.labels[tile]]);
  return say("mosaic.unit", { place: place(tile) });
}

export function seenOn(sheet, tile) {
  if (sheet.kind === "patterns") {
    const white = sheet.whites[tile];
    return say("mosaic.matches", { white, black: N - white });
  }
  const [[most, high], [least, low]] = [sheet.most[tile], sheet.least[tile]];
  return say("mosaic.listens", {
    most: place(most),
    high: significant(high, 3),
    least: place(least),
    low: significant(low, 3),
  });
}

export function told(sheet, tile) {
  return say("mosaic.told", { name: nameOf(sheet, tile), seen: seenOn(sheet, tile) });
}
