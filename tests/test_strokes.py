"""Strokes: a drawn digit comes out like the MNIST digit it imitates; MNIST hardly changes."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from assoc_core import mnist
from assoc_core.types import Bipolar
from assoc_core.ui.pictures.strokes import HEAVY, LIGHT, like_mnist, weight
from tests.samples import digits

N_DIGITS = 60
FINE = 10


def originals() -> Bipolar:
    return mnist.bipolar(digits("test").images[:N_DIGITS])


def drawn(
    digit: Bipolar, *, size: float = 20, right: float = 0, down: float = 0, thicker: int = 0
) -> Bipolar:
    """The digit as another hand draws it: size in pixels, thicker in tenths of one, each side."""
    ink = Image.fromarray(np.where(digit == 1, np.uint8(255), np.uint8(0)).reshape(28, 28))
    large = ink.resize((28 * FINE, 28 * FINE), Image.Resampling.BICUBIC)
    large = large.point(lambda grey: 255 * (grey >= 128))
    for _ in range(abs(thicker)):
        large = large.filter(ImageFilter.MaxFilter(3) if thicker > 0 else ImageFilter.MinFilter(3))
    paper = Image.fromarray(np.pad(np.asarray(large), 30 * FINE))
    half, pixel = 14 * 20 / size, 20 / size  # in pixels of the digit
    x, y = (FINE * (30 + 14 - pixel * shift) for shift in (right, down))
    box = (x - FINE * half, y - FINE * half, x + FINE * half, y + FINE * half)
    small = np.asarray(paper.resize((28, 28), Image.Resampling.BOX, box=box))
    return np.where(small >= 128, np.int8(1), np.int8(-1)).ravel()


def overlaps(cues: Bipolar, patterns: Bipolar) -> np.ndarray:
    return np.array([(a.astype(int) * b).mean() for a, b in zip(cues, patterns, strict=True)])


def ink_weight(cue: Bipolar) -> float:
    return weight((cue == 1).reshape(28, 28))


def test_eight_in_ten_digits_of_mnist_have_the_usual_weight() -> None:
    weights = [ink_weight(cue) for cue in mnist.bipolar(digits().images[:6000])]
    assert np.percentile(weights, [10, 90]) == pytest.approx([LIGHT, HEAVY], abs=0.1)


@pytest.mark.parametrize("thickness", [2, 4, 6])
def test_the_weight_of_a_line_is_its_thickness_in_twentieths_of_its_length(thickness: int) -> None:
    ink = np.zeros((200, 100), dtype=bool)
    ink[:, 50 : 50 + thickness] = True
    assert weight(ink) == pytest.approx(thickness / 10, rel=0.05)
    assert weight(np.kron(ink, np.ones((3, 3), dtype=bool))) == pytest.approx(weight(ink))


def test_a_digit_of_mnist_hardly_changes() -> None:
    found = np.array([like_mnist(cue) for cue in originals()])
    m = overlaps(found, originals())
    assert np.mean(m == 1) >= 0.75
    assert m.mean() >= 0.99
    assert m.min() >= 0.8


@pytest.mark.parametrize(
    ("hand", "before", "after"),
    [
        ({"size": 26}, 0.70, 0.90),
        ({"size": 12, "right": 4, "down": 3}, 0.75, 0.88),
        ({"right": 4, "down": -3}, 0.65, 0.95),
        ({"thicker": 9}, 0.76, 0.89),
        ({"size": 25, "thicker": 6, "right": 1}, 0.62, 0.87),
        ({"size": 14, "thicker": -4, "right": -3, "down": 3}, 0.76, 0.84),
    ],
)
def test_a_drawn_digit_comes_back(hand: dict[str, int], before: float, after: float) -> None:
    cues = np.array([drawn(digit, **hand) for digit in originals()])
    assert overlaps(cues, originals()).mean() < before
    assert overlaps(np.array([like_mnist(cue) for cue in cues]), originals()).mean() > after


@pytest.mark.parametrize(("pen", "size"), [(8, 230), (22, 100), (22, 250), (45, 250), (60, 200)])
def test_whatever_the_pen_the_strokes_weigh_the_usual(pen: int, size: int) -> None:
    """A ring and a tail, as on a canvas of 280 x 280."""
    y, x = np.mgrid[:280, :280]
    radius, top = size / 4, 10 + pen
    ring = np.abs(np.hypot(x - 120, y - top - radius) - radius) < pen / 2
    tail = (np.abs(x - 120 - radius) < pen / 2) & (top + radius < y) & (y < 10 + size)
    blocks = (ring | tail).reshape(28, 10, 28, 10).mean(axis=(1, 3))
    cue = np.where(blocks >= 0.5, np.int8(1), np.int8(-1)).ravel()
    assert LIGHT - 0.25 <= ink_weight(like_mnist(cue)) <= HEAVY + 0.25


def test_the_result_is_a_cue_in_the_box() -> None:
    for digit in originals()[:20]:
        found = like_mnist(drawn(digit, size=27, thicker=4))
        assert found.shape == (784,)
        assert found.dtype == np.int8
        rows, columns = np.nonzero(found.reshape(28, 28) == 1)
        assert 19 <= max(np.ptp(rows), np.ptp(columns)) + 1 <= 21


@pytest.mark.parametrize("value", [-1, 0, 1])
def test_a_plain_cue_comes_back_unchanged(value: int) -> None:
    cue = np.full(784, value, dtype=np.int8)
    np.testing.assert_array_equal(like_mnist(cue), cue)


@pytest.mark.parametrize("paper", [-1, 0])
def test_a_dot_is_not_blown_up(paper: int) -> None:
    cue = np.full((28, 28), paper, dtype=np.int8)
    cue[3:6, 4:7] = 1
    np.testing.assert_array_equal(like_mnist(cue.ravel()), cue.ravel())


def test_unknown_paper_stays_unknown() -> None:
    on_black = drawn(originals()[0], size=13, right=5)
    on_unknown = np.where(on_black == 1, np.int8(1), np.int8(0))
    found = like_mnist(on_unknown)
    assert set(np.unique(found)) == {0, 1}
    np.testing.assert_array_equal(found == 1, like_mnist(on_black) == 1)


@pytest.mark.parametrize("paper", [-1, 0])
def test_a_mark_moves_with_the_ink(paper: int) -> None:
    """A corner of 10 x 6 and a mark of 2 x 2 within it, which becomes 4 x 4 within a larger one."""
    cue = np.full((28, 28), paper, dtype=np.int8)
    cue[2:12, 5] = 1
    cue[11, 5:11] = 1
    cue[8:10, 8:10] = -1 - paper
    found = like_mnist(cue.ravel()).reshape(28, 28)
    rows, columns = np.nonzero(found == -1 - paper)
    assert np.ptp([rows, columns], axis=1).tolist() == [3, 3]
    foot = np.nonzero(found == 1)
    assert foot[0].max() - rows.max() == pytest.approx(2 * (11 - 9), abs=1)
    assert columns.min() - foot[1].min() == pytest.approx(2 * (8 - 5), abs=1)


def test_a_covered_digit_stays_as_it_is() -> None:
    cue = drawn(originals()[0], size=25)
    cue[392:] = 0
    np.testing.assert_array_equal(like_mnist(cue), cue)


def test_the_cue_itself_is_never_changed() -> None:
    cue = drawn(originals()[0], size=25)
    given = cue.copy()
    cue.flags.writeable = False
    like_mnist(cue)
    np.testing.assert_array_equal(cue, given)
