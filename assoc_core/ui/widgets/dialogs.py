"""Dialogs: a button asks for one, and whatever page runs next opens it, once."""

from collections.abc import Callable
from typing import Literal

from assoc_core.ui.choices.keys import Key

Name = Literal["", "sheet", "planting"]
_ASKED: Key[Name] = Key("dialog", lambda: "")
_TIMES: Key[int] = Key("dialogs", int)


def ask(name: Name) -> None:
    """Have the next run open a dialog."""
    _ASKED.keep(name)
    _TIMES.keep(n_asked() + 1)


def n_asked() -> int:
    """How many dialogs were asked for: what must be new in each is named by it."""
    return _TIMES.read()


def open_asked(openers: dict[Name, Callable[[], None]]) -> None:
    """Open the dialog that was asked for, with the function for it."""
    asked = _ASKED.read()
    if asked:
        _ASKED.keep("")
        openers[asked]()
