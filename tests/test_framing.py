"""Framing: digits are put where MNIST puts them, and MNIST's own digits stay where they are."""

import numpy as np
import pytest
from PIL import Image

from assoc_core.ui.pictures.framing import BOX, CUT, MIDDLE, SIDE, Frame, frame, framed
from tests.samples import digits


def ink_box(picture: np.ndarray) -> tuple[int, int, int, int]:
    """left, top, right, bottom of the ink."""
    rows, columns = np.nonzero(picture >= CUT)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


def test_mnist_has_its_digits_in_the_box_and_their_mass_in_the_middle() -> None:
    images = digits().images[:2000].astype(np.float64)
    masses = images.sum(axis=(1, 2))
    centre = (images.sum(axis=2) @ np.arange(SIDE) / masses).mean() + 0.5
    longest = [max(np.ptp(np.nonzero(image), axis=1)) + 1 for image in images]
    assert centre == pytest.approx(MIDDLE, abs=0.02)
    assert np.mean(np.array(longest) == BOX) > 0.99


def test_a_digit_of_mnist_stays_where_it_is() -> None:
    images = digits().images[:300]
    stays = [frame(image) == Frame(0, 0, SIDE) for image in images]
    assert np.mean(stays) > 0.9
    for image in images[np.flatnonzero(stays)[:20]]:
        np.testing.assert_array_equal(framed(image, frame(image)), image)


@pytest.mark.parametrize(
    ("factor", "left", "top"), [(1, 3, -4), (4, 0, 0), (7, 40, 11), (10, 5, 90)]
)
def test_an_enlarged_and_shifted_digit_comes_back(factor: int, left: int, top: int) -> None:
    image = next(i for i in digits().images if frame(i) == Frame(0, 0, SIDE))
    large = np.pad(np.kron(image, np.ones((factor, factor), dtype=np.uint8)), 100)
    moved = np.roll(large, (top, left), axis=(0, 1))
    np.testing.assert_array_equal(framed(moved, frame(moved)), image)


def test_the_longer_side_fills_the_box_and_the_aspect_is_kept() -> None:
    picture = np.zeros((300, 200), dtype=np.uint8)
    picture[10:210, 120:170] = 255
    left, top, right, bottom = ink_box(framed(picture, frame(picture)))
    assert (right - left, bottom - top) == (5, BOX)


def test_the_mass_not_the_box_is_in_the_middle() -> None:
    """An L of 40 x 24, 4 thick: its mass lies low and left, so the box moves up and right."""
    picture = np.zeros((60, 60), dtype=np.uint8)
    picture[10:50, 10:14] = 255
    picture[46:50, 10:34] = 255
    seen = framed(picture, frame(picture)) >= CUT
    assert np.nonzero(seen)[0].mean() + 0.5 == pytest.approx(MIDDLE, abs=0.5)
    assert np.nonzero(seen)[1].mean() + 0.5 == pytest.approx(MIDDLE, abs=0.5)


def test_no_ink_leaves_the_picture() -> None:
    """A blot at the end of a long line: centred by mass, the line would be cut off."""
    picture = np.zeros((200, 200), dtype=np.uint8)
    picture[50:60, 0:200] = 255
    picture[0:200, 160:200] = 255
    left, top, right, bottom = ink_box(framed(picture, frame(picture)))
    assert (left, right) == (0, BOX)
    assert bottom - top == BOX


def test_edges_are_smooth() -> None:
    disk = np.hypot(*np.mgrid[-50:50, -50:50]) < 45
    small = framed(np.where(disk, np.uint8(255), np.uint8(0)), Frame(0, 0, 100))
    large = Image.fromarray(small).resize((100, 100), Image.Resampling.BICUBIC)
    assert len(np.unique(small)) > 20
    assert (np.asarray(large) >= CUT).sum() == pytest.approx(disk.sum(), rel=0.02)
