"""The Hamming network: one unit per stored pattern, and MAXNET to find the best of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.data.patterns import agreement
from assoc_core.memories.packed import Packed
from assoc_core.trajectory import Stop, Trajectory
from assoc_core.types import Bipolar, Real, as_cue, as_cues, as_patterns

MANY = 4096  # from so many patterns on, packed bits are faster than a matrix product
N_RECORDED = 30_000_000  # activities in a record, 240 MB


@dataclass(frozen=True, slots=True, eq=False)
class Hamming:
    """P match units above N inputs: w_ik = x_i^k / 2, T_k = N / 2 [Lippmann87].

    patterns (P, N), read-only; inhibition is MAXNET's epsilon: a number (safe is any below
    1/(P-1)), by default the lecture's 1/P; or "1/active", which follows the number of units still
    active and so decides among 60,000 in about a dozen steps.
    """

    patterns: Bipolar
    inhibition: float | Literal["1/active"]
    _packed: Packed | None = field(default=None, repr=False)

    @classmethod
    def store(
        cls, patterns: ArrayLike, inhibition: float | Literal["1/active"] | None = None
    ) -> "Hamming":
        """The network for the patterns (P, N); ValueError unless all are -1/+1 and epsilon > 0."""
        checked = as_patterns(patterns)
        epsilon = 1 / len(checked) if inhibition is None else inhibition
        if epsilon != "1/active" and not 0 < float(epsilon) < np.inf:
            raise ValueError(
                f"The inhibition is {epsilon}; wanted is a number above 0, best below 1/(P-1), "
                'or None for 1/P, or "1/active".'
            )
        return cls(checked, epsilon, Packed.store(checked) if len(checked) >= MANY else None)

    @property
    def weights(self) -> Real:
        """w_ik = x_i^k / 2; (P, N), a row for each match unit."""
        return np.asarray(self.patterns / 2)

    def scores(self, cues: ArrayLike) -> Real:
        """y_k = sum_i w_ik x_i + N/2 = N - Hamming distance; an unknown pixel counts 1/2.

        (..., N) -> (..., P).
        """
        n_patterns, n_units = self.patterns.shape
        x = as_cues(cues, n_units)
        scores = agreement(x.reshape(-1, n_units), self.patterns).astype(np.float64)
        scores += n_units
        scores /= 2
        return scores.reshape(*x.shape[:-1], n_patterns)

    def epsilon(self, y: Real) -> float:
        """The inhibition in the next step from the activities y (P,)."""
        if self.inhibition == "1/active":
            return 1 / max(1, int(np.count_nonzero(y)))
        return float(self.inhibition)

    def recall(
        self,
        cue: ArrayLike,
        *,
        rng: np.random.Generator | None = None,  # noqa: ARG002 - MAXNET is deterministic
        max_steps: int = 20_000,
    ) -> Trajectory:
        """One cue (N,): MAXNET step by step on the P match units, states (T+1, P).

        Stops at one active unit ("winner"), at equal ones ("tie", which no further step resolves),
        at none ("fixed point": epsilon was too large) or at the step limit, at the latest when
        the record is full. Recalled is what the active units agree on, 0 elsewhere: after a
        winner, its pattern.
        """
        max_steps = min(max_steps, N_RECORDED // len(self.patterns))
        start = as_cue(cue, self.patterns.shape[1])
        states, stop = maxnet(self.scores(start), self.epsilon, max_steps)
        recalled = consensus(self.patterns[states[-1] > 0])
        return Trajectory(start, states, np.arange(len(states)), recalled, stop)

    def settle(
        self,
        cues: ArrayLike,
        *,
        rng: np.random.Generator | None = None,  # noqa: ARG002 - MAXNET is deterministic
    ) -> NDArray[np.int64]:
        """The index of the winner, argmax of the scores, the first among equals; (B, N) -> (B,)."""
        if self._packed is None:
            return np.asarray(self.scores(cues).argmax(axis=-1))
        checked = np.atleast_2d(as_cues(cues, self.patterns.shape[1]))
        return np.array([self._packed.nearest(cue) for cue in checked], dtype=np.int64)


def maxnet(y: Real, epsilon: Callable[[Real], float], max_steps: int) -> tuple[Real, Stop]:
    """The activities (P,), step by step until no step can change their order: (T+1, P), and why.

    `epsilon` gives the inhibition of each step; the stops are those of `Hamming.recall`.
    """
    states = [y]
    while not _decided(states[-1]) and len(states) <= max_steps:
        states.append(maxnet_step(states[-1], epsilon(states[-1])))
    return np.array(states), _stop(states[-1])


def maxnet_step(y: Real, epsilon: float) -> Real:
    """y'_j = max(0, y_j - epsilon sum_(k != j) y_k) = max(0, (1 + epsilon) y_j - epsilon S)."""
    return np.asarray(np.maximum(0.0, (1 + epsilon) * y - epsilon * y.sum()))


def kill_line(y: Real, epsilon: float) -> float:
    """The activity at or below which a unit dies in the next step, epsilon S / (1 + epsilon)."""
    return float(epsilon * y.sum() / (1 + epsilon))


def consensus(patterns: Bipolar) -> Bipolar:
    """The values all patterns share, 0 where they differ; (P, N) -> (N,), P may be 0."""
    if not len(patterns):
        return np.zeros(patterns.shape[1], dtype=np.int8)
    return np.where((patterns == patterns[0]).all(axis=0), patterns[0], 0).astype(np.int8)


def _decided(y: Real) -> bool:
    """No step changes the order any more: at most one active unit, or all active ones equal.

    Equal units stay equal to the last bit, for the same operations act on them.
    """
    active = y[y > 0]
    return active.size < 2 or bool(active.min() == active.max())


def _stop(final: Real) -> Stop:
    n_active = np.count_nonzero(final)
    if not n_active:
        return "fixed point"
    if n_active == 1:
        return "winner"
    return "tie" if _decided(final) else "step limit"
