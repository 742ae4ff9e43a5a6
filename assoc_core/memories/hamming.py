"""The Hamming network: one unit per stored pattern, and MAXNET to find the best of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.data.patterns import agreement
from assoc_core.memories.maxnet import Inhibition, as_inhibition, maxnet
from assoc_core.memories.packed import Packed
from assoc_core.memories.sums import parts
from assoc_core.trajectory import Trajectory, assign
from assoc_core.types import Bipolar, Real, as_batch, as_cue, as_cues, as_patterns, sized

MANY = 4096  # from so many patterns on, packed bits are faster than a matrix product
MAX_STEPS = 20_000
N_RECORDED = 30_000_000  # activities in a record, 240 MB


@dataclass(frozen=True, slots=True, eq=False)
class Hamming:
    """P match units above N inputs: w_ik = x_i^k / 2, T_k = N / 2 [Lippmann87].

    patterns (P, N), read-only; inhibition is MAXNET's epsilon: a number (safe is any below
    1/(P-1)), by default the lecture's 1/P; or "1/active", which follows the number of units still
    active and so decides among 60,000 digits in 10 to 15 steps.

    >>> rng = np.random.default_rng(0)
    >>> memory = Hamming.store(random_patterns(5, 100, rng=rng))
    >>> memory
    Hamming(5 patterns of 100 units, inhibition=1/P)
    >>> cue = CORRUPTIONS["hide"](memory.patterns[2], 0.4, rng)
    >>> memory.scores(cue).tolist()
    [47.0, 45.0, 80.0, 51.0, 58.0]
    >>> memory.nearest(cue).tolist(), memory.recall(cue).n_steps
    ([2], 3)
    """

    patterns: Bipolar
    inhibition: Inhibition
    _packed: Packed | None = field(init=False)

    def __post_init__(self) -> None:
        patterns = as_patterns(self.patterns)
        packed = Packed.store(patterns) if len(patterns) >= MANY else None
        inhibition = as_inhibition(self.inhibition)
        assign(self, patterns=patterns, inhibition=inhibition, _packed=packed)

    def __repr__(self) -> str:
        epsilon = "1/P" if self.inhibition == 1 / len(self.patterns) else self.inhibition
        return f"Hamming({sized(self.patterns)}, inhibition={epsilon})"

    @classmethod
    def store(cls, patterns: ArrayLike, inhibition: Inhibition | None = None) -> "Hamming":
        """The network for the patterns (P, N); ValueError unless all are -1/+1 and epsilon > 0."""
        checked = as_patterns(patterns)
        return cls(checked, 1 / len(checked) if inhibition is None else inhibition)

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
        return self.inhibition

    def step_limit(self, max_steps: int = MAX_STEPS) -> int:
        """The step at which `recall` gives up: max_steps, or earlier when its record is full.

        That is at 30,000,000 activities: 3,000 steps of 10,000 units, 500 of 60,000; up to 1,500
        patterns the 20,000 steps fit.
        """
        return min(max_steps, N_RECORDED // len(self.patterns))

    def recall(
        self,
        cue: ArrayLike,
        *,
        rng: np.random.Generator | None = None,  # noqa: ARG002 - MAXNET is deterministic
        max_steps: int = MAX_STEPS,
    ) -> Trajectory:
        """One cue (N,): MAXNET step by step on the P match units, states (T+1, P).

        Stops at one active unit ("winner"), at equal ones ("tie", which no further step resolves),
        at none ("fixed point": epsilon was too large) or at the `step_limit`. Recalled is what the
        active units agree on, 0 elsewhere: after a winner, its pattern.
        """
        start = as_cue(cue, self.patterns.shape[1])
        limit = self.step_limit(max_steps)
        states, stop = maxnet(self.scores(start), self.epsilon, limit)
        recalled = consensus(self.patterns[states[-1] > 0])
        return Trajectory(start, states, np.arange(len(states)), recalled, stop)

    def nearest(self, cues: ArrayLike) -> NDArray[np.int64]:
        """The index of the pattern of the highest score, the first of equals; (B, N) -> (B,)."""
        x = as_batch(cues, self.patterns.shape[1])
        return np.array([equals[0] for equals in self._equals(x)], dtype=np.int64)

    def settle(
        self,
        cues: ArrayLike,
        *,
        rng: np.random.Generator | None = None,  # noqa: ARG002 - MAXNET is deterministic
    ) -> Bipolar:
        """What `recall` gives cue by cue, were there no step limit; (B, N) -> (B, N).

        The pattern of the highest score, or what those of it agree on; 0 if that score is 0. Only
        an inhibition that is not safe has to be followed step by step.
        """
        x = as_batch(cues, self.patterns.shape[1])
        if self.inhibition != "1/active" and self.inhibition * (len(self.patterns) - 1) >= 1:
            return np.array([self.recall(cue).recalled for cue in x], np.int8).reshape(x.shape)
        equals = list(self._equals(x))
        settled = self.patterns[[best[0] for best in equals]] if equals else x.copy()
        for row in (row for row, best in enumerate(equals) if best.size > 1):
            settled[row] = consensus(self.patterns[equals[row]])
        settled[(settled * x == -1).all(axis=1)] = 0  # all wrong is a score of 0: no unit is active
        return np.asarray(settled)

    def _equals(self, cues: Bipolar) -> Iterator[NDArray[np.intp]]:
        """For each cue the indices of all patterns of the highest score."""
        if self._packed is not None:
            yield from map(self._packed.nearest, cues)
            return
        for part in parts(len(cues), len(self.patterns)):
            yield from (np.flatnonzero(y == y.max()) for y in self.scores(cues[part]))


def consensus(patterns: Bipolar) -> Bipolar:
    """The values all patterns share, 0 where they differ; (P, N) -> (N,), P may be 0."""
    if not len(patterns):
        return np.zeros(patterns.shape[1], dtype=np.int8)
    return np.where((patterns == patterns[0]).all(axis=0), patterns[0], 0).astype(np.int8)
