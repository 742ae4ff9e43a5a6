"""Glauber dynamics: Boltzmann's distribution, and its limits."""

from itertools import product

import numpy as np
import pytest

from assoc_core import Hopfield, glauber, overlap, random_patterns

RNG = np.random.default_rng


def test_states_are_visited_as_often_as_boltzmann_says() -> None:
    weights = np.array([[0, 1, -0.5], [1, 0, 0.25], [-0.5, 0.25, 0]])
    network = Hopfield(np.ones((1, 3), dtype=np.int8), weights)
    states = np.array(list(product([-1, 1], repeat=3)), dtype=np.int8)
    temperature = 0.8
    expected = np.exp(-network.energy(states) / temperature)
    expected /= expected.sum()
    starts = np.repeat(states, 2, axis=0)
    counts, rng = np.zeros(8), RNG(0)
    for _ in range(1500):  # all cues share the random numbers, so the runs are not independent
        starts = network.settle(starts, rng=rng, schedule=glauber(temperature), max_sweeps=1)
        counts += (starts[:, None] == states).all(axis=2).sum(axis=0)
    assert counts / counts.sum() == pytest.approx(expected, abs=0.03)


def test_batch_is_single_given_the_same_numbers() -> None:
    network = Hopfield.store(random_patterns(5, 60, rng=RNG(0)))
    cues = random_patterns(8, 60, rng=RNG(1))
    how = {"schedule": glauber(30.0), "max_sweeps": 5}
    settled = network.settle(cues, rng=RNG(2), **how)  # type: ignore[arg-type]
    for cue, final in zip(cues, settled, strict=True):
        trajectory = network.recall(cue, rng=RNG(2), **how)  # type: ignore[arg-type]
        assert (trajectory.recalled == final).all()
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
