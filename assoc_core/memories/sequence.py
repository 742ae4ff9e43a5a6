"""A sequence memory: a Hopfield network whose weights lead from each pattern to the next."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.memories.layered import LayeredNetwork
from assoc_core.memories.rules import heteroassociation
from assoc_core.memories.runs import signs
from assoc_core.trajectory import assign
from assoc_core.types import (
    Bipolar,
    Real,
    as_patterns,
    as_weights,
    on_exact_grid,
    sized,
)


@dataclass(frozen=True, slots=True, eq=False)
class Sequence(LayeredNetwork):
    """s <- sign(W s), all units at once; W xi^mu = xi^(mu+1) [Amari72, Personnaz86].

    patterns (P, N) in their order, weights (N, N), both read-only, the weights on a binary grid as
    in `Hopfield`; not symmetric, so there is no energy. After the last pattern comes the first if
    the sequence is closed, and the recall goes round until the step limit; else it stays.
    """

    N_LAYERS = 1

    patterns: Bipolar
    weights: Real
    closed: bool
    tie: float = field(init=False)  # fields up to this size count as zero

    def __post_init__(self) -> None:
        patterns = as_patterns(self.patterns)
        n_units = patterns.shape[1]
        weights, grid = on_exact_grid(as_weights(self.weights, (n_units, n_units)))
        assign(self, patterns=patterns, weights=weights, tie=grid * n_units)

    def __repr__(self) -> str:
        return f"Sequence({sized(self.patterns)}, {'closed' if self.closed else 'open'})"

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
        return cls(x, heteroassociation(x, following, correlated=correlated), closed)

    def _updated(
        self,
        states: Bipolar,
        number: int,  # noqa: ARG002 - all its layers are updated in the same way
        start: Bipolar,  # noqa: ARG002 - and none of them keeps the cue
    ) -> Bipolar:
        return np.asarray(signs(states @ self.weights.T, states, self.tie), dtype=np.int8)
