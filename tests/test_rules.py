"""Every rule in RULES: the literal formula, the laws of its weights, awkward patterns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core import (
    RULES,
    SCHEDULES,
    Hopfield,
    hebb,
    margins,
    perceptron,
    pseudoinverse,
    random_patterns,
)
from assoc_core.types import Bipolar, Real
from tests import reference
from tests.samples import bipolar_arrays, first_digits

NAMES = sorted(RULES)
RNG = np.random.default_rng
SMALL = st.tuples(st.integers(1, 6), st.integers(2, 9)).flatmap(lambda s: bipolar_arrays(*s))


def lowered_by_matrices(patterns: Bipolar, max_epochs: int = 500) -> Real:
    """The perceptron rule by the book, with its margin lowered when the epochs are over."""
    x = patterns.astype(float)
    w = np.zeros((x.shape[1], x.shape[1]))
    for epoch in range(5 * max_epochs):
        margin = (0.7, 0.35, 0.175, 0.0875, 0)[epoch // max_epochs]
        unstable = x * (x @ w) <= margin * np.sqrt((w * w).sum(axis=1))
        if not unstable.any():
            break
        step = (unstable * x).T @ x
        w += step + step.T
        np.fill_diagonal(w, 0)
    return w


@pytest.mark.parametrize("name", NAMES)
@given(patterns=SMALL)
def test_weights_are_the_literal_ones(name: str, patterns: Bipolar) -> None:
    literal = {"perceptron": lowered_by_matrices}.get(name) or getattr(reference, name)
    expected = literal(patterns)
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
    patterns = random_patterns(1, 60, rng=RNG(0))
    network = Hopfield.store(patterns, RULES[name])
    assert (np.sign(network.field(patterns)) == patterns).all()


@pytest.mark.parametrize("name", NAMES)
def test_as_many_patterns_as_units_give_finite_weights(name: str) -> None:
    patterns = random_patterns(40, 40, rng=RNG(0))
    assert np.isfinite(RULES[name](patterns)).all()


@given(patterns=SMALL, margin=st.sampled_from([0.0, 0.7]), max_epochs=st.integers(0, 30))
def test_the_perceptron_is_the_literal_one_bit_for_bit(
    patterns: Bipolar, margin: float, max_epochs: int
) -> None:
    """Repeated patterns and units that are alike come by themselves in patterns so small."""
    expected = reference.perceptron(patterns, margin, max_epochs)
    by_matrices = reference.perceptron_by_matrices(patterns, margin, max_epochs)
    assert (by_matrices == expected).all()
    weights = perceptron(patterns, margin=margin, max_epochs=max_epochs, lowered=False)
    assert (weights == expected).all()


@pytest.mark.parametrize(
    ("patterns", "max_epochs"),
    [
        (first_digits(118), 500),  # most units are stable long before the last one
        (first_digits(300), 60),  # too many: they never are
        (random_patterns(118, 784, rng=RNG(0)), 500),
        (random_patterns(90, 40, rng=RNG(1)), 100),
        (first_digits(900)[:, 300:500], 20),  # more patterns than units, and units alike
    ],
    ids=["digits", "too many digits", "random", "beyond capacity", "parts of digits"],
)
def test_the_perceptron_keeps_its_sums_exact(patterns: Bipolar, max_epochs: int) -> None:
    expected = reference.perceptron_by_matrices(patterns, max_epochs=max_epochs)
    weights = perceptron(patterns, max_epochs=max_epochs, lowered=False)
    assert (weights == expected).all()
    if max_epochs < 500:
        assert (perceptron(patterns, max_epochs=1) == lowered_by_matrices(patterns, 1)).all()
    else:  # the margin was reached, so there is nothing to lower
        assert (perceptron(patterns) == expected).all()


def test_the_perceptron_gives_every_unit_its_margin() -> None:
    patterns = first_digits(118)
    weights = perceptron(patterns)
    fields, norms = patterns @ weights, np.linalg.norm(weights, axis=1)
    assert (patterns * fields > 0.7 * norms).all()


@pytest.mark.parametrize("n_patterns", [70, 100, 120, 140])
def test_the_perceptron_lowers_its_margin_until_it_can_hold_all(n_patterns: int) -> None:
    """N = 100; with the margin that it begins with it leaves some of them unstable."""
    patterns = random_patterns(n_patterns, 100, rng=RNG(0))
    strict = Hopfield(patterns, perceptron(patterns, lowered=False))
    assert not strict.stable.all()
    network = Hopfield.store(patterns, perceptron)
    assert network.stable.all()
    assert margins(network, patterns).min() > 0


@pytest.mark.slow
def test_the_perceptron_holds_300_digits() -> None:
    network = Hopfield.store(first_digits(300), perceptron)
    assert network.stable.all()
    assert margins(network, network.patterns).min() > 0.25


def test_the_perceptron_ends_where_it_cannot_hold_all() -> None:
    patterns = random_patterns(60, 20, rng=RNG(0))  # more than twice as many as units
    assert not Hopfield.store(patterns, perceptron).stable.all()


@pytest.mark.parametrize("margin", [-0.1, np.nan, np.inf])
def test_a_margin_is_a_number_from_0_on(margin: float) -> None:
    with pytest.raises(ValueError, match="wanted is a number from 0 on"):
        perceptron(random_patterns(3, 20, rng=RNG(0)), margin=margin)


def test_hebb_by_hand() -> None:
    patterns = np.array([[1, 1, -1], [1, -1, -1]], dtype=np.int8)
    assert hebb(patterns).tolist() == [[0, 0, -2], [0, 0, 0], [-2, 0, 0]]


def test_hebb_does_not_overflow_int8() -> None:
    assert hebb(np.ones((300, 4), dtype=np.int8))[0, 1] == 300


def test_pseudoinverse_of_dependent_patterns_spans_the_same_space() -> None:
    independent = random_patterns(10, 50, rng=RNG(0))
    repeated = np.vstack([independent, independent[:4], -independent[2:5]])
    assert pseudoinverse(repeated) == pytest.approx(pseudoinverse(independent), abs=1e-10)


def test_pseudoinverse_of_a_whole_basis_is_zero() -> None:
    basis = np.array([[1, 1, 1, 1], [1, -1, 1, -1], [1, 1, -1, -1], [1, -1, -1, 1]], dtype=np.int8)
    assert not pseudoinverse(basis).any()


@pytest.mark.parametrize("n_patterns", [15, 18, 30])
def test_pseudoinverse_of_full_rank_keeps_every_state(n_patterns: int) -> None:
    """Exactly: what rounding leaves of the weights would move every pattern."""
    patterns = random_patterns(n_patterns, 15, rng=RNG(0))
    network = Hopfield.store(np.vstack([patterns, patterns[:3]]), pseudoinverse)
    assert not network.weights.any()
    for schedule in SCHEDULES.values():
        states = random_patterns(20, 15, rng=RNG(1))
        assert (network.settle(states, rng=RNG(2), schedule=schedule) == states).all()


@given(
    patterns=st.tuples(st.integers(1, 12), st.integers(2, 9)).flatmap(lambda s: bipolar_arrays(*s))
)
def test_pseudoinverse_keeps_whatever_it_stores(patterns: Bipolar) -> None:
    """P xi = xi, so xi_i h_i = 1 - P_ii, and where that is 0 no rounding decides."""
    assert Hopfield.store(patterns, pseudoinverse).stable.all()


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
