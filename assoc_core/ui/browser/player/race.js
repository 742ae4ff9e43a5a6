// Memories that compete: bars, the line at which one dies, and who died in this step.

const RACES = { race: "Race", attention: "Attention" };
const N_BARS = 6;

class Race {
  constructor(panel) {
    this.panel = panel;
  }

  render(replay) {
    const { data, step } = replay;
    if (!data.activity || this.panel.hidden) return;
    const activity = replay.activity();
    const largest = ranked(activity).filter((k) => activity[k] > 0);
    this.panel.querySelector(".facts").textContent =
      data.kind === "race" ? raceFacts(replay, activity, largest) : attentionFacts(activity, largest);
    const bars = largest.slice(0, N_BARS).map((k) => ({
      index: k,
      share: activity[k],
      text: data.kind === "race" ? number(activity[k] * data.leader[step], 1) : number(activity[k], 3),
    }));
    const line = data.kind === "race" ? data.killLine[step] / data.leader[step] : null;
    buildBars(this.panel.querySelector(".voters"), replay, bars, line);
  }
}

function ranked(values) {
  return values.map((_, k) => k).sort((a, b) => values[b] - values[a]);
}

function raceFacts(replay, activity, largest) {
  const { data, step } = replay;
  const [first, second] = largest;
  const gap = second === undefined ? 0 : (activity[first] - activity[second]) * data.leader[step];
  const died = step ? data.curve[step - 1] - data.curve[step] : 0;
  return (
    `${data.curve[step]} in the race, ${died} died in this step. ` +
    `S = ${number(data.sum[step], 1)}, ε = ${number(data.epsilon[step], 5)}: at or below ` +
    `εS / (1 + ε) = ${number(data.killLine[step], 1)} (the line) a unit dies next. ` +
    (second === undefined ? "" : `Lead ${number(gap, 2)}.`)
  );
}

function attentionFacts(activity, largest) {
  const effective = 1 / activity.reduce((sum, share) => sum + share * share, 0);
  return `The state becomes the mean of the memories, weighted by attention: as if ${number(effective, 1)} had a say.`;
}

// Bars of shares, 0 to 1 or signed, each with its digit; `line` marks a share.
function buildBars(list, replay, bars, line = null) {
  list.replaceChildren(
    ...bars.map(({ index, share, text }) => {
      const item = document.createElement("li");
      const [name, track, bar, value] = ["span", "i", "b", "span"].map((tag) => document.createElement(tag));
      name.textContent = named(replay, index);
      value.textContent = text;
      track.className = "track";
      bar.className = share < 0 ? "against" : "for";
      bar.style.width = `${(100 * Math.min(1, Math.abs(share))).toFixed(1)}%`;
      track.append(bar);
      if (line !== null) {
        const mark = document.createElement("u");
        mark.style.left = `${(100 * Math.min(1, line)).toFixed(1)}%`;
        track.append(mark);
      }
      item.append(thumbnail(replay.patterns[index], named(replay, index)), name, track, value);
      return item;
    }),
  );
}
