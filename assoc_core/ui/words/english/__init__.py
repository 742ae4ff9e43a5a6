"""The English catalogue. A catalogue in another language has the same names in the same modules."""

from assoc_core.ui.words.english import (
    choices,
    contest,
    experiments,
    findings,
    inside,
    limits,
    race,
    shared,
)

__all__ = ["choices", "contest", "experiments", "findings", "inside", "limits", "race", "shared"]
