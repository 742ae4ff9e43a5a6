"""A sequence memory: a Hopfield network whose weights lead from each pattern to the next."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.memories.rules import heteroassociation
from assoc_core.trajectory import Stop, Trajectory
from assoc_core.types import Bipolar, Real, as_cue, as_patterns, frozen


@dataclass(frozen=True, slots=True, eq=False)
class Sequence:
    """s <- sign(W s), all units at once; W xi^mu = xi^(mu+1) [Amari72, Personnaz86].

    patterns (P, N) in their order, weights (N, N), both read-only; not symmetric, so there is no
    energy. After the last pattern comes the first if the sequence is closed, else it stays.
    """

    patterns: Bipolar
    weights: Real
    closed: bool

    @classmethod
    def store(
        cls, patterns: ArrayLike, *, closed: bool = False, correlated: bool = True
    ) -> "Sequence":
        """The memory of the sequence (P, N); ValueError unless all are -1/+1.

        correlated: W = X_next X^+, exact for any independent patterns; else Hebb's sum of
        xi^(mu+1) xi^mu / N, which needs random ones.
        """
        x = as_patterns(patterns)
        following = np.roll(x, -1, axis=0) if closed else np.vstack([x[1:], x[-1:]])
        return cls(x, frozen(heteroassociation(x, following, correlated=correlated)), closed)

    def recall(
        self,
        cue: ArrayLike,
        *,
        rng: np.random.Generator | None = None,  # noqa: ARG002 - nothing here is random
        max_sweeps: int = 50,
    ) -> Trajectory:
        """One cue (N,) of -1/0/+1 and what follows it, a sweep a step, until nothing changes.

        A closed sequence goes round until the step limit.
        """
        start = as_cue(cue, self.patterns.shape[1])
        states = [start]
        stop: Stop = "step limit"
        while len(states) <= max_sweeps:
            states.append(_next(self.weights, states[-1]))
            if (states[-1] == states[-2]).all():
                states.pop()
                stop = "fixed point"
                break
        sweeps = np.arange(len(states))
        return Trajectory(start, np.array(states), sweeps, states[-1].copy(), stop)


def _next(weights: Real, state: Bipolar) -> Bipolar:
    h = weights @ state
    return np.where(np.abs(h) < 1e-9, state, np.sign(h)).astype(np.int8)
