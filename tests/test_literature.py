"""The figures of the literature come out."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core import (
    CORRUPTIONS,
    SCHEDULES,
    Hamming,
    Hopfield,
    hebb,
    mnist,
    pseudoinverse,
    random_patterns,
    storkey,
)
from assoc_core.memories.maxnet import maxnet_step
from assoc_core.study.experiments import answer, recall_rate
from assoc_core.study.rates import Rate
from assoc_core.study.theory import hebb_bit_error, hebb_capacity, hebb_overlap
from assoc_core.types import Bipolar, Rule
from tests.samples import damaged, digits

RNG = np.random.default_rng


def _share_stable(patterns: Bipolar, rule: Rule) -> float:
    """Of the patterns (P, N), those that one update of all units leaves as they are."""
    return float(((patterns @ rule(patterns)) * patterns >= -1e-9).all(axis=1).mean())


def test_bit_error_of_one_step() -> None:
    """N = 784, P = 118: .0048, exactly the tail of a binomial distribution."""
    trials = [random_patterns(118, 784, rng=RNG(seed)) for seed in range(5)]
    wrong = np.mean([Hopfield.store(x).field(x) * x < 0 for x in trials])
    assert wrong == pytest.approx(0.0048, abs=0.0004)
    assert wrong == pytest.approx(hebb_bit_error(784, 118), abs=0.0002)


@pytest.mark.parametrize(("n_units", "n_patterns"), [(4, 3), (5, 4), (7, 2)])
def test_exact_bit_error_is_the_literal_sum(n_units: int, n_patterns: int) -> None:
    n = (n_units - 1) * (n_patterns - 1)
    literal = sum(math.comb(n, k) for k in range(n + 1) if 2 * k < n - (n_units - 1)) / 2**n
    assert hebb_bit_error(n_units, n_patterns) == pytest.approx(literal, abs=1e-12)


def test_capacity_of_amit_gutfreund_and_sompolinsky() -> None:
    capacity, overlap = hebb_capacity()
    assert capacity == pytest.approx(0.137906, abs=1e-6)
    assert overlap == pytest.approx(0.9674, abs=1e-4)
    assert hebb_overlap(0.10) == pytest.approx(0.998, abs=5e-4)
    assert hebb_overlap(0.12) == pytest.approx(0.993, abs=5e-4)
    assert hebb_overlap(0.14) == 0


def _undamaged(n_patterns: int, rng: np.random.Generator) -> Rate:
    """Where random patterns of 784 units settle, each from itself."""
    memory = Hopfield.store(random_patterns(n_patterns, 784, rng=rng))
    recalls = answer(memory, schedule=SCHEDULES["asynchronous"])
    return recall_rate(recalls, memory.patterns, CORRUPTIONS["flip"], 0.0, rng=rng)


@pytest.mark.slow
def test_overlap_simulated() -> None:
    """N = 784: as theory says at alpha = .10, lost at .20."""
    below, above = (
        sum((_undamaged(n_patterns, RNG(seed)) for seed in range(4)), Rate())
        for n_patterns in (78, 157)
    )
    assert below.overlap == pytest.approx(0.998, abs=0.003)
    assert above.overlap < 0.55


@pytest.mark.slow
@pytest.mark.parametrize(("n_units", "expected", "n_trials"), [(100, 10, 200), (784, 47, 40)])
def test_largest_number_of_patterns_that_are_all_stable(
    n_units: int, expected: int, n_trials: int
) -> None:
    """McEliece's: the largest P at which all patterns are stable with probability 1/2."""
    rng = RNG(0)

    def all_stable(n_patterns: int) -> float:
        x = (random_patterns(n_patterns, n_units, rng=rng) for _ in range(n_trials))
        return float(np.mean([_share_stable(patterns, hebb) == 1 for patterns in x]))

    likely = [p for p in range(expected - 4, expected + 5) if all_stable(p) >= 0.5]
    assert abs(max(likely) - expected) <= 2


