"""Trajectory: the record of one recall, from which everything shown is computed."""

from dataclasses import dataclass, fields
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Stop = Literal["fixed point", "2-cycle", "winner", "tie", "step limit"]


@dataclass(frozen=True, slots=True, eq=False)
class Trajectory:
    """What one cue did, step by step; D is the width of the recurrent layer.

    cue (N,) of -1/0/+1; states (T+1, D), the first before any update; sweeps (T+1,), the sweep in
    which each state arose, 0 for the first; recalled (N,), the network's answer, 0 where it has
    none; stop, why it ended. All arrays are read-only copies of what was given. Energies and
    overlaps follow from them.
    """

    cue: NDArray[np.int8]
    states: NDArray[Any]
    sweeps: NDArray[np.int64]
    recalled: NDArray[np.int8]
    stop: Stop

    def __post_init__(self) -> None:
        freeze_arrays(self)

    @property
    def n_steps(self) -> int:
        """T: the number of recorded steps, without the start."""
        return len(self.states) - 1


def frozen(array: NDArray[Any]) -> NDArray[Any]:
    """A read-only copy, so that sessions can share it without locks; the given array stays as it
    is. What is read-only already, and no view of something else, is given back itself.
    """
    if array.flags.writeable or array.base is not None:
        array = array.copy()
        array.flags.writeable = False
    return array


def assign(record: Any, /, **values: Any) -> None:
    """Set fields of a frozen dataclass that is being made; of arrays, read-only copies."""
    for name, value in values.items():
        kept = frozen(value) if isinstance(value, np.ndarray) else value
        object.__setattr__(record, name, kept)


def freeze_arrays(record: Any) -> None:
    """Put read-only copies in place of all arrays of a frozen dataclass that is being made."""
    assign(record, **{field.name: getattr(record, field.name) for field in fields(record)})
