"""Attention: shares of the patterns that sum to 1, and the mean of the patterns by these shares."""

import numpy as np
from numpy.typing import NDArray

from assoc_core.memories.sums import parts, weighted
from assoc_core.types import Bipolar, Real

CACHED = 60_000  # shares made at a time, so that they stay in the processor's cache


def softmax(z: NDArray[np.floating], beta: float, total: float = 1) -> Real:
    """exp(beta z_mu) / sum_nu exp(beta z_nu), times the total; (B, P) -> (B, P)."""
    shares = _exponentials(z, beta)
    shares *= total / shares.sum(axis=1, keepdims=True)
    return shares


def soft_maximum(z: NDArray[np.floating], beta: float) -> Real:
    """1/beta ln sum_mu exp(beta z_mu), the largest z and a little more; (B, P) -> (B,)."""
    more = np.log(_exponentials(z, beta).sum(axis=1)) / beta
    return np.asarray(z.max(axis=1) + more)


def _exponentials(z: NDArray[np.floating], beta: float) -> Real:
    """exp(beta (z_mu - max z)); (B, P) -> (B, P)."""
    powers = z.astype(np.float64)
    powers -= z.max(axis=1, keepdims=True)
    powers *= beta
    return np.asarray(np.exp(powers, out=powers))


def blended(z: NDArray[np.floating], beta: float, patterns: Bipolar) -> Real:
    """X' softmax(beta z), the patterns weighted by their shares; (B, P), (P, N) -> (B, N).

    Two sums in float32 for speed, and yet exact: of each share the whole multiples of 2^-23, and of
    what is left those of a grid so fine that float32 can just hold the sum of P. What is then lost
    of a share is at most 2^-41 among 100 patterns, 2^-32 among 60,000.
    """
    finer = 2.0 ** (24 - len(patterns).bit_length())
    wholes, rests = np.empty(z.shape, np.float32), np.empty(z.shape, np.float32)
    for part in parts(len(z), len(patterns), CACHED):
        shares = softmax(z[part], beta, total=2.0**23)
        wholes[part] = whole = np.rint(shares)
        shares -= whole
        shares *= finer
        rests[part] = np.rint(shares, out=shares)
    sums = weighted(wholes, patterns).astype(np.float64)
    sums += weighted(rests, patterns) / finer
    return np.asarray(sums / 2.0**23)
