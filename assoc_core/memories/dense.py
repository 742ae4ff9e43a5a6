"""The dense associative memory: a Hopfield network whose energy is steeper than a square."""

import copy
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.data.patterns import agreement
from assoc_core.memories import runs
from assoc_core.memories.fields import SteepRun
from assoc_core.memories.schedules import Schedule, steepest
from assoc_core.trajectory import Trajectory
from assoc_core.types import Bipolar, Real, as_cue, as_cues, as_patterns

AT_ONCE = 2_000_000  # agreements (cues times patterns) held at a time


@dataclass(frozen=True, slots=True, eq=False)
class DenseHopfield:
    """E = -sum_mu F(xi . s), with F(z) = N (z/N)^power [Krotov16], or exp(z) [Demircigil17].

    patterns (P, N), read-only. Power 2 is the Hopfield network of Hebb's rule; rectified, a
    negative z counts as 0. Units are updated to the value of lower energy.
    """

    patterns: Bipolar
    power: int | Literal["exp"]
    rectified: bool

    @classmethod
    def store(
        cls, patterns: ArrayLike, power: int | Literal["exp"] = 3, rectified: bool = False
    ) -> "DenseHopfield":
        """The memory of the patterns (P, N); ValueError unless all are -1/+1 and power >= 2."""
        if power != "exp" and not (isinstance(power, int) and power >= 2):
            raise ValueError(f'The power is {power!r}; wanted is a whole number from 2, or "exp".')
        return cls(as_patterns(patterns), power, rectified)

    def energy(self, states: ArrayLike) -> Real:
        """E = -sum_mu F(z_mu), for "exp" the logarithm, -ln sum_mu exp(z_mu); (..., N) -> (...)."""
        s = as_cues(states, self.patterns.shape[1])
        rows = s.reshape(-1, s.shape[-1])
        at_once = max(1, AT_ONCE // len(self.patterns))
        parts = [self._energies(rows[i : i + at_once]) for i in range(0, len(rows), at_once)]
        return np.concatenate([np.empty(0), *parts]).reshape(s.shape[:-1])

    def _energies(self, states: Bipolar) -> Real:
        z = agreement(states, self.patterns).astype(np.float64)
        if self.power == "exp":
            top = z.max(axis=1)
            return np.asarray(-top - np.log(np.exp(z - top[:, None]).sum(axis=1)))
        return np.asarray(-states.shape[1] * self._powers(z / states.shape[1]).sum(axis=1))

    def _powers(self, z: Real) -> Real:
        return np.asarray((np.maximum(z, 0) if self.rectified else z) ** int(self.power))

    def recall(
        self,
        cue: ArrayLike,
        *,
        rng: np.random.Generator,
        schedule: Schedule = steepest,
        max_sweeps: int = 50,
        clamp: ArrayLike | None = None,
    ) -> Trajectory:
        """One cue (N,), step by step, as in `Hopfield.recall`."""
        start = as_cue(cue, self.patterns.shape[1])
        run = SteepRun(
            self.patterns, None if self.power == "exp" else self._powers, start[None], clamp
        )
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
        """The final states of many cues, (B, N) -> (B, N), as in `Hopfield.settle`."""
        start = np.atleast_2d(as_cues(cues, self.patterns.shape[1]))
        at_once = max(1, AT_ONCE // len(self.patterns))
        final = [start[:0]]
        for i in range(0, len(start), at_once):
            part = start[i : i + at_once]
            held = clamp if np.ndim(clamp) < 2 else np.asarray(clamp)[i : i + at_once]  # type: ignore[arg-type]
            last = i + at_once >= len(start)
            numbers = rng if last else copy.deepcopy(rng)  # every part sees the same ones
            run = self._run(part, held)
            final.append(runs.settle(run, schedule(run, numbers, max_sweeps)))
        return np.concatenate(final)

    def _run(self, cues: Bipolar, clamp: ArrayLike | None) -> SteepRun:
        power = None if self.power == "exp" else self._powers
        return SteepRun(self.patterns, power, cues, clamp)
