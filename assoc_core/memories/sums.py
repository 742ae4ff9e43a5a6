"""Sums over all patterns: exact, so that their order does not matter, and a tile at a time.

Numbers on a binary grid are summed without any rounding while the sums need no more digits than
the float has. So no result depends on the machine's product or on what else is in the batch: a
batch and a single cue agree bit for bit.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from assoc_core.data.patterns import agreement
from assoc_core.types import Bipolar, Real

AT_ONCE = 6_000_000  # numbers, cues times patterns, held at a time
TILE = 1024  # patterns made floats at a time


def parts(n_cues: int, n_patterns: int, at_once: int = AT_ONCE) -> list[slice]:
    """The cues in parts, at least one, each of at most `at_once` numbers for all patterns."""
    size = max(1, at_once // n_patterns)
    return [slice(start, start + size) for start in range(0, max(1, n_cues), size)]


def tiles(n_patterns: int) -> list[slice]:
    """The patterns in parts that fit into the processor's cache as floats."""
    return [slice(start, start + TILE) for start in range(0, n_patterns, TILE)]


def exponents_of(totals: Real) -> NDArray[np.intc]:
    """e with 2^e above each total, and no lower than -900."""
    return np.asarray(np.maximum(np.frexp(totals)[1], -900))


def on_grid(values: Real, exponents: NDArray[np.intc]) -> Real:
    """The values over 2^e, as multiples of 2^-52: their sums up to 1 are exact."""
    grid = values * np.ldexp(1.0, 52 - exponents)
    np.rint(grid, out=grid)
    grid *= 2.0**-52
    return grid


def summable(states: Real) -> Real:
    """Real states to 52 digits of the sum of their sizes, so that all z are exact; (..., N)."""
    exponents = exponents_of(np.abs(states).sum(axis=-1, keepdims=True))
    return np.asarray(np.ldexp(on_grid(states, exponents), exponents))


def agreements(states: Real, patterns: Bipolar) -> NDArray[Any]:
    """z = sum_i s_i xi_i of summable states; (B, N), (P, N) -> (B, P)."""
    whole = bool(((states == 0) | (np.abs(states) == 1)).all())
    return agreement(states, patterns, np.float32 if whole else np.float64)


def weighted(weights: NDArray[Any], patterns: NDArray[Any]) -> NDArray[Any]:
    """sum_mu w_mu xi^mu, (B, P), (P, N) -> (B, N), of the weights' type; zeros are passed over."""
    sums = np.zeros((len(weights), patterns.shape[1]), dtype=weights.dtype)
    for tile in tiles(len(patterns)):
        w, x = weights[:, tile], patterns[tile]
        used = np.flatnonzero(w.any(axis=0))
        if 8 * used.size < 7 * len(x):
            w, x = w[:, used], x[used]
        sums += w @ x.astype(w.dtype, copy=False)
    return sums
