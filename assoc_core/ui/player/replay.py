"""A recall as the plain data that the player needs; nothing here knows Streamlit.

A change is the number 3 i + s_i + 1: unit i, counted from 0, took the value s_i of -1, 0 or +1.
"""

import base64
import hashlib
import json
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from assoc_core import Hamming, Hopfield, Trajectory
from assoc_core.hamming import consensus, kill_line
from assoc_core.types import Bipolar
from assoc_core.ui import texts
from assoc_core.ui.endings import ending
from assoc_core.ui.settings import Settings

SIGNS = np.array(["-", "0", "+"])


def replay(
    memory: Hopfield | Hamming,
    trajectory: Trajectory,
    labels: tuple[int, ...],
    settings: Settings,
) -> dict[str, Any]:
    """The whole recall: pictures, curve, memory wall and ending, a few tens of kB as JSON."""
    walk = (
        _hamming(memory, trajectory)
        if isinstance(memory, Hamming)
        else _hopfield(memory, trajectory, settings)
    )
    end = ending(trajectory, memory.patterns, labels, settings.target)
    data = {
        **walk,
        "cue": as_text(trajectory.cue),
        "sweeps": trajectory.sweeps.tolist(),
        "patterns": _base64(np.packbits(memory.patterns > 0, axis=1)),
        "labels": labels,
        "target": settings.target,
        "verdict": end.verdict,
        "title": end.title,
        "sentence": end.sentence,
        "invitation": texts.INVITATION[walk["step"]],
    }
    return {"id": hashlib.sha1(json.dumps(data).encode()).hexdigest(), **data}


def as_text(state: Bipolar) -> str:
    """The state as a character for each unit: - black, 0 unknown, + white."""
    return "".join(SIGNS[state.astype(np.int64) + 1])


def _hopfield(memory: Hopfield, trajectory: Trajectory, settings: Settings) -> dict[str, Any]:
    energies = [float(f"{energy:.9g}") + 0.0 for energy in memory.energy(trajectory.states)]
    changes = [_changes(*pair) for pair in pairwise(trajectory.states)]
    return {
        "start": as_text(trajectory.cue),
        "changes": changes,
        "step": "sweep" if settings.order == "synchronous" else "flip",
        "orders": _orders(trajectory, settings),
        "curve": energies,
        "energy": energies,
        "curveName": "Energy",
        "kind": "flips",
    }


def _hamming(memory: Hamming, trajectory: Trajectory) -> dict[str, Any]:
    """The picture is what the units still in the race agree on."""
    active = trajectory.states > 0
    pictures = [consensus(memory.patterns[active[0]])]
    for before, after in pairwise(active):
        same = bool((before == after).all())
        pictures.append(pictures[-1] if same else consensus(memory.patterns[after]))
    return {
        "start": as_text(pictures[0]),
        "changes": [_changes(*pair) for pair in pairwise(pictures)],
        "step": "step",
        "curve": active.sum(axis=1).tolist(),
        "energy": None,
        "curveName": "Units in the race",
        "kind": "race",
        "leader": _six_digits(trajectory.states.max(axis=1)),
        "sum": _six_digits(trajectory.states.sum(axis=1)),
        "epsilon": [memory.epsilon(y) for y in trajectory.states],
        "killLine": _six_digits([kill_line(y, memory.epsilon(y)) for y in trajectory.states]),
        "activity": [_activity(y) for y in trajectory.states],
    }


def dynamics_rng(settings: Settings) -> np.random.Generator:
    """The generator of the order of updates; that of the damage is another one."""
    return np.random.default_rng([settings.seed, 1])


def _orders(trajectory: Trajectory, settings: Settings) -> list[str] | None:
    """In which order each sweep looked at the units, the last, idle sweep included."""
    if settings.order not in ("asynchronous", "cyclic"):
        return None
    n_units, rng = trajectory.cue.size, dynamics_rng(settings)
    n_sweeps = int(trajectory.sweeps[-1]) + (trajectory.stop == "fixed point")
    orders = [
        np.arange(n_units) if settings.order == "cyclic" else rng.permutation(n_units)
        for _ in range(n_sweeps)
    ]
    return [_base64(order.astype("<u2")) for order in orders]


def weights_of(memory: Hopfield, unit: int) -> dict[str, Any]:
    """What one unit listens to, for the question why it has its value."""
    return {"unit": unit, "row": _base64(memory.weights[unit].astype("<f8"))}


def _six_digits(values: ArrayLike) -> list[float]:
    return [float(f"{value:.6g}") for value in np.asarray(values)]


def _base64(array: np.ndarray[Any, Any]) -> str:
    return base64.b64encode(array.tobytes()).decode()


def _changes(before: Bipolar, after: Bipolar) -> list[int]:
    units = np.flatnonzero(before != after)
    return [int(change) for change in 3 * units + after[units] + 1]


def _activity(y: np.ndarray[Any, Any]) -> list[list[float]]:
    """The active units and their activity as a share of the leader's."""
    units = np.flatnonzero(y > 0)
    return [units.tolist(), np.round(y[units] / y.max(initial=1e-300), 3).tolist()]
