"""A URL's parameters -> Settings and View, and a sentence for each value that cannot be used."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from assoc_core.ui.codec import decode
from assoc_core.ui.settings import (
    CHOICES,
    MOST_PLANTED,
    N_STORED,
    PARTS,
    RANGES,
    Settings,
    View,
    last_digit,
)


def from_query(query: Mapping[str, str]) -> tuple[Settings, list[str]]:
    """The settings a URL asks for, and a sentence for each value that could not be used."""
    settings, complaints = _read(Settings, query)
    last = last_digit(settings.source, settings.n_patterns)
    if settings.digit > last:
        complaints.append(
            f"The link asks for digit no. {settings.digit}; the last one is {last}, shown instead."
        )
        settings = replace(settings, digit=last)
    return settings, complaints


def view_from_query(query: Mapping[str, str]) -> tuple[View, list[str]]:
    """The view a URL asks for, and a sentence for each value that could not be used."""
    return _read(View, query)


Choices = TypeVar("Choices", Settings, View)


def _read(kind: type[Choices], query: Mapping[str, str]) -> tuple[Choices, list[str]]:
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


def _is_number_of_digit(text: str) -> bool:
    return bool(re.fullmatch("[0-9]{1,5}", text)) and int(text) < N_STORED


TEXTS: dict[str, tuple[Callable[[str], bool], str]] = {
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
    "hide": (lambda text: set(text.split(",")) <= set(PARTS), "a list of " + ", ".join(PARTS)),
}
