"""What Python, JavaScript and CSS must agree on: said here, and told to the browser from here."""

import json
from typing import Any

from assoc_core.ui.pictures.images import BLUE, COLOURS, ORANGE, SIDE

NOTHING = 128  # the grey value of a weight 0 in a mosaic; 1 and 255 are the largest
WHITE = 10_000  # the value +1 in frames of 16 bits
SHADE = 100  # the value +1 in shades of 8 bits
PALETTE = {
    "BLACK": COLOURS[-1],
    "UNKNOWN": COLOURS[0],
    "PALEST": COLOURS[1],
    "FOR": tuple(map(int, BLUE)),  # votes and weights above 0
    "AGAINST": tuple(map(int, ORANGE)),
    "CHANGED": (232, 89, 12),  # the pixel of this step, and pixels that are wrong
    "ASKED": (63, 140, 255),  # the pixel that is asked about
    "CHOSEN": (255, 212, 59),  # the tile that is enlarged
}


def script() -> str:
    """A JavaScript module of all of them; a colour is [red, green, blue]."""
    values: dict[str, Any] = {
        "SIDE": SIDE,
        "N": SIDE * SIDE,
        "NOTHING": NOTHING,
        "WHITE": WHITE,
        "SHADE": SHADE,
        **PALETTE,
    }
    return "".join(
        f"export const {name} = {json.dumps(value)};\n" for name, value in values.items()
    )


def style() -> str:
    """The same colours as CSS custom properties, --for and so on, and --pixel, a side's part."""
    colours = "".join(f" --{name.lower()}: rgb{value};" for name, value in PALETTE.items())
    return f":host {{{colours} --pixel: calc(100% / {SIDE}); }}\n"
