"""Entrants: memories by a short name, so that several of them fit in a URL and on one page.

"hebb" is Hebb's rule with steepest updates, "hebb-cyclic" with another order, "hamming" and
"hamming-active" the Hamming network by its inhibition, "dense-3" and "modern-0.25" the others by
their parameter.
"""

from dataclasses import replace
from typing import Any

from assoc_core import RULES, SCHEDULES
from assoc_core.ui.choices.settings import BETAS, POWERS, Settings

USUAL_ORDER = "steepest"


def _hopfield() -> dict[str, dict[str, Any]]:
    return {
        rule if order == USUAL_ORDER else f"{rule}-{order}": {
            "network": "hopfield",
            "rule": rule,
            "order": order,
        }
        for rule in RULES
        for order in sorted(SCHEDULES, key=lambda order: order != USUAL_ORDER)
    }


ENTRANTS: dict[str, dict[str, Any]] = {
    **_hopfield(),
    "hamming": {"network": "hamming", "epsilon": "1/P"},
    "hamming-active": {"network": "hamming", "epsilon": "1/active"},
    **{
        f"dense-{power}": {"network": "dense", "power": power, "order": USUAL_ORDER}
        for power in POWERS
    },
    **{f"modern-{beta}": {"network": "modern", "beta": beta} for beta in BETAS},
}


def entrant(name: str, settings: Settings) -> Settings:
    """The settings with the memory of that name in place of their own, at temperature 0."""
    return replace(settings, temperature="0", **ENTRANTS[name])


def named(names: str) -> list[str]:
    """The names of a list by comma."""
    return names.split(",")
