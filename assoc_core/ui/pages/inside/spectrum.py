"""The spectrum: the eigenvalues of W, and the pictures that it stretches most."""

import altair as alt
import numpy as np
import streamlit as st

from assoc_core import Hopfield
from assoc_core.landscapes import Spectrum, spectrum
from assoc_core.theory import hebb_spectrum
from assoc_core.types import Bipolar, Real
from assoc_core.ui import charts, compute, controls, images, texts_inside
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.settings import Settings

N_VECTORS = 8


def show(settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    memory = compute.trained(settings).memory
    if not isinstance(memory, Hopfield):
        with left:
            stage.instead(texts_inside.NO_WEIGHTS)
        return
    found = _spectrum(settings.of_memory())
    mean = memory.patterns.mean(axis=0)
    with left:
        stage.explain("spectrum")
        _say(settings, found, mean)
        controls.segments("scale", texts_inside.SCALE, texts_inside.SCALES)
    with right:
        _chart(found.values, marks(settings, memory), st.session_state.scale)
        leading = zip(found.values[:N_VECTORS], found.vectors, strict=False)
        pictures = [(texts_inside.eigenvalue(value), vector) for value, vector in leading]
        named = [(texts_inside.MEAN, mean), *pictures]
        signed = [images.signed(vector.reshape(images.SIDE, -1)) for _, vector in named]
        stage.strip(signed, [name for name, _ in named], 84)


@st.cache_resource(show_spinner=False, max_entries=16)
def _spectrum(settings: Settings) -> Spectrum:
    memory = compute.trained(settings).memory
    assert isinstance(memory, Hopfield)
    return spectrum(memory.weights, memory.patterns.mean(axis=0))


def _say(settings: Settings, found: Spectrum, mean: Real) -> None:
    values = found.values
    tiny = 1e-9 * values[0]
    st.write(texts_inside.above(int((values > tiny).sum()), int((values > values[0] / 2).sum())))
    alike = float((np.where(found.vectors[0] >= 0, 1, -1) == np.where(mean >= 0, 1, -1)).mean())
    st.write(texts_inside.first_vector(2 * alike - 1, values[0], values[1]))
    if settings.choice != "random" and settings.rule == "hebb":
        st.write(texts_inside.HEBB_FAILS)


def marks(settings: Settings, memory: Hopfield) -> dict[str, float]:
    """Where theory expects eigenvalues, by name."""
    n_patterns, n_units = memory.patterns.shape
    if settings.rule == "pseudoinverse":
        return {"1 − P/N": 1 - n_patterns / n_units, "−P/N": -n_patterns / n_units}
    if settings.rule != "hebb":
        return {}
    low, high = hebb_spectrum(n_units, n_patterns)
    edges = {"(√N + √P)² − P": high, "(√N − √P)² − P": low}
    return {**(edges if settings.choice == "random" else {}), "−P": -n_patterns}


def _chart(values: Real, expected: dict[str, float], scale: str) -> None:
    table = {"rank": list(range(1, values.size + 1)), "eigenvalue": values.round(6).tolist()}
    axis = alt.Scale()
    if scale == "log":  # values below 0 need a logarithm that goes on through it
        axis = alt.Scale(type="symlog", constant=float(values[0]) / 1000)
    y = alt.Y("eigenvalue:Q").scale(axis)
    dots = (
        alt.Chart(charts.points(table))
        .mark_circle(size=26, color=charts.BLUE, opacity=1)
        .encode(
            alt.X("rank:Q").scale(domain=(0, values.size), nice=False),
            y,
            tooltip=charts.tips(table),
        )
    )
    lines = alt.Chart(
        charts.points({"theory": list(expected), "eigenvalue": list(expected.values())})
    )
    rules = lines.mark_rule(color=charts.ORANGE, strokeDash=[5, 4], strokeWidth=2).encode(y)
    names = lines.mark_text(color=charts.ORANGE, align="right", dy=-8, fontSize=14).encode(
        y, text="theory:N", x=alt.value("width")
    )
    charts.show((dots + rules + names).properties(height=330), table, texts_inside.ALT["spectrum"])
