"""The energy on the way from one stored digit to another."""

from dataclasses import dataclass

import altair as alt
import numpy as np
import streamlit as st

from assoc_core import Hamming, Hopfield, ModernHopfield
from assoc_core.study.landscapes import barrier, flip_paths, mean_flip_energy, straight_path
from assoc_core.types import Bipolar, Real
from assoc_core.ui import words
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts

STATE = st.session_state
N_PATHS = 20
N_POINTS = 101  # of a straight line
N_SHOWN = 7  # states on the way, as pictures


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """shares (T+1,) of the way, its energies there on the mean and in one sample, some states."""

    shares: Real
    mean: Real
    sample: Real | None
    states: Real
    n_flips: int


def show(settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    stored = compute.trained(settings)
    if isinstance(stored.memory, Hamming):
        with left:
            stage.instead(words.inside.NO_ENERGY)
        return
    ends = _ends(left, settings)
    names = [words.endings.name(end, stored.labels) for end in ends]
    way = _way(settings.of_memory(), *ends, settings.seed)
    with left:
        st.write(words.findings.path(way.n_flips, settings.network, N_PATHS, settings.seed))
        if way.n_flips:
            st.write(words.findings.barriers(names, settings.network, *barrier(way.mean)))
    with right:
        _chart(way, names)
        captions = [words.findings.on_the_way(k / (N_SHOWN - 1)) for k in range(N_SHOWN)]
        stage.strip([images.grey(state) for state in way.states], captions, 108)


def _ends(left: st.delta_generator.DeltaGenerator, settings: Settings) -> tuple[int, int]:
    """The two digits chosen, by number."""
    last = settings.n_patterns - 1
    with left:
        stage.explain("line")
        with st.container(horizontal=True):
            for end, label in words.inside.ENDS.items():
                STATE[end] = min(STATE[end], last)
                st.number_input(f"{label}, 0 to {last}", 0, last, key=end)
    return STATE.line_from, STATE.line_to


@st.cache_resource(show_spinner=False, max_entries=64)
def _way(settings: Settings, first: int, last: int, seed: int) -> Way:
    memory = compute.trained(settings).memory
    a, b = memory.patterns[first], memory.patterns[last]
    n_flips = int((a != b).sum())
    pick = np.linspace(0, 1, N_SHOWN)
    if isinstance(memory, ModernHopfield):
        states = straight_path(a, b, N_POINTS)
        some = straight_path(a, b, N_SHOWN)
        return Way(np.linspace(0, 1, N_POINTS), memory.energy(states), None, some, n_flips)
    assert not isinstance(memory, Hamming)
    paths = flip_paths(a, b, n_paths=N_PATHS, rng=np.random.default_rng([seed, 3]))
    if isinstance(memory, Hopfield):
        sample, mean = memory.energy(paths[0]), mean_flip_energy(memory.weights, a, b)
    else:
        energies = np.array([memory.energy(path) for path in paths])
        sample, mean = energies[0], energies.mean(axis=0)
    some = paths[0, np.rint(pick * n_flips).astype(int)].astype(np.float64)
    shares = np.arange(n_flips + 1) / max(1, n_flips)
    return Way(shares, mean, sample, some, n_flips)


def _chart(way: Way, names: list[str]) -> None:
    lines = {words.inside.MEAN_WAY: way.mean, words.inside.ONE_WAY: way.sample}
    if way.sample is None:
        lines = {words.inside.STRAIGHT: way.mean}
    drawn = {name: energies for name, energies in lines.items() if energies is not None}
    table: charts.Table = {
        "share of the way": [*way.shares.round(4).tolist()] * len(drawn),
        "energy": [float(f"{e:.7g}") for energies in drawn.values() for e in energies],
        "way": [name for name in drawn for _ in way.shares],
    }
    chart = (
        alt.Chart(charts.points(table))
        .mark_line(strokeWidth=2)
        .encode(
            alt.X("share of the way:Q", title=words.findings.from_to(*names)).axis(format="%"),
            alt.Y("energy:Q").scale(zero=False),
            alt.Color("way:N")
            .scale(domain=list(drawn), range=[charts.BLUE, charts.ORANGE][: len(drawn)])
            .legend(orient="top", title=None),
            alt.StrokeDash("way:N").legend(None).scale(domain=list(drawn), range=[[1, 0], [4, 3]]),
            tooltip=charts.tips(table),
        )
    )
    charts.show(chart.properties(height=380), table, words.inside.ALT["line"])
