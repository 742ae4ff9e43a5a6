"""The weights: a small picture for each unit, or for networks without weights their patterns."""

from typing import Any

import streamlit as st

from assoc_core import Hopfield
from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.browser.mosaic import mosaic, weights
from assoc_core.ui.choices.session import chosen
from assoc_core.ui.choices.settings import Recipe, Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model.kept import kept
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
        tiles = _tiles(settings.recipe)
        tile = min(chosen().inside.tile, tiles["n"] - 1)
        weights.show(tiles, tile, chosen().view.at_projector)


@kept(16)
def _tiles(recipe: Recipe) -> dict[str, Any]:
    stored = compute.trained(recipe)
    if isinstance(stored.memory, Hopfield):
        return mosaic.of_units(stored.memory.weights)
    return mosaic.of_patterns(stored.memory.patterns, stored.labels)
