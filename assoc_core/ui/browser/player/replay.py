"""A recall as the plain data that the player needs: facts and pictures, no words, no Streamlit."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core import DenseHopfield, Hamming, Hopfield, ModernHopfield, Trajectory
from assoc_core.memories.maxnet import kill_line
from assoc_core.types import Bipolar, Real
from assoc_core.ui.browser.wire import base64_of, by_row, changes, frames
from assoc_core.ui.choices.codec import as_text, packed
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model.endings import ending
from assoc_core.ui.model.networks import Memory, dynamics_rng
from assoc_core.ui.model.shown import pictures


def replay(
    memory: Memory, trajectory: Trajectory, labels: tuple[int, ...], settings: Settings
) -> dict[str, Any]:
    """The whole recall: pictures, curve, memory wall and ending, a few tens of kB as JSON."""
    walk = _walk(memory, trajectory, settings)
    at_rest = not trajectory.n_steps and not walk.get("warm")
    return {
        "cue": as_text(trajectory.cue),
        "sweeps": trajectory.sweeps.tolist(),
        "patterns": packed(memory.patterns),
        "labels": labels,
        "target": settings.target,
        "ending": ending(trajectory, memory, labels, settings.target).plain(),
        **walk,
        "invitation": "rest" if at_rest else walk["invitation"],
    }


def _walk(memory: Memory, trajectory: Trajectory, settings: Settings) -> dict[str, Any]:
    if isinstance(memory, Hamming):
        return _race(memory, trajectory)
    if isinstance(memory, ModernHopfield):
        return _attention(memory, trajectory)
    return _flips(memory, trajectory, settings)


def _flips(
    memory: Hopfield | DenseHopfield, trajectory: Trajectory, settings: Settings
) -> dict[str, Any]:
    warm = settings.warmth > 0
    at_once = settings.order == "synchronous" and not warm
    exact = energies(memory, trajectory.states)
    falls = "falls" if (np.diff(exact) < 0).all() else "flip"
    rounded = _digits(exact, 9)
    return {
        "kind": "flips",
        "power": getattr(memory, "power", None),
        "start": as_text(trajectory.cue),
        "changes": changes(trajectory.states),
        "step": "sweep" if at_once else "flip",
        "inSweeps": warm or settings.order in ("asynchronous", "cyclic"),
        "warm": warm,
        "invitation": "warm" if warm else "sweep" if at_once else falls,
        "orders": None if warm else _orders(trajectory, settings),
        "curve": rounded,
        "energy": rounded,
    }


def energies(memory: Hopfield | DenseHopfield, states: Bipolar) -> Real:
    """The energy of every state, (T+1, N) -> (T+1,).

    Where each step is one flip, by dE = -ds_i h_i - ds_i^2 W_ii / 2: N products a step, not N^2.
    """
    steps, units = np.nonzero(states[1:] != states[:-1])
    one_by_one = np.array_equal(steps, np.arange(len(states) - 1))
    if not (one_by_one and isinstance(memory, Hopfield)):
        return memory.energy(states)
    before = states[:-1].astype(np.float64)
    h = np.einsum("ti,ti->t", memory.weights[units], before)
    change = states[steps + 1, units] - before[steps, units]
    falls = -change * h - change**2 * memory.weights[units, units] / 2
    return np.asarray(memory.energy(states[0]) + np.concatenate([[0.0], np.cumsum(falls)]))


def _race(memory: Hamming, trajectory: Trajectory) -> dict[str, Any]:
    shown = np.array(pictures(memory, trajectory))
    states = trajectory.states
    epsilons = [memory.epsilon(y) for y in states]
    lines = [kill_line(*pair) for pair in zip(states, epsilons, strict=True)]
    leader = states.max(axis=1)
    return {
        "kind": "race",
        "start": as_text(shown[0]),
        "changes": changes(shown),
        "step": "step",
        "invitation": "step",
        "curve": np.count_nonzero(states > 0, axis=1).tolist(),
        "energy": None,
        "activity": _shares(states / np.maximum(leader, 1e-300)[:, None], 6),
        "leader": _digits(leader, 6),
        "sum": _digits(states.sum(axis=1), 6),
        "epsilon": _digits(epsilons, 6),
        "killLine": _digits(lines, 6),
    }


def _attention(memory: ModernHopfield, trajectory: Trajectory) -> dict[str, Any]:
    """States in grey, and how much attention each memory gets."""
    rounded = _digits(memory.energy(trajectory.states), 9)
    return {
        "kind": "attention",
        "start": as_text(trajectory.cue),
        "frames": frames(trajectory.states),
        "step": "step",
        "invitation": "attention",
        "curve": rounded,
        "energy": rounded,
        "activity": _shares(memory.attention(trajectory.states), 3),
    }


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


def _digits(values: ArrayLike, n: int) -> list[float]:
    """The values to so many digits, -0 as 0."""
    return [float(f"{value:.{n}g}") + 0.0 for value in np.asarray(values)]


def _shares(shares: NDArray[Any], digits: int) -> list[tuple[list[int], list[float]]]:
    """For each row the memories whose share is not 0 to so many digits, and their shares."""
    rounded = np.round(shares, digits)
    rows, memories = np.nonzero(rounded)
    n_rows = len(shares)
    return list(
        zip(
            by_row(memories, rows, n_rows),
            by_row(rounded[rows, memories], rows, n_rows),
            strict=True,
        )
    )
