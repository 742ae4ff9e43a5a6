"""What all pages share: the style, the title with the way to the other pages, and complaints."""

from pathlib import Path

import streamlit as st

from assoc_core import mnist
from assoc_core.ui import words
from assoc_core.ui.choices import link
from assoc_core.ui.pages import inside, limits, race, recall
from assoc_core.ui.widgets import controls

STATE = st.session_state
STYLE = Path(__file__).with_name("frame.css")
BODIES = {
    "recall": recall.body,
    "limits": limits.body,
    "race": race.body,
    "inside": inside.body,
}


def show() -> None:
    """The page that the URL names."""
    st.html(STYLE)
    try:
        complaints = link.adopt_url()
        if complaints:
            st.warning("  \n".join(complaints))
        with st.container(horizontal=True, vertical_alignment="bottom", key="house"):
            _masthead()
            BODIES[STATE.page]()
    except mnist.DataError as error:
        st.error(str(error))


def _masthead() -> None:
    in_a_row = STATE.mode == "projector"  # where the picture needs all the height there is
    with st.container(key="masthead", gap="xxsmall", width="content", horizontal=in_a_row):
        st.title(words.shared.TITLE, anchor=False, width="content")
        controls.segments(
            "page",
            words.shared.PAGE,
            words.shared.PAGES,
            label_visibility="collapsed",
            on_change=_turn,
        )


def _turn() -> None:
    """Another page: what was computed on this one stops."""
    STATE.run = 0
