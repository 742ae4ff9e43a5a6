"""A recall as the plain data that the player needs; nothing here knows Streamlit.

A change is the number 3 i + s_i + 1: unit i, counted from 0, took the value s_i of -1, 0 or +1.
"""

import base64
import hashlib
import json
from itertools import pairwise
from typing import Any

import numpy as np

from assoc_core import Hamming, Hopfield, Trajectory
from assoc_core.hamming import consensus
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
        else _hopfield(memory, trajectory, settings.order)
    )
    end = ending(trajectory, memory.patterns, labels, settings.target)
    data = {
        **walk,
        "sweeps": trajectory.sweeps.tolist(),
        "patterns": base64.b64encode(np.packbits(memory.patterns > 0, axis=1).tobytes()).decode(),
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


def _hopfield(memory: Hopfield, trajectory: Trajectory, order: str) -> dict[str, Any]:
    energies = [float(f"{energy:.9g}") + 0.0 for energy in memory.energy(trajectory.states)]
    changes = [_changes(*pair) for pair in pairwise(trajectory.states)]
    return {
        "start": as_text(trajectory.cue),
        "changes": changes,
        "step": "sweep" if order == "synchronous" else "flip",
        "curve": energies,
        "energy": energies,
        "curveName": "Energy",
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
        "activity": [_activity(y) for y in trajectory.states],
    }


def _changes(before: Bipolar, after: Bipolar) -> list[int]:
    units = np.flatnonzero(before != after)
    return [int(change) for change in 3 * units + after[units] + 1]


def _activity(y: np.ndarray[Any, Any]) -> list[list[float]]:
    """The active units and their activity as a share of the leader's."""
    units = np.flatnonzero(y > 0)
    return [units.tolist(), np.round(y[units] / y.max(initial=1e-300), 3).tolist()]
