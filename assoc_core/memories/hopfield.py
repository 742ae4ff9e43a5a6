"""The Hopfield network: binary units, symmetric weights, an energy that only falls."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.memories import revisions, runs
from assoc_core.memories.fields import LinearRun
from assoc_core.memories.rules import RULES, hebb
from assoc_core.memories.schedules import Schedule, steepest
from assoc_core.trajectory import Trajectory
from assoc_core.types import (
    Bipolar,
    Real,
    Rule,
    as_cue,
    as_cues,
    as_patterns,
    frozen,
    on_exact_grid,
)


@dataclass(frozen=True, slots=True, eq=False)
class Hopfield:
    """N units with symmetric weights W and energy E = -1/2 sum_ij s_i W_ij s_j [Hopfield82].

    patterns (P, N), weights (N, N), both read-only; rule, what made the weights of the patterns.
    The weights are rounded to a binary grid (a relative change near 1e-12) on which every sum of
    them is exact in float64. So fields do not depend on the order of summation, a batch and a
    single cue agree bit for bit, and the energy cannot rise by rounding.
    """

    patterns: Bipolar
    weights: Real
    rule: Rule | None = None
    tie: float = field(init=False)  # fields up to this size count as zero

    def __post_init__(self) -> None:
        weights, grid = on_exact_grid(_symmetric(self.weights))
        object.__setattr__(self, "patterns", as_patterns(self.patterns))
        object.__setattr__(self, "weights", frozen(weights))
        object.__setattr__(self, "tie", grid * len(weights))

    @classmethod
    def store(cls, patterns: ArrayLike, rule: Rule = hebb) -> "Hopfield":
        """The network that `rule` makes of the patterns (P, N); ValueError unless all are -1/+1."""
        if not callable(rule):
            raise ValueError(
                f"The rule is {rule!r}; wanted is a function from patterns to weights: "
                f"one of RULES, by name RULES[...] with {', '.join(RULES)}."
            )
        checked = as_patterns(patterns)
        return cls(checked, rule(checked), rule)

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
        rest = np.delete(self.patterns, index, axis=0)
        weights = revisions.removed(self.weights, rest, self.patterns[index], self.rule)
        return Hopfield(rest, weights, self.rule)

    def field(self, states: ArrayLike) -> Real:
        """h_i = sum_j W_ij s_j; (..., N) -> (..., N)."""
        return as_cues(states, len(self.weights)).astype(np.float64) @ self.weights

    def energy(self, states: ArrayLike) -> Real:
        """E = -1/2 sum_i s_i h_i; (..., N) -> (...)."""
        return np.asarray(-0.5 * (np.asarray(states) * self.field(states)).sum(axis=-1))

    def recall(
        self,
        cue: ArrayLike,
        *,
        rng: np.random.Generator,
        schedule: Schedule = steepest,
        max_sweeps: int = 50,
        clamp: ArrayLike | None = None,
    ) -> Trajectory:
        """One cue (N,), step by step; the units where `clamp` (N,) is True keep their value.

        A step is one flip, or one sweep under `synchronous`. ValueError for a cue that is not
        (N,) of -1/0/+1.
        """
        start = as_cue(cue, len(self.weights))
        run = LinearRun(self.weights, self.tie, start[None], clamp)
        return runs.record(run, start, schedule(run, rng, max_sweeps))

    def settle(
        self,
        cues: ArrayLike,
        *,
        rng: np.random.Generator,
        schedule: Schedule = steepest,
        max_sweeps: int = 50,
        clamp: ArrayLike | None = None,
    ) -> Bipolar:
        """The final states of many cues, (B, N) -> (B, N): what `recall` gives cue by cue.

        `clamp` is (N,) or (B, N). All cues share the random numbers of a random schedule.
        """
        run = LinearRun(
            self.weights, self.tie, np.atleast_2d(as_cues(cues, len(self.weights))), clamp
        )
        return runs.settle(run, schedule(run, rng, max_sweeps))


def _symmetric(weights: ArrayLike) -> Real:
    w = np.array(weights, dtype=np.float64)
    if w.ndim != 2 or w.shape[0] != w.shape[1] or not np.isfinite(w).all():
        raise ValueError(f"Weights of shape {w.shape} are not a square matrix of finite numbers.")
    if np.abs(w - w.T).max() > 1e-9 * np.abs(w).max():
        raise ValueError("Weights must be symmetric: only then does the network have an energy.")
    return (w + w.T) / 2
