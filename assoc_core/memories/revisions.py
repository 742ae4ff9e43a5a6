"""One pattern more, or one less, in weights that a rule has made: cheaper than to start again.

Each function here gives what the rule would give for the changed set; a rule that is not known
here is applied to that set.
"""

import numpy as np

from assoc_core.memories.rules import RANK_TOLERANCE, hebb, pseudoinverse
from assoc_core.types import Bipolar, Real, Rule


def added(weights: Real, patterns: Bipolar, pattern: Bipolar, rule: Rule | None) -> Real:
    """The rule's weights for the patterns (P, N) and one more (N,), from those without it."""
    if rule is hebb:
        return _changed(weights, pattern.astype(np.float64), 1.0)
    if rule is pseudoinverse:
        new = _outside(weights, patterns[0], pattern.astype(np.float64))
        return _changed(weights, new, 1 / float(new @ new)) if new.any() else weights
    return _known(rule)(np.vstack([patterns, pattern]))


def removed(weights: Real, rest: Bipolar, pattern: Bipolar, rule: Rule | None) -> Real:
    """The rule's weights for the rest (P-1, N), from those with the pattern (N,) as well."""
    if rule is hebb:
        return _changed(weights, pattern.astype(np.float64), -1.0)
    if rule is pseudoinverse:
        own = _beyond(rest.astype(np.float64), pattern.astype(np.float64))
        if own is not None:
            return _changed(weights, own, -1 / float(own @ own)) if own.any() else weights
    return _known(rule)(rest)


def _changed(weights: Real, direction: Real, factor: float) -> Real:
    """W + factor v v', diagonal as it was: zero."""
    changed = weights + np.outer(factor * direction, direction)
    np.fill_diagonal(changed, 0.0)
    return changed


def _outside(weights: Real, stored: Bipolar, x: Real) -> Real:
    """What of x (N,) lies outside the space of the stored patterns; 0 if nothing does.

    The projector onto that space is W with its diagonal put back: P xi = xi for a stored xi, so
    P_ii = 1 - xi_i h_i.
    """
    diagonal = 1 - stored * (weights @ stored)
    rest = x
    for _ in range(2):  # the second time against the rounding of the first
        rest = rest - weights @ rest - diagonal * rest
    return rest if rest @ rest > RANK_TOLERANCE * x.size else np.zeros_like(x)


def _beyond(rest: Real, x: Real) -> Real | None:
    """What of x (N,) the rows of rest (P, N) cannot make; None if the rows are too dependent."""
    gram, own = rest @ rest.T, x
    try:
        for _ in range(2):
            own = own - np.linalg.solve(gram, rest @ own) @ rest
    except np.linalg.LinAlgError:
        return None
    if np.abs(rest @ own).max() > 1e-9 * x.size:
        return None
    return own if own @ own > RANK_TOLERANCE * x.size else np.zeros_like(x)


def _known(rule: Rule | None) -> Rule:
    if rule is None:
        raise ValueError(
            "This network was made from weights, so it is not known how it learns. "
            "Make it with Hopfield.store(patterns, rule) to add and remove patterns."
        )
    return rule
