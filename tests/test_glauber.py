"""Glauber dynamics: Boltzmann's distribution, and its limits."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core import Hopfield, glauber, overlap, random_patterns
from assoc_core.types import Bipolar
from tests import reference
from tests.samples import WHOLE_NUMBERS, cue_arrays, networks

RNG = np.random.default_rng


def test_states_are_visited_as_often_as_boltzmann_says() -> None:
    weights = np.array([[0, 1, -0.5], [1, 0, 0.25], [-0.5, 0.25, 0]])
    network = Hopfield(np.ones((1, 3), dtype=np.int8), weights)
    states = np.array(list(product([-1, 1], repeat=3)), dtype=np.int8)
    temperature = 0.8
    expected = np.exp(-network.energy(states) / temperature)
    expected /= expected.sum()
    starts = np.repeat(states, 500, axis=0)
    final = network.settle(starts, rng=RNG(0), schedule=glauber(temperature), max_sweeps=20)
    counts = (final[:, None] == states).all(axis=2).sum(axis=0)
    # 4,000 independent runs: a standard error of at most .008
    assert counts / counts.sum() == pytest.approx(expected, abs=0.025)


@given(network=networks(7, WHOLE_NUMBERS), cue=cue_arrays(7), seed=st.integers(0, 9))
def test_recall_is_the_literal_loop(network: Hopfield, cue: Bipolar, seed: int) -> None:
    warm = glauber(1.5)
    trajectory = network.recall(cue, rng=RNG(seed), schedule=warm, max_sweeps=4)
    rng = RNG(seed)
    numbers = [(rng.permutation(7), rng.logistic(np.zeros(7), 0.75)) for _ in range(4)]
    states, sweeps, stop = reference.glauber(network.weights, cue.tolist(), numbers)
    assert trajectory.states.tolist() == states
    assert trajectory.sweeps.tolist() == sweeps
    assert trajectory.stop == stop
    alone = network.settle(cue[None], rng=RNG(seed), schedule=warm, max_sweeps=4)
    assert alone.tolist() == [states[-1]]


def test_equal_cues_part_ways() -> None:
    network = Hopfield.store(random_patterns(5, 200, rng=RNG(0)))
    cues = np.repeat(network.patterns[:1], 30, axis=0)
    warm = network.settle(cues, rng=RNG(1), schedule=glauber(0.5 * 200), max_sweeps=10)
    assert len(np.unique(warm, axis=0)) == 30
    hot = network.settle(cues, rng=RNG(1), schedule=glauber(20.0 * 200), max_sweeps=10)
    assert np.abs(overlap(hot, hot) - np.eye(30)).max() < 0.35  # 5 / sqrt(200), as of coins


def test_no_cue_ever_rests() -> None:
    network = Hopfield.store(random_patterns(1, 20, rng=RNG(0)))
    trajectory = network.recall(network.patterns[0], rng=RNG(0), schedule=glauber(1e-6))
    assert trajectory.stop == "step limit"


def test_cold_is_asynchronous_and_hot_forgets() -> None:
    network = Hopfield.store(random_patterns(5, 200, rng=RNG(0)))
    x = network.patterns
    cold = network.settle(x, rng=RNG(1), schedule=glauber(1e-6), max_sweeps=3)
    assert (cold == x).all()
    mild = network.settle(x, rng=RNG(1), schedule=glauber(0.2 * 200), max_sweeps=20)
    assert np.diag(overlap(mild, x)).min() > 0.9
    hot = network.settle(x, rng=RNG(1), schedule=glauber(5.0 * 200), max_sweeps=20)
    assert np.abs(overlap(hot, x)).max() < 0.3


def test_warmth_leaves_a_mixture_that_cold_updates_keep() -> None:
    network = Hopfield.store(random_patterns(3, 600, rng=RNG(3)))
    mixture = network.settle(np.sign(network.patterns.sum(axis=0)), rng=RNG(0))
    warm = network.settle(mixture, rng=RNG(1), schedule=glauber(0.55 * 600), max_sweeps=100)
    final = network.settle(warm, rng=RNG(0))
    assert np.abs(overlap(final, network.patterns)).max() == 1


@pytest.mark.parametrize("temperature", [0.0, -1.0, float("nan"), float("inf")])
def test_senseless_temperatures_are_refused(temperature: float) -> None:
    with pytest.raises(ValueError, match="a number above 0"):
        glauber(temperature)
