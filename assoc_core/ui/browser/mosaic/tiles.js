// The picture that the page got, as tiles in colour. See tiles.py.

import { N, SIDE } from "constants";
import { WEIGHTS } from "../shared/colours.js";

// -> [ImageData of 28 x 28]
export async function tilesOf({ picture, columns, n }) {
  const image = new Image();
  image.src = picture;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const greys = context.getImageData(0, 0, image.width, image.height);
  return Array.from({ length: n }, (_, k) => tile(greys, k % columns, Math.floor(k / columns)));
}

function tile({ data, width }, column, row) {
  const pixels = new ImageData(SIDE, SIDE);
  for (let i = 0; i < N; i++) {
    const from = (row * SIDE + Math.floor(i / SIDE)) * width + column * SIDE + (i % SIDE);
    pixels.data.set([...WEIGHTS[data[4 * from]], 255], 4 * i);
  }
  return pixels;
}
