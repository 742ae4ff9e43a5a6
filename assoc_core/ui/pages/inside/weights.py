"""The weights: a small picture for each unit, or for networks without weights their patterns."""

import streamlit as st

from assoc_core import Hopfield
from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.browser.mosaic import mosaic
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
        STATE.tile = min(STATE.tile, mosaic.n_tiles(settings) - 1)
        mosaic.show(settings, STATE.tile, STATE.mode == "projector")
