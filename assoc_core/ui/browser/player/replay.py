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

from assoc_core import DenseHopfield, Hamming, Hopfield, ModernHopfield, Trajectory
from assoc_core.memories.hamming import consensus
from assoc_core.memories.maxnet import kill_line
from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.choices.codec import packed
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model.endings import ending
from assoc_core.ui.model.networks import Memory, dynamics_rng

SIGNS = np.array(["-", "0", "+"])


def replay(
    memory: Memory,
    trajectory: Trajectory,
    labels: tuple[int, ...],
    settings: Settings,
) -> dict[str, Any]:
    """The whole recall: pictures, curve, memory wall and ending, a few tens of kB as JSON."""
    walk = _walk(memory, trajectory, settings)
    end = ending(trajectory, memory.patterns, labels, settings.target)
    data = {
        "cue": as_text(trajectory.cue),
        "sweeps": trajectory.sweeps.tolist(),
        "patterns": packed(memory.patterns),
        "labels": labels,
        "target": settings.target,
        "verdict": end.verdict,
        "title": end.title,
        "sentence": end.sentence,
        **walk,
        "invitation": _invitation(trajectory, walk),
    }
    return {"id": hashlib.sha1(json.dumps(data).encode()).hexdigest(), **data}


def _walk(memory: Memory, trajectory: Trajectory, settings: Settings) -> dict[str, Any]:
    if isinstance(memory, Hamming):
        return _race(memory, trajectory)
    if isinstance(memory, ModernHopfield):
        return _attention(memory, trajectory)
    return _flips(memory, trajectory, settings)


def _invitation(trajectory: Trajectory, walk: dict[str, Any]) -> str:
    if not trajectory.n_steps:
        return words.shared.INVITATION["at rest"]
    return str(walk.get("invitation") or words.shared.INVITATION[walk["step"]])


def as_text(state: Bipolar) -> str:
    """The state as a character for each unit: - black, 0 unknown, + white."""
    return "".join(SIGNS[state.astype(np.int64) + 1])


def _flips(
    memory: Hopfield | DenseHopfield, trajectory: Trajectory, settings: Settings
) -> dict[str, Any]:
    warm = settings.warmth > 0
    at_once = settings.order == "synchronous" and not warm
    in_sweeps = warm or settings.order in ("asynchronous", "cyclic")
    energies = _energies(memory.energy(trajectory.states))
    return {
        "kind": "flips",
        "power": memory.power if isinstance(memory, DenseHopfield) else None,
        "start": as_text(trajectory.cue),
        "changes": [changes(*pair) for pair in pairwise(trajectory.states)],
        "step": "sweep" if at_once else "flip",
        "inSweeps": in_sweeps,
        "warm": warm,
        "invitation": words.shared.INVITATION["warm"] if warm else None,
        "orders": None if warm else _orders(trajectory, settings),
        "curve": energies,
        "energy": energies,
        "curveName": "Energy",
    }


def _race(memory: Hamming, trajectory: Trajectory) -> dict[str, Any]:
    shown = pictures(memory, trajectory)
    active = trajectory.states > 0
    epsilons = [memory.epsilon(y) for y in trajectory.states]
    lines = [kill_line(*pair) for pair in zip(trajectory.states, epsilons, strict=True)]
    return {
        "kind": "race",
        "start": as_text(shown[0]),
        "changes": [changes(*pair) for pair in pairwise(shown)],
        "step": "step",
        "curve": active.sum(axis=1).tolist(),
        "energy": None,
        "curveName": "Units in the race",
        "activity": [_shares(y / y.max(initial=1e-300), 6) for y in trajectory.states],
        "leader": _six_digits(trajectory.states.max(axis=1)),
        "sum": _six_digits(trajectory.states.sum(axis=1)),
        "epsilon": _six_digits(epsilons),
        "killLine": _six_digits(lines),
    }


def pictures(memory: Memory, trajectory: Trajectory) -> list[Any]:
    """What is shown of every step, (784,): the state; in a race what the active units agree on."""
    if not isinstance(memory, Hamming):
        return list(trajectory.states)
    active = trajectory.states > 0
    shown = [consensus(memory.patterns[active[0]])]
    for before, after in pairwise(active):
        same = bool((before == after).all())
        shown.append(shown[-1] if same else consensus(memory.patterns[after]))
    return shown


def _attention(memory: ModernHopfield, trajectory: Trajectory) -> dict[str, Any]:
    """States in grey, 10,000 for +1, and how much attention each memory gets."""
    energies = _energies(memory.energy(trajectory.states))
    return {
        "kind": "attention",
        "start": as_text(trajectory.cue),
        "frames": [base64_of(np.rint(10_000 * s).astype("<i2")) for s in trajectory.states],
        "step": "step",
        "invitation": words.shared.INVITATION["attention"],
        "curve": energies,
        "energy": energies,
        "curveName": "Energy",
        "activity": [_shares(weights, 3) for weights in memory.attention(trajectory.states)],
    }


def _energies(values: ArrayLike) -> list[float]:
    # + 0.0 makes 0 of -0
    return [float(f"{value:.9g}") + 0.0 for value in np.asarray(values)]


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
    return [base64_of(order.astype("<u2")) for order in orders]


def weights_of(memory: Hopfield, unit: int) -> dict[str, Any]:
    """What one unit listens to, for the question why it has its value."""
    return {"unit": unit, "row": base64_of(memory.weights[unit].astype("<f8"))}


def _six_digits(values: ArrayLike) -> list[float]:
    return [float(f"{value:.6g}") for value in np.asarray(values)]


def base64_of(array: np.ndarray[Any, Any]) -> str:
    """The bytes of an array, as they are in memory."""
    return base64.b64encode(array.tobytes()).decode()


def changes(before: Bipolar, after: Bipolar) -> list[int]:
    """The units that differ, and their values after, as the number 3 i + s_i + 1."""
    units = np.flatnonzero(before != after)
    return [int(change) for change in 3 * units + after[units] + 1]


def _shares(shares: np.ndarray[Any, Any], digits: int) -> list[list[float]]:
    """The memories whose share is not 0 to so many digits, and their shares."""
    rounded = np.round(shares, digits)
    units = np.flatnonzero(rounded)
    return [units.tolist(), rounded[units].tolist()]
