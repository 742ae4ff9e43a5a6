"""What memories of whole layers have in common: all units of a layer at once, nothing random."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.trajectory import Stop, Trajectory
from assoc_core.types import Bipolar, as_batch, as_cue


class LayeredNetwork(ABC):
    """Patterns (P, N) of -1/+1, and layers that are updated in turn; a sweep is all of them."""

    __slots__ = ()

    N_LAYERS: ClassVar[int]
    patterns: Bipolar

    @abstractmethod
    def _updated(self, states: Bipolar, number: int, start: Bipolar) -> Bipolar:
        """The states (B, N) after update number 0, 1, ... of those that began as `start` (B, N)."""

    def recall(
        self,
        cue: ArrayLike,
        *,
        rng: np.random.Generator | None = None,  # noqa: ARG002 - nothing here is random
        max_sweeps: int = 50,
    ) -> Trajectory:
        """One cue (N,) of -1/0/+1 and what follows it, an update that changed it a step."""
        start = as_cue(cue, self.patterns.shape[1])
        states = np.array([start, *(now[0] for now in self._updates(start[None], max_sweeps))])
        changed = np.flatnonzero((states[1:] != states[:-1]).any(axis=1)) + 1  # in which updates
        steps = np.concatenate([[0], changed])
        quiet = len(states) - 1 - steps[-1]
        stop: Stop = "fixed point" if quiet >= self.N_LAYERS else "step limit"
        return Trajectory(start, states[steps], -(-steps // self.N_LAYERS), states[-1], stop)

    def settle(
        self,
        cues: ArrayLike,
        *,
        rng: np.random.Generator | None = None,  # noqa: ARG002 - nothing here is random
        max_sweeps: int = 50,
    ) -> Bipolar:
        """Where many cues end, (B, N) -> (B, N): what `recall` gives cue by cue."""
        final = as_batch(cues, self.patterns.shape[1])
        for now in self._updates(final, max_sweeps):
            final = now
        return final

    def _updates(self, start: Bipolar, max_sweeps: int) -> Iterator[Bipolar]:
        """The states (B, N) after each update, until no layer of any of them changes."""
        states, quiet = start, 0
        for number in range(self.N_LAYERS * max_sweeps):
            then = self._updated(states, number, start)
            quiet = 0 if (then != states).any() else quiet + 1
            yield then
            if quiet == self.N_LAYERS:
                return
            states = then
