"""Learning rules: patterns (P, N) -> weights (N, N), symmetric, with zero diagonal."""

import numpy as np

from assoc_core.types import Bipolar, Real, Rule

# Relative size below which an eigenvalue of the Gram matrix counts as zero: far above rounding
# (1e-16 P), far below the smallest one seen for linearly independent digits (1e-7).
RANK_TOLERANCE = 1e-11
BLOCK = 12  # patterns that storkey takes together: so few that BLAS starts no threads for them


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
    return _without_diagonal(half + half.T)


def _symmetric_product(vectors: Real, x: Real, y: Real) -> Real:
    """v (X'Y + Y'X) for the vectors (..., N), without the matrix; X and Y are (M, N)."""
    return (vectors @ y.T) @ x + (vectors @ x.T) @ y


def perceptron(patterns: Bipolar, *, margin: float = 0.7, max_epochs: int = 500) -> Real:
    """W_ij += sum_mu (e_i + e_j) xi_i xi_j, e_i = 1 where xi_i h_i <= margin |W_i| [Gardner88].

    Epoch by epoch from W = 0, until every unit of every pattern has the margin or the epochs are
    over; symmetric, zero diagonal; (P, N) -> (N, N).
    """
    # Units that are alike in all patterns, as most border pixels are, learn alike: one stands for
    # all of them, and W_cd is the weight between a unit of class c and another one of class d.
    kinds, kind_of, sizes = np.unique(patterns, axis=1, return_inverse=True, return_counts=True)
    exact = "float32" if patterns.size < 2**24 else "float64"  # for sums of P N terms of +-1
    x: Real = kinds.astype(exact)
    everyone = x * sizes.astype(exact)  # each class as often as it has units
    weights, fields, squares = np.zeros((x.shape[1],) * 2), np.zeros(x.shape), np.zeros(x.shape[1])
    for _ in range(max_epochs):
        unstable = x * fields <= margin * np.sqrt(squares)
        c = np.flatnonzero(unstable.any(axis=0))  # soon few: only their rows and columns change
        if not c.size:
            break
        step = (unstable[:, c] * x[:, c]).T @ x
        weights[c] += step
        weights[:, c] += step.T
        own = np.diag(weights)  # a unit has no weight to itself
        fields += everyone[:, c] @ step
        fields[:, c] = everyone @ weights[c].T - own[c] * x[:, c]
        squares = sizes @ (weights * weights) - own * own
    return _without_diagonal(weights[np.ix_(kind_of, kind_of)])


def heteroassociation(inputs: Bipolar, outputs: Bipolar, *, correlated: bool) -> Real:
    """W that leads from each input to its output; (P, N), (P, M) -> (M, N).

    Hebb's 1/N sum_mu y_i x_j, or, for correlated patterns, Y X^+, which is exact for independent
    inputs and the best in the mean for others [Personnaz86].
    """
    x, y = inputs.astype(np.float64), outputs.astype(np.float64)
    if not correlated:
        return np.asarray(y.T @ x / x.shape[1])
    values, vectors = np.linalg.eigh(x @ x.T)
    kept = values > RANK_TOLERANCE * values[-1]
    return np.asarray((y.T @ vectors[:, kept] / values[kept]) @ (vectors[:, kept].T @ x))


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


RULES: dict[str, Rule] = {
    "hebb": hebb,
    "storkey": storkey,
    "pseudoinverse": pseudoinverse,
    "perceptron": perceptron,
}
