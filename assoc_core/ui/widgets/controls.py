"""Widgets that show a choice and change it; which one it is, its name says.

Its words come from the catalogue, what is allowed from its field.
"""

from collections.abc import Collection
from typing import Any

import numpy as np
import streamlit as st

from assoc_core.ui import words
from assoc_core.ui.choices.chosen import kind_of
from assoc_core.ui.choices.fields import OneOf, Whole
from assoc_core.ui.choices.session import bound, change, chosen
from assoc_core.ui.choices.settings import PARAMETERS
from assoc_core.ui.model import compute


def select(name: str, **options: Any) -> None:
    """One of some words, from a list that opens."""
    said = words.choices.OPTIONS[name]
    st.selectbox(
        _label(name),
        _allowed(name),
        format_func=said.__getitem__,
        help=_help(name),
        **bound(name),
        **options,
    )


def segments(name: str, allowed: Collection[Any] | None = None, **options: Any) -> None:
    """One of some words, all of them in a row."""
    said = words.choices.OPTIONS.get(name)
    settings = {"help": _help(name), **bound(name, also=options.pop("also", None)), **options}
    st.segmented_control(
        settings.pop("label", None) or _label(name),
        list(allowed or said or _allowed(name)),
        format_func=said.__getitem__ if said else str,
        required=True,
        **settings,
    )


def steps(name: str, *, key: str = "") -> None:
    """One of some numbers, on a slide."""
    st.select_slider(_label(name), _allowed(name), help=_help(name), **bound(name, key=key))


def slider(name: str, *, last: int | None = None, **options: Any) -> None:
    """A whole number, on a slide; `last` where less than usual is possible now.

    Streamlit takes one of another range for another widget, so it has a key of its own.
    """
    kind = _whole(name)
    high = kind.high if last is None else last
    key = name if last is None else f"{name}_{last}"
    at = bound(name, key=key, to_widget=lambda value: min(value, high))
    st.slider(_label(name), kind.low, high, **{"help": _help(name), **at, **options})


def number(name: str, *, last: int | None = None, usual: int = 0, **options: Any) -> None:
    """A whole number, typed; `last` where less is possible now, `usual` while none is chosen."""
    kind = _whole(name)
    high = kind.high if last is None else last
    label = _label(name) if last is None else words.choices.up_to(_label(name), high)
    at = bound(name, to_widget=lambda value: min(usual if value is None else value, high))
    st.number_input(label, kind.low, high, **{"help": _help(name), **at, **options})


def switch(name: str, *, also: dict[str, Any] | None = None) -> None:
    """On or off, 1 or 0; `also` changes with it."""
    at = bound(name, to_widget=bool, from_widget=int, also=also)
    st.toggle(_label(name), help=_help(name), **at)


def several(name: str, said: dict[str, str], *, most: int | None = None, **options: Any) -> None:
    """Some of many words; the choice keeps them as a list by comma, and one at least."""
    at = bound(
        name,
        key=f"{name}_list",
        to_widget=lambda listed: listed.split(","),
        from_widget=",".join,
    )
    st.multiselect(
        _label(name),
        list(said),
        format_func=said.__getitem__,
        max_selections=most,
        **at,
        **options,
    )


def network(*, warm: bool = True) -> None:
    """The row of the network: which one, how trained, how updated; `warm` where it may be so."""
    settings = chosen().settings
    select("network")
    parameter()
    if settings.network in ("hopfield", "dense"):
        select("order", disabled=warm and settings.warmth > 0)
    n_stored()


def n_stored(width: int = 140) -> None:
    """How many digits are stored, where that is not said by which ones."""
    settings = chosen().settings
    if settings.choice in ("each", "picked"):
        counted(settings.n_patterns, width)
    else:
        number("stored", width=width)


def counted(n_patterns: int, width: int = 140) -> None:
    """How many patterns are stored, where it follows from other choices."""
    st.number_input(_label("stored"), value=n_patterns, width=width, disabled=True)


def parameter() -> None:
    """What makes the memory of the chosen network what it is."""
    name = PARAMETERS[chosen().settings.network]
    if name == "beta":
        steps(name)
    else:
        select(name)


def start() -> None:
    """The row of the picture to start from."""
    settings = chosen().settings
    select("source")
    of_digit = settings.is_of_digit
    number("digit", last=settings.last_digit if of_digit else None, disabled=not of_digit)
    labels = compute.labels(settings) if of_digit else ()
    label = labels[settings.digit] if of_digit else -1
    at = bound(
        "digit",
        key="digit_class",
        to_widget=lambda _: label if label >= 0 else None,
        from_widget=_next_of_class,
    )
    st.selectbox(words.shared.CLASS, range(10), disabled=label < 0, **at)


def _next_of_class(label: int) -> int:
    """The next digit of that class, from the first one again at the end; if none, the same."""
    settings = chosen().settings
    of_class = np.flatnonzero(np.array(compute.labels(settings)) == label)
    if not of_class.size:
        return settings.digit
    later = of_class[of_class > settings.digit]
    return int((later if later.size else of_class)[0])


def damage(of_digit: bool | None = None) -> None:
    """The damage done to it; nothing is to be damaged where it is no digit."""
    disabled = not (chosen().settings.is_of_digit if of_digit is None else of_digit)
    select("damage", disabled=disabled)
    slider("amount", disabled=disabled)
    number("seed")


def start_and_damage(hidden: set[str]) -> None:
    """The rows of the cue, without those of its parts that are hidden."""
    if "start" not in hidden:
        with st.container(horizontal=True):
            start()
    if "damage" not in hidden:
        with st.container(horizontal=True):
            damage()


def to_page(name: str, **values: Any) -> None:
    """Go to another page, with other choices: what was computed on this one stops."""
    change(page=name, run=0, **values)


def _label(name: str) -> str:
    return words.choices.LABEL[name]


def _help(name: str) -> str | None:
    return words.choices.HELP.get(name)


def _allowed(name: str) -> tuple[str, ...]:
    kind = kind_of(name)
    assert isinstance(kind, OneOf)
    return kind.allowed


def _whole(name: str) -> Whole:
    kind = kind_of(name)
    assert isinstance(kind, Whole)
    return kind
