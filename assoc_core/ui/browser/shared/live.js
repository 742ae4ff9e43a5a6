// A live region, which is read out: it changes once a second at most.

const REST = 1000; // ms

export class Live {
  constructor(element) {
    this.element = element;
    this.said = -REST;
  }

  say(text) {
    clearTimeout(this.waiting);
    const wait = Math.max(0, this.said + REST - performance.now());
    this.waiting = setTimeout(() => {
      this.said = performance.now();
      this.sayNow(text);
    }, wait);
  }

  sayNow(text) {
    this.element.textContent = text;
  }
}
