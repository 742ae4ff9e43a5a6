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
    const sweep = data.step === "flip" && step ? ` · sweep ${data.sweeps[step]}` : "";
    this.find(".where").textContent = `${data.step} ${step} of ${steps}${sweep}`;
    this.part("play").textContent = this.playing ? "Pause" : "Play";
    this.part("scrub").value = this.tick;
    const last = this.stops.length - 1;
    for (const testid of ["first", "step-back"]) this.part(testid).disabled = this.tick === 0;
    for (const testid of ["step-forward", "last"]) this.part(testid).disabled = this.tick === last;
    this.find(".wrong").hidden = data.target === null || data.kind === "race";
  },

  // The ending stays hidden until the recall has been walked to its end once; at the projector
  // until the teacher asks for it.
  renderEnding() {
    const { data, step, steps } = this.replay;
    const atEnd = step === steps && !this.playing && (steps > 0 || this.asked);
    this.reached ||= atEnd;
    if (atEnd && !this.revealed && !data.projector) {
      this.revealed = true;
      this.prediction.reveal();
    }
    this.prediction.render();
    this.find(".prediction").hidden = this.revealed || !(data.predict || data.projector);
    this.find(".title").textContent = this.revealed ? data.title : "";
    this.find(".sentence").textContent = this.sentence();
    Object.assign(this.root.dataset, {
      step,
      energy: data.energy ? data.energy[step] : "",
      state: this.replay.text(),
      verdict: this.revealed ? data.verdict : "",
    });
  },

  sentence() {
    const { data, step } = this.replay;
    if (this.saidPart) return this.saidPart.text;
    if (this.revealed) return data.sentence + this.prediction.score();
    if (!step) return data.invitation;
    if (data.target === null) return "";
    const wrong = this.replay.wrong(data.target).length;
    return `${wrong} of ${N} pixels differ from ${named(this.replay, data.target)}.`;
  },

  caption() {
    const { data, step, steps } = this.replay;
    return this.revealed && step === steps ? data.title : `${data.step} ${step} of ${steps}`;
  },

  describe(nearest) {
    const { data, step, steps } = this.replay;
    const { target } = data;
    const wrong = target === null ? "" : `, ${this.replay.wrong(target).length} pixels wrong`;
    const text = `${data.step} ${step} of ${steps}${wrong}, closest ${named(this.replay, nearest)}`;
    this.find(".state").setAttribute("aria-label", `The state at ${text}`);
    clearTimeout(this.saying);
    const say = () => {
      this.said = performance.now();
      this.find(".live").textContent = this.revealed ? `${text}. ${data.title}` : text;
    };
    this.saying = setTimeout(say, Math.max(0, (this.said ?? -1000) + 1000 - performance.now()));
  },
});

// A flip in its parts, for slow motion: what is done, and which unit it is done to.
function stepParts(replay, from, to) {
  const { data } = replay;
  const step = (to ?? from).step;
  const unit = to?.unit ?? replay.changed(step)[0];
  const flips = to !== undefined && to.step !== from.step;
  if (data.step !== "flip" || unit === undefined) {
    return [`${data.step} ${step}: every unit at once`, "and its result"].map((text) => ({ text }));
  }
  const change = flips ? data.energy[step] - data.energy[step - 1] : 0;
  const value = flips && data.changes[step - 1][0] % 3 === 2 ? "white" : "black";
  const texts = [
    `Pick pixel ${place(unit)}.`,
    `Add up the votes of the ${N - 1} others.`,
    flips ? `The sum says ${value}.` : "The sum agrees with the pixel, or is zero.",
    flips ? `It changes to ${value}.` : "It keeps its value.",
    flips ? `The energy changes by ${number(change, 2)}.` : "The energy stays.",
  ];
  return texts.map((text) => ({ text, unit }));
}

// Choosing a pixel with the mouse or the keyboard.
class PixelCursor {
  constructor(frame, choose) {
    this.unit = 14 * 28 + 14;
    const mark = document.createElement("i");
    mark.className = "pixel";
    mark.setAttribute("aria-hidden", "true");
    frame.append(mark);
    const move = (unit) => {
      this.unit = unit;
      mark.style.left = `${((unit % 28) / 28) * 100}%`;
      mark.style.top = `${(Math.floor(unit / 28) / 28) * 100}%`;
    };
    move(this.unit);
    frame.onclick = (event) => {
      const { left, top, width, height } = frame.getBoundingClientRect();
      const at = (offset, size) => Math.max(0, Math.min(27, Math.floor((28 * offset) / size)));
      move(28 * at(event.clientY - top, height) + at(event.clientX - left, width));
      choose(this.unit);
    };
    frame.onkeydown = (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -28, ArrowDown: 28 }[event.key];
      if (step && this.unit + step >= 0 && this.unit + step < N) move(this.unit + step);
      else if (event.key === "Enter") choose(this.unit);
      else if (!step) return;
      event.preventDefault();
      event.stopPropagation();
    };
  }
}
