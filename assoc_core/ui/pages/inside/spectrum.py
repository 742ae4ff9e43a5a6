"""The spectrum: the eigenvalues of W, and the pictures that it stretches most."""

import altair as alt
import numpy as np
import streamlit as st

from assoc_core import Hopfield
from assoc_core.study.landscapes import Spectrum, spectrum
from assoc_core.study.theory import hebb_spectrum
from assoc_core.types import Bipolar, Real
from assoc_core.ui import words
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts, controls

N_VECTORS = 8


def show(settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    memory = compute.trained(settings).memory
    if not isinstance(memory, Hopfield):
        with left:
            stage.instead(words.inside.NO_WEIGHTS)
        return
    found = _spectrum(settings.of_memory())
    mean = memory.patterns.mean(axis=0)
    with left:
        stage.explain("spectrum")
        _say(settings, found, mean)
        controls.segments("scale", words.inside.SCALE, words.inside.SCALES)
    with right:
        _chart(found.values, marks(settings, memory), st.session_state.scale)
        leading = zip(found.values[:N_VECTORS], found.vectors, strict=False)
        pictures = [(words.findings.quantity(value), vector) for value, vector in leading]
        named = [(words.inside.MEAN, mean), *pictures]
        signed = [images.signed(vector.reshape(images.SIDE, -1)) for _, vector in named]
        stage.strip(signed, [name for name, _ in named], 78)


@st.cache_resource(show_spinner=False, max_entries=16)
def _spectrum(settings: Settings) -> Spectrum:
    memory = compute.trained(settings).memory
    assert isinstance(memory, Hopfield)
    return spectrum(memory.weights, memory.patterns.mean(axis=0))


def _say(settings: Settings, found: Spectrum, mean: Real) -> None:
    values = found.values
    tiny = 1e-9 * values[0]
    st.write(words.findings.above(int((values > tiny).sum()), int((values > values[0] / 2).sum())))
    alike = float((np.where(found.vectors[0] >= 0, 1, -1) == np.where(mean >= 0, 1, -1)).mean())
    st.write(words.findings.first_vector(2 * alike - 1, values[0], values[1]))
    if settings.choice != "random" and settings.rule == "hebb":
        st.write(words.inside.HEBB_FAILS)


def marks(settings: Settings, memory: Hopfield) -> dict[str, float]:
    """Where theory expects eigenvalues, by name."""
    n_patterns, n_units = memory.patterns.shape
    if settings.rule == "pseudoinverse":
        upper, lower = words.inside.LEVELS
        return {upper: 1 - n_patterns / n_units, lower: -n_patterns / n_units}
    if settings.rule != "hebb":
        return {}
    low, high = hebb_spectrum(n_units, n_patterns)
    edges = dict(zip(words.inside.EDGES, (high, low), strict=True))
    rest = {words.inside.LOWEST: -float(n_patterns)}
    return edges | rest if settings.choice == "random" else rest


def powers(low: float, high: float, least: float) -> list[float]:
    """0 and the powers of ten, of both signs, between low and high, none smaller than least."""
    sizes = 10.0 ** np.arange(np.ceil(np.log10(least)), np.log10(max(-low, high)) + 1e-9)
    return [float(v) for v in (*-sizes[::-1], 0.0, *sizes) if low <= v <= high]


def _chart(values: Real, expected: dict[str, float], scale: str) -> None:
    table = {"rank": list(range(1, values.size + 1)), "eigenvalue": values.round(6).tolist()}
    y, level = alt.Y("eigenvalue:Q"), alt.Y("level:Q", title="eigenvalue")
    if scale == "log":  # values below 0 need a logarithm that goes on through it
        least = float(values[0]) / 1000
        symlog = alt.Scale(type="symlog", constant=least, nice=False)
        y = y.scale(symlog).axis(
            values=powers(float(values[-1]), float(values[0]), least), format=",~g"
        )
        level = level.scale(symlog)
    dots = (
        alt.Chart(charts.points(table))
        .mark_circle(size=26, color=charts.BLUE, opacity=1)
        .encode(
            alt.X("rank:Q").scale(domain=(0, values.size), nice=False),
            y,
            tooltip=charts.tips(table),
        )
    )
    chart = dots + charts.levels(expected, level)
    charts.show(chart.properties(height=400), table, words.inside.ALT["spectrum"])
