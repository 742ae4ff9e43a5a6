"""The border: what is taken and what is refused; nothing of the caller's is changed."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import ArrayLike

from assoc_core import Trajectory, random_patterns
from assoc_core.types import as_batch, as_cue, as_cues, as_patterns, as_weights, frozen

RNG = np.random.default_rng
Check = Callable[[ArrayLike], object]
CHECKS: dict[str, Check] = {
    "as_patterns": as_patterns,
    "as_cues": lambda cues: as_cues(cues, 3),
    "as_batch": lambda cues: as_batch(cues, 3),
}


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_mask_is_no_cue(check: Check) -> None:
    """It would be taken for +1 and unknown."""
    with pytest.raises(ValueError, match=r"True and False were given.*np\.where\(mask, 1, -1\)"):
        check(np.array([[True, False, True]]))
    with pytest.raises(ValueError, match="True and False"):
        check(np.ones((1, 3), dtype=bool))


def test_a_cue_of_truth_values_is_refused() -> None:
    with pytest.raises(ValueError, match="True and False"):
        as_cue([True, False, True], 3)


def test_a_batch_is_always_rows() -> None:
    assert as_batch([1, 0, -1], 3).shape == (1, 3)
    assert as_batch([[1, 0, -1]] * 4, 3).shape == (4, 3)
    assert as_batch(np.empty((0, 3)), 3).shape == (0, 3)


@pytest.mark.parametrize("shape", [(), (2, 2, 3)])
def test_a_batch_of_batches_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"cues of shape \(B, 3\), or one of \(3,\), not \("):
        as_batch(np.ones(shape), 3)


@pytest.mark.parametrize("value", [np.nan, np.inf, 2, 0.5, 257, "1", None, 1j])
def test_other_values_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match="other than -1, 0 and"):
        as_cues(np.array([1, value]), 2)


@pytest.mark.parametrize("weights", [np.ones((2, 3)), [[0, np.nan]] * 2, [["a", "b"]] * 2, 1, None])
def test_weights_of_another_shape_or_kind_are_refused(weights: ArrayLike) -> None:
    with pytest.raises(ValueError, match=r"finite numbers of shape \(2, 2\)"):
        as_weights(weights, (2, 2))


@pytest.mark.parametrize("check", [*CHECKS.values(), frozen])
def test_what_was_given_stays_the_callers(check: Check) -> None:
    given = random_patterns(2, 3, rng=RNG(0))
    taken = check(given)
    assert isinstance(taken, np.ndarray)
    assert given.flags.writeable
    assert not taken.flags.writeable
    assert not np.shares_memory(taken, given)


def test_a_read_only_view_is_copied_too() -> None:
    """Its owner could still change what it shows."""
    given = random_patterns(2, 3, rng=RNG(0))
    view = given[:]
    view.flags.writeable = False
    assert not np.shares_memory(as_patterns(view), given)


def test_what_nobody_can_change_is_shared() -> None:
    patterns = as_patterns(random_patterns(2, 3, rng=RNG(0)))
    assert as_patterns(patterns) is patterns


def test_a_trajectory_freezes_copies_of_its_arrays() -> None:
    cue, states, sweeps = np.ones(3, np.int8), np.ones((1, 3)), np.zeros(1, np.int64)
    trajectory = Trajectory(cue, states, sweeps, cue, "fixed point")
    assert cue.flags.writeable
    assert states.flags.writeable
    assert sweeps.flags.writeable
    cue[0], states[0, 0], sweeps[0] = -1, -1, 9
    assert (trajectory.cue[0], trajectory.states[0, 0], trajectory.recalled[0]) == (1, 1, 1)
    assert trajectory.sweeps[0] == 0
    assert not trajectory.cue.flags.writeable
