"""Keys of the session's state. A key belongs to the module that makes it, and to no other."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import streamlit as st

Value = TypeVar("Value")


class Key(Generic[Value]):
    """One value of the session: `read` it, `keep` another one."""

    def __init__(self, name: str, usual: Callable[[], Value]) -> None:
        self._name, self._usual = f"lab_{name}", usual

    def read(self) -> Value:
        """What is kept; the usual value, kept from now on, where nothing is yet."""
        try:
            value: Value = st.session_state[self._name]
        except KeyError:
            value = st.session_state[self._name] = self._usual()
        return value

    def keep(self, value: Value) -> None:
        """Keep another value."""
        st.session_state[self._name] = value

    def take(self) -> Value:
        """What is kept, once: from now on it is the usual value again."""
        value = self.read()
        self.keep(self._usual())
        return value

    def shown_by(self, widget: str, fits: Callable[[Any], bool]) -> dict[str, Any]:
        """The arguments that make the widget of that key a view of what is kept."""
        hold(widget, self.read())
        return {"key": widget, "on_change": self._take_over, "args": (widget, fits)}

    def _take_over(self, widget: str, fits: Callable[[Any], bool]) -> None:
        value = held(widget)
        if fits(value):
            self.keep(value)


def held(widget: str) -> Any:
    """What the widget of that key holds, None where it does not exist."""
    try:
        return st.session_state[widget]
    except KeyError:
        return None


def hold(widget: str, value: Any) -> None:
    """Have the widget of that key, which is drawn next, show a value."""
    try:
        if st.session_state[widget] == value:
            return
    except KeyError:
        pass
    st.session_state[widget] = value
