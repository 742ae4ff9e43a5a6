"""What all networks of binary units have in common: a schedule drives their recall."""

from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.memories import runs
from assoc_core.memories.schedules import Schedule, steepest
from assoc_core.trajectory import Trajectory
from assoc_core.types import Bipolar, as_batch, as_cue


class BinaryNetwork(ABC):
    """Patterns (P, N) of -1/+1, and a run that knows the energy each unit has to gain."""

    __slots__ = ()

    patterns: Bipolar

    @abstractmethod
    def _run(self, cues: Bipolar, clamp: ArrayLike | None) -> runs.Run:
        """The cues (B, N) before their first update."""

    def recall(
        self,
        cue: ArrayLike,
        *,
        rng: np.random.Generator,
        schedule: Schedule = steepest,
        max_sweeps: int = 50,
        clamp: ArrayLike | None = None,
    ) -> Trajectory:
        """One cue (N,), step by step; the units where `clamp` (N,) is True keep their value.

        A step is one flip, or one sweep under `synchronous`. ValueError for a cue that is not
        (N,) of -1/0/+1.
        """
        start = as_cue(cue, self.patterns.shape[1])
        run = self._run(start[None], clamp)
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
        """The final states of many cues, (B, N) -> (B, N): what `recall` gives cue by cue.

        `clamp` is (N,) or (B, N). All cues share the order of a random schedule; under `glauber`
        each has coins of its own, so that only a batch of one is what `recall` gives.
        """
        run = self._run(as_batch(cues, self.patterns.shape[1]), clamp)
        return runs.settle(run, schedule(run, rng, max_sweeps))
