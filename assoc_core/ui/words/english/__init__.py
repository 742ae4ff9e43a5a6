"""The English catalogue. A catalogue in another language has the same names in the same modules."""

from assoc_core.ui.words.english import (
    choices,
    contest,
    endings,
    experiments,
    findings,
    inside,
    limits,
    race,
    refusals,
    shared,
)

__all__ = [
    "choices",
    "contest",
    "endings",
    "experiments",
    "findings",
    "inside",
    "limits",
    "race",
    "refusals",
    "shared",
]
