// Many small pictures on one sheet, with zoom and pan, and one of them enlarged beside it.

const SIDE = 28; // pixels of a tile
const GAP = 1; // pixels between two tiles
const CELL = SIDE + GAP;
const NOTHING = 128; // the grey value of a weight 0; see mosaic.py
const [BLUE, ORANGE] = [[38, 110, 214], [214, 92, 16]];
const MOST_ZOOM = 14;
const SLOP = 5; // CSS pixels: a pointer that moves less has clicked

function colourOf(grey) {
  const share = (grey - NOTHING) / 127;
  const toward = share > 0 ? BLUE : ORANGE;
  return toward.map((part) => Math.round(255 + Math.abs(share) * (part - 255)));
}

const COLOURS = Array.from({ length: 256 }, (_, grey) => colourOf(grey));

class Mosaic {
  constructor(root) {
    this.root = root.querySelector(".weights");
    this.find = (selector) => this.root.querySelector(selector);
    this.part = (testid) => this.find(`[data-testid="${testid}"]`);
    this.frame = this.part("mosaic");
    this.pointers = new Map();
    this.at = 0; // the tile that is pointed at
    this.view = { zoom: 1, x: 0, y: 0 };
    this.listen();
  }

  listen() {
    const { frame } = this;
    this.part("zoom-in").onclick = () => this.zoomBy(1.6);
    this.part("zoom-out").onclick = () => this.zoomBy(1 / 1.6);
    this.part("whole").onclick = () => this.see(1, 0, 0);
    frame.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    frame.onpointerdown = (event) => this.press(event);
    frame.onpointermove = (event) => this.move(event);
    frame.onpointerup = (event) => this.lift(event, true);
    frame.onpointercancel = (event) => this.lift(event, false);
    frame.onpointerleave = () => this.point(null);
    frame.onfocus = () => frame.matches(":focus-visible") && this.point(this.at);
    frame.onblur = () => this.point(null);
    frame.onkeydown = (event) => this.key(event);
    new ResizeObserver(() => this.see(this.view.zoom, this.view.x, this.view.y)).observe(frame);
  }

  async load(data) {
    const fresh = this.data?.picture !== data.picture;
    this.data = data;
    this.root.classList.toggle("projector", data.projector);
    if (fresh) {
      this.root.dataset.ready = "false";
      await this.draw(data);
      if (this.data !== data) return;
      this.see(1, 0, 0);
      this.point(null);
    }
    this.choose(data.tile);
    this.root.dataset.ready = "true";
  }

  async draw({ picture, columns, n }) {
    const image = new Image();
    image.src = picture;
    await image.decode();
    const greys = this.greysOf(image);
    this.lines = image.height / SIDE;
    this.span = Math.max(columns, this.lines); // the sheet is square
    const canvas = this.find(".tiles");
    canvas.width = canvas.height = this.span * CELL - GAP;
    const sheet = canvas.getContext("2d");
    this.tiles = Array.from({ length: n }, (_, k) => this.tile(greys, image.width, k));
    this.tiles.forEach((tile, k) => {
      sheet.putImageData(tile, (k % columns) * CELL, Math.floor(k / columns) * CELL);
    });
  }

  greysOf(image) {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  }

  tile(greys, width, k) {
    const tile = new ImageData(SIDE, SIDE);
    const [left, top] = [(k % this.data.columns) * SIDE, Math.floor(k / this.data.columns) * SIDE];
    for (let i = 0; i < SIDE * SIDE; i++) {
      const from = 4 * ((top + Math.floor(i / SIDE)) * width + left + (i % SIDE));
      tile.data.set([...COLOURS[greys[from]], 255], 4 * i);
    }
    return tile;
  }

  // The view: `zoom` times as large, the sheet's corner at (x, y), always covering the frame.
  see(zoom, x, y) {
    const size = this.frame.clientWidth;
    const held = (offset) => Math.min(0, Math.max(size - size * zoom, offset));
    this.view = { zoom, x: held(x), y: held(y) };
    this.find(".sheet").style.transform = `translate(${this.view.x}px, ${this.view.y}px) scale(${zoom})`;
    this.find(".sheet").style.setProperty("--zoom", zoom);
    this.root.classList.toggle("zoomed", zoom > 1);
    this.root.dataset.zoom = zoom.toFixed(2);
    this.find(".zoom").textContent = `${zoom.toLocaleString("en", { maximumFractionDigits: 1 })} ×`;
    this.part("zoom-in").disabled = zoom >= MOST_ZOOM;
    this.part("zoom-out").disabled = this.part("whole").disabled = zoom <= 1;
  }

  // `place` (in the frame) stays where it is; by default its middle, or the tile pointed at.
  zoomBy(factor, place = this.middle()) {
    const { zoom, x, y } = this.view;
    const next = Math.min(MOST_ZOOM, Math.max(1, zoom * factor));
    this.see(next, place.x - (place.x - x) * (next / zoom), place.y - (place.y - y) * (next / zoom));
  }

