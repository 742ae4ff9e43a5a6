"""Random patterns, and how alike two patterns are."""

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.types import Bipolar, Real


def random_patterns(n_patterns: int, n_units: int, *, rng: np.random.Generator) -> Bipolar:
    """Independent fair -1/+1 units; -> (P, N) int8."""
    return (2 * rng.integers(0, 2, size=(n_patterns, n_units), dtype=np.int8) - 1).astype(np.int8)


def overlap(states: ArrayLike, patterns: ArrayLike) -> Real:
    """m = 1/N sum_i s_i xi_i, in [-1, 1]; (..., N), (P, N) -> (..., P) [Amit85]."""
    s = np.asarray(states, dtype=np.float64)
    return np.asarray(s @ np.asarray(patterns, dtype=np.float64).T / s.shape[-1])


def hamming_distance(states: ArrayLike, patterns: ArrayLike) -> Real:
    """d = N (1 - m) / 2; an unknown unit counts 1/2; (..., N), (P, N) -> (..., P)."""
    return np.asarray(np.shape(states)[-1] * (1 - overlap(states, patterns)) / 2)
