"""Schedules: in which order the units of a binary network are updated.

A schedule drives a `Run`, a batch of B cues on their way. It is a generator: after each update
that changed a state it yields the number of the sweep, and it ends when every cue has stopped or
`max_sweeps` sweeps are over. It does not know which network it drives.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import count, repeat
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from assoc_core.trajectory import Stop
from assoc_core.types import Real

Rows: TypeAlias = NDArray[np.int64]  # indices of cues in the batch
Order: TypeAlias = NDArray[np.int64]  # a permutation of the units


class Run(Protocol):
    """B cues on their way to an attractor."""

    states: Real  # (B, N) of -1/0/+1, now
    stops: list[Stop]  # (B,) why each cue ended; "step limit" until then

    def gains(self) -> Real:
        """The energy each unit would set free if updated now, 0 where it would keep its value.

        (B, N), kept up to date by `update`.
        """

    def update(self, rows: Rows, units: Rows) -> None:
        """Update one unit in each of the rows, units (R,), whose gain must be above 0."""

    def updated(self, rows: Rows) -> Real:
        """The states (R, N) that an update of all units at once would lead to."""


Schedule: TypeAlias = Callable[[Run, np.random.Generator, int], Iterator[int]]


def synchronous(run: Run, _rng: np.random.Generator, max_sweeps: int) -> Iterator[int]:
    """All units at once; may end in a 2-cycle, s(t) = s(t-2), not a fixed point [Bruck90]."""
    rows = np.arange(len(run.states))
    earlier = np.full_like(run.states, np.nan)
    for sweep in range(1, max_sweeps + 1):
        now, then = run.states[rows], run.updated(rows)
        moved = (then != now).any(axis=1)
        cycles = moved & (then == earlier).all(axis=1)
        _stop(run, rows[~moved], "fixed point")
        _stop(run, rows[cycles], "2-cycle")
        run.states[rows] = then
        if moved.any():
            yield sweep
        goes_on = moved & ~cycles
        rows, earlier = rows[goes_on], now[goes_on]
        if not rows.size:
            return


def asynchronous(run: Run, rng: np.random.Generator, max_sweeps: int) -> Iterator[int]:
    """One unit at a time, in a new random order each sweep, the same for the batch [Hopfield82]."""
    n_units = run.states.shape[1]
    return _one_by_one(run, (rng.permutation(n_units) for _ in count()), max_sweeps)


def cyclic(run: Run, _rng: np.random.Generator, max_sweeps: int) -> Iterator[int]:
    """One unit at a time, row by row through the picture, in every sweep."""
    return _one_by_one(run, repeat(np.arange(run.states.shape[1])), max_sweeps)


def _one_by_one(run: Run, orders: Iterable[Order], max_sweeps: int) -> Iterator[int]:
    going = np.ones(len(run.states), dtype=bool)
    for sweep, order in zip(range(1, max_sweeps + 1), orders, strict=False):
        moved = np.zeros_like(going)
        for unit in order:
            rows = run.gains()[:, unit].nonzero()[0]
            if rows.size:
                run.update(rows, np.full_like(rows, unit))
                moved[rows] = True
                yield sweep
        _stop(run, np.flatnonzero(going & ~moved), "fixed point")
        going = moved
        if not going.any():
            return


def steepest(run: Run, _rng: np.random.Generator, max_sweeps: int) -> Iterator[int]:
    """Always the unit whose update lowers the energy most; N updates count as one sweep."""
    rows, n_units = np.arange(len(run.states)), run.states.shape[1]
    for n_updates in range(max_sweeps * n_units + 1):
        gains = run.gains()[rows]
        units = gains.argmax(axis=1)
        moves = gains[np.arange(rows.size), units] > 0
        _stop(run, rows[~moves], "fixed point")
        rows, units = rows[moves], units[moves]
        if not rows.size or n_updates == max_sweeps * n_units:
            return
        run.update(rows, units)
        yield 1 + n_updates // n_units


def _stop(run: Run, rows: Rows, why: Stop) -> None:
    for row in rows:
        run.stops[row] = why


SCHEDULES: dict[str, Schedule] = {
    "synchronous": synchronous,
    "asynchronous": asynchronous,
    "cyclic": cyclic,
    "steepest": steepest,
}
