"""The run of a network with weights: its fields are exact, and kept up to date."""

from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.memories.runs import Run, Units, signs
from assoc_core.types import Bipolar, Real

MANY_DOUBTS = 20  # fields a cue: from here on one more product is cheaper than single sums


class LinearRun(Run):
    """h = W s, for weights on an exact grid; the fields follow the flips, O(N) a flip."""

    def __init__(self, weights: Real, tie: float, cues: Bipolar, clamp: ArrayLike | None) -> None:
        super().__init__(cues, clamp)
        self._weights, self.tie = weights, tie

    def measure(self) -> Real:
        return self.states @ self._weights

    def shift(self, fields: Real, cues: Units, units: Units, deltas: Real) -> Real:
        changes = self._weights[units]
        changes *= deltas[:, None]
        if len(cues) == len(fields):
            fields += changes
        else:
            fields[cues] += changes
        return fields

    def updated(self) -> Real:
        """As in `Run`, by a product in float32; fields too small to trust it are summed again."""
        weights, doubt = self._rounded
        fields = self.states.astype(np.float32) @ weights
        new = np.sign(fields, dtype=np.float64)
        rows, units = np.nonzero(np.abs(fields) <= doubt)
        if rows.size > MANY_DOUBTS * len(fields):
            return super().updated()
        exact = np.einsum("ki,ki->k", self.states[rows], self._weights[units])
        new[rows, units] = signs(exact, self.states[rows, units], self.tie)
        return self.clamped(new)

    @cached_property
    def _rounded(self) -> tuple[NDArray[np.float32], float]:
        """The weights in float32, and the most by which that can move a field, with the tie."""
        largest = np.abs(self._weights).sum(axis=0).max()
        doubt = (len(self._weights) + 2) * 2.0**-24 * largest + self.tie
        return self._weights.astype(np.float32), float(doubt)