  middle() {
    return { x: this.frame.clientWidth / 2, y: this.frame.clientHeight / 2 };
  }

  wheel(event) {
    if (event.deltaY > 0 && this.view.zoom <= 1) return; // nothing to zoom out of: scroll the page
    event.preventDefault();
    this.zoomBy(Math.exp(-event.deltaY / 300), this.placeOf(event));
  }

  placeOf(event) {
    const { left, top } = this.frame.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  press(event) {
    this.pointers.set(event.pointerId, this.placeOf(event));
    this.moved = this.pointers.size > 1 ? SLOP : 0;
    if (this.view.zoom > 1 || this.pointers.size > 1) this.frame.setPointerCapture(event.pointerId);
  }

  move(event) {
    const place = this.placeOf(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      this.point(this.tileAt(place));
      return;
    }
    const [other] = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    this.pointers.set(event.pointerId, place);
    this.moved += Math.hypot(place.x - before.x, place.y - before.y);
    if (other) this.pinch(before, place, other);
    else if (this.moved >= SLOP) this.see(this.view.zoom, this.view.x + place.x - before.x, this.view.y + place.y - before.y);
  }

  pinch(before, after, other) {
    const apart = (place) => Math.max(1, Math.hypot(place.x - other.x, place.y - other.y));
    const between = { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 };
    this.zoomBy(apart(after) / apart(before), between);
  }

  lift(event, clicked) {
    const known = this.pointers.delete(event.pointerId);
    const tile = this.tileAt(this.placeOf(event));
    if (known && clicked && this.moved < SLOP && tile !== null) this.ask(tile);
  }

  tileAt({ x, y }) {
    const cell = (this.frame.clientWidth / this.span) * this.view.zoom;
    const column = Math.floor((x - this.view.x) / cell);
    const line = Math.floor((y - this.view.y) / cell);
    const tile = line * this.data.columns + column;
    return column >= 0 && column < this.data.columns && line >= 0 && tile < this.data.n ? tile : null;
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { columns, n } = this.data;
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    const next = this.at + (step ?? 0);
    if (step && next >= 0 && next < n) this.reach(next);
    else if (event.key === "Enter" || event.key === " ") this.ask(this.at);
    else if (event.key === "+" || event.key === "=") this.zoomBy(1.6, this.centreOf(this.at));
    else if (event.key === "-") this.zoomBy(1 / 1.6, this.centreOf(this.at));
    else if (event.key === "0") this.see(1, 0, 0);
    else if (!step) return;
    event.preventDefault();
    event.stopPropagation();
  }

  // Point at a tile with the keyboard, and bring it into the frame.
  reach(tile) {
    this.point(tile);
    const { x, y } = this.centreOf(tile);
    const size = this.frame.clientWidth;
    const margin = (size / this.span) * this.view.zoom;
    const shift = (place) => Math.max(0, margin - place) + Math.min(0, size - margin - place);
    this.see(this.view.zoom, this.view.x + shift(x), this.view.y + shift(y));
  }

  centreOf(tile) {
    const cell = (this.frame.clientWidth / this.span) * this.view.zoom;
    const { columns } = this.data;
    return {
      x: this.view.x + ((tile % columns) + 0.5) * cell,
      y: this.view.y + (Math.floor(tile / columns) + 0.5) * cell,
    };
  }

  mark(name, tile) {
    const mark = this.find(name);
    mark.toggleAttribute("data-on", tile !== null);
    if (tile === null) return;
    const share = (index) => `${(100 * index * CELL) / (this.span * CELL - GAP)}%`;
    const { columns } = this.data;
    mark.style.left = share(tile % columns);
    mark.style.top = share(Math.floor(tile / columns));
    mark.style.width = mark.style.height = `${(100 * SIDE) / (this.span * CELL - GAP)}%`;
  }

  point(tile) {
    if (!this.data || !this.tiles) return;
    this.mark(".pointed", tile);
    if (tile !== null) this.at = tile;
    const text = tile === null ? "" : `${this.data.names[tile]}: ${this.data.says[tile]}`;
    this.find(".says").textContent = text ? `Pointed at: ${text}` : "";
    clearTimeout(this.saying);
    this.saying = setTimeout(() => (this.find(".live").textContent = text), 400);
  }

  ask(tile) {
    this.at = tile;
    this.choose(tile);
    this.setStateValue("tile", tile);
  }

  choose(tile) {
    const { names, says, own } = this.data;
    this.mark(".chosen", tile);
    this.find(".large canvas").getContext("2d").putImageData(this.tiles[tile], 0, 0);
    this.find(".large canvas").setAttribute("aria-label", `${names[tile]}: ${says[tile]}`);
    this.find(".name").textContent = names[tile];
    this.find(".listens").textContent = says[tile];
    const self = this.find(".self");
    self.hidden = !own;
    self.style.left = `${(100 * (tile % SIDE)) / SIDE}%`;
    self.style.top = `${(100 * Math.floor(tile / SIDE)) / SIDE}%`;
    this.root.dataset.tile = tile;
  }
}
