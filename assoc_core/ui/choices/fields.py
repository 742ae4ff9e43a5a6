"""A choice says all about itself in one field: its default, what is allowed, and how it is read.

`rule: str = one_of("pseudoinverse", RULES)` is such a field of a dataclass. Its word is the entry
of the field's name in the catalogue, `words.choices.LABEL[name]`, which a test holds.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Protocol


class UnwantedError(ValueError):
    """What was given and cannot be had; `wanted` says what could, and `facts` go into the sentence.

    `name` is the choice that it was given for.
    """

    def __init__(self, wanted: str, given: str = "", name: str = "", **facts: Any) -> None:
        super().__init__(f"{name}: {given[:20]!r} is not {wanted} {facts or ''}".strip(": "))
        self.wanted, self.given, self.name, self.facts = wanted, given, name, facts


class Kind(Protocol):
    """What a choice may be."""

    def fits(self, value: Any) -> bool:
        """Whether a widget, or whoever forges its message, may choose this value."""

    def read(self, text: str) -> Any:
        """The value that stands in a URL; UnwantedError if it does not fit."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some words."""

    allowed: tuple[str, ...]

    def fits(self, value: Any) -> bool:
        return isinstance(value, str) and value in self.allowed

    def read(self, text: str) -> str:
        if not self.fits(text):
            raise UnwantedError("one of", text, allowed=self.allowed)
        return text


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from low to high."""

    low: int
    high: int

    def fits(self, value: Any) -> bool:
        return type(value) is int and self.low <= value <= self.high

    def read(self, text: str) -> int:
        if not (re.fullmatch("[0-9]{1,10}", text) and self.fits(int(text))):
            raise UnwantedError("whole", text, low=self.low, high=self.high)
        return int(text)


class Written(ABC):
    """A text that fits where it can be read, and is in its plain form already."""

    __slots__ = ()

    @abstractmethod
    def read(self, text: str) -> str:
        """The text in its plain form; UnwantedError if it cannot be read."""

    def fits(self, value: Any) -> bool:
        """Whether a widget may choose this value."""
        try:
            return isinstance(value, str) and self.read(value) == value
        except UnwantedError:
            return False


@dataclass(frozen=True, slots=True)
class Listed(Written):
    """A list by comma (or another sign) of distinct items, at most so many; "" where it may be."""

    read_item: Callable[[str], Any]  # ValueError for an item that does not fit
    most: int
    wanted: str
    facts: tuple[tuple[str, Any], ...] = ()
    separator: str = ","
    distinct: bool = True

    def read(self, text: str) -> str:
        items = text.split(self.separator) if text.count(self.separator) < self.most else []
        try:
            values = [self.read_item(item) for item in items]
        except ValueError:
            values = []
        if not values or (self.distinct and len(set(values)) < len(values)):
            raise UnwantedError(self.wanted, text, most=self.most, **dict(self.facts))
        return self.separator.join(map(str, values))


@dataclass(frozen=True, slots=True)
class Text(Written):
    """A text that a function can read; its ValueError says that it cannot."""

    read_text: Callable[[str], Any]
    wanted: str
    facts: tuple[tuple[str, Any], ...] = ()

    def read(self, text: str) -> str:
        try:
            self.read_text(text)
        except ValueError as error:
            raise UnwantedError(self.wanted, text, **dict(self.facts)) from error
        return text


def one_of(default: str, allowed: Collection[str]) -> Any:
    """A field that is one of some words."""
    return of_kind(default, OneOf(tuple(allowed)))


def whole(default: int | None, low: int, high: int) -> Any:
    """A field that is a whole number within limits; None where nothing is chosen."""
    return of_kind(default, Whole(low, high))


def names(default: str, known: Collection[str], most: int, example: str) -> Any:
    """A field that lists some of the known names by comma."""
    return of_kind(default, Listed(one_name(known), most, "names", (("example", example),)))


def one_name(known: Collection[str]) -> Callable[[str], str]:
    """Reads a name that is known; ValueError for others."""

    def read(name: str) -> str:
        if name not in known:
            raise ValueError(name)
        return name

    return read


def of_kind(default: Any, kind: Kind) -> Any:
    """A field of a kind, with its default."""
    return field(default=default, metadata={"kind": kind})


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices that a URL can hold: frozen, each field of a kind of its own."""

    def to_query(self) -> dict[str, str]:
        """Every choice by name, so that a link keeps its meaning when a default changes."""
        chosen = asdict(self).items()
        return {name: str(value) for name, value in chosen if value not in ("", None)}


def kinds(of: type[Choices]) -> dict[str, Kind]:
    """The kind of every field, by its name."""
    return {field.name: field.metadata["kind"] for field in fields(of)}


def given(
    of: type[Choices], query: Mapping[str, str]
) -> tuple[dict[str, Any], list[UnwantedError]]:
    """The choices of one sort that a URL asks for, by name, and those that it cannot have."""
    values, refused = {}, []
    for name, kind in kinds(of).items():
        if query.get(name):
            try:
                values[name] = kind.read(query[name])
            except UnwantedError as unwanted:
                unwanted.name = name
                refused.append(unwanted)
    return values, refused
