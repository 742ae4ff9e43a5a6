"""One pattern more, or one less, in weights that a rule has made: cheaper than to start again.

Each function here gives what the rule would give for the changed set; a rule that is not known
here is applied to that set.
"""

import numpy as np

from assoc_core.memories.rules import (
    RANK_TOLERANCE,
    hebb,
    off_diagonal,
    pseudoinverse,
    without_diagonal,
)
from assoc_core.types import Bipolar, Real, Rule


def added(weights: Real, patterns: Bipolar, pattern: Bipolar, rule: Rule | None) -> Real:
    """The rule's weights for the patterns (P, N) and one more (N,), from those without it."""
    x = pattern.astype(np.float64)
    if rule is hebb:
        return without_diagonal(weights + np.outer(x, x))
    if rule is pseudoinverse:
        projector = _projector(weights, patterns[0])
        new = _outside(projector, x)
        return weights if new is None else off_diagonal(projector + np.outer(new, new))
    return _known(rule)(np.vstack([patterns, pattern]))


def removed(weights: Real, rest: Bipolar, pattern: Bipolar, rule: Rule | None) -> Real:
    """The rule's weights for the rest (P-1, N), from those with the pattern (N,) as well."""
    x = pattern.astype(np.float64)
    if rule is hebb:
        return without_diagonal(weights - np.outer(x, x))
    if rule is pseudoinverse:
        try:
            own = _beyond(rest.astype(np.float64), x)
        except np.linalg.LinAlgError:
            return pseudoinverse(rest)
        projector = _projector(weights, pattern)
        return weights if own is None else off_diagonal(projector - np.outer(own, own))
    return _known(rule)(rest)


def _projector(weights: Real, stored: Bipolar) -> Real:
    """W with its diagonal put back: P xi = xi for a stored xi (N,), so P_ii = 1 - xi_i h_i."""
    return weights + np.diag(1 - stored * (weights @ stored))


def _outside(projector: Real, x: Real) -> Real | None:
    """Of x (N,) the direction outside the space, a unit vector; None if nothing lies there."""
    rest = x
    for _ in range(2):  # the second time against the rounding of the first
        rest = rest - projector @ rest
    return _direction(rest)


def _beyond(rest: Real, x: Real) -> Real | None:
    """Of x (N,) the direction that the rows of rest (P, N) cannot make; None if they make it all.

    LinAlgError if the rows are too dependent.
    """
    gram, own = rest @ rest.T, x
    for _ in range(2):
        own = own - np.linalg.solve(gram, rest @ own) @ rest
    if np.abs(rest @ own).max() > 1e-9 * x.size:
        raise np.linalg.LinAlgError
    return _direction(own)


def _direction(vector: Real) -> Real | None:
    """The unit vector along what is left of a pattern (N,); None if that is only rounding."""
    square = float(vector @ vector)
    return vector / np.sqrt(square) if square > RANK_TOLERANCE * vector.size else None


def _known(rule: Rule | None) -> Rule:
    if rule is None:
        raise ValueError(
            "This network was made from weights, so it is not known how it learns. "
            "Make it with Hopfield.store(patterns, rule) to add and remove patterns."
        )
    return rule
