"""Settings -> a memory, and what it makes of cues. Every network of the interface is named here."""

from typing import Any

import numpy as np

from assoc_core import (
    RULES,
    SCHEDULES,
    DenseHopfield,
    Hamming,
    Hopfield,
    ModernHopfield,
    Trajectory,
    glauber,
)
from assoc_core.types import Bipolar
from assoc_core.ui.choices.settings import Recipe, Settings

Binary = Hopfield | DenseHopfield  # units that are updated by a schedule
Memory = Binary | Hamming | ModernHopfield
MOST_SWEEPS = 50
WARM_SWEEPS = 10  # at a temperature the network never rests, so the recall is cut there


def store(patterns: Bipolar, recipe: Recipe) -> Memory:
    """The network of the recipe, trained on the patterns (P, N)."""
    parameter = recipe.parameter
    if recipe.network == "hamming":
        return Hamming.store(patterns, None if parameter == "1/P" else "1/active")
    if recipe.network == "dense":
        return DenseHopfield.store(patterns, "exp" if parameter == "exp" else int(parameter))
    if recipe.network == "modern":
        return ModernHopfield.store(patterns, float(parameter))
    return Hopfield.store(patterns, RULES[parameter])


def recall(memory: Memory, settings: Settings, cue: Bipolar) -> Trajectory:
    """One cue (N,), recalled as the settings say."""
    return memory.recall(cue, rng=dynamics_rng(settings), **how(memory, settings))


def settle(memory: Memory, settings: Settings, cues: Bipolar) -> Bipolar:
    """The pictures that many cues (B, N) are recalled as, (B, N)."""
    return memory.settle(cues, rng=dynamics_rng(settings), **how(memory, settings))


def how(memory: Memory, settings: Settings) -> dict[str, Any]:
    """What the settings say of a recall, besides its random numbers."""
    if isinstance(memory, Hopfield) and settings.warmth:
        warm = glauber(settings.warmth * _typical_field(memory))
        return {"schedule": warm, "max_sweeps": WARM_SWEEPS}
    if settings.network in ("hopfield", "dense"):
        return {"schedule": SCHEDULES[settings.order], "max_sweeps": MOST_SWEEPS}
    return {}


def dynamics_rng(settings: Settings) -> np.random.Generator:
    """The generator of the order of updates; that of the damage is another one."""
    return np.random.default_rng([settings.seed, 1])


def _typical_field(memory: Hopfield) -> float:
    """The mean |h| of the stored patterns, so that one scale of temperature fits every rule."""
    return float(np.abs(memory.field(memory.patterns)).mean()) or 1.0
