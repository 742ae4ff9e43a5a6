"""What is needed less often: which digits are stored, and how the page is shown."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from assoc_core import mnist
from assoc_core.ui import compute, controls, images, link, texts
from assoc_core.ui.settings import CHOICES, RANGES

STATE = st.session_state
N_ON_SHEET = 300  # the contact sheet shows the first digits of the training set


def hidden() -> set[str]:
    """The parts that are not shown: those the URL hides, at the projector all controls."""
    at_projector = {"network", "start", "damage", "draw"} if STATE.mode == "projector" else set()
    return link.view().hidden | at_projector


def popover(of_page: Callable[[], None], *, warm: bool = False) -> None:
    """The button "More" and what is behind it: at the projector also the controls of the page.

    `warm` where a temperature has a meaning.
    """
    with st.popover(texts.MORE):
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
        st.button(texts.PICK, on_click=_open_sheet)
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


def _open_sheet() -> None:
    STATE.show_sheet = True


@st.dialog(texts.SHEET)
def contact_sheet() -> None:
    """The first digits of MNIST, to pick from."""
    picked = [int(number) for number in STATE.picked.split(",")]
    table = st.dataframe(
        _sheet(),
        hide_index=True,
        height=380,
        on_select="rerun",
        selection_mode="multi-row",
        selection_default={"selection": {"rows": [n for n in picked if n < N_ON_SHEET]}},
        column_config={"digit": st.column_config.ImageColumn(texts.DIGIT, width="small")},
    )
    rows: list[Any] = table.selection.rows
    st.caption(texts.n_picked(len(rows)))
    if st.button(texts.STORE_THESE, type="primary", disabled=not rows):
        beyond = [number for number in picked if number >= N_ON_SHEET]
        STATE.picked = ",".join(map(str, [*rows, *beyond]))
        st.rerun()


@st.cache_data(show_spinner=False)
def _sheet() -> dict[str, Any]:
    train = compute.digits("train")
    pictures = mnist.bipolar(train.images[:N_ON_SHEET])
    return {
        "digit": [images.png_url(images.rgb(picture)) for picture in pictures],
        "number": list(range(N_ON_SHEET)),
        "class": train.labels[:N_ON_SHEET],
    }
