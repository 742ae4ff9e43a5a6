"""The Recall page: a damaged digit, and what the network makes of it, step by step."""

import streamlit as st

from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.browser.player import cached, player
from assoc_core.ui.choices.session import chosen, publish
from assoc_core.ui.model import compute
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
            _show(given)


def _controls() -> None:
    controls.network()
    controls.start()
    controls.damage()


def _show(given: Bipolar) -> None:
    settings, view = chosen().settings, chosen().view
    replay = cached.recall(settings, given.tobytes())
    why = cached.why(settings, view.why)
    lines = {
        "computed": words.shared.computed(settings, given, compute.start(settings)),
        "likeness": words.shared.likeness(compute.trained(settings.recipe).likeness),
    }
    player.show(replay, view, why, lines)
