"""All 60,000 training digits in place of the stored ones: which memory can hold them, and how."""

from dataclasses import replace

from assoc_core.ui import words
from assoc_core.ui.choices.settings import N_STORED, Settings
from assoc_core.ui.model import collection, compute

FAST_RULES = ("hebb", "pseudoinverse")  # one product of all patterns; the others take minutes
MOST_UNKNOWN = 392  # pixels; with more, a dense network has to ask nearly all digits in each flip


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


def refusal(settings: Settings, n_unknown: int) -> str:
    """Why a memory of all digits cannot be had, or a cue with so many unknown pixels would take too
    long; "" where nothing speaks against it.
    """
    if settings.network == "hopfield" and settings.rule not in FAST_RULES:
        return words.race.SLOW_RULE
    if settings.network == "hamming" and settings.epsilon == "1/P":
        return words.race.SLOW_MAXNET
    if settings.network == "dense" and settings.power != "exp":
        return words.race.SLOW_POWER
    if settings.network == "dense" and n_unknown > MOST_UNKNOWN:
        return words.race.SLOW_UNKNOWN
    return ""
