// What the player shows of the step it is at. Adds to Player; loaded after it.

Object.assign(Player.prototype, {
  render() {
    const { replay } = this;
    const overlaps = replay.overlaps();
    const nearest = replay.nearest(overlaps);
    this.renderPicture();
    this.wall.light(replay.lights(overlaps), overlaps);
    this.find(".nearest").textContent =
      `closest: ${named(replay, nearest)} · overlap ${number(overlaps[nearest], 3)}`;
    this.why.render(replay);
    this.race.render(replay);
    this.renderCurve();
    this.renderBar();
    this.renderEnding();
    this.describe(nearest);
  },

  renderPicture() {
    const { replay } = this;
    const { data } = replay;
    const { target, step } = data;
    paintState(this.find(".state"), replay.state, replay.shades());
    const context = this.find(".marks").getContext("2d");
    context.clearRect(0, 0, 560, 560);
    const wrong = target !== null && data.kind !== "race" && this.part("mark-wrong").checked;
    const known = (unit) => Math.round(replay.state[unit]) !== 0;
    if (wrong) hatch(context, replay.wrong(target).filter(known));
    if (step === "flip") outline(context, this.lookedAt(), "#e8590c");
    if (this.why.unit !== null && data.kind !== "race") outline(context, [this.why.unit], "#3f8cff");
  },

  // The pixel that this step has changed, or that slow motion is about to change.
  lookedAt() {
    if (this.saidPart) return [this.saidPart.unit];
    const { unit } = this.stops[this.tick];
    return unit === undefined ? this.replay.changed(this.replay.step) : [unit];
  },

  renderCurve() {
    const { data, step } = this.replay;
    const [x, y] = this.points[step];
    this.find(".cursor").setAttribute("x1", x);
    this.find(".cursor").setAttribute("x2", x);
    this.find(".dot").style.left = `${x / 4}%`;
    this.find(".dot").style.top = `${y / 0.8}%`;
    const digits = data.curve.every(Number.isInteger) ? 0 : 2;
    const change = step ? data.curve[step] - data.curve[step - 1] : 0;
    const sign = data.energy ? "ΔE = " : "";
    this.find(".value").textContent =
      number(data.curve[step], digits) + (step ? ` · ${sign}${number(change, digits)}` : "");
  },

  renderBar() {
    const { data, step, steps } = this.replay;
    const sweep = data.inSweeps && step ? ` · sweep ${data.sweeps[step]}` : "";
    this.find(".where").textContent = `${data.step} ${step} of ${steps}${sweep}`;
    this.renderTransport();
    this.find(".wrong").hidden = data.target === null || data.kind === "race";
  },

  // The ending stays hidden until the recall has been walked to its end once; at the projector
  // until the teacher asks for it.
  renderEnding() {
    const { data, step, steps } = this.replay;
    const atEnd = step === steps && !this.playing && (steps > 0 || this.asked);
    if (atEnd && !this.revealed && !data.projector) {
      this.revealed = true;
      this.prediction.reveal();
    }
    this.prediction.render(step);
    this.find(".prediction").hidden = this.revealed || !(data.predict || data.projector);
    this.find(".title").textContent = this.endingShown() ? data.title : "";
    this.find(".sentence").textContent = this.sentence();
    Object.assign(this.root.dataset, {
      step,
      energy: data.energy ? data.energy[step] : "",
      state: this.replay.text(),
      verdict: this.revealed ? data.verdict : "",
    });
  },

  sentence() {
    const { data, step, steps } = this.replay;
    if (this.saidPart) return this.saidPart.text;
    if (this.endingShown()) return data.sentence + this.prediction.score();
    if (!step && !this.revealed) return data.invitation;
    return data.projector && !this.revealed && step === steps ? "" : this.onTheWay();
  },

  // The ending stands beside the state that it speaks of, and where it was asked for.
  endingShown() {
    const { step, steps } = this.replay;
    return this.revealed && !this.saidPart && (step === steps || step === this.revealedAt);
  },

  onTheWay() {
    const { data } = this.replay;
    if (data.kind === "race") {
      const open = this.replay.state.reduce((n, value) => n + (value === 0), 0);
      return `${open} of ${N} pixels are still undecided.`;
    }
    if (data.target === null) return "";
    const wrong = this.replay.wrong(data.target).length;
    return `${wrong} of ${N} pixels differ from ${named(this.replay, data.target)}.`;
  },

  caption() {
    const { data, step, steps } = this.replay;
    return this.endingShown() ? data.title : `${data.step} ${step} of ${steps}`;
  },

  describe(nearest) {
    const { data, step, steps } = this.replay;
    const { target } = data;
    const counted = target !== null && data.kind !== "race";
    const wrong = counted ? `, ${this.replay.wrong(target).length} pixels wrong` : "";
    const text = `${data.step} ${step} of ${steps}${wrong}, closest ${named(this.replay, nearest)}`;
    this.find(".state").setAttribute("aria-label", `The state at ${text}`);
    clearTimeout(this.saying);
    const say = () => {
      this.said = performance.now();
      this.find(".live").textContent = this.endingShown() ? `${text}. ${data.title}` : text;
    };
    this.saying = setTimeout(say, Math.max(0, (this.said ?? -1000) + 1000 - performance.now()));
  },
});

