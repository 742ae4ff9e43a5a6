// Where the sheet of tiles lies in its square frame, and which tile is where on it. Pure.
// Places and sizes are CSS pixels from the frame's corner.

import { SIDE } from "constants";

const GAP = 1; // pixels of the sheet between two tiles, where one is SIDE wide
export const CELL = SIDE + GAP;
export const MOST_ZOOM = 14;

export class View {
  constructor() {
    this.size = 0; // of the frame
    this.columns = this.span = 1; // tiles in a row, and on a side of the sheet, which is square
    this.n = 0;
    this.see(1, 0, 0);
  }

  // Another sheet, seen whole.
  lay(n, columns) {
    this.n = n;
    this.columns = columns;
    this.span = Math.max(columns, Math.ceil(n / columns));
    this.see(1, 0, 0);
  }

  // `zoom` times as large, the sheet's corner at (x, y), always covering the frame.
  see(zoom, x, y) {
    const held = (offset) => Math.min(0, Math.max(this.size - this.size * zoom, offset));
    this.zoom = zoom;
    this.x = held(x);
    this.y = held(y);
  }

  // What is at a place, by default the middle, stays there.
  zoomBy(factor, place = { x: this.size / 2, y: this.size / 2 }) {
    const zoom = Math.min(MOST_ZOOM, Math.max(1, this.zoom * factor));
    const kept = (at, corner) => at - (at - corner) * (zoom / this.zoom);
    this.see(zoom, kept(place.x, this.x), kept(place.y, this.y));
  }

  moveBy(x, y) {
    this.see(this.zoom, this.x + x, this.y + y);
  }

  get cell() {
    return (this.size / this.span) * this.zoom;
  }

  // The number of the tile at a place, null where there is none.
  tileAt({ x, y }) {
    const column = Math.floor((x - this.x) / this.cell);
    const row = Math.floor((y - this.y) / this.cell);
    const tile = row * this.columns + column;
    return column >= 0 && column < this.columns && row >= 0 && tile < this.n ? tile : null;
  }

  centreOf(tile) {
    const [column, row] = [tile % this.columns, Math.floor(tile / this.columns)];
    return { x: this.x + (column + 0.5) * this.cell, y: this.y + (row + 0.5) * this.cell };
  }

  // Move just so far that a tile is inside the frame.
  bring(tile) {
    const { x, y } = this.centreOf(tile);
    const shift = (at) => Math.max(0, this.cell - at) + Math.min(0, this.size - this.cell - at);
    this.moveBy(shift(x), shift(y));
  }

  // A tile's place on the sheet, and its side, in percent of the sheet.
  onSheet(tile) {
    const percent = (pixels) => (100 * pixels) / this.pixels;
    const [column, row] = [tile % this.columns, Math.floor(tile / this.columns)];
    return { left: percent(column * CELL), top: percent(row * CELL), side: percent(SIDE) };
  }

  // Pixels on a side of the sheet.
  get pixels() {
    return this.span * CELL - GAP;
  }
}
