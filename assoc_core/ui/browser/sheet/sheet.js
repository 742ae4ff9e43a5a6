// The sheet of digits; what is picked on it is reported at every change.

class Sheet {
  constructor(place, data) {
    this.root = place.querySelector(".sheet");
    this.data = data;
    this.picked = new Set(data.picked);
    const patterns = unpack(data.patterns, data.labels.length);
    this.buttons = patterns.map((pattern, k) => this.digit(pattern, k));
    this.roving = new Roving(this.buttons);
    this.root.querySelector(".digits").append(...this.buttons.map(inItem));
    this.filters = ["all", ..."0123456789"].map((label) => this.filter(label));
    this.root.querySelector(".classes").append(...this.filters);
    this.none = this.root.querySelector("[data-testid=pick-none]");
    this.none.onclick = () => this.change(() => this.picked.clear());
    this.show("all");
    this.render();
  }

  digit(pattern, k) {
    const button = document.createElement("button");
    const picture = thumbnail(pattern, named(this, k));
    button.title = picture.getAttribute("aria-label");
    button.append(picture);
    button.onclick = () => this.toggle(k);
    return button;
  }

  filter(label) {
    const button = document.createElement("button");
    button.textContent = label;
    button.onclick = () => this.show(label);
    return button;
  }

  show(label) {
    for (const button of this.filters) {
      button.setAttribute("aria-pressed", button.textContent === label);
    }
    this.buttons.forEach((button, k) => {
      button.parentElement.hidden = label !== "all" && this.data.labels[k] !== Number(label);
    });
    this.roving.stopAt(this.buttons.find((button) => !button.parentElement.hidden));
  }

  toggle(k) {
    this.change(() => {
      if (!this.picked.delete(k) && this.picked.size < this.data.most) this.picked.add(k);
    });
  }

  change(act) {
    act();
    this.render();
    this.report([...this.picked]);
  }

  render() {
    this.buttons.forEach((button, k) => button.setAttribute("aria-pressed", this.picked.has(k)));
    const { beyond, most } = this.data;
    const more = beyond ? `, ${beyond} more not on this sheet` : "";
    const full = this.picked.size === most ? ": no more can be stored" : "";
    this.root.querySelector("[role=status]").textContent = `${this.picked.size} picked${more}${full}`;
    this.none.disabled = !this.picked.size;
  }
}

const sheets = new WeakMap(); // the place of the element -> its Sheet, kept over reruns

export default function ({ data, parentElement, setStateValue }) {
  if (!sheets.has(parentElement)) sheets.set(parentElement, new Sheet(parentElement, data));
  sheets.get(parentElement).report = (picked) => setStateValue("picked", picked);
}
