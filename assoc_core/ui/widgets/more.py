"""What is needed less often: which digits are stored, and how the page is shown."""

from collections.abc import Callable

import streamlit as st

from assoc_core.ui import words
from assoc_core.ui.browser.sheet import sheet
from assoc_core.ui.choices import link
from assoc_core.ui.choices.settings import CHOICES, RANGES
from assoc_core.ui.widgets import controls

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
    with st.popover(words.shared.MORE, key=f"more-{STATE.get('n_sheets', 0)}"):
        if STATE.mode == "projector":
            of_page()
        if "network" not in link.view().hidden:
            _which_digits()
            if warm and STATE.network == "hopfield":
                _temperature()
        controls.segments("mode", words.shared.SHOWN, words.shared.MODE)
        controls.segments("predict", words.shared.BEFORE_PLAY, words.shared.PREDICT)


def _which_digits() -> None:
    controls.choice("choice", words.shared.WHICH, words.shared.CHOICE, help=words.shared.HELP_WHICH)
    if STATE.choice == "classes":
        _classes()
    if STATE.choice == "picked":
        st.button(words.shared.PICK, on_click=sheet.open_it)
    st.slider(
        words.shared.THRESHOLD,
        *RANGES["threshold"],
        key="threshold",
        help=words.shared.HELP_THRESHOLD,
    )


def _temperature() -> None:
    st.select_slider(
        words.shared.WARMTH,
        CHOICES["temperature"],
        key="temperature",
        help=words.shared.HELP_TEMPERATURE,
    )


def _classes() -> None:
    STATE.class_pills = [int(label) for label in STATE.classes.split(",")]
    st.pills(
        words.shared.CLASSES,
        range(10),
        selection_mode="multi",
        key="class_pills",
        on_change=_set_classes,
    )


def _set_classes() -> None:
    """Keep the classes that were chosen; one at least."""
    if STATE.class_pills:
        STATE.classes = ",".join(map(str, sorted(STATE.class_pills)))
