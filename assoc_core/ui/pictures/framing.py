"""Where MNIST puts a digit: scaled into 20 x 20 pixels, its centre of mass amid 28 x 28.

No Streamlit here; a picture is white ink on black.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIDE = 28
BOX = 20
CUT = 128  # of 255: as much light is white
MIDDLE = 14.5  # of the pixel no. 14: measured, it is where the digits of MNIST have their centre


class Frame(NamedTuple):
    """A square of a picture, in its pixels; it may reach beyond the picture."""

    left: float
    top: float
    side: float


def frame(picture: NDArray[np.uint8]) -> Frame:
    """The square that becomes 28 x 28 if the ink is to lie as in MNIST; (H, W), some of it >= 128.

    The longer side of the ink, cut at 128, becomes 20 pixels; it moves by whole ones, as in MNIST.
    """
    ink = picture >= CUT
    spans = [np.flatnonzero(ink.any(axis=axis)) for axis in (0, 1)]  # columns, then rows
    pixel = max(span[-1] + 1 - span[0] for span in spans) / BOX
    left, top = (
        _start(span, picture.sum(axis=axis), pixel)
        for axis, span in zip((0, 1), spans, strict=True)
    )
    return Frame(left, top, SIDE * pixel)


def _start(span: NDArray[np.int64], profile: NDArray[np.uint64], pixel: float) -> float:
    """Where the frame starts along one axis, from the ink's places and the light at each place."""
    first, length = span[0], (span[-1] + 1 - span[0]) / pixel
    mass = (np.average(np.arange(profile.size), weights=profile) + 0.5 - first) / pixel
    margin = min(max(round(MIDDLE - mass), 0), math.floor(SIDE - length))
    return float(first - margin * pixel)


def framed(picture: NDArray[np.uint8], frame: Frame) -> NDArray[np.uint8]:
    """What lies in the frame, smoothly scaled, black beyond the picture; (H, W) -> (28, 28)."""
    margin = math.ceil(frame.side)
    padded = Image.fromarray(np.pad(picture, margin))
    left, top = frame.left + margin, frame.top + margin
    box = (left, top, left + frame.side, top + frame.side)
    return np.asarray(padded.resize((SIDE, SIDE), Image.Resampling.BOX, box=box))
