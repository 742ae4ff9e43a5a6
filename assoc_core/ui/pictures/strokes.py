"""What a digit drawn with a mouse must undergo to look like one of MNIST. No Streamlit here.

The weight of a stroke is its mean thickness, twice its area over the length of its outline, in
MNIST's pixels, that is in 1/20 of the longer side of the digit. It depends neither on where nor on
how large a digit is drawn. Outlines follow the pixels' edges.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from assoc_core.types import Bipolar
from assoc_core.ui.pictures.framing import BOX, CUT, SIDE, Frame, frame, framed

LIGHT, HEAVY = 1.4, 2.7  # measured: the strokes of eight in ten digits of MNIST weigh as much
FINE = 8  # strokes change their thickness on a grid that is finer by this factor
MARGIN = 4  # pixels of paper around the cue, for strokes that grow at its edge
HOME = Frame(MARGIN * FINE, MARGIN * FINE, SIDE * FINE)
CLOSE = 1.5 * FINE  # a digit in its place to this distance stays there: MNIST is no more exact
SMALLEST = 6  # pixels: a shorter drawing is a dot, and would be blown up to a blob
THICKER, THINNER = 64, 192  # a blurred stroke is cut below or above its middle
MOST_CHANGES = 60

Ink = NDArray[np.bool_]


def like_mnist(cue: Bipolar) -> Bipolar:
    """The drawing with the size, place and stroke weight of an MNIST digit; (784,) -> (784,).

    What is like MNIST already stays as it is. The paper, black or unknown, stays paper; pixels
    marked on it, unknown ones on black, black ones on unknown, move with the ink. The cue comes
    back unchanged without ink, for a mere dot, and with a border that is part black and part
    unknown: nobody knows how far a covered digit goes.
    """
    picture = cue.reshape(SIDE, SIDE)
    paper, ink = _paper(picture), _fine(picture == 1)
    if paper is None or _length(ink) < SMALLEST * FINE:
        return cue
    adapted = _adapted(ink)
    place = frame(_grey(adapted))
    if np.abs(np.subtract(place, HOME)).max() <= CLOSE:
        if adapted is ink:
            return cue
        place = HOME
    mark = -1 - paper
    return np.select(
        [_seen(_fine(picture == mark), place), _seen(adapted, place)],
        [np.int8(mark), np.int8(1)],
        np.int8(paper),
    ).ravel()


def weight(ink: Ink) -> float:
    """The mean thickness of the strokes, in 1/20 of the longer side; (H, W), some of it True."""
    padded = np.pad(ink, 1)
    outline = np.diff(padded, axis=0).sum() + np.diff(padded, axis=1).sum()
    return float(BOX * 2 * ink.sum() / outline / _length(ink))


def _paper(picture: Bipolar) -> int | None:
    """-1 or 0, whatever the border is made of beside ink; None if of both, or of ink only."""
    border = np.concatenate([picture[[0, -1]].ravel(), picture[:, [0, -1]].ravel()])
    (*papers,) = {-1, 0} & set(border.tolist())
    return papers[0] if len(papers) == 1 else None


def _length(ink: Ink) -> int:
    """The longer side of the ink's bounding box, 0 without ink."""
    spans = [np.flatnonzero(ink.any(axis=axis)) for axis in (0, 1)]
    return max(int(np.ptp(span)) + 1 if span.size else 0 for span in spans)


def _fine(mask: Ink) -> Ink:
    """The mask on the fine grid, with its corners rounded and a margin of False."""
    side = (SIDE + 2 * MARGIN) * FINE
    large = Image.fromarray(_grey(np.pad(mask, MARGIN))).resize(
        (side, side), Image.Resampling.BICUBIC
    )
    return np.asarray(large) >= CUT


def _adapted(ink: Ink) -> Ink:
    """The same ink if its weight is usual, else a thicker or a thinner one whose weight is."""
    for _ in range(MOST_CHANGES):
        if LIGHT <= weight(ink) <= HEAVY:
            break
        level = THICKER if weight(ink) < LIGHT else THINNER
        blurred = np.asarray(Image.fromarray(_grey(ink)).filter(ImageFilter.GaussianBlur(1.5)))
        if not (blurred >= level).any():
            break
        ink = blurred >= level
    return ink


def _seen(mask: Ink, place: Frame) -> Ink:
    return framed(_grey(mask), place) >= CUT


def _grey(mask: Ink) -> NDArray[np.uint8]:
    return np.where(mask, np.uint8(255), np.uint8(0))
