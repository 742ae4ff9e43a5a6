"""Files -> a Streamlit element (Components v2), in the words of the catalogue that is spoken.

An element is <name>.js, whose default export Streamlit calls at the start and after every rerun,
and <name>.html beside it. What it reports is input like any other: anybody can send anything.
"""

import json
from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import streamlit as st

from assoc_core.ui.browser import constants
from assoc_core.ui.browser.bundle import bundle
from assoc_core.ui.choices.keys import held
from assoc_core.ui.choices.of_pages import View
from assoc_core.ui.words import language

SHARED = Path(__file__).parent / "shared"
LOOK, TRANSPORT = SHARED / "look.css", SHARED / "transport.css"
PLACE = "<!-- transport -->"  # in the HTML: where the buttons of the transport go


@dataclass(frozen=True, slots=True)
class Element:
    """`script` is the module it begins with; isolated, it has its own styles, in a shadow root."""

    name: str
    script: Path
    styles: tuple[Path, ...]
    isolated: bool = True

    def mount(self, **how: Any) -> Any:
        """Show it; `how` as Streamlit's own components take it."""
        return _registered(self, language.spoken())(**how)


@cache
def _registered(element: Element, catalogue: ModuleType) -> Any:
    """For each catalogue another component, so that a catalogue can be exchanged."""
    language_name = catalogue.__name__.rpartition(".")[2]
    return st.components.v2.component(
        f"{language_name}_{element.name}",
        html=page(element),
        css=style(element),
        js=bundle(element.script, made(catalogue, element.name)),
        isolate_styles=element.isolated,
    )


def page(element: Element) -> str:
    """The HTML of an element, with the buttons of the transport in their place."""
    own = element.script.with_suffix(".html").read_text(encoding="utf-8")
    return own.replace(PLACE, (SHARED / "transport.html").read_text(encoding="utf-8"))


def style(element: Element) -> str:
    """All styles of an element."""
    own = [path.read_text(encoding="utf-8") for path in element.styles]
    return "\n".join([constants.style(), *own] if element.isolated else own)


def made(catalogue: ModuleType, *elements: str) -> dict[str, str]:
    """The modules that are no files: what Python knows, and the words of these elements."""
    own = [catalogue.browser.WORDS[name] for name in ("common", *elements)]
    spoken = {"LOCALE": catalogue.browser.LOCALE, "WORDS": dict(ChainMap(*own))}
    words = (f"export const {name} = {json.dumps(value)};\n" for name, value in spoken.items())
    return {"constants": constants.script(), "words": "".join(words)}


def seen(view: View) -> dict[str, Any]:
    """How what plays is to be shown."""
    return {
        "projector": view.at_projector,
        "predict": bool(view.predict),
        "hidden": sorted(view.hidden),
    }


def reported(key: str, name: str) -> Any:
    """What the element of that key has reported under a name, whatever it is; None for nothing."""
    state = held(key)
    return state.get(name) if isinstance(state, Mapping) else None


def wholes(value: object, below: int, most: int) -> list[int] | None:
    """The value if it is a list of different whole numbers below, at most so many; else None."""
    if not isinstance(value, list) or len(value) > most:
        return None
    numbers = [number for number in value if type(number) is int and 0 <= number < below]
    return numbers if len(set(numbers)) == len(value) else None
