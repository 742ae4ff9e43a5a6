"""The local fields of a run, as each kind of network measures them: exact, and kept up to date."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.data.patterns import agreement
from assoc_core.memories.runs import Mask, Run, Units
from assoc_core.types import Bipolar, Real

MANY_DOUBTS = 20  # fields a cue: from here on one more product is cheaper than single sums
TILE = 2048  # patterns made float64 at a time

Agreements: TypeAlias = NDArray[np.int32]  # z, (R, P)


class LinearRun(Run):
    """h = W s, for weights on an exact grid; the fields follow the flips, O(N) a flip."""

    def __init__(self, weights: Real, tie: float, cues: Bipolar, clamp: ArrayLike | None) -> None:
        super().__init__(cues, clamp)
        self._weights, self.tie = weights, tie
        self._short: NDArray[np.float32] | None = None

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
        if self._short is None:
            self._short = self._weights.astype(np.float32)
            largest = np.abs(self._weights).sum(axis=0).max()
            self._doubt = (len(self._weights) + 2) * 2.0**-24 * largest + self.tie  # worst rounding
        fields = self.states.astype(np.float32) @ self._short
        signs = np.sign(fields, dtype=np.float64)
        rows, units = np.nonzero(np.abs(fields) <= self._doubt)
        if rows.size > MANY_DOUBTS * len(fields):
            return super().updated()
        exact = np.einsum("ki,ki->k", self.states[rows], self._weights[units])
        zero = np.abs(exact) <= self.tie
        signs[rows, units] = np.where(zero, self.states[rows, units], np.sign(exact))
        return self.clamped(signs)


class SteepRun(Run):
    """Agreements z (R, P) follow the flips; the fields are energy differences, made from z.

    Unit i has F(z'+xi) - F(z'-xi) to gain from +1, z' being z without it. For a unit that agrees
    with pattern mu this is xi (F(z) - F(z-2)), for one that does not xi (F(z+2) - F(z)), and for
    an unknown one xi (F(z+1) - F(z-1)). So the fields of all units are one or two products.
    """

    def __init__(
        self,
        patterns: Bipolar,
        power: Callable[[Real], Real] | None,
        cues: Bipolar,
        clamp: ArrayLike | None,
    ) -> None:
        """`power` is F up to a factor; None for exp."""
        super().__init__(cues, clamp)
        n_patterns, n_units = patterns.shape
        self._patterns, self._exponential = patterns, power is None
        self.tie = n_patterns * 2.0**-52
        if power is None:
            self._table = np.exp(-np.arange(2.0 * n_units + 1))  # of the distance to the largest z
        else:
            scale = 2.0 ** np.ceil(np.log2(n_units))  # any would do; this one adds no rounding
            self._table = power(np.arange(-n_units - 2.0, n_units + 3) / scale)
        self._z: Agreements = np.empty((0, n_patterns), dtype=np.int32)

    def measure(self) -> Real:
        self._z = agreement(self.states, self._patterns).astype(np.int32)
        return self._measured(np.arange(len(self.states)))

    def shift(self, fields: Real, cues: Units, units: Units, deltas: Real) -> Real:
        self._z[cues] += (deltas * self._patterns[:, units]).T.astype(np.int32)
        fields[cues] = self._measured(cues)
        return fields

    def keep(self, goes_on: Mask) -> None:
        super().keep(goes_on)
        self._z = self._z[goes_on[: len(self._z)]]

    def _measured(self, cues: Units) -> Real:
        """The fields of some cues, up to a factor each: exact sums of slopes on a binary grid."""
        s = self.states[cues]
        agreeing, other, unknown = self._slopes(self._z[cues])
        total = (np.abs(agreeing) + np.abs(other) + np.abs(unknown)).sum(axis=1, keepdims=True)
        exponent = np.frexp(total)[1]
        mean, half, unknown = (
            np.ldexp(np.rint(np.ldexp(slope, 53 - exponent)), -53)
            for slope in ((agreeing + other) / 2, (agreeing - other) / 2, unknown)
        )
        fields = self._product(mean) + s * half.sum(axis=1, keepdims=True)
        if s.all():
            return np.asarray(fields)
        return np.where(s == 0, self._product(unknown), fields)

    def _slopes(self, z: Agreements) -> tuple[Real, Real, Real]:
        """F(z) - F(z-2), F(z+2) - F(z), F(z+1) - F(z-1); (R, P) each."""
        if self._exponential:
            f = self._table[z.max(axis=1, keepdims=True) - z]
            return f * (1 - np.exp(-2)), f * (np.exp(2) - 1), f * (np.exp(1) - np.exp(-1))
        f, at = self._table, z + (self._table.size // 2)
        return f[at] - f[at - 2], f[at + 2] - f[at], f[at + 1] - f[at - 1]

    def _product(self, slopes: Real) -> Real:
        """sum_mu slope_mu xi, (R, P) -> (R, N), without the patterns whose slopes are all 0."""
        fields = np.zeros((len(slopes), self._patterns.shape[1]))
        used = np.flatnonzero(slopes.any(axis=0))
        for start in range(0, used.size, TILE):
            tile = used[start : start + TILE]
            fields += slopes[:, tile] @ self._patterns[tile].astype(np.float64)
        return fields
