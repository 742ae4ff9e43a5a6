"""Attention: shares of the patterns that sum to 1, and the mean of the patterns by these shares."""

import numpy as np
from numpy.typing import NDArray

from assoc_core.memories.sums import parts, tiles, weighted
from assoc_core.types import Bipolar, Real

CACHED = 100_000  # shares made at a time, so that they stay in the processor's cache


def softmax(z: NDArray[np.floating], beta: float) -> Real:
    """exp(beta z_mu) / sum_nu exp(beta z_nu); (B, P) -> (B, P)."""
    shares = np.subtract(z, z.max(axis=1, keepdims=True), dtype=np.float64)
    shares *= beta
    np.exp(shares, out=shares)
    shares /= shares.sum(axis=1, keepdims=True)
    return np.asarray(shares)


def soft_maximum(z: NDArray[np.floating], beta: float) -> Real:
    """1/beta ln sum_mu exp(beta z_mu), the largest z and a little more; (B, P) -> (B,)."""
    top = z.max(axis=1, keepdims=True).astype(np.float64)
    return np.asarray(top[:, 0] + np.log(np.exp(beta * (z - top)).sum(axis=1)) / beta)


def blended(z: NDArray[np.floating], beta: float, patterns: Bipolar) -> Real:
    """X' softmax(beta z), the patterns weighted by their shares; (B, P), (P, N) -> (B, N).

    In float32 for speed, and yet exact: of each share the whole multiples of 2^-23, and of what is
    left those of a grid so fine that float32 can just hold the sum of P.
    """
    finer = 2.0 ** (24 - len(patterns).bit_length())
    wholes, rests = np.empty((2, *z.shape), dtype=np.float32)
    for part in parts(len(z), len(patterns), CACHED):
        shares = softmax(z[part], beta) * 2.0**23
        np.rint(shares, out=wholes[part], casting="same_kind")
        shares -= wholes[part]
        np.rint(shares * finer, out=rests[part], casting="same_kind")
    mean = np.zeros((len(z), patterns.shape[1]))
    for tile in tiles(len(patterns)):
        x = patterns[tile].astype(np.float32)
        mean += weighted(wholes[:, tile], x)
        mean += weighted(rests[:, tile], x) / finer
    return mean / 2.0**23
