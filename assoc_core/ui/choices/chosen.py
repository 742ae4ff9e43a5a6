"""Chosen: all that a learner has chosen, in one value, and its way from a URL and back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from assoc_core.ui.choices.codec import drawing_text
from assoc_core.ui.choices.fields import Choices, Kind, Text, UnwantedError, given, kinds, of_kind
from assoc_core.ui.choices.of_pages import Inside, Limits, Race, View
from assoc_core.ui.choices.settings import Settings


@dataclass(frozen=True, slots=True)
class Drawn(Choices):
    """What is drawn over the cue that the settings make: an encoded cue, or "" for nothing."""

    drawing: str = of_kind("", Text(drawing_text, "drawing"))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The settings, what was drawn, how it is shown, and what each page adds."""

    settings: Settings = field(default_factory=Settings)
    drawn: Drawn = field(default_factory=Drawn)
    view: View = field(default_factory=View)
    limits: Limits = field(default_factory=Limits)
    race: Race = field(default_factory=Race)
    inside: Inside = field(default_factory=Inside)

    def value(self, name: str) -> Any:
        """The choice of that name, whichever part it belongs to."""
        return getattr(getattr(self, PART_OF[name]), name)

    def changed(self, **values: Any) -> "Chosen":
        """The same with other values, by name."""
        by_part: dict[str, dict[str, Any]] = {}
        for name, value in values.items():
            by_part.setdefault(PART_OF[name], {})[name] = value
        return replace(
            self, **{part: replace(getattr(self, part), **own) for part, own in by_part.items()}
        )

    def to_query(self) -> dict[str, str]:
        """What its page's URL holds: every choice of the page by name."""
        return {
            name: text
            for part in ("settings", "drawn", "view", *ADDED[self.view.page])
            for name, text in getattr(self, part).to_query().items()
        }


PARTS: dict[str, type[Choices]] = {
    "settings": Settings,
    "drawn": Drawn,
    "view": View,
    "limits": Limits,
    "race": Race,
    "inside": Inside,
}
ADDED = {"recall": (), "limits": ("limits",), "race": ("race",), "inside": ("inside",)}
PART_OF = {name: part for part, sort in PARTS.items() for name in kinds(sort)}
_KINDS = {name: kind for sort in PARTS.values() for name, kind in kinds(sort).items()}


def kind_of(name: str) -> Kind:
    """What the choice of that name may be."""
    return _KINDS[name]


def from_query(query: Mapping[str, str], before: Chosen) -> tuple[Chosen, list[UnwantedError]]:
    """What a URL asks for, and each value that it cannot have.

    A link says all of its page: what it leaves out has its default. What only other pages show
    stays as it was before.
    """
    parts: dict[str, Any] = {}
    refused: list[UnwantedError] = []
    for part in ("view", "settings", "drawn"):
        parts[part] = _part(part, query, refused)
    for part in ADDED[parts["view"].page]:
        parts[part] = _part(part, query, refused)
    return replace(before, **parts), refused


def _part(part: str, query: Mapping[str, str], refused: list[UnwantedError]) -> Choices:
    values, unwanted = given(PARTS[part], query)
    refused += unwanted
    read = PARTS[part](**values)
    if isinstance(read, Settings) and values.get("digit", 0) > read.last_digit:
        refused.append(UnwantedError("digit", query["digit"], "digit", last=read.last_digit))
    return read
