// Pictures, marks, the memory wall and the curve, drawn into the player's elements.

const COLOURS = [[0, 0, 0], [31, 158, 137], [255, 255, 255]]; // black, unknown, white
const SIGNED = [[214, 92, 16], [128, 128, 128], [38, 110, 214]]; // against, nothing, for
const PIXEL = 20; // canvas pixels of the marks for one pixel of the picture
const MINUS = "\u2212";

function paint(canvas, colour) {
  const picture = new ImageData(28, 28);
  for (let i = 0; i < N; i++) picture.data.set([...colour(i), 255], 4 * i);
  canvas.getContext("2d").putImageData(picture, 0, 0);
}

// `shades` (-1 to +1, or null) make unknown pixels darker or lighter.
function paintState(canvas, state, shades = null) {
  paint(canvas, (i) => {
    const value = state[i];
    if (value === 0) return shades ? mixed(COLOURS, shades[i], 0.8) : COLOURS[1];
    const grey = Math.round(127.5 * (1 + value));
    return [grey, grey, grey];
  });
}

// Signed quantities: blue for +, orange for -, the largest in full colour.
function paintSigned(canvas, values) {
  const largest = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0) || 1;
  paint(canvas, (i) => mixed([SIGNED[0], [245, 245, 245], SIGNED[2]], values[i] / largest, 1));
}

function mixed(colours, shade, most) {
  const toward = colours[shade < 0 ? 0 : 2];
  return colours[1].map((part, k) => part + most * Math.abs(shade) * (toward[k] - part));
}

function outline(context, units, colour) {
  context.lineWidth = 4;
  context.strokeStyle = colour;
  for (const unit of units) {
    context.strokeRect((unit % 28) * PIXEL + 1, Math.floor(unit / 28) * PIXEL + 1, PIXEL - 2, PIXEL - 2);
  }
}

function hatch(context, units) {
  context.lineWidth = 3;
  context.strokeStyle = "#e8590c";
  context.beginPath();
  for (const unit of units) {
    const [x, y] = [(unit % 28) * PIXEL, Math.floor(unit / 28) * PIXEL];
    context.moveTo(x + 4, y + PIXEL - 4);
    context.lineTo(x + PIXEL - 4, y + 4);
  }
  context.stroke();
}

// The 28 x 28 picture, each pixel 20 x 20, as a file.
function savePicture(canvas, name) {
  const large = document.createElement("canvas");
  large.width = large.height = 28 * PIXEL;
  const context = large.getContext("2d");
  context.imageSmoothingEnabled = false;
  context.drawImage(canvas, 0, 0, large.width, large.height);
  const link = document.createElement("a");
  link.href = large.toDataURL("image/png");
  link.download = name;
  link.click();
}

function thumbnail(state, label) {
  const picture = document.createElement("canvas");
  picture.width = picture.height = 28;
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  paintState(picture, state);
  return picture;
}

function inItem(element) {
  const item = document.createElement("li");
  item.append(element);
  return item;
}

// The curve in a 400 x 80 box, 4 clear above and below.
function curvePoints(values) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const last = Math.max(1, values.length - 1);
  return values.map((value, t) => [
    (400 * t) / last,
    high > low ? 4 + (72 * (high - value)) / (high - low) : 40,
  ]);
}

function curvePath(points) {
  return points.map(([x, y], t) => `${t ? "L" : "M"}${x.toFixed(2)} ${y.toFixed(2)}`).join("");
}

function number(value, digits) {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const text = value.toLocaleString("en", options);
  return text.replace("-", MINUS).replace(/^\u2212(0\.?0*)$/, "$1");
}

function named(replay, index) {
  const label = replay.data.labels[index];
  if (label < 0) return `no. ${index}${label === -2 ? ", planted" : ""}`; // see collection.py
  return `no. ${index}, ${label === 8 ? "an" : "a"} ${label}`;
}

function place(unit) {
  return `(${unit % 28}, ${Math.floor(unit / 28)})`;
}
