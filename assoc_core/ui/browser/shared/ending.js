// How a recall ended: its kind and its facts in words. See model/endings.py.

import { named, namedStored, number, say, sayEach } from "./say.js";

const join = (words, digits) => digits.map(named).join(say(words));
const FACTS = {
  tied: (digits) => join("and", digits),
  members: (digits) => join("plus", digits),
  overlap: (value) => number(value, 2),
  blend: (value) => number(value, 2),
  n: (value) => value,
};

export function title(ending) {
  return say(["ending", "title", ending.kind]);
}

// One by one, for at the projector only the first is shown.
export function sentences(ending) {
  const facts = {};
  for (const [fact, value] of Object.entries(ending.facts)) {
    facts[fact] = (FACTS[fact] ?? named)(value);
    if (!FACTS[fact]) facts[`${fact}_stored`] = namedStored(value);
  }
  return sayEach(["ending", "sentences", ending.kind], facts);
}
