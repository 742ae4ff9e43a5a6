"""What is needed less often: which digits are stored, and how the page is shown."""

from collections.abc import Callable

import streamlit as st

from assoc_core.ui import controls, link, texts
from assoc_core.ui.settings import CHOICES, RANGES
from assoc_core.ui.sheet import sheet

STATE = st.session_state


def hidden() -> set[str]:
    """The parts that are not shown: those the URL hides, at the projector all controls."""
    at_projector = {"network", "start", "damage", "draw"} if STATE.mode == "projector" else set()
    return link.view().hidden | at_projector


def popover(of_page: Callable[[], None], *, warm: bool = False) -> None:
    """The button "More" and what is behind it: at the projector also the controls of the page.

    `warm` where a temperature has a meaning.
    """
    # Another key closes it: the dialog that a button in it opens would lie below it.
    with st.popover(texts.MORE, key=f"more-{STATE.get('n_sheets', 0)}"):
        if STATE.mode == "projector":
            of_page()
        if "network" not in link.view().hidden:
            _which_digits()
            if warm and STATE.network == "hopfield":
                _temperature()
        controls.segments("mode", texts.SHOWN, texts.MODE)
        controls.segments("predict", texts.BEFORE_PLAY, texts.PREDICT)


def _which_digits() -> None:
    controls.choice("choice", texts.WHICH, texts.CHOICE, help=texts.HELP_WHICH)
    if STATE.choice == "classes":
        _classes()
    if STATE.choice == "picked":
        st.button(texts.PICK, on_click=sheet.open_it)
    st.slider(texts.THRESHOLD, *RANGES["threshold"], key="threshold", help=texts.HELP_THRESHOLD)


def _temperature() -> None:
    st.select_slider(
        texts.WARMTH, CHOICES["temperature"], key="temperature", help=texts.HELP_TEMPERATURE
    )


def _classes() -> None:
    STATE.class_pills = [int(label) for label in STATE.classes.split(",")]
    st.pills(
        texts.CLASSES, range(10), selection_mode="multi", key="class_pills", on_change=_set_classes
    )


def _set_classes() -> None:
    """Keep the classes that were chosen; one at least."""
    if STATE.class_pills:
        STATE.classes = ",".join(map(str, sorted(STATE.class_pills)))
