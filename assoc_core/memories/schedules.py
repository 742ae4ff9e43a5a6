"""Schedules: in which order the units of a binary network are updated.

A schedule drives a `Run`, a batch of cues on their way. It is a generator: after each update that
changed a state it yields the number of the sweep, and it ends when every cue has stopped or
`max_sweeps` sweeps are over. Under every schedule but `synchronous` an update changes one unit in
each cue, whichever is that cue's next one, so a batch takes as many updates as its slowest cue.
"""

from collections.abc import Callable, Iterator
from itertools import repeat
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from assoc_core.memories.runs import Run
from assoc_core.types import Real

Schedule: TypeAlias = Callable[[Run, np.random.Generator, int], Iterator[int]]
Plan: TypeAlias = tuple[NDArray[np.intp], Real | None]  # a sweep's order (N,), thresholds (R, N)


def synchronous(run: Run, _rng: np.random.Generator, max_sweeps: int) -> Iterator[int]:
    """All units at once; may end in a 2-cycle, s(t) = s(t-2), not a fixed point [Bruck90]."""
    earlier = np.full_like(run.states, np.nan)
    for sweep in range(1, max_sweeps + 1):
        now, then = run.states, run.updated()
        moved = (then != now).any(axis=1)
        cycles = moved & (then == earlier).all(axis=1)
        run.replace(then)
        if moved.any():
            yield sweep
        run.end(~moved, "fixed point")
        run.end(cycles[moved], "2-cycle")
        earlier = now[moved & ~cycles]
        if not len(earlier):
            return


def asynchronous(run: Run, rng: np.random.Generator, max_sweeps: int) -> Iterator[int]:
    """One unit at a time, in a new random order each sweep, the same for the batch [Hopfield82]."""
    n_units = run.states.shape[1]
    return _one_by_one(run, ((rng.permutation(n_units), None) for _ in range(max_sweeps)))


def cyclic(run: Run, _rng: np.random.Generator, max_sweeps: int) -> Iterator[int]:
    """One unit at a time, row by row through the picture, in every sweep."""
    return _one_by_one(run, repeat((np.arange(run.states.shape[1]), None), max_sweeps))


def glauber(temperature: float) -> Schedule:
    """A schedule at a temperature T > 0: unit i becomes +1 with probability 1/(1 + exp(-2 h_i/T)).

    T is in units of the field; under a rule without the factor 1/N, T = N t has the effect that
    the literature gives t. The fields of a dense network are known up to a factor only, so there T
    has no such meaning. It never settles: its stop is always the step limit [Glauber63]. A batch
    shares the order of each sweep, and every cue has coins of its own.
    """
    if not 0 < temperature < np.inf:
        raise ValueError(f"The temperature is {temperature}; wanted is a number above 0.")

    def warm(run: Run, rng: np.random.Generator, max_sweeps: int) -> Iterator[int]:
        """Asynchronous, against thresholds of logistic distribution, (R, N) of them a sweep."""
        shape = run.states.shape
        plans = (
            (rng.permutation(shape[1]), rng.logistic(np.zeros(shape), temperature / 2))
            for _ in range(max_sweeps)
        )
        return _one_by_one(run, plans)

    return warm


def _one_by_one(run: Run, plans: Iterator[Plan]) -> Iterator[int]:
    for sweep, (order, thresholds) in enumerate(plans, start=1):
        place = np.empty(order.size, dtype=np.int32)  # of each unit in the order
        place[order] = np.arange(order.size)
        reached = np.full((len(run.states), 1), -1, dtype=np.int32)
        while True:
            due = (place > reached) & (run.gains(thresholds) > run.tie)
            places = np.where(due, place, np.int32(order.size)).min(axis=1)
            moves = places < order.size
            if not moves.any():
                break
            run.update(moves, order[places[moves]], thresholds)
            reached[moves] = places[moves, None]
            yield sweep
        if thresholds is None:
            run.end(reached[:, 0] < 0, "fixed point")
        if not len(run.states):
            return


def steepest(run: Run, _rng: np.random.Generator, max_sweeps: int) -> Iterator[int]:
    """Always the unit with the largest gain; N updates count as one sweep.

    In a Hopfield network this is the largest fall of the energy. In a dense one too, but that an
    unknown unit counts no more than half of what separates the energies of its two values.
    """
    n_units = run.states.shape[1]
    for n_updates in range(max_sweeps * n_units + 1):
        gains = run.gains()
        units = gains.argmax(axis=1)
        moves = gains[np.arange(len(units)), units] > run.tie
        run.end(~moves, "fixed point")
        if not moves.any() or n_updates == max_sweeps * n_units:
            return
        run.update(moves[moves], units[moves])
        yield 1 + n_updates // n_units


SCHEDULES: dict[str, Schedule] = {
    "synchronous": synchronous,
    "asynchronous": asynchronous,
    "cyclic": cyclic,
    "steepest": steepest,
}
