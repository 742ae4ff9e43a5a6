// A step in its parts, for slow motion: what is done, and which unit it is done to.

import { N } from "constants";
import { number, place, say } from "../shared/say.js";

// From one stop to the next: [{text, unit}]. Several flips at once, and networks without votes to
// add up, are told in two parts.
export function partsOf(replay, from, to) {
  const { data } = replay;
  const n = to.step - from.step;
  if (data.step !== "flip" || n > 1) return inTwo(data, to.step, n).map((text) => ({ text }));
  const unit = to.unit ?? replay.changed(to.step)[0];
  return oneUnit(data, to.step, n, unit).map((text) => ({ text, unit }));
}

function inTwo(data, step, n) {
  if (data.step !== "flip") return [say(["slow", data.step]), say("slow.result")];
  return [say("slow.in_sweep", { sweep: data.sweeps[step] }), say("slow.changed", { n })];
}

function oneUnit(data, step, n, unit) {
  const change = n ? data.energy[step] - data.energy[step - 1] : 0;
  const white = n && data.changes[step - 1][0] % 3 === 2;
  const colour = say(white ? "colour.white" : "colour.black");
  const votes = data.power ? say("slow.memories", { n: data.labels.length }) : say("slow.pixels", { n: N - 1 });
  return [
    say("slow.pick", { place: place(unit) }),
    votes,
    say(["slow", sumSays(data.warm, n, change)], { colour }),
    say(n ? "slow.changes" : "slow.keeps", { colour }),
    n ? say("slow.energy", { change: number(change, 2) }) : say("slow.no_energy"),
  ];
}

// At a temperature chance can be against the sum, and then the energy does not fall.
function sumSays(warm, n, change) {
  if (!n) return warm ? "chance_keeps" : "agrees";
  return warm && change >= 0 ? "chance" : "sum";
}
