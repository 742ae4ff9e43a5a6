"""The perceptron rule: weights that hold every unit of every pattern as firmly as they can."""

import numpy as np

from assoc_core.types import Bipolar, Real

SHARES = (1.0, 1 / 2, 1 / 4, 1 / 8, 0.0)  # of the margin, tried one after another


def perceptron(
    patterns: Bipolar, *, margin: float = 0.7, max_epochs: int = 500, lowered: bool = True
) -> Real:
    """W_ij += sum_mu (e_i + e_j) xi_i xi_j, e_i = 1 where xi_i h_i <= margin |W_i| [Gardner88].

    Epoch by epoch from W = 0, until every unit of every pattern has the margin; symmetric, zero
    diagonal; (P, N) -> (N, N). Where the epochs do not suffice, the margin is lowered: as many
    epochs more for a half of it, from the weights reached so far, and so on to 0. What came of it
    say `Hopfield.stable` and `margins`.
    """
    if not 0 <= margin < np.inf:
        raise ValueError(f"The margin is {margin}; wanted is a number from 0 on.")
    learner = _Learner(patterns)
    for wanted in dict.fromkeys(share * margin for share in SHARES[: None if lowered else 1]):
        if any(not learner.epoch(wanted) for _ in range(max_epochs)):
            break
    return learner.weights()


class _Learner:
    """Weights on their way from 0, and the fields of the patterns under them.

    Units that are alike in all patterns, as most border pixels are, learn alike: one stands for
    all of them, and W_cd is the weight between a unit of class c and another one of class d.
    """

    def __init__(self, patterns: Bipolar) -> None:
        kinds, self._kind_of, self._sizes = np.unique(
            patterns, axis=1, return_inverse=True, return_counts=True
        )
        exact = "float32" if patterns.size < 2**24 else "float64"  # for sums of P N terms of +-1
        self._x: Real = kinds.astype(exact)
        self._everyone = self._x * self._sizes.astype(exact)  # each class as often as it has units
        n_kinds = kinds.shape[1]
        self._weights, self._squares = np.zeros((n_kinds, n_kinds)), np.zeros(n_kinds)
        self._fields = np.zeros(kinds.shape)

    def epoch(self, margin: float) -> bool:
        """Learn from all patterns at once; False if every unit has the margin already."""
        x, weights = self._x, self._weights
        unstable = x * self._fields <= margin * np.sqrt(self._squares)
        c = np.flatnonzero(unstable.any(axis=0))  # soon few: only their rows and columns change
        if not c.size:
            return False
        step = (unstable[:, c] * x[:, c]).T @ x
        weights[c] += step
        weights[:, c] += step.T
        own = np.diag(weights)  # a unit has no weight to itself
        self._fields += self._everyone[:, c] @ step
        self._fields[:, c] = self._everyone @ weights[c].T - own[c] * x[:, c]
        self._squares = self._sizes @ (weights * weights) - own * own
        return True

    def weights(self) -> Real:
        """(N, N), of every unit."""
        whole = self._weights[np.ix_(self._kind_of, self._kind_of)]
        np.fill_diagonal(whole, 0.0)
        return whole
