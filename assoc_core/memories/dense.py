"""The dense associative memory: a Hopfield network whose energy is steeper than a square."""

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.data.patterns import agreement
from assoc_core.memories.attention import soft_maximum
from assoc_core.memories.binary import BinaryNetwork
from assoc_core.memories.steep import SteepRun
from assoc_core.memories.sums import parts
from assoc_core.trajectory import assign
from assoc_core.types import Bipolar, Real, as_cues, as_patterns, sized

DIGITS = 1800  # binary ones that the values of a power may span; float64 has room for 2,000


@dataclass(frozen=True, slots=True, eq=False)
class DenseHopfield(BinaryNetwork):
    """E = -sum_mu F(xi . s), with F(z) = N (z/N)^power [Krotov16], or exp(z) [Demircigil17].

    patterns (P, N), read-only. Power 2 is the Hopfield network of Hebb's rule; rectified, a
    negative z counts as 0 (exp, never negative, stays as it is).

    A unit is updated to the value of lower energy, if that is lower than now; so one by one, the
    energy never rises. An unknown unit, 0, adds nothing to z, and stays unknown while neither value
    is the better one. For a convex F the better one never costs energy. For an odd power, whose F
    bends down below 0 unless it is rectified, both can; then the unit stays unknown as well.
    """

    patterns: Bipolar
    power: int | Literal["exp"]
    rectified: bool

    def __post_init__(self) -> None:
        patterns = as_patterns(self.patterns)
        power = _checked(self.power, patterns.shape[1])
        if not isinstance(self.rectified, bool | np.bool_):
            raise ValueError(f"rectified is {self.rectified!r}; wanted is True or False.")
        assign(self, patterns=patterns, power=power, rectified=bool(self.rectified))

    @classmethod
    def store(
        cls, patterns: ArrayLike, power: int | Literal["exp"] = 3, rectified: bool = False
    ) -> "DenseHopfield":
        """The memory of the patterns (P, N); ValueError unless all are -1/+1 and power >= 2."""
        return cls(np.asarray(patterns), power, rectified)

    def __repr__(self) -> str:
        kind = ", rectified" if self.rectified else ""
        return f"DenseHopfield({sized(self.patterns)}, power={self.power}{kind})"

    def energy(self, states: ArrayLike) -> Real:
        """E = -sum_mu F(z_mu), for "exp" the logarithm, -ln sum_mu exp(z_mu); (..., N) -> (...)."""
        s = as_cues(states, self.patterns.shape[1])
        rows, energies = s.reshape(-1, s.shape[-1]), np.empty(s.shape[:-1])
        for part in parts(len(rows), len(self.patterns)):
            energies.reshape(-1)[part] = self._energies(rows[part])
        return energies

    def _energies(self, states: Bipolar) -> Real:
        z, n = agreement(states, self.patterns), states.shape[1]
        if self.power == "exp":
            return np.asarray(-soft_maximum(z, beta=1))
        return np.asarray(-n * self._powers(z.astype(np.float64) / n).sum(axis=1))

    def _powers(self, z: Real) -> Real:
        return np.asarray((np.maximum(z, 0) if self.rectified else z) ** int(self.power))

    def _run(self, cues: Bipolar, clamp: ArrayLike | None) -> SteepRun:
        power = None if self.power == "exp" else self._powers
        return SteepRun(self.patterns, power, cues, clamp)


def _checked(power: Any, n_units: int) -> int | Literal["exp"]:
    if isinstance(power, str) and power == "exp":
        return "exp"
    highest = int(DIGITS / (1 + math.log2(n_units)))
    whole = isinstance(power, int | np.integer) and not isinstance(power, bool)
    if whole and 2 <= power <= highest:
        return int(power)
    raise ValueError(
        f'The power is {power!r}; wanted is a whole number from 2, or "exp". The highest that '
        f"float64 has room for with {n_units} units is {highest}."
    )
