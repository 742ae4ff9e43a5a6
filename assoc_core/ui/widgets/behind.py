"""What waits behind a button: it is made when the button is pressed, and not at every run."""

from collections.abc import Callable

import streamlit as st


def behind(label: str, draw: Callable[[], None], *, key: str) -> None:
    """A button that opens what `draw` draws; another key closes it."""
    place = st.popover(label, key=key, on_change="rerun")
    if place.open:
        with place:
            draw()
