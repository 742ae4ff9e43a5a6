"""A bidirectional memory: two layers that recall each other, such as picture and label."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.memories.layered import LayeredNetwork
from assoc_core.memories.rules import heteroassociation
from assoc_core.memories.runs import signs
from assoc_core.trajectory import assign
from assoc_core.types import (
    Bipolar,
    Real,
    as_cues,
    as_patterns,
    as_weights,
    on_exact_grid,
    sized,
)


@dataclass(frozen=True, slots=True, eq=False)
class Pairs(LayeredNetwork):
    """right <- sign(W left), left <- sign(V right), in turn, until both stay [Kosko88].

    left (P, N), right (P, M), patterns (P, N + M), which is both; weights W (M, N), back V (N, M),
    on a binary grid as in `Hopfield`; all read-only. With Hebb's rule V = W' and
    E = -right . W left never rises. A state is both layers in one, (N + M,); leave the one that is
    asked for unknown, 0. A step of `recall` changed one layer, first the right one if anything of
    the left one is known.
    """

    N_LAYERS = 2

    left: Bipolar
    right: Bipolar
    weights: Real
    back: Real
    patterns: Bipolar = field(init=False)
    tie: float = field(init=False)  # fields up to this size count as zero

    def __post_init__(self) -> None:
        left, right = as_patterns(self.left), as_patterns(self.right)
        _refuse_unequal(left, right)
        n, m = left.shape[1], right.shape[1]
        weights, grid = on_exact_grid(as_weights(self.weights, (m, n)))
        back, grid_back = on_exact_grid(as_weights(self.back, (n, m)))
        both = np.hstack([left, right])
        assign(self, left=left, right=right, weights=weights, back=back, patterns=both)
        assign(self, tie=max(grid * n, grid_back * m))

    def __repr__(self) -> str:
        return f"Pairs({sized(self.left)} and {self.right.shape[1]})"

    @classmethod
    def store(cls, left: ArrayLike, right: ArrayLike, *, correlated: bool = False) -> "Pairs":
        """The memory of P pairs (P, N), (P, M); ValueError unless as many of each, all -1/+1.

        correlated: W = right left^+ and V = left right^+ in place of Hebb's sum [Personnaz86].
        """
        x, y = as_patterns(left), as_patterns(right)
        _refuse_unequal(x, y)
        forward = heteroassociation(x, y, correlated=correlated)
        back = heteroassociation(y, x, correlated=correlated) if correlated else forward.T
        return cls(x, y, forward, back)

    def energy(self, states: ArrayLike) -> Real:
        """E = -sum_ij right_i W_ij left_j; (..., N + M) -> (...)."""
        s = as_cues(states, self.patterns.shape[1]).astype(np.float64)
        n = self.left.shape[1]
        return np.asarray(-((s[..., :n] @ self.weights.T) * s[..., n:]).sum(axis=-1))

    def _updated(self, states: Bipolar, number: int, start: Bipolar) -> Bipolar:
        """First the right layer where anything of the left one is known, else the left one."""
        n, new = self.left.shape[1], states.copy()
        right = start[:, :n].any(axis=1) ^ bool(number % 2)
        left = ~right
        new[right, n:] = signs(states[right, :n] @ self.weights.T, states[right, n:], self.tie)
        new[left, :n] = signs(states[left, n:] @ self.back.T, states[left, :n], self.tie)
        return new


def _refuse_unequal(left: Bipolar, right: Bipolar) -> None:
    if len(left) != len(right):
        raise ValueError(
            f"{len(left)} left patterns and {len(right)} right ones do not make pairs; "
            "wanted are as many of each, the two of a pair at the same place."
        )
