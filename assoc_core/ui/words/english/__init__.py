"""The English catalogue. A catalogue in another language has the same names in the same modules."""

from assoc_core.ui.words.english import (
    browser,
    choices,
    contest,
    endings,
    experiments,
    findings,
    inside,
    limits,
    player,
    race,
    refusals,
    shared,
)

__all__ = [
    "browser",
    "choices",
    "contest",
    "endings",
    "experiments",
    "findings",
    "inside",
    "limits",
    "player",
    "race",
    "refusals",
    "shared",
]
