"""The field of a state: what the weights make of it, and which units it would flip."""

import altair as alt
import numpy as np
import streamlit as st

from assoc_core import Hopfield, synchronous
from assoc_core.types import Bipolar, Real
from assoc_core.ui import words
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model import networks as memories
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts, controls, more


def show(settings: Settings, cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    memory = compute.trained(settings).memory
    if not isinstance(memory, Hopfield):
        with left:
            stage.instead(words.inside.NO_WEIGHTS)
        return
    with left:
        stage.explain("field")
        _controls()
    state = cue if st.session_state.state_of == "cue" else compute.start(settings)
    h = memory.field(state)
    then = memory.settle(
        state, rng=memories.dynamics_rng(settings), schedule=synchronous, max_sweeps=1
    )[0]
    with left:
        st.write(
            words.findings.flips(int((then != state).sum()), int((state == 0).sum()), state.size)
        )
    with right:
        captions = [*words.inside.FIELD_OF[st.session_state.state_of], words.inside.SIGN_OF_FIELD]
        pictures = [images.rgb(state), images.signed(h.reshape(images.SIDE, -1)), images.rgb(then)]
        stage.strip(pictures, captions, 220, abreast=True)
        _chart(state * h)


def _controls() -> None:
    controls.segments("state_of", words.inside.STATE_OF, words.inside.STATES)
    controls.start_and_damage(more.hidden())


def _chart(aligned: Real) -> None:
    """How many units have which s h: below 0 the field is against the unit."""
    counts, edges = np.histogram(aligned, bins=np.append(*_bins(aligned)))
    table = {
        "from": edges[:-1].tolist(),
        "to": edges[1:].tolist(),
        "units": counts.tolist(),
        "the field is": [
            words.inside.AGAINST if low < 0 else words.inside.FOR for low in edges[:-1]
        ],
    }
    chart = (
        alt.Chart(charts.points(table))
        .mark_bar()
        .encode(
            alt.X("from:Q", title="s h").bin("binned"),
            alt.X2("to:Q"),
            alt.Y("units:Q"),
            alt.Color("the field is:N")
            .scale(
                domain=[words.inside.AGAINST, words.inside.FOR], range=[charts.ORANGE, charts.BLUE]
            )
            .legend(orient="top", title=None),
            tooltip=charts.tips(table),
        )
    )
    charts.show(chart.properties(height=290), table, words.inside.ALT["field"])


def _bins(aligned: Real) -> tuple[Real, Real]:
    """Edges of about 40 equal bins, one of them exactly at 0."""
    low, high = min(0.0, float(aligned.min())), max(0.0, float(aligned.max()))
    width = (high - low) / 40 or 1.0
    return (
        width * np.arange(-np.ceil(-low / width), 0),
        width * np.arange(np.floor(high / width) + 2),
    )
