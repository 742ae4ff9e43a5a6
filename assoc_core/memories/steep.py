"""The run of a dense network: its fields are energy differences, with the right sign if steep."""

import math
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.data.patterns import agreement
from assoc_core.memories.runs import Mask, Run, Units
from assoc_core.memories.sums import TILE, exponents_of, on_grid, parts, weighted
from assoc_core.types import Bipolar, Real

AT_ONCE = 2_000_000  # slopes, cues times patterns, held at a time
BESIDE = np.array([-1, 1, 0])[:, None, None]  # of z: where a unit agrees, differs, is unknown

Agreements: TypeAlias = NDArray[np.signedinteger[Any]]  # z, (R, P)
Power: TypeAlias = Callable[[Real], Real]


class SteepRun(Run):
    """Agreements z (R, P) follow the flips; the fields are energy differences, made from z.

    Unit i has F(z'+xi) - F(z'-xi) to gain from +1, z' being z without it. With the slope
    D(z) = F(z+1) - F(z-1) this is xi D(z-1) for a unit that agrees with pattern mu, xi D(z+1) for
    one that does not, xi D(z) for an unknown one. So the fields of all units are one or two
    products. The field of an unknown unit is smaller by what both of its values cost, the sum of
    2 F(z) - F(z+1) - F(z-1), where that is above 0: no update raises the energy.
    """

    def __init__(
        self, patterns: Bipolar, power: Power | None, cues: Bipolar, clamp: ArrayLike | None
    ) -> None:
        """`power` is F up to a factor; None for exp."""
        super().__init__(cues, clamp)
        n_patterns, n_units = patterns.shape
        self.tie = 0.0
        self._patterns, self._exponential = patterns, power is None
        self._x = patterns.astype(np.float64) if n_patterns <= TILE else patterns
        self._slopes, self._costs = _tables(power, n_units)
        self._z: Agreements = np.empty((0, n_patterns), np.min_scalar_type(-n_units - 1))

    def measure(self) -> Real:
        self._z = np.empty((len(self.states), len(self._patterns)), self._z.dtype)
        for part in parts(len(self._z), len(self._patterns), AT_ONCE):
            self._z[part] = agreement(self.states[part], self._patterns)
        return self._measured(np.arange(len(self.states)))

    def shift(self, fields: Real, cues: Units, units: Units, deltas: Real) -> Real:
        self._z[cues] += (deltas * self._patterns[:, units]).T.astype(self._z.dtype)
        fields[cues] = self._measured(cues)
        return fields

    def keep(self, goes_on: Mask) -> None:
        super().keep(goes_on)
        if self._fields is not None:  # without fields z is of no state, and measured first
            self._z = self._z[goes_on]

    def _measured(self, cues: Units) -> Real:
        """The fields (K, N) of some cues, up to a factor each."""
        pieces = [
            self._part(self.states[cues[part]], self._z[cues[part]])
            for part in parts(len(cues), len(self._patterns), AT_ONCE)
        ]
        return pieces[0] if len(pieces) == 1 else np.concatenate(pieces)

    def _part(self, s: Real, z: Agreements) -> Real:
        """Exact sums of slopes on a binary grid; what its rounding could decide is summed anew."""
        known, at = s.all(), self._places(z)
        slopes = self._slopes.take(at + BESIDE[:2] if known else at + BESIDE)
        if not known:
            _leave_out(slopes, z, np.count_nonzero(s, axis=1)[:, None], s.shape[1])
        exponents = exponents_of(np.abs(slopes).sum(axis=2).sum(axis=0))[:, None]
        agreeing, other, *unknown = on_grid(slopes, exponents)
        half = (agreeing - other).sum(axis=1, keepdims=True) / 2
        fields = weighted((agreeing + other) / 2, self._x) + s * half
        if not known:
            h = weighted(unknown[0], self._x)
            if self._costs is not None:
                h = _less(h, on_grid(self._costs[at], exponents).sum(axis=1, keepdims=True))
            np.copyto(fields, h, where=s == 0)
        small = np.abs(fields) <= len(self._patterns) * 2.0**-52  # the rounding of all slopes
        for cue, unit in np.argwhere(small) if small.any() else ():
            exact = self._summed(at[cue], s[cue, unit], self._patterns[:, unit])
            fields[cue, unit] = np.ldexp(exact, -exponents[cue, 0])
        return np.asarray(fields)

    def _summed(self, at: Units, value: float, x: Bipolar) -> float:
        """The field of one unit, of sums without any rounding; (P,), (P,) -> ()."""
        field = math.fsum(self._slopes[at - int(value) * x] * x)
        if value or self._costs is None:
            return field
        return float(_less(field, math.fsum(self._costs[at])))

    def _places(self, z: Agreements) -> Units:
        """Where the tables hold what belongs to z; (R, P)."""
        n_units = np.intp(self._patterns.shape[1])
        if self._exponential:
            return np.asarray(z + (2 * n_units + 1 - z.max(axis=1, keepdims=True)))
        return np.asarray(z + (n_units + 1))


def _leave_out(slopes: Real, z: Agreements, n_known: NDArray[np.intp], n_units: int) -> None:
    """Slopes of no unit become 0; a steep one would else drown all that count."""
    slopes[0][z == -n_known] = 0
    slopes[1][z == n_known] = 0
    slopes[2] *= n_known < n_units


def _less(fields: Any, costs: Any) -> Real:
    """The fields made smaller by the costs above 0, but not below 0."""
    return np.asarray(np.sign(fields) * np.maximum(np.abs(fields) - np.maximum(costs, 0), 0))


def _tables(power: Power | None, n_units: int) -> tuple[Real, Real | None]:
    """D(z) = F(z+1) - F(z-1) and 2 F(z) - F(z+1) - F(z-1), up to a factor, from z = -N-1 to N+1;
    for exp, from 2N+1 below the largest z to 1 above it. None: no value costs anything.
    """
    if power is None:
        return np.exp(np.arange(-2.0 * n_units - 1, 2)), None
    # A power of two as scale adds no rounding, and its root leaves room on both sides of 1.
    scale = 2.0 ** np.rint(np.log2(n_units) / 2)
    # Beyond N there is no state, so that a slope there has to be 0.
    z = np.clip(np.arange(-n_units - 2.0, n_units + 3), -n_units, n_units)
    f = power(z / scale)
    costs = 2 * f[1:-1] - f[2:] - f[:-2]
    return f[2:] - f[:-2], costs if costs[1:-1].max(initial=0) > 0 else None
