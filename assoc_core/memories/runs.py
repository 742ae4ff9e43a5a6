"""Run: cues on their way to an attractor. A schedule drives it and does not know the network."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.trajectory import Stop, Trajectory
from assoc_core.types import Bipolar, Real

Units: TypeAlias = NDArray[np.intp]  # one unit for each cue that moves
Mask: TypeAlias = NDArray[np.bool_]


class Run(ABC):
    """B cues, of which R are still on their way: states (R, N) of -1/0/+1.

    A network says how to `measure` the fields and how to `shift` them after flips; `tie` is the
    size up to which a field counts as zero and the unit keeps its value.
    """

    tie: float

    def __init__(self, cues: Bipolar, clamp: ArrayLike | None) -> None:
        self.states: Real = cues.astype(np.float64)
        self.stops: list[Stop] = ["step limit"] * len(cues)
        self._final = cues.copy()
        self._rows = np.arange(len(cues))  # where in the batch each of the R cues belongs
        self._free = None if clamp is None else ~_held_units(clamp, cues.shape)
        self._fields: Real | None = None

    @abstractmethod
    def measure(self) -> Real:
        """Half the energy between the values -1 and +1 of each unit, up to a factor; (R, N)."""

    @abstractmethod
    def shift(self, fields: Real, cues: Units, units: Units, deltas: Real) -> Real:
        """The fields (R, N) after one unit in each of some cues has changed by its delta."""

    @property
    def fields(self) -> Real:
        """h of the present states, (R, N)."""
        if self._fields is None:
            self._fields = self.measure()
        return self._fields

    def gains(self, thresholds: Real | None = None) -> Real:
        """The energy each unit would set free if updated now, (R, N); at most `tie`: it stays.

        |h| - h s: 2 |h| in a wrong unit, |h| in an unknown one, 0 in a right one. Thresholds
        (R, N) are taken off the fields.
        """
        h = self.fields if thresholds is None else self.fields - thresholds
        gains = np.abs(h)
        gains -= h * self.states
        if self._free is not None:
            gains *= self._free
        return gains

    def update(self, moves: Mask, units: Units, thresholds: Real | None = None) -> None:
        """Update one unit in each cue that moves, a mask (R,); its gain must be above `tie`."""
        cues = np.flatnonzero(moves)
        h = self.fields[cues, units] - (0.0 if thresholds is None else thresholds[cues, units])
        deltas = np.sign(h) - self.states[cues, units]
        self.states[cues, units] += deltas
        self._fields = self.shift(self.fields, cues, units, deltas)

    def updated(self) -> Real:
        """The states (R, N) that an update of all units at once leads to."""
        return self.clamped(signs(self.fields, self.states, self.tie))

    def clamped(self, states: Real) -> Real:
        """The states (R, N) with the clamped units as they are now."""
        return states if self._free is None else np.where(self._free, states, self.states)

    def replace(self, states: Real) -> None:
        """All units of all cues at once, (R, N)."""
        self.states, self._fields = states, None

    def end(self, ends: Mask, why: Stop) -> None:
        """Some of the cues, (R,), have arrived; the others go on without them."""
        if not ends.any():
            return
        for row in self._rows[ends]:
            self.stops[row] = why
        self._final[self._rows[ends]] = self.states[ends]
        self.keep(~ends)

    def keep(self, goes_on: Mask) -> None:
        """Drop the other cues, mask (R,), from all arrays."""
        self.states, self._rows = self.states[goes_on], self._rows[goes_on]
        if self._free is not None:
            self._free = self._free[goes_on]
        if self._fields is not None:
            self._fields = self._fields[goes_on]

    def final(self) -> Bipolar:
        """Where every cue is now, (B, N)."""
        final = self._final.copy()
        final[self._rows] = self.states
        return final


def signs(h: Real, kept: NDArray[Any], tie: float) -> Real:
    """The sign of each field h, or where h is no larger than `tie` the value kept; (..., N)."""
    return np.where(np.abs(h) <= tie, kept, np.sign(h))


def record(run: Run, cue: Bipolar, steps: Iterator[int]) -> Trajectory:
    """The run of one cue (N,), each of its steps recorded."""
    states, sweeps = [cue], [0]
    for sweep in steps:
        states.append(run.states[0].astype(np.int8))
        sweeps.append(sweep)
    return Trajectory(cue, np.array(states), np.array(sweeps), states[-1], run.stops[0])


def settle(run: Run, steps: Iterator[int]) -> Bipolar:
    """Where the cues of the run end, (B, N)."""
    for _ in steps:
        pass
    return run.final()


def _held_units(clamp: ArrayLike, shape: tuple[int, ...]) -> Mask:
    held = np.asarray(clamp)
    if held.dtype != bool or held.shape not in (shape, shape[-1:]):
        raise ValueError(
            f"clamp is {held.dtype} of shape {held.shape}; wanted is one boolean for each of the "
            f"{shape[-1]} units, or for each in each of the {shape[0]} cues, True where the unit "
            "keeps the cue's value, e.g. clamp=cue != 0."
        )
    return np.broadcast_to(held, shape)
