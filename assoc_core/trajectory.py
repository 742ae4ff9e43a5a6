"""Trajectory: the record of one recall, from which everything shown is computed."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Stop = Literal["fixed point", "2-cycle", "winner", "tie", "step limit"]


@dataclass(frozen=True, slots=True, eq=False)
class Trajectory:
    """What one cue did, step by step; D is the width of the recurrent layer.

    cue (N,) of -1/0/+1; states (T+1, D), the first before any update; sweeps (T+1,), the sweep in
    which each state arose, 0 for the first; recalled (N,), the network's answer, 0 where it has
    none; stop, why it ended. All arrays are read-only. Energies and overlaps follow from them.
    """

    cue: NDArray[np.int8]
    states: NDArray[Any]
    sweeps: NDArray[np.int64]
    recalled: NDArray[np.int8]
    stop: Stop

    def __post_init__(self) -> None:
        for array in (self.cue, self.states, self.sweeps, self.recalled):
            array.flags.writeable = False

    @property
    def n_steps(self) -> int:
        """T: the number of recorded steps, without the start."""
        return len(self.states) - 1
