// What was computed just now, in one line.

import { number, say } from "./say.js";

// `network` and its parameters are told where one network is shown, and not in a race.
export function computed({ n, p, seed, changed, network, ...how }) {
  const facts = { n, p, seed: String(seed), how: network && made(network, how) };
  const line = say(network ? "computed.one" : "computed.race", facts);
  return changed === null ? line : `${line} ${say("computed.changed", { n: changed })}`;
}

function made(network, { rule, power, epsilon, beta, order, warm, temperature }) {
  const facts = {
    rule: rule && say(["computed", "rule", rule]),
    power: power && say(["computed", "power", power]),
    epsilon: epsilon && say(["computed", "epsilon", epsilon]),
    order: order && say(["computed", "order", order]),
    beta,
    temperature,
  };
  return say(["computed", "how", warm ? "warm" : network], facts);
}

// How much two stored patterns resemble each other, and how many of them the network holds; nothing
// where there is only one pattern, or no network that could hold it.
export function ofStored({ likeness, stable, computed: { p } }) {
  const alike = likeness !== null && say("computed.likeness", { overlap: number(likeness, 2) });
  const held = stable !== null && say("computed.stable", { stable, n: p });
  return [alike, held].filter(Boolean).join(" ");
}
