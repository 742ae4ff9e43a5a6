"""A URL's parameters -> Settings and other choices, and a sentence for each that it cannot have."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, replace
from typing import Any, TypeAlias, TypeVar

from assoc_core.ui.choices import activities
from assoc_core.ui.choices.codec import decode
from assoc_core.ui.choices.entrants import ENTRANTS
from assoc_core.ui.choices.linked import Linked
from assoc_core.ui.choices.settings import (
    CHOICES,
    KINDS,
    MOST_MEMORIES,
    MOST_PLANTED,
    MOST_RACERS,
    N_STORED,
    PARTS,
    RANGES,
    Settings,
    last_digit,
)


def from_query(query: Mapping[str, str]) -> tuple[Settings, list[str]]:
    """The settings a URL asks for, and a sentence for each value that could not be used."""
    settings, complaints = read(Settings, query)
    last = last_digit(settings.source, settings.n_patterns)
    if settings.digit > last:
        complaints.append(
            f"The link asks for digit no. {settings.digit}; the last one is {last}, shown instead."
        )
        settings = replace(settings, digit=last)
    return settings, complaints


Choices = TypeVar("Choices", bound=Linked)
Text: TypeAlias = tuple[Callable[[str], bool], str]  # whether a text will do, and what is wanted


def read(kind: type[Choices], query: Mapping[str, str]) -> tuple[Choices, list[str]]:
    """The choices of one kind that a URL asks for, and a sentence for each that it cannot have."""
    values: dict[str, Any] = {}
    complaints = []
    for field in fields(kind):
        if query.get(field.name):
            try:
                values[field.name] = _parsed(field.name, query[field.name])
            except ValueError as error:
                complaints.append(str(error))
    return kind(**values), complaints


def _parsed(name: str, text: str) -> str | int:
    if name in CHOICES:
        if text not in CHOICES[name]:
            raise ValueError(_complaint(name, text, "one of " + ", ".join(CHOICES[name])))
        return text
    if name in RANGES:
        low, high = RANGES[name]
        if not (re.fullmatch("[0-9]{1,10}", text) and low <= int(text) <= high):
            raise ValueError(_complaint(name, text, f"a whole number from {low} to {high}"))
        return int(text)
    fits, wanted = TEXTS[name]
    if not fits(text):
        raise ValueError(_complaint(name, text, wanted))
    return text


def _complaint(name: str, text: str, wanted: str) -> str:
    given = text if len(text) <= 20 else text[:20] + "…"
    return f"The link asks for {name} = “{given}”; wanted is {wanted}. The usual value is used."


def _are(items: str, fits: Callable[[str], bool], most: int) -> bool:
    """Whether the text is a list by comma of distinct items that fit."""
    listed = items.split(",")
    return len(listed) == len(set(listed)) <= most and all(map(fits, listed))


def _is_drawing(text: str) -> bool:
    try:
        decode(text)
    except ValueError:
        return False
    return True


def _are_activities(text: str) -> bool:
    try:
        activities.read(text)
    except ValueError:
        return False
    return True


def _is_number_of_digit(text: str) -> bool:
    return bool(re.fullmatch("[0-9]{1,5}", text)) and int(text) < N_STORED


def _names_of(known: Collection[str], most: int, example: str) -> Text:
    """The check of a list by comma of at most so many known names, and what is wanted of it."""
    return (
        lambda text: _are(text, lambda item: item in known, most),
        f"a list of at most {most} names like {example}",
    )


TEXTS: dict[str, Text] = {
    "drawing": (_is_drawing, "the 210 characters of a link copied from this page"),
    "planted": (
        lambda text: text.count(".") < MOST_PLANTED and all(map(_is_drawing, text.split("."))),
        f"at most {MOST_PLANTED} drawings from a link copied from this page",
    ),
    "classes": (
        lambda text: _are(text, lambda item: bool(re.fullmatch("[0-9]", item)), 10),
        "a list of digits like 0,1",
    ),
    "picked": (
        lambda text: _are(text, _is_number_of_digit, RANGES["stored"][1]),
        f"a list of at most {RANGES['stored'][1]} numbers below {N_STORED} like 3,17",
    ),
    "memories": _names_of(ENTRANTS, MOST_MEMORIES, "hebb,hamming"),
    "networks": _names_of(ENTRANTS, MOST_MEMORIES, "hebb,hamming"),
    "racers": _names_of(ENTRANTS, MOST_RACERS, "hebb,hamming"),
    "kinds": _names_of(KINDS, len(KINDS), ",".join(KINDS)),
    "damages": _names_of(CHOICES["damage"], len(CHOICES["damage"]), "flip,hide_bottom"),
    "numbers": (
        _are_activities,
        f"{activities.FEWEST} to {activities.MOST} numbers like {activities.USUAL}",
    ),
    "inhibition": (activities.is_inhibition, "a number above 0, at most 10, like 0.2"),
    "hide": (lambda text: set(text.split(",")) <= set(PARTS), "a list of " + ", ".join(PARTS)),
}
