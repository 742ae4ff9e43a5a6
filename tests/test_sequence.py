"""The sequence memory goes from each pattern to the next."""

import numpy as np
import pytest
from hypothesis import given

from assoc_core import CORRUPTIONS, Sequence, random_patterns
from assoc_core.types import Bipolar
from tests.samples import bipolar_arrays, cue_arrays, digits

RNG = np.random.default_rng


def zero_to_nine() -> Bipolar:
    """The first 0, the first 1, ... the first 9; (10, 784)."""
    train = digits()
    first = [int(np.flatnonzero(train.labels == label)[0]) for label in range(10)]
    return np.where(train.images[first] >= 128, 1, -1).reshape(10, -1).astype(np.int8)


def test_a_damaged_0_leads_through_all_digits_to_9() -> None:
    x = zero_to_nine()
    trajectory = Sequence.store(x).recall(CORRUPTIONS["flip"](x[0], 0.1, RNG(0)))
    assert (trajectory.states[1:] == x[1:]).all()
    assert trajectory.sweeps.tolist() == list(range(10))
    assert trajectory.stop == "fixed point"
    assert (trajectory.recalled == x[9]).all()


def test_a_closed_sequence_goes_round() -> None:
    x = zero_to_nine()
    trajectory = Sequence.store(x, closed=True).recall(x[3], max_sweeps=25)
    assert (trajectory.states == x[(3 + np.arange(26)) % 10]).all()
    assert trajectory.stop == "step limit"


def test_unknown_pixels_are_filled_in() -> None:
    x = zero_to_nine()
    cue = CORRUPTIONS["hide_bottom"](x[4], 0.4, RNG(0))
    assert (Sequence.store(x).recall(cue).states[1] == x[5]).all()


def test_hebbs_sum_is_the_literal_one_and_needs_random_patterns() -> None:
    x = random_patterns(12, 400, rng=RNG(0))
    memory = Sequence.store(x, closed=True, correlated=False)
    literal = sum(np.outer(x[(mu + 1) % 12].astype(int), x[mu]) for mu in range(12)) / 400
    assert np.abs(memory.weights - literal).max() < 1e-12
    assert (memory.recall(x[0], max_sweeps=12).states == x[np.arange(13) % 12]).all()
    correlated = Sequence.store(zero_to_nine(), correlated=False)
    assert (correlated.recall(zero_to_nine()[0]).states[1] != zero_to_nine()[1]).any()


@given(patterns=bipolar_arrays(3, 6), cues=cue_arrays(6, 6))
def test_settle_is_recall_cue_by_cue(patterns: Bipolar, cues: Bipolar) -> None:
    for closed in (False, True):
        memory = Sequence.store(patterns, closed=closed, correlated=False)
        for limit in (0, 1, 7):
            settled = memory.settle(cues, max_sweeps=limit)
            alone = [memory.recall(cue, max_sweeps=limit).recalled for cue in cues]
            assert (settled == alone).all()


@given(patterns=bipolar_arrays(4, 5), cue=cue_arrays(5))
def test_a_field_of_zero_keeps_the_unit(patterns: Bipolar, cue: Bipolar) -> None:
    """Whole numbers in place of Hebb's sum of 1/N: there is nothing to round, nor to decide."""
    memory = Sequence.store(patterns, correlated=False)
    h = np.vstack([patterns[1:], patterns[-1:]]).T.astype(int) @ (patterns.astype(int) @ cue)
    expected = np.where(h == 0, cue, np.sign(h))
    assert (memory.settle(cue, max_sweeps=1) == expected).all()


def test_the_constructor_checks_what_store_checks() -> None:
    x = random_patterns(3, 6, rng=RNG(0))
    weights = np.zeros((6, 6))
    assert Sequence(x, weights, False).recall(x[0]).stop == "fixed point"
    for wrong in (np.zeros((5, 5)), np.zeros((6, 5)), weights + np.inf):
        with pytest.raises(ValueError, match=r"finite numbers of shape \(6, 6\)"):
            Sequence(x, wrong, False)
    with pytest.raises(ValueError, match=r"other than -1 and \+1"):
        Sequence(np.zeros((2, 6), dtype=np.int8), weights, False)
    assert weights.flags.writeable
    assert x.flags.writeable


def test_repr_is_one_line_that_explains_it() -> None:
    x = random_patterns(3, 6, rng=RNG(0))
    assert repr(Sequence.store(x)) == "Sequence(3 patterns of 6 units, open)"
    assert repr(Sequence.store(x, closed=True)) == "Sequence(3 patterns of 6 units, closed)"


def test_bad_input_is_refused() -> None:
    with pytest.raises(ValueError, match=r"other than -1 and \+1"):
        Sequence.store(np.zeros((2, 3)))
    with pytest.raises(ValueError, match="784 units"):
        Sequence.store(zero_to_nine()).recall(np.ones(5))
