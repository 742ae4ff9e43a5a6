"""The stability margins: how firmly the weakest unit of each stored digit holds its value."""

from dataclasses import dataclass
from inspect import signature

import altair as alt
import numpy as np
import streamlit as st
from numpy.typing import NDArray

from assoc_core import Hopfield, perceptron
from assoc_core import margins as margins_of
from assoc_core.study.theory import hebb_bit_error
from assoc_core.trajectory import freeze_arrays
from assoc_core.types import Bipolar, Real
from assoc_core.ui import words
from assoc_core.ui.choices.settings import Recipe, Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model.kept import kept
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts

N_WORST = 8


@dataclass(frozen=True, slots=True, eq=False)
class Margins:
    """Of each stored pattern the smallest margin, and whether it is a fixed point; (P,) each.

    `broken` is the share of all stored bits that one update of all units breaks, `expected` what
    theory says of it, None where it says nothing.
    """

    smallest: Real
    fixed: NDArray[np.bool_]
    broken: float
    expected: float | None

    def __post_init__(self) -> None:
        freeze_arrays(self)


def show(settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    with left:
        memory = stage.hopfield(settings, "margins")
        if memory is None:
            return
        found = _margins(settings.recipe)
        _say(found, settings.rule)
    order = np.argsort(found.smallest, kind="stable")
    labels = compute.trained(settings.recipe).labels
    names = [words.endings.name(int(index), labels) for index in order]
    smallest = found.smallest[order]
    with right:
        _chart(names, smallest, found.fixed[order])
        worst = [images.rgb(memory.patterns[index]) for index in order[:N_WORST]]
        said = map(words.findings.margin_of, names, smallest[: len(worst)])
        stage.strip(worst, list(said), 92)


@kept(16)
def _margins(recipe: Recipe) -> Margins:
    memory = compute.hopfield(recipe)
    assert memory is not None
    x = memory.patterns
    stays = memory.field(x) * x >= -memory.tie
    smallest = np.asarray(margins_of(memory, x).min(axis=1))
    broken = float(1 - stays.mean())
    return Margins(smallest, memory.stable, broken, _expected(recipe, memory))


def _expected(recipe: Recipe, memory: Hopfield) -> float | None:
    """The share of bits that theory expects one update to break: of random patterns alone."""
    if recipe.parameter != "hebb" or recipe.choice != "random" or recipe.planted:
        return None
    n_patterns, n_units = memory.patterns.shape
    return hebb_bit_error(n_units, n_patterns)


def _say(found: Margins, rule: str) -> None:
    st.write(words.findings.fixed_points(int(found.fixed.sum()), found.fixed.size))
    low, high = float(found.smallest.min()), float(found.smallest.max())
    st.write(words.findings.margins_between(low, high, rule))
    if found.broken or found.expected is not None:
        st.write(words.findings.broken(found.broken, found.expected))
    if rule == "perceptron":
        asked = signature(perceptron).parameters
        wanted, most = asked["margin"].default, asked["max_epochs"].default
        st.write(words.findings.reached(low, wanted, most))


def _chart(names: list[str], smallest: Real, fixed: NDArray[np.bool_]) -> None:
    kinds = words.inside.FIXED, words.inside.NOT_FIXED
    table: charts.Table = {
        "x": list(range(1, len(names) + 1)),
        "digit": names,
        "y": smallest.round(4).tolist(),
        "series": [kinds[0] if stays else kinds[1] for stays in fixed],
    }
    all_of_them = alt.Scale(domain=(0, len(names) + 1), nice=False)
    bars = (
        stage.plot("margins", table)
        .mark_bar()
        .encode(
            alt.X("x:Q", title=words.inside.RANKED, scale=all_of_them),
            alt.Y("y:Q", title=words.inside.COLUMNS["margins"]["y"]),
            charts.coloured(kinds),
        )
    )
    stage.show("margins", bars, table, 370)
