// Memories that compete: bars, the line at which one dies, and who died in this step.

import { number, say } from "../shared/say.js";
import { ranked, showBars } from "./bars.js";

const N_BARS = 6;

export class Race {
  constructor(panel) {
    this.panel = panel;
    this.facts = panel.querySelector(".facts");
    this.bars = panel.querySelector(".voters");
  }

  render(replay) {
    const { data, step } = replay;
    if (!data.activity || this.panel.hidden) return;
    const race = data.kind === "race";
    const activity = replay.activity();
    const order = ranked(activity).filter((k) => activity[k] > 0);
    const text = (share) => (race ? number(share * data.leader[step], 1) : number(share, 3));
    const bars = order.slice(0, N_BARS).map((k) => {
      return { index: k, share: activity[k], text: text(activity[k]) };
    });
    const line = race ? data.killLine[step] / data.leader[step] : null;
    this.facts.textContent = race ? raceFacts(replay, activity, order) : attentionFacts(activity);
    showBars(this.bars, replay, bars, line);
  }
}

function raceFacts({ data, step }, activity, [first, second]) {
  const facts = {
    n: data.curve[step],
    died: step ? data.curve[step - 1] - data.curve[step] : 0,
    sum: number(data.sum[step], 1),
    epsilon: number(data.epsilon[step], 5),
    line: number(data.killLine[step], 1),
  };
  if (second === undefined) return say("race.facts", facts);
  const lead = number((activity[first] - activity[second]) * data.leader[step], 2);
  return `${say("race.facts", facts)} ${say("race.lead", { lead })}`;
}

function attentionFacts(activity) {
  const n = 1 / activity.reduce((sum, share) => sum + share * share, 0);
  return say("race.attention", { n: number(n, 1) });
}
