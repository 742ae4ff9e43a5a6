"""The spectrum, the ways between two states and the number of memories that have a say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core import DenseHopfield, Hopfield, ModernHopfield, hebb, pseudoinverse, random_patterns
from assoc_core.study.landscapes import (
    barrier,
    effective_number,
    flip_paths,
    mean_flip_energy,
    spectrum,
    straight_path,
)
from assoc_core.study.theory import hebb_spectrum
from assoc_core.types import Bipolar
from tests.samples import bipolar_arrays, first_digits

RNG = np.random.default_rng


def test_a_spectrum_by_hand() -> None:
    found = spectrum(np.array([[0.0, 2.0], [2.0, 0.0]]), [-1, -1])
    assert found.values == pytest.approx([2, -2])
    assert found.vectors[0] == pytest.approx(np.array([-1, -1]) / np.sqrt(2))
    assert abs(found.vectors[1, 0] - found.vectors[1, 1]) == pytest.approx(np.sqrt(2))


def test_the_spectrum_makes_the_weights_again() -> None:
    weights, mean = hebb(first_digits(20)), first_digits(20).mean(axis=0)
    found = spectrum(weights, mean)
    again = (found.vectors.T * found.values) @ found.vectors
    np.testing.assert_allclose(again, weights, atol=1e-9)
    assert (np.diff(found.values) <= 0).all()
    assert (found.vectors @ mean > -1e-9).all()


def test_hebbs_first_eigenvector_of_digits_is_their_mean() -> None:
    x = first_digits(118)
    found = spectrum(hebb(x), x.mean(axis=0))
    alike = (np.sign(found.vectors[0]) == np.where(x.mean(axis=0) >= 0, 1, -1)).mean()
    assert alike > 0.99
    assert found.values[0] > 15 * found.values[1]
    assert found.values[118:] == pytest.approx(-118)


def test_hebbs_spectrum_of_random_patterns_lies_between_the_edges_of_theory() -> None:
    values = spectrum(hebb(random_patterns(60, 400, rng=RNG(0))), np.ones(400)).values[:60]
    low, high = hebb_spectrum(400, 60)
    assert (low, high) == pytest.approx((90.16, 709.84), abs=0.01)
    assert values.min() == pytest.approx(low, abs=0.1 * (high - low))
    assert values.max() == pytest.approx(high, abs=0.1 * (high - low))


def test_the_projector_of_random_patterns_has_two_levels() -> None:
    values = spectrum(pseudoinverse(random_patterns(60, 400, rng=RNG(0))), np.ones(400)).values
    assert values[:60] == pytest.approx(1 - 60 / 400, abs=0.05)
    assert values[60:] == pytest.approx(-60 / 400, abs=0.05)


@given(bipolar_arrays(9), bipolar_arrays(9), st.integers(0, 99))
def test_every_path_flips_each_differing_unit_once(
    first: Bipolar, last: Bipolar, seed: int
) -> None:
    paths = flip_paths(first, last, n_paths=3, rng=RNG(seed))
    n_differing = int((first != last).sum())
    assert paths.shape == (3, n_differing + 1, 9)
    assert (paths[:, 0] == first).all()
    assert (paths[:, -1] == last).all()
    assert ((paths[:, 1:] != paths[:, :-1]).sum(axis=2) == 1).all()


def test_paths_have_orders_of_their_own_and_the_same_seed_the_same_ones() -> None:
    a, b = random_patterns(2, 50, rng=RNG(0))
    paths = flip_paths(a, b, n_paths=2, rng=RNG(1))
    assert (paths[0] != paths[1]).any()
    np.testing.assert_array_equal(paths, flip_paths(a, b, n_paths=2, rng=RNG(1)))


def test_the_mean_energy_of_all_orders_is_that_of_many_orders() -> None:
    network = Hopfield.store(random_patterns(5, 12, rng=RNG(0)))
    a, b = network.patterns[:2]
    energies = network.energy(flip_paths(a, b, n_paths=20_000, rng=RNG(1)))
    exact = mean_flip_energy(network.weights, a, b)
    assert exact == pytest.approx(energies.mean(axis=0), abs=0.02 * np.ptp(energies))
    assert exact[[0, -1]] == pytest.approx(network.energy([a, b]))


@pytest.mark.parametrize("n_flips", [0, 1, 2])
def test_the_mean_energy_of_a_short_way(n_flips: int) -> None:
    network = Hopfield.store(random_patterns(5, 12, rng=RNG(0)))
    a = network.patterns[0]
    b = a.copy()
    b[:n_flips] *= -1
    paths = flip_paths(a, b, n_paths=200, rng=RNG(1))
    orders = {path.tobytes(): network.energy(path) for path in paths}
    exact = mean_flip_energy(network.weights, a, b)
    assert exact == pytest.approx(np.mean(list(orders.values()), axis=0))


def test_a_straight_path_by_hand() -> None:
    path = straight_path([1, 1], [1, -1], 3)
    assert path.tolist() == [[1, 1], [1, 0], [1, -1]]


def test_between_two_stored_patterns_there_is_a_barrier() -> None:
    x = random_patterns(20, 400, rng=RNG(0))
    for memory in (Hopfield.store(x, pseudoinverse), DenseHopfield.store(x, "exp")):
        path = flip_paths(x[0], x[1], n_paths=1, rng=RNG(1))[0]
        assert min(barrier(memory.energy(path))) > 0.1 * abs(float(memory.energy(x[0])))
    modern = ModernHopfield.store(x)
    assert min(barrier(modern.energy(straight_path(x[0], x[1], 51)))) > 10


def test_a_barrier_by_hand() -> None:
    assert barrier([1, 4, 2]) == (3, 2)
    assert barrier([3, 1, 2]) == (0, 1)


def test_the_effective_number_by_hand() -> None:
    shares = np.array([[1, 0, 0], [0.5, 0.5, 0], [1 / 3, 1 / 3, 1 / 3]])
    assert effective_number(shares) == pytest.approx([1, 2, 3])


def test_the_effective_number_falls_with_beta() -> None:
    x = first_digits(50)
    numbers = [
        float(effective_number(ModernHopfield.store(x, beta).attention(x[0])))
        for beta in (1e-6, 0.01, 0.1, 1)
    ]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == pytest.approx(50, rel=1e-3)
    assert numbers[-1] == pytest.approx(1)
