"""States as pictures, and pictures as states. No Streamlit here; tested as arrays."""

import base64
import io
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from assoc_core.types import Bipolar, Real

SIDE = 28
COLOURS = {-1: (0, 0, 0), 0: (31, 158, 137), 1: (255, 255, 255)}  # black, unknown, white
HEX = {value: "#{:02x}{:02x}{:02x}".format(*colour) for value, colour in COLOURS.items()}
BLUE, ORANGE = np.array([38, 110, 214]), np.array([214, 92, 16])
_GREEN_OVER_RED = COLOURS[0][1] - COLOURS[0][0]  # greys have none: it tells how unknown a pixel is


def rgb(state: Bipolar) -> NDArray[np.uint8]:
    """The picture of a state, unknown pixels in their own colour; (784,) -> (28, 28, 3)."""
    return rgb_of(state, (SIDE, SIDE))


def rgb_of(state: Bipolar, shape: tuple[int, int]) -> NDArray[np.uint8]:
    """The same for a state of any size: H W units -> (H, W, 3)."""
    return palette()[state.reshape(shape).astype(np.int64) + 1]


def palette() -> NDArray[np.uint8]:
    """The colours of -1, 0 and +1, a row each: (3, 3)."""
    return np.array([COLOURS[value] for value in (-1, 0, 1)], dtype=np.uint8)


def grey(state: Real) -> NDArray[np.uint8]:
    """The picture of a real state, -1 black to +1 white; (784,) -> (28, 28, 3)."""
    shades = np.rint((np.clip(state, -1, 1) + 1) * 127.5).astype(np.uint8)
    return np.repeat(shades.reshape(SIDE, SIDE, 1), 3, axis=2)


def signed(values: Real) -> NDArray[np.uint8]:
    """A picture of signed values, blue +, orange -, white 0; (H, W) -> (H, W, 3).

    Full colour from the largest hundredth on, so that one extreme weight does not pale the rest.
    """
    share = np.clip(values / full_colour(values), -1, 1)
    toward = np.where(share[..., None] > 0, BLUE, ORANGE)
    return np.asarray(255 + np.abs(share)[..., None] * (toward - 255), dtype=np.uint8)


def full_colour(values: Real) -> float:
    """The size from which on `signed` values have their full colour."""
    return float(np.quantile(np.abs(values), 0.99) or np.abs(values).max(initial=0.0) or 1.0)


def url(state: Bipolar) -> str:
    """The picture of a state (784,) as a data URL, kept for the next run that shows it."""
    return _url(state.astype(np.int8).tobytes())


@lru_cache(maxsize=1024)
def _url(state: bytes) -> str:
    return png_url(rgb(np.frombuffer(state, np.int8)))


def png_url(picture: NDArray[np.uint8]) -> str:
    """The picture (H, W), (H, W, 3) or (H, W, 4) as a data URL, always the same text for it."""
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, format="PNG")
    return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode()


def read(picture: NDArray[np.uint8]) -> Bipolar:
    """The cue a drawing stands for: (H, W, 3 or 4), H and W multiples of 28, -> (784,).

    A pixel is the mean of its block. Unknown if at least half of it is marked unknown, else white
    if the rest of it is at least half white, as MNIST is cut at 128 of 255.
    """
    height, width = picture.shape[:2]
    if height % SIDE or width % SIDE:
        raise ValueError(
            f"The drawing is {height} x {width} pixels; wanted are multiples of {SIDE}."
        )
    blocks = (
        picture[..., :3].reshape(SIDE, height // SIDE, SIDE, width // SIDE, 3).mean(axis=(1, 3))
    )
    unknown = (blocks[..., 1] - blocks[..., 0]) / _GREEN_OVER_RED
    white = blocks[..., 0] - COLOURS[0][0] * unknown >= 128 * (1 - unknown)
    return np.where(unknown >= 0.5, 0, np.where(white, 1, -1)).astype(np.int8).ravel()
