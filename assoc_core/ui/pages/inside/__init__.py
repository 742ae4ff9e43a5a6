"""The Inside page: weights, fields and energy of a network, a laboratory for each."""

from collections.abc import Callable
from typing import TypeAlias

import streamlit as st

from assoc_core.types import Bipolar
from assoc_core.ui.choices.session import chosen, publish
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
from assoc_core.ui.widgets import controls, cue
from assoc_core.ui.widgets.rows import network_row

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
# The choices behind "More" that change nothing: nowhere is anything played, and these laboratories
# store a digit of each class, or no digits at all.
WITHOUT = {
    "maxnet": ("predict", "choice", "threshold"),
    **dict.fromkeys(("sequence", "pairs"), ("predict", "choice")),
}


def body() -> None:
    """All below the title."""
    look = chosen().inside.look
    network_row(_network, _network, without=WITHOUT.get(look, ("predict",)))
    laboratory = f"laboratory_{chosen().view.mode}"
    with st.container(key="laboratory"), st.container(key=laboratory):
        controls.segments("look", label_visibility="collapsed")
        given, drawing = cue.undrawn()
        publish(drawing)
        LABORATORIES[look](chosen().settings, given)


def _network() -> None:
    """What the laboratory looks into; nothing where it has a network of its own."""
    look = chosen().inside.look
    if look in OF_THE_NETWORK:
        controls.select("network")
        controls.parameter()
    if look in (*OF_THE_NETWORK, "beta"):
        controls.n_stored()
