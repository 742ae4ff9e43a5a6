"""What a network looks like from inside: its spectrum, ways between two states, who has a say."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.types import Bipolar, Real, frozen


@dataclass(frozen=True, slots=True, eq=False)
class Spectrum:
    """values (N,), the largest first; vectors (N, N), the unit eigenvector of each as a row."""

    values: Real
    vectors: Real


def spectrum(weights: Real, toward: ArrayLike) -> Spectrum:
    """W v = lambda v for symmetric weights (N, N); each v signed so that v . toward >= 0.

    An eigenvector has no sign of its own; with `toward` (N,) its picture is always the same one.
    """
    values, vectors = np.linalg.eigh(weights)
    rows = vectors.T[::-1]
    signs = np.where(rows @ np.asarray(toward, dtype=np.float64) < 0, -1.0, 1.0)
    return Spectrum(frozen(values[::-1].copy()), frozen(signs[:, None] * rows))


def flip_paths(
    first: ArrayLike, last: ArrayLike, *, n_paths: int, rng: np.random.Generator
) -> Bipolar:
    """Ways from one state (N,) to another, a flip a step: (n_paths, d + 1, N).

    The d units in which they differ change one after another, on each way in a random order.
    """
    a, b = np.asarray(first, dtype=np.int8), np.asarray(last, dtype=np.int8)
    (differing,) = np.nonzero(a != b)
    orders = rng.permuted(np.tile(np.arange(differing.size), (n_paths, 1)), axis=1)
    paths = np.tile(a, (n_paths, differing.size + 1, 1))
    steps = np.arange(differing.size + 1)[:, None]
    paths[:, :, differing] = np.where(orders[:, None] < steps, b[differing], a[differing])
    return paths


def mean_flip_energy(weights: Real, first: ArrayLike, last: ArrayLike) -> Real:
    """E on the way from one state to another by flips, the mean of all orders; (d + 1,), exact.

    E = -1/2 s . W s is linear in each product s_i s_j, whose mean after k of the d flips is
    (d - 2k) / d for one unit that differs, ((d - 2k)^2 - d) / (d (d - 1)) for two.
    """
    a, b = np.asarray(first, dtype=np.float64), np.asarray(last, dtype=np.float64)
    common, differing = np.where(a == b, a, 0.0), np.where(a == b, 0.0, a)
    d = int(np.count_nonzero(differing))
    left = d - 2.0 * np.arange(d + 1)
    single, pair = left / max(1, d), (left**2 - d) / max(1, d * (d - 1))
    h = weights @ common
    terms = common @ h / 2 + differing @ h * single
    return np.asarray(-terms - differing @ (weights @ differing) / 2 * pair)


def straight_path(first: ArrayLike, last: ArrayLike, n_points: int) -> Real:
    """(1 - t) first + t last for t from 0 to 1: real states, (n_points, N)."""
    a, b = np.asarray(first, dtype=np.float64), np.asarray(last, dtype=np.float64)
    t = np.linspace(0, 1, n_points)[:, None]
    return np.asarray((1 - t) * a + t * b)


def barrier(energies: ArrayLike) -> tuple[float, float]:
    """How far a way (T+1,) rises above its first and above its last state; 0 if it never does."""
    e = np.asarray(energies, dtype=np.float64)
    return float(e.max() - e[0]), float(e.max() - e[-1])


def effective_number(shares: ArrayLike) -> Real:
    """exp(-sum_mu p ln p): 1 for a single share, P for P equal ones; (..., P) -> (...)."""
    p = np.asarray(shares, dtype=np.float64)
    logarithms = np.log(p, out=np.zeros_like(p), where=p > 0)
    return np.asarray(np.exp(-(p * logarithms).sum(axis=-1)))
