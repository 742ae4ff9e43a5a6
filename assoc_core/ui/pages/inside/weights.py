"""The weights: a small picture for each unit, or for networks without weights their patterns."""

import streamlit as st

from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.browser.mosaic import mosaic
from assoc_core.ui.choices.session import chosen
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images


def show(settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    with left:
        memory = stage.hopfield(settings, "weights")
        if memory is not None:
            st.caption(words.findings.colour(images.full_colour(memory.weights)))
    with right:
        tile = min(chosen().inside.tile, mosaic.n_tiles(settings) - 1)
        mosaic.show(settings, tile, chosen().view.at_projector)
