"""A bidirectional memory: two layers that recall each other, such as picture and label."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.memories.rules import heteroassociation
from assoc_core.trajectory import Stop, Trajectory
from assoc_core.types import Bipolar, Real, as_cue, as_patterns, frozen


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """right <- sign(W left), left <- sign(V right), in turn, until both stay [Kosko88].

    left (P, N), right (P, M), weights W (M, N), back V (N, M), all read-only; with Hebb's rule
    V = W' and E = -right . W left never rises. A state is both layers in one, (N + M,).
    """

    left: Bipolar
    right: Bipolar
    weights: Real
    back: Real

    @classmethod
    def store(cls, left: ArrayLike, right: ArrayLike, *, correlated: bool = False) -> "Pairs":
        """The memory of P pairs (P, N), (P, M); ValueError unless as many of each, all -1/+1.

        correlated: W = right left^+ and V = left right^+ in place of Hebb's sum [Personnaz86].
        """
        x, y = as_patterns(left), as_patterns(right)
        if len(x) != len(y):
            raise ValueError(f"{len(x)} left patterns and {len(y)} right ones do not make pairs.")
        forward = heteroassociation(x, y, correlated=correlated)
        back = heteroassociation(y, x, correlated=correlated) if correlated else forward.T.copy()
        return cls(x, y, frozen(forward), frozen(back))

    @property
    def patterns(self) -> Bipolar:
        """Both layers side by side, (P, N + M)."""
        return frozen(np.hstack([self.left, self.right]))

    def energy(self, states: ArrayLike) -> Real:
        """E = -sum_ij right_i W_ij left_j; (..., N + M) -> (...)."""
        s = np.asarray(states, dtype=np.float64)
        n = self.left.shape[1]
        return np.asarray(-((s[..., :n] @ self.weights.T) * s[..., n:]).sum(axis=-1))

    def recall(
        self,
        cue: ArrayLike,
        *,
        rng: np.random.Generator | None = None,  # noqa: ARG002 - nothing here is random
        max_sweeps: int = 50,
    ) -> Trajectory:
        """One cue (N + M,), a layer at a time, first the right one if the left is known at all.

        Leave the layer that is asked for unknown, 0. A step changed one layer; a sweep is both.
        """
        n = self.left.shape[1]
        start = as_cue(cue, n + self.right.shape[1])
        states, sweeps = [start], [0]
        turn, quiet = ("right" if start[:n].any() else "left"), 0
        stop: Stop = "step limit"
        for update in range(2 * max_sweeps):
            now = self._updated(states[-1], turn)
            quiet = quiet + 1 if (now == states[-1]).all() else 0
            if not quiet:
                states.append(now)
                sweeps.append(update // 2 + 1)
            if quiet == 2:
                stop = "fixed point"
                break
            turn = "left" if turn == "right" else "right"
        return Trajectory(start, np.array(states), np.array(sweeps), states[-1].copy(), stop)

    def _updated(self, state: Bipolar, layer: str) -> Bipolar:
        n, new = self.left.shape[1], state.copy()
        if layer == "right":
            new[n:] = _signs(self.weights @ state[:n], state[n:])
        else:
            new[:n] = _signs(self.back @ state[n:], state[:n])
        return new


def _signs(h: Real, kept: Bipolar) -> Bipolar:
    """The sign of the field, where there is one; (N,)."""
    return np.where(np.abs(h) < 1e-9, kept, np.sign(h)).astype(np.int8)