def test_exact_recall_is_lost_before_the_capacity() -> None:
    """N = 784: half of the patterns are no fixed points any more from 0.107 N = 84 on."""
    shares = [
        np.mean([_share_stable(random_patterns(p, 784, rng=RNG(seed)), hebb) for seed in range(12)])
        for p in (76, 92)
    ]
    assert shares[0] > 0.6
    assert shares[1] < 0.4


def test_storkey_holds_what_hebb_cannot() -> None:
    """N = 200, P = 60."""
    trials = [random_patterns(60, 200, rng=RNG(seed)) for seed in range(10)]
    assert np.mean([_share_stable(x, storkey) for x in trials]) >= 0.97
    assert np.mean([_share_stable(x, hebb) for x in trials]) < 0.02


def test_pseudoinverse_needs_its_diagonal_removed() -> None:
    """N = 200, alpha = .5, 5 % of the units flipped."""
    x = random_patterns(100, 200, rng=RNG(0))
    cues = damaged(x, "flip", 0.05, seed=1)
    projector = pseudoinverse(x) + np.diag(_projector_diagonal(x))
    for schedule in SCHEDULES.values():
        without, kept = (
            (network.settle(cues, rng=RNG(0), schedule=schedule) == x).all(axis=1).mean()
            for network in (Hopfield.store(x, pseudoinverse), Hopfield(x, projector))
        )
        assert without >= 0.9
        assert kept <= 0.05


def _projector_diagonal(patterns: Bipolar) -> np.ndarray:
    x = patterns.astype(float)
    return np.asarray(np.einsum("pi,pi->i", x, np.linalg.solve(x @ x.T, x)))


@pytest.mark.slow
def test_nearest_neighbour_on_mnist_hamming(all_digits: Hamming) -> None:
    """10,000 test digits, 60,000 stored, threshold 128: 4.46 % errors."""
    winners = all_digits.nearest(mnist.bipolar(digits("test").images))
    assert (digits().labels[winners] != digits("test").labels).mean() == pytest.approx(
        0.0446, abs=0.0002
    )


@pytest.mark.slow
def test_nearest_neighbour_on_mnist_grey() -> None:
    """10,000 test digits, 60,000 stored, Euclidean on grey values: 3.09 % errors."""
    stored = digits().images.reshape(-1, 784)
    asked = digits("test").images.reshape(-1, 784).astype(np.float32)
    best, winners = np.full(len(asked), np.inf), np.zeros(len(asked), dtype=int)
    for start in range(0, len(stored), 2000):
        x = stored[start : start + 2000].astype(np.float32)
        distances = np.einsum("pi,pi->p", x, x) - 2 * asked @ x.T  # and |asked|^2, the same for all
        nearest = distances.argmin(axis=1)
        nearer = distances[np.arange(len(asked)), nearest] < best
        best[nearer] = distances[nearer, nearest[nearer]]
        winners[nearer] = start + nearest[nearer]
    assert (digits().labels[winners] != digits("test").labels).mean() == pytest.approx(
        0.0309, abs=0.0002
    )


@given(y=st.lists(st.integers(1, 784), min_size=2, max_size=200), adaptive=st.booleans())
def test_maxnet_finds_the_argmax(y: list[int], adaptive: bool) -> None:
    best = y.index(max(y))
    if y.count(max(y)) > 1:
        y[best] += 1
    state = np.array(y, dtype=float)
    for _ in range(200_000):
        if np.count_nonzero(state) < 2:
            break
        state = maxnet_step(state, 1 / np.count_nonzero(state) if adaptive else 1 / len(y))
    assert np.flatnonzero(state).tolist() == [best]


def test_the_limit_of_the_lecture_does_not_hold_for_digits() -> None:
    """0.15 N random patterns are nearly stable, but of the digits not three are."""
    x = mnist.bipolar(digits().images[:118])
    assert _share_stable(x, hebb) == 0
    assert _share_stable(x[:3], hebb) < 1
    assert (Hopfield.store(x[:2]).settle(x[:2], rng=RNG(0)) == x[:2]).all()
