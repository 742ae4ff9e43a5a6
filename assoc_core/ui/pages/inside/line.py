"""The energy on the way from one stored digit to another."""

from dataclasses import dataclass

import altair as alt
import numpy as np
import streamlit as st

from assoc_core import Hopfield, ModernHopfield
from assoc_core.study.landscapes import barrier, flip_paths, mean_flip_energy, straight_path
from assoc_core.trajectory import freeze_arrays
from assoc_core.types import Bipolar, Real
from assoc_core.ui import words
from assoc_core.ui.choices.session import chosen
from assoc_core.ui.choices.settings import Recipe, Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model.kept import kept
from assoc_core.ui.model.networks import Binary
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts, controls

N_PATHS = 20
N_POINTS = 101  # of a straight line
N_SHOWN = 7  # states on the way, as pictures


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """shares (T+1,) of the way, its energies there on the mean and in one sample, some states.

    On a straight line there are no orders of flips, so no sample either.
    """

    shares: Real
    mean: Real
    sample: Real | None
    states: Real
    n_flips: int

    def __post_init__(self) -> None:
        freeze_arrays(self)


def show(settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    stored = compute.trained(settings.recipe)
    with left:
        if settings.network == "hamming":
            stage.instead(settings, "line")
            return
        stage.explain("line")
        ends = _ends(settings.n_patterns - 1)
        names = [words.endings.name(end, stored.labels) for end in ends]
        way = _way(settings.recipe, *ends, settings.seed)
        st.write(words.findings.path(way.n_flips, settings.network, N_PATHS, settings.seed))
        if way.n_flips:
            st.write(words.findings.barriers(names, settings.network, *barrier(way.mean)))
    with right:
        _chart(way, names)
        captions = [words.findings.on_the_way(k / (N_SHOWN - 1)) for k in range(N_SHOWN)]
        stage.strip([images.grey(state) for state in way.states], captions, 108)


def _ends(last: int) -> tuple[int, int]:
    """The two digits chosen, by number; the last one in place of those that are not stored."""
    with st.container(horizontal=True):
        controls.number("line_from", last=last)
        controls.number("line_to", last=last)
    inside = chosen().inside
    return min(inside.line_from, last), min(inside.line_to, last)


@kept(64)
def _way(recipe: Recipe, first: int, last: int, seed: int) -> Way:
    memory = compute.trained(recipe).memory
    a, b = memory.patterns[first], memory.patterns[last]
    if isinstance(memory, ModernHopfield):
        return _straight(memory, a, b)
    assert isinstance(memory, Binary)
    return _by_flips(memory, a, b, seed)


def _straight(memory: ModernHopfield, a: Bipolar, b: Bipolar) -> Way:
    energies = memory.energy(straight_path(a, b, N_POINTS))
    some = straight_path(a, b, N_SHOWN)
    return Way(np.linspace(0, 1, N_POINTS), energies, None, some, int((a != b).sum()))


def _by_flips(memory: Binary, a: Bipolar, b: Bipolar, seed: int) -> Way:
    paths = flip_paths(a, b, n_paths=N_PATHS, rng=np.random.default_rng([seed, 3]))
    if isinstance(memory, Hopfield):
        sample, mean = memory.energy(paths[0]), mean_flip_energy(memory.weights, a, b)
    else:
        energies = np.array([memory.energy(path) for path in paths])
        sample, mean = energies[0].copy(), energies.mean(axis=0)
    n_flips = paths.shape[1] - 1
    some = paths[0, np.rint(np.linspace(0, n_flips, N_SHOWN)).astype(int)].astype(np.float64)
    return Way(np.arange(n_flips + 1) / max(1, n_flips), mean, sample, some, n_flips)


def _chart(way: Way, names: list[str]) -> None:
    lines = {words.inside.STRAIGHT: way.mean}
    if way.sample is not None:
        lines = {words.inside.MEAN_WAY: way.mean, words.inside.ONE_WAY: way.sample}
    table = stage.curves(way.shares.round(4).tolist(), lines, digits=7)
    energy = words.inside.COLUMNS["line"]["y"]
    chart = (
        stage.plot("line", table)
        .mark_line(strokeWidth=2)
        .encode(
            alt.X("x:Q", title=words.findings.from_to(*names)).axis(format="%"),
            alt.Y("y:Q", title=energy).scale(zero=False),
            **charts.dashed(list(lines)),
        )
    )
    stage.show("line", chart, table, 380)
