"""The drawing canvas: a cue lies on it, and what is drawn over it becomes the new cue."""

from typing import Any

import numpy as np

from assoc_core.types import Bipolar
from assoc_core.ui.pictures import images

SIDE = 280  # canvas pixels: 10 x 10 for each pixel of the cue
PEN = 22  # canvas pixels: about the stroke of an MNIST digit
KEY = "canvas"
PEN_COLOURS = {"white": images.HEX[1], "black": images.HEX[-1], "unknown": images.HEX[0]}


def draw(base: Bipolar, pen: str, n_clears: int) -> Bipolar:
    """Show the canvas with the cue `base` on it; -> the cue as drawn on, `base` if untouched.

    Another `n_clears` makes it drop what was drawn even where `base` is the same as before.
    """
    # It raises when imported outside a Streamlit run, hence the import here and nowhere else.
    from streamlit_drawable_canvas import st_canvas

    picture = _picture_object(base, n_clears)
    result = st_canvas(
        stroke_width=PEN,
        stroke_color=PEN_COLOURS[pen],
        background_color=images.HEX[-1],
        height=SIDE,
        width=SIDE,
        drawing_mode="freedraw",
        return_image_data=True,
        key=KEY,
        initial_drawing={"version": "7.4.0", "objects": [picture]},
    )
    objects = (result.json_data or {}).get("objects", [])
    if _is_untouched(objects, picture["src"]) or _is_stale(objects, picture["src"]):
        return base
    drawn = result.image_data  # decoded each time that it is asked for
    return base if drawn is None else images.read(np.asarray(drawn))


def _picture_object(cue: Bipolar, n_clears: int) -> dict[str, Any]:
    """The cue as a Fabric.js image that fills the canvas pixel by pixel."""
    scale = SIDE / images.SIDE
    return {
        "type": "Image",
        "originX": "left",
        "originY": "top",
        "left": 0,
        "top": 0,
        "width": images.SIDE,
        "height": images.SIDE,
        "scaleX": scale,
        "scaleY": scale,
        "imageSmoothing": False,
        "src": f"{images.url(cue)}#{n_clears}",
        "selectable": False,
        "evented": False,
    }


def _is_untouched(objects: list[dict[str, Any]], src: str) -> bool:
    """Whether there is nothing on the canvas but the cue that was laid on it."""
    return len(objects) == 1 and objects[0].get("src") == src


def _is_stale(objects: list[dict[str, Any]], src: str) -> bool:
    """Whether the browser still reports the drawing over an earlier cue."""
    return any(thing.get("src", src) != src for thing in objects)
