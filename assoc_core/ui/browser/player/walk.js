// The walks that a recall can be walked by, and the one that is chosen.

import { say } from "../shared/say.js";

// Offer those that there are; -> the one chosen, the one before if there is it still.
export function offerWalks(select, { inSweeps, orders }) {
  const walks = ["flip", ...(inSweeps ? ["sweep"] : []), ...(orders ? ["neuron"] : [])];
  const chosen = walks.includes(select.value) ? select.value : "flip";
  select.replaceChildren(...walks.map((walk) => new Option(say(["walk", walk]), walk)));
  select.hidden = walks.length === 1;
  select.value = chosen;
  return chosen;
}
