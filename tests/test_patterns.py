"""Random patterns, overlap and Hamming distance."""

import numpy as np
import pytest
from hypothesis import given

from assoc_core import hamming_distance, overlap, random_patterns
from assoc_core.types import Bipolar
from tests import reference
from tests.samples import bipolar_arrays, cue_arrays


def test_random_patterns_are_fair_and_independent() -> None:
    patterns = random_patterns(400, 1000, rng=np.random.default_rng(0))
    assert patterns.shape == (400, 1000)
    assert patterns.dtype == np.int8
    assert set(np.unique(patterns)) == {-1, 1}
    assert abs(patterns.mean()) < 4 / np.sqrt(patterns.size)
    off_diagonal = overlap(patterns, patterns)[np.triu_indices(400, 1)]
    assert off_diagonal.std() == pytest.approx(1 / np.sqrt(1000), rel=0.02)


def test_overlap_by_hand() -> None:
    pattern = np.array([[1, 1, -1, -1]], dtype=np.int8)
    assert overlap(pattern[0], pattern).tolist() == [1.0]
    assert overlap(-pattern[0], pattern).tolist() == [-1.0]
    assert overlap([1, 1, 1, 1], pattern).tolist() == [0.0]
    assert overlap([1, 1, 0, 0], pattern).tolist() == [0.5]


def test_overlap_does_not_overflow_int8() -> None:
    ones = np.ones((3, 1000), dtype=np.int8)
    assert (overlap(ones, ones) == 1).all()


def test_overlap_of_whole_numbers_is_that_of_real_ones() -> None:
    rng = np.random.default_rng(0)
    states, patterns = random_patterns(9, 77, rng=rng), random_patterns(5000, 77, rng=rng)
    real = overlap(states.astype(float), patterns)
    assert (overlap(states, patterns) == real).all()


def test_overlap_keeps_leading_axes() -> None:
    states = random_patterns(6, 9, rng=np.random.default_rng(0)).reshape(2, 3, 9)
    assert overlap(states, states[0]).shape == (2, 3, 3)
    assert hamming_distance(states, states[0]).shape == (2, 3, 3)


@given(states=cue_arrays(3, 7), patterns=bipolar_arrays(4, 7))
def test_hamming_distance_is_the_literal_one(states: Bipolar, patterns: Bipolar) -> None:
    expected = [[reference.hamming_distance(s, x) for x in patterns] for s in states]
    assert hamming_distance(states, patterns) == pytest.approx(np.array(expected))
