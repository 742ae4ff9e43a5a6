"""The English catalogue. A catalogue in another language has the same names in the same modules."""

from assoc_core.ui.words.english import (
    browser,
    endings,
    experiments,
    findings,
    inside,
    limits,
    race,
    shared,
)

__all__ = ["browser", "endings", "experiments", "findings", "inside", "limits", "race", "shared"]
