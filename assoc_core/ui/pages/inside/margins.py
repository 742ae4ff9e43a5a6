"""The stability margins: how firmly the weakest unit of each stored digit holds its value."""

import altair as alt
import numpy as np
import streamlit as st
from numpy.typing import NDArray

from assoc_core import Hopfield
from assoc_core import margins as margins_of
from assoc_core.types import Bipolar, Real
from assoc_core.ui import words
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute, endings
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts

N_WORST = 8


def show(settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    stored = compute.trained(settings)
    memory = stored.memory
    if not isinstance(memory, Hopfield):
        with left:
            stage.instead(words.inside.NO_WEIGHTS)
        return
    smallest, fixed = _margins(settings.of_memory())
    with left:
        stage.explain("margins")
        st.write(words.findings.fixed_points(int(fixed.sum()), fixed.size))
        low, high = float(smallest.min()), float(smallest.max())
        st.write(words.findings.margins_between(low, high, settings.rule))
    order = np.argsort(smallest, kind="stable")
    names = [endings.name(int(index), stored.labels) for index in order]
    with right:
        _chart(names, smallest[order], fixed[order])
        worst = order[:N_WORST]
        captions = [
            f"{name}: {endings.signed(smallest[index])}"
            for index, name in zip(worst, names, strict=False)
        ]
        stage.strip([images.rgb(memory.patterns[index]) for index in worst], captions, 92)


@st.cache_resource(show_spinner=False, max_entries=16)
def _margins(settings: Settings) -> tuple[Real, NDArray[np.bool_]]:
    """Of each stored pattern the smallest margin, and whether it is a fixed point; (P,) each."""
    memory = compute.trained(settings).memory
    assert isinstance(memory, Hopfield)
    return np.asarray(margins_of(memory, memory.patterns).min(axis=1)), memory.stable


def _chart(names: list[str], smallest: Real, fixed: NDArray[np.bool_]) -> None:
    table = {
        "rank": list(range(1, len(names) + 1)),
        "digit": names,
        "smallest margin": smallest.round(4).tolist(),
        "it is": [words.inside.FIXED if stays else words.inside.NOT_FIXED for stays in fixed],
    }
    chart = (
        alt.Chart(charts.points(table))
        .mark_bar()
        .encode(
            alt.X("rank:Q", title=words.inside.RANKED).scale(
                domain=(0, len(names) + 1), nice=False
            ),
            alt.Y("smallest margin:Q"),
            alt.Color("it is:N")
            .scale(
                domain=[words.inside.FIXED, words.inside.NOT_FIXED],
                range=[charts.BLUE, charts.ORANGE],
            )
            .legend(orient="top", title=None),
            tooltip=charts.tips(table),
        )
    )
    charts.show(chart.properties(height=370), table, words.inside.ALT["margins"])
