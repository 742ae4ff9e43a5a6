"""What a learner takes away: a recall as data, as pictures, and as a script. No Streamlit here."""

import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from textwrap import fill
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image

from assoc_core import Trajectory
from assoc_core.types import Bipolar, as_cue
from assoc_core.ui.choices.codec import N_UNITS, as_text, decode
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import snippets
from assoc_core.ui.model.collection import SHUFFLE_SEED
from assoc_core.ui.pictures import images

MOST_FRAMES = 120
LEGEND = (
    "One recall of an associative memory. A picture is 28 x 28 pixels, row by row, a character "
    "for each: - black (-1), 0 unknown (0), + white (+1). states[0] is before any update, and "
    "sweeps[t] is the sweep in which states[t] arose. States that are no such pictures are lists "
    "of numbers, rounded to 6 digits; the NPZ file has them in full."
)


def npz(trajectory: Trajectory) -> bytes:
    """The record as an NPZ file: cue, states, sweeps, recalled and stop, for `numpy.load`."""
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        cue=trajectory.cue,
        states=trajectory.states,
        sweeps=trajectory.sweeps,
        recalled=trajectory.recalled,
        stop=np.array(trajectory.stop),
    )
    return buffer.getvalue()


def json_text(trajectory: Trajectory, settings: Settings) -> str:
    """The record as JSON that explains itself, pictures as text of - 0 +."""
    record = {
        "about": LEGEND,
        "settings": asdict(settings),
        "stop": trajectory.stop,
        "steps": trajectory.n_steps,
        "cue": as_text(trajectory.cue),
        "recalled": as_text(trajectory.recalled),
        "sweeps": trajectory.sweeps.tolist(),
        "states": [_plain(state) for state in trajectory.states],
    }
    return json.dumps(record, indent=1)


def _plain(state: NDArray[Any]) -> str | list[float]:
    if state.dtype == np.int8:
        return as_text(state)
    return [float(f"{value:.6g}") for value in state]


def png(state: ArrayLike, scale: int = 20) -> bytes:
    """The state (784,) as a PNG file of 28 scale x 28 scale pixels; real states in grey."""
    buffer = io.BytesIO()
    _picture(state, scale).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def gif(
    states: Iterable[ArrayLike], scale: int = 10, frame_ms: int = 60, hold_ms: int = 2000
) -> bytes:
    """The states (784,) as an endless animated GIF file, the last one held.

    Of many, 120 picked evenly, the first and the last among them. ValueError if there are none.
    """
    every = list(states)
    if not every:
        raise ValueError("There is no state to show; wanted is at least one, of 784 units.")
    picked = np.linspace(0, len(every) - 1, min(len(every), MOST_FRAMES)).round().astype(int)
    first, *others = [_picture(every[i], scale) for i in picked]
    buffer = io.BytesIO()
    times = [frame_ms] * len(others) + [hold_ms]
    first.save(buffer, "GIF", save_all=True, append_images=others, duration=times, loop=0)
    return buffer.getvalue()


def _picture(state: ArrayLike, scale: int) -> Image.Image:
    values = np.asarray(state)
    if values.shape != (N_UNITS,):
        raise ValueError(f"The state has the shape {values.shape}; wanted is ({N_UNITS},).")
    if values.dtype.kind == "f":
        grey = np.rint((values.clip(-1, 1) + 1) * 127.5).astype(np.uint8)
        small = Image.fromarray(grey.reshape(images.SIDE, images.SIDE))
    else:  # three colours in a palette make small files
        small = Image.fromarray((values + 1).astype(np.uint8).reshape(images.SIDE, images.SIDE))
        small.putpalette(images.palette().ravel().tolist())
    side = images.SIDE * scale
    return small.resize((side, side), Image.Resampling.NEAREST)


def script(settings: Settings, cue: ArrayLike) -> str:
    """A Python script that recalls the cue (784,) as the settings say and prints how it ends."""
    updates = f"{settings.order} updates"
    if settings.warmth:
        updates = f"random updates at temperature {settings.temperature}"
    names = {**asdict(settings), "shuffle_seed": SHUFFLE_SEED, "updates": updates}
    names["classes"] = settings.classes.replace(",", ", ")
    names["picked"] = fill(settings.picked.replace(",", ", "), 80)
    planted = [decode(text) for text in settings.planted.split(".") if text]
    drawings = {f"planted_{i}": picture for i, picture in enumerate(planted, start=1)}
    title = snippets.TITLES[settings.network].format(**names)
    patterns = snippets.PATTERNS[settings.choice].format(**names)
    imports = "import gzip\n\nimport numpy as np" if "gzip" in patterns else "import numpy as np"
    parts = [
        snippets.HEAD.format(title=title, imports=imports),
        *(_rows(*drawing) for drawing in drawings.items()),
        _rows("cue", as_cue(cue, N_UNITS)),
        patterns,
        *(snippets.PLANT.format(name=name) for name in drawings),
        _training(settings),
        snippets.CUE,
        _recalling(settings),
        snippets.SHOW,
    ]
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def _rows(name: str, picture: Bipolar) -> str:
    rows = (as_text(row) for row in picture.reshape(images.SIDE, images.SIDE))
    return snippets.PICTURE.format(name=name, rows="\n".join(rows))


def _training(settings: Settings) -> str:
    """What is learned of the patterns; for two of the networks they are all there is."""
    if settings.network == "hopfield":
        return snippets.RULES[settings.rule]
    if settings.network == "dense":
        steep = snippets.F["exp" if settings.power == "exp" else "power"]
        return snippets.STEEP.format(steep=steep.format(power=settings.power))
    return ""


def _recalling(settings: Settings) -> str:
    names = asdict(settings) | snippets.FIELDS.get(settings.network, {})
    if settings.network in snippets.FIELDS:
        return snippets.ORDERS["warm" if settings.warmth else settings.order].format(**names)
    rivals = snippets.RIVALS[settings.epsilon]
    return snippets.RECALLS[settings.network].format(rivals=rivals, **names)
