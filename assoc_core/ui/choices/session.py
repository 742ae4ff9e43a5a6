"""The one value that a session has chosen: read from the URL, changed by widgets, written back.

Widgets are views of it: each shows its choice and, when it is used, changes it before the page
runs again. So the page is computed from one value a run, and Streamlit may forget any widget.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from assoc_core.ui.choices import canvas_cue
from assoc_core.ui.choices.chosen import PART_OF, Chosen, from_query, kind_of
from assoc_core.ui.choices.fields import UnwantedError
from assoc_core.ui.choices.keys import Key, held, hold


@dataclass(slots=True)
class _Session:
    chosen: Chosen = field(default_factory=Chosen)
    shown: Chosen | None = None  # as the URL has it
    shown_query: dict[str, str] = field(default_factory=dict)


_SESSION: Key[_Session] = Key("session", _Session)


def chosen() -> Chosen:
    """What is chosen now."""
    return _SESSION.read().chosen


def change(**values: Any) -> None:
    """Choose other values, by name."""
    here = _SESSION.read()
    here.chosen = here.chosen.changed(**values)


def take(name: str, value: Any, **also: Any) -> None:
    """Choose a value that came from the browser; one that cannot be is passed over."""
    if kind_of(name).fits(value):
        change(**{name: value}, **also)


def adopt_url() -> list[UnwantedError]:
    """Take over the choices of a URL that was opened, or gone back to; -> what it cannot have.

    A rerun that a widget caused may still carry the URL of before: then the widget wins.
    """
    here, query = _SESSION.read(), st.query_params.to_dict()
    by_widget = here.shown is not None and here.chosen is not here.shown
    if by_widget or (here.shown is not None and query == here.shown_query):
        return []
    here.chosen, refused = from_query(query, here.chosen)
    canvas_cue.adopt(here.chosen.settings, here.chosen.drawn.drawing)
    return refused


def publish(drawing: str) -> None:
    """Write what is chosen, and what is drawn, to the URL, beside parameters not ours."""
    here = _SESSION.read()
    if here.chosen.drawn.drawing != drawing:
        change(drawing=drawing)
    there = st.query_params.to_dict()
    foreign = {name: text for name, text in there.items() if name not in PART_OF}
    wanted = foreign | here.chosen.to_query()
    if wanted != there:
        st.query_params.from_dict(wanted)  # at once: each write is an entry of the history
    here.shown, here.shown_query = here.chosen, wanted


def bound(
    name: str,
    *,
    key: str = "",
    to_widget: Callable[[Any], Any] | None = None,
    from_widget: Callable[[Any], Any] | None = None,
    also: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The arguments that make a widget a view of a choice: its key, and what takes its value over.

    The widget may hold another form of the value, `to_widget` of it, and `from_widget` back;
    `also` changes with it.
    """
    value = chosen().value(name)
    key = key or name
    hold(key, to_widget(value) if to_widget else value)
    return {"key": key, "on_change": _take_over, "args": (name, key, from_widget, also or {})}


def _take_over(
    name: str, key: str, from_widget: Callable[[Any], Any] | None, also: dict[str, Any]
) -> None:
    value = held(key)
    take(name, from_widget(value) if from_widget else value, **also)
