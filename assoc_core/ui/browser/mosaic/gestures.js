// Wheel, mouse and fingers on a frame: they move and zoom a view, point at places and click them.

const SLOP = 5; // CSS pixels: a pointer that moves less has clicked

export class Gestures {
  // `acts` are called: `moved` after the view has changed, `pointed` and `clicked` with a place.
  constructor(frame, view, acts) {
    Object.assign(this, { frame, view, acts });
    this.pointers = new Map(); // those that are down, and where
    frame.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    frame.onpointerdown = (event) => this.press(event);
    frame.onpointermove = (event) => this.move(event);
    frame.onpointerup = (event) => this.lift(event, true);
    frame.onpointercancel = (event) => this.lift(event, false);
    frame.onpointerleave = () => acts.pointed(null);
  }

  placeOf(event) {
    const { left, top } = this.frame.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  wheel(event) {
    if (event.deltaY > 0 && this.view.zoom <= 1) return; // nothing to zoom out of: scroll the page
    event.preventDefault();
    this.view.zoomBy(Math.exp(-event.deltaY / 300), this.placeOf(event));
    this.acts.moved();
  }

  press(event) {
    this.pointers.set(event.pointerId, this.placeOf(event));
    this.way = this.pointers.size > 1 ? SLOP : 0;
    if (this.view.zoom > 1 || this.pointers.size > 1) this.frame.setPointerCapture(event.pointerId);
  }

  move(event) {
    const place = this.placeOf(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      this.acts.pointed(place);
      return;
    }
    const [other] = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    this.pointers.set(event.pointerId, place);
    this.way += Math.hypot(place.x - before.x, place.y - before.y);
    if (other) this.pinch(before, place, other);
    else if (this.way >= SLOP) this.view.moveBy(place.x - before.x, place.y - before.y);
    this.acts.moved();
  }

  pinch(before, after, other) {
    const apart = (place) => Math.max(1, Math.hypot(place.x - other.x, place.y - other.y));
    const between = { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 };
    this.view.zoomBy(apart(after) / apart(before), between);
  }

  lift(event, up) {
    const known = this.pointers.delete(event.pointerId);
    if (known && up && this.way < SLOP) this.acts.clicked(this.placeOf(event));
  }
}
