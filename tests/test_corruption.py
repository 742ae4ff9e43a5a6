"""Damage: exactly as much as asked for, of the kind and on the side asked for."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core import CORRUPTIONS, random_patterns
from tests.samples import first_digits

NAMES = sorted(CORRUPTIONS)


def _rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_the_dictionary_is_complete() -> None:
    sides = ("bottom", "top", "left", "right")
    covers = {f"{change}_{side}" for change in ("hide", "blank") for side in sides}
    assert {"flip", "hide", "blank"} | covers == set(CORRUPTIONS)


@pytest.mark.parametrize("name", NAMES)
@given(amount=st.floats(0, 1), seed=st.integers(0, 2**32))
def test_exactly_the_asked_share_is_changed(name: str, amount: float, seed: int) -> None:
    pattern = np.ones(784, dtype=np.int8)  # all white, so that every kind of damage shows
    cue = CORRUPTIONS[name](pattern, amount, _rng(seed))
    assert cue.dtype == np.int8
    assert np.count_nonzero(cue != pattern) == round(amount * 784)
    assert set(cue[cue != pattern]) <= {0 if name.startswith("hide") else -1}


@pytest.mark.parametrize("name", NAMES)
def test_the_pattern_itself_stays_whole(name: str) -> None:
    pattern = random_patterns(1, 784, rng=_rng())[0]
    before = pattern.copy()
    cue = CORRUPTIONS[name](pattern, 0.5, _rng())
    assert (pattern == before).all()
    assert not np.shares_memory(cue, pattern)


@pytest.mark.parametrize("name", NAMES)
def test_same_seed_same_damage(name: str) -> None:
    pattern = first_digits(1)[0]
    once, again = (CORRUPTIONS[name](pattern, 0.3, _rng(7)) for _ in range(2))
    assert (once == again).all()


@pytest.mark.parametrize("name", ["flip", "hide", "blank"])
def test_other_seed_other_units(name: str) -> None:
    pattern = np.ones(784, dtype=np.int8)
    one, other = (CORRUPTIONS[name](pattern, 0.3, _rng(seed)) for seed in (1, 2))
    assert (one != other).any()


def test_flipping_everything_gives_the_negative() -> None:
    pattern = first_digits(1)[0]
    assert (CORRUPTIONS["flip"](pattern, 1.0, _rng()) == -pattern).all()


@pytest.mark.parametrize("change", ["hide", "blank"])
@pytest.mark.parametrize(
    ("side", "covered"),
    [
        ("bottom", np.s_[14:, :]),
        ("top", np.s_[:14, :]),
        ("left", np.s_[:, :14]),
        ("right", np.s_[:, 14:]),
    ],
)
def test_half_a_picture_is_covered_from_its_side(
    change: str, side: str, covered: tuple[slice, slice]
) -> None:
    expected = np.ones((28, 28), dtype=np.int8)
    expected[covered] = 0 if change == "hide" else -1
    cue = CORRUPTIONS[f"{change}_{side}"](np.ones(784, dtype=np.int8), 0.5, _rng())
    assert (cue.reshape(28, 28) == expected).all()


def test_cues_may_be_damaged_again() -> None:
    once = CORRUPTIONS["hide_top"](np.ones(784, dtype=np.int8), 0.5, _rng())
    twice = CORRUPTIONS["flip"](once, 1.0, _rng())
    assert (twice == -once).all()  # an unknown unit has nothing to invert


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("amount", [-0.01, 1.01, float("nan")])
def test_amount_outside_0_to_1_is_refused(name: str, amount: float) -> None:
    with pytest.raises(ValueError, match="a share from 0 to 1"):
        CORRUPTIONS[name](np.ones(784, dtype=np.int8), amount, _rng())


@pytest.mark.parametrize("side", ["left", "right"])
def test_left_and_right_need_a_square_picture(side: str) -> None:
    with pytest.raises(ValueError, match="square"):
        CORRUPTIONS[f"hide_{side}"](np.ones(10, dtype=np.int8), 0.5, _rng())
    assert (
        CORRUPTIONS["hide_bottom"](np.ones(4, dtype=np.int8), 0.5, _rng()) == [1, 1, 0, 0]
    ).all()


@pytest.mark.parametrize("shape", [(), (2, 784), (2, 2, 4)])
def test_patterns_are_damaged_one_at_a_time(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"One pattern \(N,\) is damaged at a time; \("):
        CORRUPTIONS["flip"](np.ones(shape), 0.1, _rng())
