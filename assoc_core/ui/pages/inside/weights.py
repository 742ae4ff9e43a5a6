"""The weights: a small picture for each unit, or for networks without weights their patterns."""

from typing import Any

import streamlit as st

from assoc_core import Hopfield
from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.browser.mosaic import mosaic, weights
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images

STATE = st.session_state


def show(settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    memory = compute.trained(settings).memory
    with left:
        if isinstance(memory, Hopfield):
            stage.explain("weights")
            st.caption(words.findings.colour(images.full_colour(memory.weights)))
        else:
            stage.instead(words.inside.PATTERNS_INSTEAD[settings.network])
    with right:
        tiles = _tiles(settings.of_memory())
        STATE.tile = min(STATE.tile, tiles["n"] - 1)
        weights.show(tiles, STATE.tile, STATE.mode == "projector")


@st.cache_resource(show_spinner=False, max_entries=16)
def _tiles(settings: Settings) -> dict[str, Any]:
    stored = compute.trained(settings)
    if isinstance(stored.memory, Hopfield):
        return mosaic.of_units(stored.memory.weights)
    return mosaic.of_patterns(stored.memory.patterns, stored.labels)
