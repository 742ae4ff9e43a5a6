"""What was computed just now, as facts: the browser words them in the line below."""

from typing import Any

from assoc_core.types import Bipolar
from assoc_core.ui.choices.settings import PARAMETERS, Settings
from assoc_core.ui.model import compute


def of_recall(settings: Settings, cue: Bipolar) -> dict[str, Any]:
    """Of one network on one cue (784,)."""
    names = ("network", *PARAMETERS.values(), "order", "temperature")
    how = {name: getattr(settings, name) for name in names}
    return {**of_race(settings, cue, settings.n_patterns), **how, "warm": settings.warmth > 0}


def of_race(settings: Settings, cue: Bipolar, n_patterns: int) -> dict[str, Any]:
    """Of several networks that have stored so many patterns."""
    changed = int((cue != compute.start(settings)).sum())
    return {
        "n": cue.size,
        "p": n_patterns,
        "seed": settings.seed,
        "changed": changed if settings.is_of_digit else None,
    }
