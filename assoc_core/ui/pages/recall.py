"""The Recall page: a damaged digit, and what the network makes of it, step by step."""

import streamlit as st

from assoc_core.ui.browser.player import player
from assoc_core.ui.choices.session import chosen, publish
from assoc_core.ui.widgets import controls, cue, more
from assoc_core.ui.widgets.rows import network_row


def body() -> None:
    """All below the title."""
    hidden = more.hidden()
    network_row(controls.network, _controls, warm=True)
    with st.container(horizontal=True, key="stage"):
        given, drawing = cue.column(hidden)
        with st.container(key="show"):
            publish(drawing)
            player.show(chosen().settings, given, chosen().view)


def _controls() -> None:
    controls.network()
    controls.start()
    controls.damage()
