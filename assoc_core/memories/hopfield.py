"""The Hopfield network: binary units, symmetric weights, and an energy.

Updating one unit at a time never raises it, if no weight of a unit to itself is negative. All at
once, `synchronous`, may raise it and end in a 2-cycle; at a temperature, `glauber`, it goes up and
down.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.memories import revisions
from assoc_core.memories.binary import BinaryNetwork
from assoc_core.memories.fields import LinearRun
from assoc_core.memories.rules import RULES, hebb
from assoc_core.trajectory import assign
from assoc_core.types import (
    Bipolar,
    Real,
    Rule,
    as_cues,
    as_patterns,
    as_weights,
    on_exact_grid,
    sized,
)


@dataclass(frozen=True, slots=True, eq=False)
class Hopfield(BinaryNetwork):
    """N units with symmetric weights W and energy E = -1/2 sum_ij s_i W_ij s_j [Hopfield82].

    patterns (P, N), weights (N, N) with no negative one on the diagonal, both read-only; rule, what
    made the weights of the patterns.

    The weights are rounded to a binary grid on which every sum of them is exact in float64. So
    fields do not depend on the order of summation, a batch and a single cue agree bit for bit, and
    the energy cannot rise by rounding. For 118 digits that changes them by 1e-12 of the largest
    weight, 5e-11 of a typical one, and under Hebb's and the perceptron rule not at all.

    >>> rng = np.random.default_rng(0)
    >>> memory = Hopfield.store(random_patterns(5, 100, rng=rng))
    >>> memory
    Hopfield(5 patterns of 100 units, rule=hebb)
    >>> cue = CORRUPTIONS["hide"](memory.patterns[2], 0.4, rng)
    >>> end = memory.recall(cue, rng=rng)
    >>> end.n_steps, end.stop, classify(end.recalled, memory.patterns).indices
    (40, 'fixed point', (2,))
    """

    patterns: Bipolar
    weights: Real
    rule: Rule | None = None
    tie: float = field(init=False)  # fields up to this size count as zero

    def __post_init__(self) -> None:
        patterns = as_patterns(self.patterns)
        n_units = patterns.shape[1]
        if self.rule is not None:
            _callable(self.rule)
        weights, grid = on_exact_grid(_symmetric(as_weights(self.weights, (n_units, n_units))))
        assign(self, patterns=patterns, weights=weights, tie=grid * n_units)

    def __repr__(self) -> str:
        rule = getattr(self.rule, "__name__", self.rule)
        return f"Hopfield({sized(self.patterns)}, rule={rule})"

    @classmethod
    def store(cls, patterns: ArrayLike, rule: Rule = hebb) -> "Hopfield":
        """The network that `rule` makes of the patterns (P, N); ValueError unless all are -1/+1."""
        checked = as_patterns(patterns)
        return cls(checked, _callable(rule)(checked), rule)

    def add(self, pattern: ArrayLike) -> "Hopfield":
        """The network with one pattern (N,) more: what storing all P + 1 would give."""
        n_units = len(self.weights)
        if np.shape(pattern) != (n_units,):
            raise ValueError(
                f"The pattern has the shape {np.shape(pattern)}; this memory has {n_units} units, "
                f"so wanted is ({n_units},). Add one pattern at a time."
            )
        x = as_patterns(np.asarray(pattern)[None])
        weights = revisions.added(self.weights, self.patterns, x[0], self.rule)
        return Hopfield(np.vstack([self.patterns, x]), weights, self.rule)

    def remove(self, index: int) -> "Hopfield":
        """The network without one of its patterns: what storing the P - 1 others would give."""
        if not -len(self.patterns) <= index < len(self.patterns):
            raise IndexError(
                f"There is no pattern {index} to remove; this memory has {len(self.patterns)}, "
                f"numbered 0 to {len(self.patterns) - 1}."
            )
        rest = as_patterns(np.delete(self.patterns, index, axis=0))
        weights = revisions.removed(self.weights, rest, self.patterns[index], self.rule)
        return Hopfield(rest, weights, self.rule)

    @property
    def stable(self) -> NDArray[np.bool_]:
        """Which of the patterns an update leaves as they are: xi_i h_i >= 0 for all i; (P,)."""
        x = self.patterns
        return np.asarray((self.field(x) * x >= -self.tie).all(axis=1))

    def field(self, states: ArrayLike) -> Real:
        """h_i = sum_j W_ij s_j; (..., N) -> (..., N)."""
        return as_cues(states, len(self.weights)).astype(np.float64) @ self.weights

    def energy(self, states: ArrayLike) -> Real:
        """E = -1/2 sum_i s_i h_i; (..., N) -> (...)."""
        return np.asarray(-0.5 * (np.asarray(states) * self.field(states)).sum(axis=-1))

    def _run(self, cues: Bipolar, clamp: ArrayLike | None) -> LinearRun:
        return LinearRun(self.weights, self.tie, cues, clamp)


def _symmetric(weights: Real) -> Real:
    largest = np.abs(weights).max()
    if np.abs(weights - weights.T).max() > 1e-9 * largest:
        raise ValueError("Weights must be symmetric: only then does the network have an energy.")
    if np.diag(weights).min() < -1e-9 * largest:
        raise ValueError(
            "The diagonal of the weights is negative, so that an update could raise the energy. "
            "Set it to zero with np.fill_diagonal(weights, 0)."
        )
    symmetric = (weights + weights.T) / 2
    np.fill_diagonal(symmetric, np.maximum(np.diag(symmetric), 0.0))
    return np.asarray(symmetric)


def _callable(rule: Rule) -> Rule:
    if not callable(rule):
        raise ValueError(
            f"The rule is {rule!r}; wanted is a function from patterns to weights: "
            f"one of RULES, by name RULES[...] with {', '.join(RULES)}."
        )
    return rule
