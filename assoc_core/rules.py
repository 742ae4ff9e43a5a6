"""Learning rules: patterns (P, N) -> weights (N, N), symmetric, with zero diagonal."""

import numpy as np

from assoc_core.types import Bipolar, Real, Rule

# Relative size below which an eigenvalue of the Gram matrix counts as zero: far above rounding
# (1e-16 P), far below the smallest one seen for linearly independent digits (1e-7).
RANK_TOLERANCE = 1e-11


def hebb(patterns: Bipolar) -> Real:
    """W_ij = sum_mu xi_i xi_j, zero diagonal, common factor 1; (P, N) -> (N, N) [Hopfield82]."""
    x = patterns.astype(np.float32)  # sums of P terms of +-1 are exact below P = 2^24
    return _without_diagonal((x.T @ x).astype(np.float64))


def pseudoinverse(patterns: Bipolar) -> Real:
    """W = X^+ X, the projector onto the patterns, zero diagonal; (P, N) -> (N, N) [Personnaz86].

    Dependent and repeated patterns are allowed: they add nothing to the space they span.
    """
    basis = _orthonormal_basis(patterns.astype(np.float64))
    return _without_diagonal(basis.T @ basis)


def _orthonormal_basis(x: Real) -> Real:
    """Rows that span the rows of x; (P, N) -> (rank, N), by way of the smaller Gram matrix."""
    n_patterns, n_units = x.shape
    if n_patterns > n_units:
        values, vectors = np.linalg.eigh(x.T @ x)
        return np.asarray(vectors[:, values > RANK_TOLERANCE * values[-1]].T)
    values, vectors = np.linalg.eigh(x @ x.T)
    kept = values > RANK_TOLERANCE * values[-1]
    return np.asarray((vectors[:, kept] / np.sqrt(values[kept])).T @ x)


def _without_diagonal(weights: Real) -> Real:
    np.fill_diagonal(weights, 0.0)
    return weights


RULES: dict[str, Rule] = {"hebb": hebb, "pseudoinverse": pseudoinverse}
