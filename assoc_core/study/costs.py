"""What one recall costs, counted from its record: multiplications, and numbers stored.

Counted is every product in the formulas, also with -1 and +1, where fields follow each flip and are
not summed anew. Not counted are sums, comparisons, values of F and exp, learning, and that a
program may skip what is zero.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assoc_core.trajectory import Trajectory, frozen


@dataclass(frozen=True, slots=True, eq=False)
class Cost:
    """work (T+1,): the multiplications done when each recorded state is there, 0 for the cue;
    total: those done when the network has found that it has arrived; numbers: how many it stores.
    """

    work: NDArray[np.int64]
    total: int
    numbers: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "work", frozen(self.work))


def one_by_one(trajectory: Trajectory) -> Cost:
    """A Hopfield network, one unit at a time: N^2 for the first h = W s, then N a flip.

    Numbers: N (N - 1) / 2 weights, for W is symmetric with zero diagonal [Hopfield82].
    """
    n = trajectory.cue.size
    return _cost(trajectory.n_steps, first=n * n, each=n, numbers=n * (n - 1) // 2)


def all_at_once(trajectory: Trajectory) -> Cost:
    """A Hopfield network, all units at once: N^2 a sweep; one more finds that it is at rest."""
    n = trajectory.cue.size
    at_rest = trajectory.stop == "fixed point"
    return _cost(trajectory.n_steps, each=n * n, last=n * n * at_rest, numbers=n * (n - 1) // 2)


def dense(trajectory: Trajectory, n_patterns: int) -> Cost:
    """A dense network, steepest: P N for z = xi . s, P N for all fields, P + P N after a flip.

    F is no square, so that no field follows from the one before: each is a new sum over the
    patterns. Numbers: P N, the patterns [Krotov16].
    """
    pn = n_patterns * trajectory.cue.size
    return _cost(trajectory.n_steps, first=2 * pn, each=n_patterns + pn, numbers=pn)


def modern(trajectory: Trajectory, n_patterns: int) -> Cost:
    """2 P N a step: z = xi . s and the weighted mean of the patterns; P N numbers [Ramsauer21]."""
    pn = n_patterns * trajectory.cue.size
    return _cost(trajectory.n_steps, each=2 * pn, numbers=pn)


def hamming(trajectory: Trajectory) -> Cost:
    """P N for the scores, then epsilon times the sum of the others for each active unit in each
    step of MAXNET; P N numbers [Lippmann87].
    """
    n_active = np.count_nonzero(trajectory.states, axis=1)
    pn = trajectory.states.shape[1] * trajectory.cue.size
    work = np.concatenate([[0], pn + np.cumsum(n_active[:-1])]).astype(np.int64)
    return Cost(work, int(max(pn, work[-1])), pn)


def _cost(n_steps: int, *, first: int = 0, each: int, last: int = 0, numbers: int) -> Cost:
    """work = 0, first + each, first + 2 each, ...; total = first + T each + last."""
    steps = np.arange(n_steps + 1, dtype=np.int64)
    return Cost(steps * each + first * (steps > 0), first + n_steps * each + last, numbers)
