// Bars beside the names of stored patterns.

import { thumbnail } from "../shared/drawing.js";
import { named } from "../shared/say.js";

const percent = (share) => `${(100 * Math.min(1, Math.abs(share))).toFixed(1)}%`;

// The numbers of the values, the largest first.
export function ranked(values) {
  return values.map((_, k) => k).toSorted((a, b) => values[b] - values[a]);
}

// Fill the list with bars of shares, 0 to 1 or signed; `line` marks a share.
export function showBars(list, replay, bars, line = null) {
  list.replaceChildren(...bars.map((bar) => item(replay, bar, line)));
}

function item(replay, { index, share, text }, line) {
  const [whole, name, track, bar, value] = ["li", "span", "i", "b", "span"].map((tag) =>
    document.createElement(tag),
  );
  name.textContent = named(replay.digit(index));
  value.textContent = text;
  track.className = "track";
  bar.className = share < 0 ? "against" : "for";
  bar.style.width = percent(share);
  track.append(bar);
  if (line !== null) {
    const mark = document.createElement("u");
    mark.style.left = percent(line);
    track.append(mark);
  }
  whole.append(thumbnail(replay.patterns[index], name.textContent), name, track, value);
  return whole;
}
