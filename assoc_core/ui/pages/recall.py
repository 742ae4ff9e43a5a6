"""The Recall page: a damaged digit, and what the network makes of it, step by step."""

import streamlit as st

from assoc_core.ui.browser.player import player
from assoc_core.ui.browser.sheet import sheet
from assoc_core.ui.choices import link
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.widgets import controls, cue, more, planting


def body() -> None:
    """All below the title."""
    hidden = more.hidden()
    with st.container(horizontal=True, vertical_alignment="bottom", key="network_row"):
        with st.container(horizontal=True, vertical_alignment="bottom", key="network_controls"):
            if "network" not in hidden:
                controls.network()
        if "more" not in hidden:
            more.popover(_controls, warm=True)
    with st.container(horizontal=True, key="stage"):
        given, settings = cue.column(hidden)
        with st.container(key="show"):
            link.publish(settings)
            player.show(settings, given, link.view())
    _dialogs(settings)


def _controls() -> None:
    controls.network()
    controls.start()
    controls.damage()


def _dialogs(settings: Settings) -> None:
    """Open what a button asked for, once."""
    if st.session_state.pop("show_sheet", False):
        sheet.dialog()
    elif st.session_state.pop("show_planting", False):
        planting.report(settings)
