"""The Inside page: weights, fields and energy of a network, a laboratory for each."""

from collections.abc import Callable
from typing import TypeAlias

import streamlit as st

from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.choices import link
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.pages.inside import (
    beta,
    field,
    line,
    margins,
    maxnet,
    pairs,
    sequence,
    spectrum,
    weights,
)
from assoc_core.ui.widgets import controls, cue, more

STATE = st.session_state
Laboratory: TypeAlias = Callable[[Settings, Bipolar], None]  # all settings, and the cue
LABORATORIES: dict[str, Laboratory] = {
    "weights": weights.show,
    "spectrum": spectrum.show,
    "field": field.show,
    "margins": margins.show,
    "line": line.show,
    "maxnet": maxnet.show,
    "beta": beta.show,
    "sequence": sequence.show,
    "pairs": pairs.show,
}
OF_THE_NETWORK = ("weights", "spectrum", "field", "margins", "line")


def body() -> None:
    """All below the title."""
    hidden = more.hidden()
    with st.container(horizontal=True, vertical_alignment="bottom", key="network_row"):
        with st.container(horizontal=True, vertical_alignment="bottom", key="network_controls"):
            if "network" not in hidden:
                _network()
        if "more" not in hidden:
            more.popover(_network)
    with st.container(key="laboratory"), st.container(key=f"laboratory_{STATE.mode}"):
        controls.segments(
            "look", words.inside.LOOK, words.inside.LOOKS, label_visibility="collapsed"
        )
        given, settings = cue.undrawn()
        LABORATORIES[STATE.look](settings, given)
    link.publish(settings)


def _network() -> None:
    """What the laboratory looks into; nothing where it has a network of its own."""
    if STATE.look in OF_THE_NETWORK:
        controls.choice("network", "Network", words.shared.NETWORK)
        controls.parameter()
    if STATE.look in (*OF_THE_NETWORK, "beta"):
        controls.n_stored()
