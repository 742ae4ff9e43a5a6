// Pictures, the memory wall and the curve, drawn into the player's elements.

const COLOURS = [[0, 0, 0], [31, 158, 137], [255, 255, 255]]; // black, unknown, white
const PIXEL = 20; // canvas pixels of the marks for one pixel of the picture

// `shades` (optional, -1 to +1) makes unknown pixels darker or lighter.
function paint(canvas, state, shades = null) {
  const picture = new ImageData(28, 28);
  state.forEach((value, i) => {
    const colour = value || !shades ? COLOURS[value + 1] : mixed(shades[i]);
    picture.data.set([...colour, 255], 4 * i);
  });
  canvas.getContext("2d").putImageData(picture, 0, 0);
}

function mixed(shade) {
  const toward = COLOURS[shade < 0 ? 0 : 2];
  return COLOURS[1].map((part, k) => part + 0.8 * Math.abs(shade) * (toward[k] - part));
}

function outline(canvas, units) {
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.lineWidth = 4;
  context.strokeStyle = "#e8590c";
  for (const unit of units) {
    context.strokeRect((unit % 28) * PIXEL + 1, Math.floor(unit / 28) * PIXEL + 1, PIXEL - 2, PIXEL - 2);
  }
}

function buildWall(list, replay) {
  list.replaceChildren(
    ...replay.patterns.map((pattern, index) => {
      const item = document.createElement("li");
      const picture = document.createElement("canvas");
      picture.width = picture.height = 28;
      picture.setAttribute("role", "img");
      picture.setAttribute("aria-label", `Stored digit ${named(replay, index)}`);
      item.title = `Stored digit ${named(replay, index)}`;
      item.classList.toggle("target", index === replay.data.target);
      item.append(picture);
      paint(picture, pattern);
      return item;
    }),
  );
}

function lightWall(list, lights) {
  [...list.children].forEach((item, index) => {
    item.firstChild.style.opacity = (0.3 + 0.7 * lights[index]).toFixed(2);
  });
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

function named(replay, index) {
  const label = replay.data.labels[index];
  return `no. ${index}, ${label === 8 ? "an" : "a"} ${label}`;
}
