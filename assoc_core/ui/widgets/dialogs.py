"""Dialogs: a button asks for one, and whatever page runs next opens it, once."""

from collections.abc import Callable
from typing import Literal

from assoc_core.ui.choices.keys import Key

Name = Literal["", "sheet", "planting"]
_ASKED: Key[Name] = Key("dialog", lambda: "")


def ask(name: Name) -> None:
    """Have the next run open a dialog."""
    _ASKED.keep(name)


def open_asked(openers: dict[Name, Callable[[], None]]) -> None:
    """Open the dialog that was asked for, with the page's function for it."""
    asked = _ASKED.take()
    if asked in openers:
        openers[asked]()
