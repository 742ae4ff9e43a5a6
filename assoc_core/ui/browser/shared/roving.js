// Many buttons, one stop of the Tab key: the arrow keys go from one to the next, row by row.

export class Roving {
  constructor(buttons) {
    this.buttons = buttons;
    for (const button of buttons) {
      button.onfocus = () => this.stopAt(button);
      button.onkeydown = (event) => this.key(event, button);
    }
    this.stopAt(buttons[0]);
  }

  stopAt(button) {
    for (const other of this.buttons) other.tabIndex = other === button ? 0 : -1;
  }

  key(event, button) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const offered = this.offered();
    const row = rowLength(offered);
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -row, ArrowDown: row }[event.key];
    if (!step) return;
    event.stopPropagation();
    event.preventDefault();
    offered[offered.indexOf(button) + step]?.focus();
  }

  offered() {
    return this.buttons.filter((button) => button.checkVisibility());
  }
}

function rowLength(buttons) {
  const { top } = buttons[0].getBoundingClientRect();
  const first = buttons.findIndex((button) => button.getBoundingClientRect().top > top + 1);
  return first < 0 ? buttons.length : first;
}
