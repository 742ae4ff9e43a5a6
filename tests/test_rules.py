"""Every rule in RULES: the literal formula, the laws of its weights, awkward patterns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core import RULES, Hopfield, hebb, pseudoinverse, random_patterns
from assoc_core.types import Bipolar
from tests import reference
from tests.samples import bipolar_arrays, first_digits

NAMES = sorted(RULES)
SMALL = st.tuples(st.integers(1, 6), st.integers(2, 9)).flatmap(lambda s: bipolar_arrays(*s))


@pytest.mark.parametrize("name", NAMES)
@given(patterns=SMALL)
def test_weights_are_the_literal_ones(name: str, patterns: Bipolar) -> None:
    expected = getattr(reference, name)(patterns)
    assert RULES[name](patterns) == pytest.approx(expected, abs=1e-10)


@pytest.mark.parametrize("name", NAMES)
@given(patterns=SMALL)
def test_weights_are_symmetric_with_zero_diagonal(name: str, patterns: Bipolar) -> None:
    weights = RULES[name](patterns)
    assert weights.dtype == np.float64
    assert weights == pytest.approx(weights.T, abs=1e-12)
    assert (np.diag(weights) == 0).all()


@pytest.mark.parametrize("name", NAMES)
def test_one_pattern_is_a_fixed_point(name: str) -> None:
    patterns = random_patterns(1, 60, rng=np.random.default_rng(0))
    network = Hopfield.store(patterns, RULES[name])
    assert (np.sign(network.field(patterns)) == patterns).all()


@pytest.mark.parametrize("name", NAMES)
def test_as_many_patterns_as_units_give_finite_weights(name: str) -> None:
    patterns = random_patterns(40, 40, rng=np.random.default_rng(0))
    assert np.isfinite(RULES[name](patterns)).all()


def test_hebb_by_hand() -> None:
    patterns = np.array([[1, 1, -1], [1, -1, -1]], dtype=np.int8)
    assert hebb(patterns).tolist() == [[0, 0, -2], [0, 0, 0], [-2, 0, 0]]


def test_hebb_does_not_overflow_int8() -> None:
    assert hebb(np.ones((300, 4), dtype=np.int8))[0, 1] == 300


def test_pseudoinverse_of_dependent_patterns_spans_the_same_space() -> None:
    independent = random_patterns(10, 50, rng=np.random.default_rng(0))
    repeated = np.vstack([independent, independent[:4], -independent[2:5]])
    assert pseudoinverse(repeated) == pytest.approx(pseudoinverse(independent), abs=1e-10)


def test_pseudoinverse_of_a_whole_basis_is_zero() -> None:
    basis = np.array([[1, 1, 1, 1], [1, -1, 1, -1], [1, 1, -1, -1], [1, -1, -1, 1]], dtype=np.int8)
    assert pseudoinverse(basis) == pytest.approx(np.zeros((4, 4)), abs=1e-12)


def test_pseudoinverse_keeps_every_digit_and_its_field() -> None:
    patterns = first_digits(118)
    weights = pseudoinverse(patterns)
    plus_diagonal = weights + np.diag(1 - _projector_residue(patterns))
    assert patterns @ plus_diagonal == pytest.approx(patterns.astype(float), abs=1e-8)
    assert (np.sign(patterns @ weights) == patterns).all()


def _projector_residue(patterns: Bipolar) -> np.ndarray:
    """1 - P_ii of the projector onto the patterns, by least squares."""
    x = patterns.T.astype(float)
    coefficients = np.linalg.lstsq(x, np.eye(len(x)), rcond=None)[0]
    return np.asarray(1 - np.diag(x @ coefficients))
