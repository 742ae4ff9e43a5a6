"""The spectrum: the eigenvalues of W, and the pictures that it stretches most."""

import altair as alt
import numpy as np
import streamlit as st

from assoc_core import Hopfield
from assoc_core.study.landscapes import Spectrum, spectrum
from assoc_core.study.theory import hebb_spectrum
from assoc_core.types import Bipolar, Real
from assoc_core.ui import words
from assoc_core.ui.choices.session import chosen
from assoc_core.ui.choices.settings import Recipe, Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model.kept import kept
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts, controls

N_VECTORS = 8


def show(settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    with left:
        memory = stage.hopfield(settings, "spectrum")
        if memory is None:
            return
        found, mean = _spectrum(settings.recipe), memory.patterns.mean(axis=0)
        _say(settings, found, mean)
        controls.segments("scale")
    with right:
        marks = {
            words.inside.EXPECTED[name]: value for name, value in expected(settings, memory).items()
        }
        _chart(found.values, marks, chosen().inside.scale)
        _vectors(found, mean)


@kept(16)
def _spectrum(recipe: Recipe) -> Spectrum:
    memory = compute.hopfield(recipe)
    assert memory is not None
    return spectrum(memory.weights, memory.patterns.mean(axis=0))


def _say(settings: Settings, found: Spectrum, mean: Real) -> None:
    values = found.values
    tiny = 1e-9 * values[0]
    st.write(words.findings.above(int((values > tiny).sum()), int((values > values[0] / 2).sum())))
    alike = float((np.where(found.vectors[0] >= 0, 1, -1) == np.where(mean >= 0, 1, -1)).mean())
    st.write(words.findings.first_vector(2 * alike - 1, values[0], values[1]))
    if settings.choice != "random" and settings.rule == "hebb":
        st.write(words.inside.HEBB_FAILS)


def expected(settings: Settings, memory: Hopfield) -> dict[str, float]:
    """Where theory expects eigenvalues: the highest, the lowest, the edges of those between."""
    n_patterns, n_units = memory.patterns.shape
    load = n_patterns / n_units
    if settings.rule == "pseudoinverse":
        return {"projected": 1 - load, "orthogonal": -load}
    if settings.rule != "hebb":
        return {}
    low, high = hebb_spectrum(n_units, n_patterns)
    edges = {"high edge": high, "low edge": low} if settings.choice == "random" else {}
    return edges | {"lowest": -float(n_patterns)}


def powers(low: float, high: float, least: float) -> list[float]:
    """0 and the powers of ten, of both signs, between low and high, none smaller than least."""
    sizes = 10.0 ** np.arange(np.ceil(np.log10(least)), np.log10(max(-low, high)) + 1e-9)
    return [float(v) for v in (*-sizes[::-1], 0.0, *sizes) if low <= v <= high]


def _chart(values: Real, marks: dict[str, float], scale: str) -> None:
    table: charts.Table = {
        "x": list(range(1, values.size + 1)),
        "y": values.round(6).tolist(),
    }
    titles = words.inside.COLUMNS["spectrum"]
    y, level = alt.Y("y:Q", title=titles["y"]), alt.Y("level:Q", title=titles["y"])
    if scale == "log":  # values below 0 need a logarithm that goes on through it
        low, high, least = float(values[-1]), float(values[0]), float(values[0]) / 1000
        symlog = alt.Scale(type="symlog", constant=least, nice=False)
        y = y.scale(symlog).axis(values=powers(low, high, least), format=",~r")
        level = level.scale(symlog)
    x = alt.X("x:Q", title=titles["x"]).scale(domain=(0, values.size), nice=False)
    dots = stage.plot("spectrum", table).encode(x, y)
    dots = dots.mark_circle(size=26, color=charts.BLUE, opacity=1)
    stage.show("spectrum", dots + charts.levels(marks, level), table, 400)


def _vectors(found: Spectrum, mean: Real) -> None:
    """The mean of all and the first eigenvectors, as pictures."""
    sizes = [words.findings.quantity(value) for value in found.values[:N_VECTORS]]
    shown = [mean, *found.vectors[:N_VECTORS]]
    signed = [images.signed(vector.reshape(images.SIDE, -1)) for vector in shown]
    stage.strip(signed, [words.inside.MEAN, *sizes], 78)
