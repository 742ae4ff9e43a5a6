"""The field of a state: what the weights make of it, and which units it would flip."""

import altair as alt
import numpy as np
import streamlit as st

from assoc_core import Hopfield, synchronous
from assoc_core.types import Bipolar, Real
from assoc_core.ui import words
from assoc_core.ui.choices.session import chosen
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute, networks
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts, controls, more


def show(settings: Settings, cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    with left:
        memory = stage.hopfield(settings, "field")
        if memory is None:
            return
        controls.segments("state_of")
        controls.start_and_damage(more.hidden())
        which = chosen().inside.state_of
        state = cue if which == "cue" else compute.start(settings)
        then = _updated(memory, settings, state)
        n_flips, n_unknown = int((then != state).sum()), int((state == 0).sum())
        st.write(words.findings.flips(n_flips, n_unknown, state.size))
    with right:
        h = memory.field(state)
        pictures = [images.rgb(state), images.signed(h.reshape(images.SIDE, -1)), images.rgb(then)]
        captions = [*words.inside.FIELD_OF[which], words.inside.SIGN_OF_FIELD]
        stage.strip(pictures, captions, 220, abreast=True)
        _chart(state * h)


def _updated(memory: Hopfield, settings: Settings, state: Bipolar) -> Bipolar:
    """The state after all units have followed their field, once."""
    rng = networks.dynamics_rng(settings)
    (then,) = memory.settle(state, rng=rng, schedule=synchronous, max_sweeps=1)
    return np.asarray(then)


def _chart(aligned: Real) -> None:
    """How many units have which s h: below 0 the field is against the unit."""
    counts, edges = np.histogram(aligned, bins=np.append(*_bins(aligned)))
    against, for_it = words.inside.AGAINST, words.inside.FOR
    table: charts.Table = {
        "low": edges[:-1].tolist(),
        "high": edges[1:].tolist(),
        "y": counts.tolist(),
        "series": [against if low < 0 else for_it for low in edges[:-1]],
    }
    bars = (
        stage.plot("field", table)
        .mark_bar()
        .encode(
            alt.X("low:Q", title=words.inside.ALIGNED).bin("binned"),
            alt.X2("high:Q"),
            alt.Y("y:Q", title=words.inside.COLUMNS["field"]["y"]),
            charts.coloured((against, for_it), (charts.ORANGE, charts.BLUE)),
        )
    )
    stage.show("field", bars, table, 290)


def _bins(aligned: Real) -> tuple[Real, Real]:
    """Edges of about 40 equal bins, one of them exactly at 0."""
    low, high = min(0.0, float(aligned.min())), max(0.0, float(aligned.max()))
    width = (high - low) / 40 or 1.0
    return (
        width * np.arange(-np.ceil(-low / width), 0),
        width * np.arange(np.floor(high / width) + 2),
    )
