"""All 60,000 training digits in place of the stored ones: which memory can hold them, and how."""

from dataclasses import replace
from typing import Literal, TypeAlias

from assoc_core.ui.choices.settings import N_STORED, Settings
from assoc_core.ui.model import collection, compute

FAST_RULES = ("hebb", "pseudoinverse")  # one product of all patterns; the others take minutes
MOST_UNKNOWN = 392  # pixels; with more, a dense network has to ask nearly all digits in each flip
Refusal: TypeAlias = Literal["rule", "maxnet", "power", "unknown"]


def stored(settings: Settings) -> Settings:
    """The same cue for a memory of all digits: `digit` counts within them.

    A start that is none of them, a shuffled digit, say, has no target: it counts as unseen.
    """
    number = _number(settings)
    source = "unseen" if number is None and settings.source == "stored" else settings.source
    return replace(
        settings, stored=N_STORED, choice="first", planted="", source=source, digit=number or 0
    )


def _number(settings: Settings) -> int | None:
    """The number of the target within the training set."""
    if settings.target is None or settings.choice in ("shuffled", "random"):
        return None
    numbers = collection.indices(settings.recipe, compute.digits("train"))
    return int(numbers[settings.target]) if settings.target < len(numbers) else None


def refusal(settings: Settings, n_unknown: int) -> Refusal | None:
    """What would take too long: learning all digits by this `rule`, their `maxnet`, a flip under
    this `power`, or a flip where so many pixels of the cue are `unknown`; None if nothing would.
    """
    if settings.network == "hopfield" and settings.rule not in FAST_RULES:
        return "rule"
    if settings.network == "hamming" and settings.epsilon == "1/P":
        return "maxnet"
    if settings.network == "dense" and settings.power != "exp":
        return "power"
    if settings.network == "dense" and n_unknown > MOST_UNKNOWN:
        return "unknown"
    return None