// A step in its parts, for slow motion: what is done, and which unit it is done to. Several flips
// at once, and networks without votes to add up, are told in two parts.
function stepParts(replay, from, to) {
  const { data } = replay;
  const { step } = to;
  const unit = to.unit ?? replay.changed(step)[0];
  const n = step - from.step;
  if (data.step !== "flip" || n > 1) {
    const what = data.step === "flip" ? `Sweep ${data.sweeps[step]}` : `The ${data.step}`;
    const result = data.step === "flip" ? `${n} pixels have changed.` : "The result.";
    return [{ text: `${what} is computed.` }, { text: result }];
  }
  const change = n ? data.energy[step] - data.energy[step - 1] : 0;
  const value = n && data.changes[step - 1][0] % 3 === 2 ? "white" : "black";
  const votes = data.power ? `the ${data.labels.length} memories` : `the ${N - 1} other pixels`;
  const texts = [
    `Pick pixel ${place(unit)}.`,
    `Add up the votes of ${votes}.`,
    sumSays(data, n, change, value),
    n ? `It changes to ${value}.` : "It keeps its value.",
    n ? `The energy changes by ${number(change, 2)}.` : "The energy stays.",
  ];
  return texts.map((text) => ({ text, unit }));
}

function sumSays(data, flips, change, value) {
  if (!flips) return data.warm ? "Chance keeps it." : "The sum agrees with the pixel, or is zero.";
  return change > 0 ? `The sum is against it, but chance says ${value}.` : `The sum says ${value}.`;
}

// Choosing a pixel with the mouse or the keyboard.
class PixelCursor {
  constructor(frame, choose, onMove) {
    this.unit = 14 * 28 + 14;
    const mark = document.createElement("i");
    mark.className = "pixel";
    mark.setAttribute("aria-hidden", "true");
    frame.append(mark);
    const move = (unit) => {
      this.unit = unit;
      onMove(unit);
      mark.style.left = `${((unit % 28) / 28) * 100}%`;
      mark.style.top = `${(Math.floor(unit / 28) / 28) * 100}%`;
    };
    frame.onclick = (event) => {
      const { left, top, width, height } = frame.getBoundingClientRect();
      const at = (offset, size) => Math.max(0, Math.min(27, Math.floor((28 * offset) / size)));
      move(28 * at(event.clientY - top, height) + at(event.clientX - left, width));
      choose(this.unit);
    };
    frame.onfocus = () => move(this.unit);
    frame.onkeydown = (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -28, ArrowDown: 28 }[event.key];
      if (step && this.unit + step >= 0 && this.unit + step < N) move(this.unit + step);
      else if (event.key === "Enter") choose(this.unit);
      else if (!step) return;
      event.preventDefault();
      event.stopPropagation();
    };
  }
}
