// Many small pictures on one sheet, with zoom and pan, and one of them enlarged beside it.

import { SIDE } from "constants";
import { shows } from "../shared/entry.js";
import { number, say } from "../shared/say.js";
import { Gestures } from "./gestures.js";
import { nameOf, seenOn, told } from "./telling.js";
import { tilesOf } from "./tiles.js";
import { CELL, MOST_ZOOM, View } from "./view.js";

const ZOOM = 1.6; // of a key or a button
const PAUSE = 400; // ms before the tile that is pointed at is read out

export class Mosaic {
  constructor(place) {
    this.root = place.querySelector(".weights");
    this.find = (selector) => this.root.querySelector(selector);
    this.part = (testid) => this.find(`[data-testid="${testid}"]`);
    this.frame = this.part("mosaic");
    this.view = new View();
    this.at = 0; // the tile that is pointed at
    this.listen();
  }

  listen() {
    const { frame, view } = this;
    this.part("zoom-in").onclick = () => this.zoomBy(ZOOM);
    this.part("zoom-out").onclick = () => this.zoomBy(1 / ZOOM);
    this.part("whole").onclick = () => this.seeWhole();
    this.gestures = new Gestures(frame, view, {
      moved: () => this.renderView(),
      pointed: (place) => this.point(place && this.view.tileAt(place)),
      clicked: (place) => this.ask(this.view.tileAt(place)),
    });
    frame.onfocus = () => frame.matches(":focus-visible") && this.point(this.at);
    frame.onblur = () => this.point(null);
    frame.onkeydown = (event) => this.key(event);
    new ResizeObserver(() => this.resize()).observe(frame);
  }

  // `data` says which sheet, and which tile is enlarged; the sheet is text, read if it is new.
  load(data) {
    this.shown = data;
    this.root.classList.toggle("projector", data.projector);
    if (this.id !== data.id) this.begin(data.id, JSON.parse(data.mosaic));
    else if (this.tiles) this.choose(data.tile); // else its picture decodes, and begin() goes on
  }

  async begin(id, sheet) {
    this.id = id;
    this.tiles = undefined;
    this.root.dataset.ready = "false";
    const tiles = await tilesOf(sheet).catch(() => undefined);
    if (this.id !== id) return; // meanwhile another sheet has come
    if (!tiles) {
      this.id = undefined; // so that the next run tries it again
      return;
    }
    Object.assign(this, { sheet, tiles });
    this.view.lay(sheet.n, sheet.columns);
    this.draw();
    this.resize();
    this.point(null);
    this.choose(this.shown.tile);
    this.root.dataset.ready = "true";
  }

  draw() {
    const canvas = this.find(".tiles");
    canvas.width = canvas.height = this.view.pixels;
    const context = canvas.getContext("2d");
    const { columns } = this.sheet;
    this.tiles.forEach((tile, k) => {
      context.putImageData(tile, (k % columns) * CELL, Math.floor(k / columns) * CELL);
    });
  }

  resize() {
    const { view } = this;
    view.size = this.frame.clientWidth;
    view.see(view.zoom, view.x, view.y);
    this.renderView();
  }

  zoomBy(factor, place) {
    this.view.zoomBy(factor, place);
    this.renderView();
  }

  seeWhole() {
    this.view.see(1, 0, 0);
    this.renderView();
  }

  renderView() {
    const { zoom, x, y } = this.view;
    this.find(".sheet").style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
    this.find(".sheet").style.setProperty("--zoom", zoom);
    this.root.classList.toggle("zoomed", zoom > 1);
    this.root.dataset.zoom = zoom.toFixed(2);
    const digits = Math.round(10 * zoom) % 10 ? 1 : 0;
    this.find(".zoom").textContent = say("mosaic.times", { zoom: number(zoom, digits) });
    this.part("zoom-in").disabled = zoom >= MOST_ZOOM;
    this.part("zoom-out").disabled = this.part("whole").disabled = zoom <= 1;
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.tiles) return;
    const { columns, n } = this.sheet;
    const to = (step) => this.at + step >= 0 && this.at + step < n && this.reach(this.at + step);
    const zoom = (factor) => this.zoomBy(factor, this.view.centreOf(this.at));
    const acts = {
      ArrowLeft: () => to(-1),
      ArrowRight: () => to(1),
      ArrowUp: () => to(-columns),
      ArrowDown: () => to(columns),
      Enter: () => this.ask(this.at),
      " ": () => this.ask(this.at),
      "+": () => zoom(ZOOM),
      "=": () => zoom(ZOOM),
      "-": () => zoom(1 / ZOOM),
      0: () => this.seeWhole(),
    };
    if (!acts[event.key]) return;
    acts[event.key]();
    event.preventDefault();
    event.stopPropagation();
  }

  // Point at a tile with the keyboard, and bring it into the frame.
  reach(tile) {
    this.point(tile);
    this.view.bring(tile);
    this.renderView();
  }

  mark(name, tile) {
    const mark = this.find(name);
    mark.toggleAttribute("data-on", tile !== null);
    if (tile === null) return;
    const { left, top, side } = this.view.onSheet(tile);
    mark.style.left = `${left}%`;
    mark.style.top = `${top}%`;
    mark.style.width = mark.style.height = `${side}%`;
  }

  point(tile) {
    if (!this.tiles) return;
    this.mark(".pointed", tile);
    if (tile !== null) this.at = tile;
    const text = tile === null ? "" : told(this.sheet, tile);
    this.find(".says").textContent = text && say("mosaic.pointed", { text });
    clearTimeout(this.saying);
    this.saying = setTimeout(() => (this.find(".live").textContent = text), PAUSE);
  }

  ask(tile) {
    if (!this.tiles || tile === null) return;
    this.at = tile;
    this.choose(tile);
    this.report("tile", tile);
  }

  choose(tile) {
    const { sheet } = this;
    this.mark(".chosen", tile);
    this.find(".large canvas").getContext("2d").putImageData(this.tiles[tile], 0, 0);
    this.find(".large canvas").setAttribute("aria-label", told(sheet, tile));
    this.find(".name").textContent = nameOf(sheet, tile);
    this.find(".listens").textContent = seenOn(sheet, tile);
    const self = this.find(".self"); // the unit's own pixel on its tile
    self.hidden = sheet.kind !== "units";
    self.style.left = `${(100 * (tile % SIDE)) / SIDE}%`;
    self.style.top = `${(100 * Math.floor(tile / SIDE)) / SIDE}%`;
    this.root.dataset.tile = tile;
  }
}

export default shows(Mosaic);
