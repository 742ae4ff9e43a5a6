"""Learning rules: patterns (P, N) -> weights (N, N), symmetric, with zero diagonal."""

import numpy as np

from assoc_core.memories.perceptron import perceptron
from assoc_core.types import Bipolar, Real, Rule

# Relative size below which an eigenvalue counts as zero: far above rounding (1e-16 P), far below
# the smallest one seen of the Gram matrix of linearly independent digits (1e-9).
RANK_TOLERANCE = 1e-11
BLOCK = 12  # patterns that storkey takes together: so few that BLAS starts no threads for them


def hebb(patterns: Bipolar) -> Real:
    """W_ij = sum_mu xi_i xi_j, zero diagonal, common factor 1; (P, N) -> (N, N) [Hopfield82]."""
    x = patterns.astype(np.float32)  # sums of P terms of +-1 are exact below P = 2^24
    return without_diagonal((x.T @ x).astype(np.float64))


def pseudoinverse(patterns: Bipolar) -> Real:
    """W = X^+ X, the projector onto the patterns, zero diagonal; (P, N) -> (N, N) [Personnaz86].

    Dependent and repeated patterns are allowed: they add nothing to the space they span. N
    independent ones span all of it; then W = 0, and every state stays as it is.
    """
    basis = _orthonormal_basis(patterns.astype(np.float64))
    return off_diagonal(basis.T @ basis)


def off_diagonal(projector: Real) -> Real:
    """The weights of a projector (N, N), written over it: zero diagonal, and exactly zero where
    only rounding is left.

    A unit that the space holds alone, P_ii = 1, is tied to no other, for P_ii = sum_j P_ij^2; and a
    space of dimension N, the trace of P, holds every unit alone.
    """
    own = np.diag(projector)
    alone = (own > 1 - RANK_TOLERANCE) | (round(own.sum()) == own.size)
    projector[alone] = 0.0
    projector[:, alone] = 0.0
    return without_diagonal(projector)


def storkey(patterns: Bipolar) -> Real:
    """W_ij += (xi_i xi_j - xi_i h_ji - h_ij xi_j) / N, pattern by pattern [Storkey97].

    h_ij = sum_(k != i, j) W_ik xi_k of the weights so far; zero diagonal; (P, N) -> (N, N).
    With h = W xi this is W <- (1 + 2/N) W + (xi y' + y xi'), y = (xi/2 - h) / N, off the diagonal.
    So all weights are one product of the patterns with their y, and no step needs a matrix N x N.
    """
    x = patterns.astype(np.float64)
    y, diagonal = np.zeros_like(x), np.zeros(x.shape[1])
    growth = 1 + 2 / x.shape[1]  # y is kept divided by growth^mu, so that old ones need no change
    for start in range(0, len(x), BLOCK):
        block = x[start : start + BLOCK]
        earlier = _symmetric_product(block, x[:start], y[:start])
        for k, xi in enumerate(block):
            mu = start + k
            h = earlier[k] + _symmetric_product(xi, x[start:mu], y[start:mu]) - diagonal * xi
            y[mu] = (growth**-mu * xi / 2 - h) / (growth * x.shape[1])
            diagonal += 2 * xi * y[mu]
    half = x.T @ (growth ** len(x) * y)
    return without_diagonal(half + half.T)


def _symmetric_product(vectors: Real, x: Real, y: Real) -> Real:
    """v (X'Y + Y'X) for the vectors (..., N), without the matrix; X and Y are (M, N)."""
    return (vectors @ y.T) @ x + (vectors @ x.T) @ y


def heteroassociation(inputs: Bipolar, outputs: Bipolar, *, correlated: bool) -> Real:
    """W that leads from each input to its output; (P, N), (P, M) -> (M, N).

    Hebb's 1/N sum_mu y_i x_j, or, for correlated patterns, Y X^+, which is exact for independent
    inputs and the best in the mean for others [Personnaz86].
    """
    x, y = inputs.astype(np.float64), outputs.astype(np.float64)
    if not correlated:
        return np.asarray(y.T @ x / x.shape[1])
    values, vectors = _spanned(x @ x.T)
    return np.asarray((y.T @ vectors / values) @ (vectors.T @ x))


def _orthonormal_basis(x: Real) -> Real:
    """Rows that span the rows of x; (P, N) -> (rank, N), by way of the smaller Gram matrix."""
    if len(x) > x.shape[1]:
        return _spanned(x.T @ x)[1].T
    values, vectors = _spanned(x @ x.T)
    return np.asarray((vectors / np.sqrt(values)).T @ x)


def _spanned(gram: Real) -> tuple[Real, Real]:
    """The eigenvalues (rank,) that are not 0, and their eigenvectors, one a column (n, rank)."""
    values, vectors = np.linalg.eigh(gram)
    kept = values > RANK_TOLERANCE * values[-1]
    return values[kept], vectors[:, kept]


def without_diagonal(weights: Real) -> Real:
    """The weights (N, N) themselves, with zero diagonal."""
    np.fill_diagonal(weights, 0.0)
    return weights


RULES: dict[str, Rule] = {
    "hebb": hebb,
    "storkey": storkey,
    "pseudoinverse": pseudoinverse,
    "perceptron": perceptron,
}
