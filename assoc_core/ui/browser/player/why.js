// Two questions: why does this pixel have its value, and how well does this digit match?

class Why {
  constructor(panel) {
    this.panel = panel;
    this.find = (selector) => panel.querySelector(selector);
    this.pictures = ["", "", ""].map(() => thumbnail(new Float32Array(N), ""));
    this.captions = this.pictures.map(() => document.createElement("figcaption"));
    const figures = this.pictures.map((picture, k) => {
      const figure = document.createElement("figure");
      figure.append(picture, this.captions[k]);
      return figure;
    });
    this.find(".sum").append(figures[0], "×", figures[1], "=", figures[2]);
    this.begin();
    this.unit = null;
  }

  begin() {
    this.digit = null;
  }

  // data.why is {unit, row}: the pixel asked about and what it listens to, 784 weights.
  load(data) {
    this.unit = data.why ? data.why.unit : null;
    const row = data.why?.row;
    this.weights = row ? new Float64Array(bytesOf(row).buffer) : null;
  }

  render(replay) {
    const ofPixel = this.digit === null && this.unit !== null;
    this.find(".sum").hidden = this.digit === null && !(ofPixel && this.weights);
    this.find(".voters").hidden = !ofPixel || Boolean(this.weights);
    if (this.digit !== null) this.showMatch(replay);
    else if (ofPixel && this.weights) this.showVotes(replay);
    else if (ofPixel) this.showVoters(replay);
    else this.say("Click a pixel of the picture, or one of the stored digits.", "");
  }

  say(question, answer) {
    this.find(".question").textContent = question;
    this.find(".answer").textContent = answer;
  }

  caption(...captions) {
    captions.forEach((caption, k) => {
      this.captions[k].textContent = caption;
      this.pictures[k].setAttribute("aria-label", caption);
    });
  }

  showVotes(replay) {
    const votes = this.weights.map((weight, i) => weight * replay.state[i]);
    paintSigned(this.pictures[0], this.weights);
    paintState(this.pictures[1], replay.state);
    paintSigned(this.pictures[2], votes);
    this.caption("what it listens to", "the state", "the votes");
    this.say(`Pixel ${place(this.unit)} adds up the votes of the others.`, answer(votes, replay.state[this.unit]));
  }

  // Networks without weights: every memory has a vote on the pixel.
  showVoters(replay) {
    const votes = memoryVotes(replay, this.unit);
    const sum = votes.reduce((total, vote) => total + vote, 0);
    const order = ranked(votes.map(Math.abs));
    const most = Math.max(1e-300, Math.abs(votes[order[0]]));
    const top = order.slice(0, 5);
    const rest = sum - top.reduce((total, k) => total + votes[k], 0);
    const bars = top.map((k) => ({ index: k, share: votes[k] / most, text: number(votes[k], 3) }));
    buildBars(this.find(".voters"), replay, bars);
    this.say(`Each memory votes on pixel ${place(this.unit)} as it is there, with the weight it has now.`, "");
    const others = `The ${votes.length - top.length} others: ${number(rest, 3)}. `;
    this.find(".answer").textContent = `${others}All votes make ${number(sum, 3)}: ${wish(sum, replay)}`;
  }

  // A race compares the digits with the cue, the other networks compare them with the state.
  showMatch(replay) {
    const race = replay.data.kind === "race";
    const shown = race ? replay.cue : replay.state;
    const digit = replay.patterns[this.digit];
    const matches = shown.map((value, i) => value * digit[i]);
    paintState(this.pictures[0], digit);
    paintState(this.pictures[1], shown);
    paintSigned(this.pictures[2], matches);
    this.caption("the digit", race ? "the cue" : "the state", "agree or not");
    this.say(`How well does stored digit ${named(replay, this.digit)}, match?`, matchSum(matches, race));
  }
}

function answer(votes, value) {
  const field = votes.reduce((sum, vote) => sum + vote, 0);
  const total = (sign) => votes.reduce((sum, vote) => sum + (vote * sign > 0 ? vote : 0), 0);
  const digits = votes.every(Number.isInteger) ? 0 : 3;
  const [white, black, h] = [total(1), total(-1), field].map((sum) => number(sum, digits));
  return `${white} for white (blue) and ${black} for black (orange) make h = ${h}: ${outcome(field, value, digits)}`;
}

function outcome(field, value, digits) {
  if (Math.abs(field) < 1e-9) return "no push either way, so the pixel keeps its value.";
  const wanted = field > 0 ? "white" : "black";
  if (Math.sign(field) === value) return `${wanted}, as it is.`;
  const change = number(-Math.abs(field) * (value ? 2 : 1), digits);
  const now = value ? (value > 0 ? "white" : "black") : "unknown";
  return `${wanted}. The pixel is ${now}; to change it would change E by ${change}.`;
}

function matchSum(matches, race) {
  const count = (sign) => matches.reduce((n, match) => n + (match === sign), 0);
  const [agree, differ, unknown] = [count(1), count(-1), count(0)];
  const counted = `${agree} pixels agree (blue), ${differ} differ (orange), ${unknown} are unknown: `;
  if (!race) return `${counted}overlap (${agree} − ${differ}) / ${N} = ${number((agree - differ) / N, 3)}.`;
  return `${counted}its unit starts at ${agree} + ${unknown} / 2 = ${agree + unknown / 2}.`;
}

// What each memory contributes to a pixel: its attention, or for binary units half the energy
// that it gives to the value +1 over the value -1. For "exp" in shares, whose sum has h's sign.
function memoryVotes(replay, unit) {
  const { data, state, patterns } = replay;
  if (data.kind === "attention") {
    const activity = replay.activity();
    return patterns.map((pattern, k) => activity[k] * pattern[unit]);
  }
  const others = patterns.map((pattern) => dot(pattern, state) - pattern[unit] * state[unit]);
  if (data.power === "exp") {
    const top = Math.max(...others);
    const weights = others.map((z) => Math.exp(z - top));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return patterns.map((pattern, k) => (weights[k] / total) * pattern[unit]);
  }
  const energy = (z) => N * (z / N) ** data.power;
  return patterns.map((pattern, k) => {
    return (energy(others[k] + pattern[unit]) - energy(others[k] - pattern[unit])) / 2;
  });
}

function wish(sum, replay) {
  if (Math.abs(sum) < 1e-9) return "no push either way.";
  const colour = sum > 0 ? "white" : "black";
  return replay.data.kind === "attention" ? `its next grey value, ${colour}.` : `${colour}.`;
}
