"""A picture file from a learner as a digit of MNIST. No Streamlit here; tested as bytes.

The paper is what the border is made of, the ink what differs most from it: dark on light or light
on dark. Shading is taken off the paper as a plane laid through the border.
"""

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from assoc_core.types import Real
from assoc_core.ui.pictures.framing import frame, framed

MOST_BYTES = 1_000_000
MOST_PIXELS = 5_000_000
LONGEST = 224  # pixels: a larger picture is reduced, which also takes off dust and paper grain
LEAST_CONTRAST = 24  # of 255: less is a blank sheet


class UnusableError(ValueError):
    """A file that is no picture of a digit; `why` says what is wrong, with `facts` about it."""

    def __init__(self, why: str, **facts: Any) -> None:
        super().__init__(f"{why} {facts or ''}".strip())
        self.why, self.facts = why, facts


def read(data: bytes) -> NDArray[np.uint8]:
    """The digit in a PNG or JPEG file, white on black, placed as in MNIST; -> (28, 28).

    UnusableError if there is no such digit.
    """
    if len(data) > MOST_BYTES:
        raise UnusableError("too many bytes", given=len(data), most=MOST_BYTES)
    ink = _ink(_grey(_decoded(data)))
    return framed(ink, frame(ink))


def _decoded(data: bytes) -> Image.Image:
    """The whole picture in memory, the right way up; its size is checked before it is decoded."""
    picture = _opened(data)
    if picture.width * picture.height > MOST_PIXELS:
        raise UnusableError(
            "too many pixels", width=picture.width, height=picture.height, most=MOST_PIXELS
        )
    if picture.format == "PNG" and getattr(picture, "is_animated", False):
        raise UnusableError("animated")
    try:
        return ImageOps.exif_transpose(picture)
    except Exception as error:  # damaged files make Pillow's decoders raise a dozen types
        raise UnusableError("damaged") from error


def _opened(data: bytes) -> Image.Image:
    """The picture with its header read and no pixel decoded."""
    try:
        return Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnusableError("far too many pixels", most=MOST_PIXELS) from error
    except Exception as error:
        raise UnusableError("no picture") from error


def _grey(picture: Image.Image) -> Real:
    """Grey from 0 to 255 on opaque paper, at most 224 x 224; (H, W)."""
    if picture.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off at 255
        picture = Image.fromarray((np.asarray(picture) >> 8).astype(np.uint8))
    picture = picture.convert("RGBA")
    picture.thumbnail((LONGEST, LONGEST), Image.Resampling.BOX)
    grey = np.asarray(picture.convert("L"), dtype=np.float64)
    opaque = np.asarray(picture.getchannel("A")) / 255
    if not opaque.any():
        raise UnusableError("transparent")
    # Mostly opaque: what is seen is paper for the most part. Else it is ink on unseen paper.
    is_light = np.average(grey, weights=opaque) >= 128
    paper = 255 if is_light == (opaque.mean() > 0.5) else 0
    return np.asarray(grey * opaque + paper * (1 - opaque))


def _ink(grey: Real) -> NDArray[np.uint8]:
    """How much ink there is, 0 to 255, cut at 128 between ink and paper; (H, W) -> (H, W)."""
    height = grey - _paper(grey)
    height *= 1 if (height**3).sum() > 0 else -1  # ink differs from paper more than paper does
    paper, ink = _two_groups(height)
    if ink - paper < LEAST_CONTRAST:
        raise UnusableError("blank")
    # Steeper than from group to group, so that grain in the paper does not become grey.
    share = (height - (paper + ink) / 2) / (ink - paper)
    return np.clip(128 + 255 * share * 2, 0, 255).astype(np.uint8)


def _paper(grey: Real) -> Real:
    """The plane that lies closest to the border's grey; (H, W) -> (H, W)."""
    y, x = np.indices(grey.shape)
    plane = np.stack([np.ones_like(grey), y, x], axis=-1)
    border = np.ones(grey.shape, dtype=bool)
    border[1:-1, 1:-1] = False
    return np.asarray(plane @ np.linalg.lstsq(plane[border], grey[border], rcond=None)[0])


def _two_groups(values: Real) -> tuple[float, float]:
    """The means of the low and the high values, split where their variance is least (Otsu)."""
    low, n = np.sort(values, axis=None), np.arange(1, values.size)
    if not n.size:
        return low[0], low[0]
    sums = low.cumsum()
    below, above = sums[:-1] / n, (sums[-1] - sums[:-1]) / n[::-1]
    split = (n * n[::-1] * (above - below) ** 2).argmax()
    return float(below[split]), float(above[split])
