"""Random patterns, and how alike two patterns are."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.types import Bipolar, Real

TILE = 4096  # patterns made float32 at a time, 13 MB of digits


def random_patterns(n_patterns: int, n_units: int, *, rng: np.random.Generator) -> Bipolar:
    """Independent fair -1/+1 units; -> (P, N) int8."""
    return (2 * rng.integers(0, 2, size=(n_patterns, n_units), dtype=np.int8) - 1).astype(np.int8)


def overlap(states: ArrayLike, patterns: ArrayLike) -> Real:
    """m = 1/N sum_i s_i xi_i, in [-1, 1]; (..., N), (P, N) -> (..., P) [Amit85]."""
    s, xi = np.asarray(states), np.asarray(patterns)
    if s.dtype == xi.dtype == np.int8:  # the same numbers, and no float64 copy of all patterns
        z = agreement(s.reshape(-1, s.shape[-1]), xi).reshape(*s.shape[:-1], len(xi))
        return np.asarray(z.astype(np.float64) / s.shape[-1])
    return np.asarray(s.astype(np.float64) @ xi.astype(np.float64).T / s.shape[-1])


def agreement(
    states: NDArray[Any], patterns: Bipolar, dtype: type[np.floating] = np.float32
) -> NDArray[Any]:
    """z = sum_i s_i xi_i, in float32 exact for -1/0/+1; (B, N), (P, N) -> (B, P), by tiles of P."""
    s = states.astype(dtype)
    z = np.empty((len(s), len(patterns)), dtype)
    for start in range(0, len(patterns), TILE):
        tile = slice(start, start + TILE)
        np.matmul(s, patterns[tile].astype(dtype).T, out=z[:, tile])
    return z


def hamming_distance(states: ArrayLike, patterns: ArrayLike) -> Real:
    """d = N (1 - m) / 2; an unknown unit counts 1/2; (..., N), (P, N) -> (..., P)."""
    return np.asarray(np.shape(states)[-1] * (1 - overlap(states, patterns)) / 2)
