"""MAXNET: units that inhibit each other until the strongest is the only one that is left."""

from collections.abc import Callable
from typing import Literal, TypeAlias

import numpy as np

from assoc_core.trajectory import Stop
from assoc_core.types import Real, number

Inhibition: TypeAlias = float | Literal["1/active"]


def as_inhibition(epsilon: object) -> Inhibition:
    """The inhibition; ValueError unless it is a number above 0 or "1/active"."""
    if isinstance(epsilon, str) and epsilon == "1/active":
        return "1/active"
    if 0 < (value := number(epsilon)) < np.inf:
        return value
    raise ValueError(
        f"The inhibition is {epsilon!r}; wanted is a number above 0, best below 1/(P-1), "
        'or None for 1/P, or "1/active".'
    )


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
