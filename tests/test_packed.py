"""Packed bits find the nearest pattern, the first of equals, as literal distances do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core import Hamming, random_patterns
from assoc_core.memories.packed import Packed
from assoc_core.types import Bipolar
from tests import reference
from tests.samples import bipolar_arrays, cue_arrays, digits

SHAPES = st.tuples(st.integers(1, 12), st.sampled_from([1, 5, 63, 64, 65, 200, 300]))


@given(data=st.data(), shape=SHAPES)
def test_nearest_are_the_literal_argmin(data: st.DataObject, shape: tuple[int, int]) -> None:
    patterns = data.draw(bipolar_arrays(*shape))
    cue = data.draw(cue_arrays(shape[1]))
    distances = [reference.hamming_distance(cue.tolist(), x.tolist()) for x in patterns]
    equals = [k for k, d in enumerate(distances) if d == min(distances)]
    assert Packed.store(patterns).nearest(cue).tolist() == equals


@given(cue=cue_arrays(200), seed=st.integers(0, 99))
def test_nearest_of_random_patterns(cue: Bipolar, seed: int) -> None:
    patterns = random_patterns(300, 200, rng=np.random.default_rng(seed))
    z = patterns.astype(int) @ cue
    assert Packed.store(patterns).nearest(cue).tolist() == np.flatnonzero(z == z.max()).tolist()


def test_constant_units_are_left_out() -> None:
    patterns = random_patterns(20, 100, rng=np.random.default_rng(0))
    patterns[:, 10:50] = 1
    assert Packed.store(patterns).units.size == 60


def test_many_patterns_are_packed_and_few_are_not() -> None:
    patterns = random_patterns(5000, 30, rng=np.random.default_rng(0))
    cues = random_patterns(20, 30, rng=np.random.default_rng(1))
    many = Hamming.store(patterns)
    assert (many.nearest(cues) == many.scores(cues).argmax(axis=1)).all()


@pytest.mark.parametrize("unknown", [0, 300])
def test_nearest_of_60_000_digits(all_digits: Hamming, unknown: int) -> None:
    cues = np.where(digits("test").images[:30] >= 128, 1, -1).reshape(30, -1).astype(np.int8)
    cues[:, :unknown] = 0
    assert (all_digits.nearest(cues) == all_digits.scores(cues).argmax(axis=1)).all()


def test_maxnet_decides_among_60_000_in_a_dozen_steps(all_digits: Hamming) -> None:
    cues = np.where(digits("test").images[:20] >= 128, 1, -1).reshape(20, -1).astype(np.int8)
    for cue in cues:
        trajectory, scores = all_digits.recall(cue), all_digits.scores(cue)
        best = np.flatnonzero(scores == scores.max())
        assert trajectory.stop == ("winner" if best.size == 1 else "tie")
        assert np.flatnonzero(trajectory.states[-1]).tolist() == best.tolist()
        assert trajectory.n_steps <= 16


def test_a_long_record_is_cut_before_it_fills_the_memory(all_digits: Hamming) -> None:
    slow = Hamming.store(all_digits.patterns)  # epsilon = 1/P needs some 49,000 steps
    trajectory = slow.recall(all_digits.patterns[0])
    assert trajectory.stop == "step limit"
    assert trajectory.states.nbytes < 250e6
