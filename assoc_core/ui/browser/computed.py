"""What was computed just now, as facts: the browser words them in the line below."""

from dataclasses import asdict
from typing import Any

from assoc_core.types import Bipolar
from assoc_core.ui.choices.settings import PARAMETERS, Settings
from assoc_core.ui.model import compute

OF_DIGITS = ("stored", "unseen")  # the sources of a cue that is a digit, damaged


def of_recall(settings: Settings, cue: Bipolar) -> dict[str, Any]:
    """Of one network on one cue (784,)."""
    chosen = asdict(settings)
    how = {name: chosen[name] for name in ("network", *PARAMETERS.values(), "order", "temperature")}
    return {**of_race(settings, cue, settings.n_patterns), **how, "warm": settings.warmth > 0}


def of_race(settings: Settings, cue: Bipolar, n_patterns: int) -> dict[str, Any]:
    """Of several networks that have stored so many patterns."""
    changed = int((cue != compute.start(settings)).sum())
    return {
        "n": cue.size,
        "p": n_patterns,
        "seed": settings.seed,
        "changed": changed if settings.source in OF_DIGITS else None,
    }
