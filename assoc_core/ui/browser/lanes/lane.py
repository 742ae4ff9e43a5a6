"""One racer's recall as the plain data that its lane needs: facts and pictures, no words.

As in `replay`, but for the patterns: of them a lane gets only the target.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from assoc_core import Hamming, ModernHopfield, Trajectory
from assoc_core.study import costs
from assoc_core.study.costs import Cost
from assoc_core.types import Bipolar, Real
from assoc_core.ui.browser.constants import SHADE
from assoc_core.ui.browser.wire import base64_of, changes, frames
from assoc_core.ui.choices.codec import as_text, packed
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model.endings import ending
from assoc_core.ui.model.networks import Memory


def lane(
    memory: Memory, trajectory: Trajectory, labels: tuple[int, ...], settings: Settings
) -> dict[str, Any]:
    """The pictures of a recall, how much work each took, and the ending: some tens of kB."""
    of_target = [] if settings.target is None else [settings.target]
    return {
        "start": as_text(trajectory.cue),
        "cue": as_text(trajectory.cue),
        "patterns": packed(memory.patterns[of_target]),
        "labels": [labels[index] for index in of_target],
        "target": None if settings.target is None else 0,
        **_pictures(memory, trajectory),
        "step": step_of(settings),
        "cost": _cost(memory, trajectory, settings),
        "ending": ending(trajectory, memory, labels, settings.target).plain(),
    }


def step_of(settings: Settings) -> str:
    """What a recorded step is called."""
    if settings.network in ("hamming", "modern"):
        return "step"
    return "sweep" if settings.order == "synchronous" else "flip"


def cost_of(memory: Memory, trajectory: Trajectory, settings: Settings) -> Cost:
    """What the recall cost."""
    if settings.network == "hamming":
        return costs.hamming(trajectory)
    if settings.network == "hopfield":
        at_once = settings.order == "synchronous"
        return costs.all_at_once(trajectory) if at_once else costs.one_by_one(trajectory)
    of_patterns = {"dense": costs.dense, "modern": costs.modern}[settings.network]
    return of_patterns(trajectory, len(memory.patterns))


def _cost(memory: Memory, trajectory: Trajectory, settings: Settings) -> dict[str, Any]:
    cost = cost_of(memory, trajectory, settings)
    return {
        "work": cost.work.tolist(),
        "total": cost.total,
        "made": _made(trajectory, settings),
        "numbers": cost.numbers,
        "which": "weights" if settings.network == "hopfield" else "patterns",
    }


def _made(trajectory: Trajectory, settings: Settings) -> str:
    """What the multiplications are made of."""
    if settings.network != "hopfield":
        return settings.network
    if settings.order != "synchronous":
        return "flips"
    return "sweeps_idle" if trajectory.stop == "fixed point" else "sweeps"


def _pictures(memory: Memory, trajectory: Trajectory) -> dict[str, Any]:
    if isinstance(memory, ModernHopfield):
        return {"frames": frames(trajectory.states)}
    if isinstance(memory, Hamming):
        return _agreement(memory, trajectory)
    return {"changes": changes(trajectory.states)}


def _agreement(memory: Hamming, trajectory: Trajectory) -> dict[str, Any]:
    """What the units still active agree on, and in shades what they hold of the rest.

    `shades` are the means of the active patterns, one for each set of active units;
    `shadeOf` says which one belongs to a step. Before the first step there is only the cue.
    """
    means, which = means_of_active(memory.patterns, trajectory.states[1:] > 0)
    agreed = [np.trunc(mean).astype(np.int8) for mean in means]
    shown = np.array([trajectory.cue, *(agreed[k] for k in which)])
    return {
        "changes": changes(shown),
        "shades": [base64_of(np.rint(SHADE * mean).astype(np.int8)) for mean in means],
        "shadeOf": [None, *which],
    }


def means_of_active(patterns: Bipolar, active: NDArray[np.bool_]) -> tuple[list[Real], list[int]]:
    """The mean pattern (N,) of each set of active units, and which set each step has, (T, P).

    Sets differ exactly where their sizes do, for who has died stays dead.
    """
    means: list[Real] = []
    which: list[int] = []
    sizes = np.count_nonzero(active, axis=1).tolist()
    for size, units in zip(sizes, active, strict=True):
        if not means or size != sizes[len(which) - 1]:
            total = patterns[units].sum(axis=0, dtype=np.int64)
            means.append(total / max(1, size))
        which.append(len(means) - 1)
    return means, which
