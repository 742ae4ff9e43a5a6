"""The sequence memory: each digit leads to the next."""

import altair as alt
import numpy as np
import streamlit as st
from numpy.typing import NDArray

from assoc_core import CORRUPTIONS, Sequence, Trajectory, overlap
from assoc_core.types import Bipolar, Real
from assoc_core.ui import words
from assoc_core.ui.choices.session import chosen
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model.kept import kept
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts, controls

N_ROUND = 12  # steps of a closed sequence that are shown: once round, and a little more


def show(settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    inside = chosen().inside
    memory = _memory(inside.sample, settings.threshold, inside.learned, bool(inside.closed))
    trajectory = run(memory, settings, inside.begin)
    m = overlap(trajectory.states, memory.patterns)
    due = due_digits(inside.begin, len(m), memory.closed)
    with left:
        _controls()
        n_right = int((m[np.arange(len(m)), due] == 1)[1:].sum())
        st.write(words.findings.sequence_result(n_right, len(m) - 1))
    with right:
        captions = [words.findings.state_named(t, row) for t, row in enumerate(m)]
        stage.strip([images.rgb(state) for state in trajectory.states], captions, 74)
        _chart(m, due)


def _controls() -> None:
    stage.explain("sequence")
    controls.number("begin")
    controls.segments("closed")
    stage.learned()
    stage.damage()


@kept(32)
def _memory(sample: int, threshold: int, learned: str, closed: bool) -> Sequence:
    digits = stage.one_of_each(sample, threshold)
    return Sequence.store(digits, closed=closed, correlated=learned == "pseudoinverse")


def run(memory: Sequence, settings: Settings, begin: int) -> Trajectory:
    """The damaged digit and what follows it."""
    rng = np.random.default_rng([settings.seed, 0])
    cue = CORRUPTIONS[settings.damage](memory.patterns[begin], settings.amount / 100, rng)
    return memory.recall(cue, max_sweeps=N_ROUND if memory.closed else 9)


def due_digits(begin: int, n_states: int, closed: bool) -> NDArray[np.int64]:
    """Which digit each state should be, (T+1,)."""
    steps = begin + np.arange(n_states)
    return steps % 10 if closed else np.minimum(steps, 9)


def _chart(m: Real, due: NDArray[np.int64]) -> None:
    steps = np.arange(len(m))
    others = m.copy()
    others[steps, due] = -np.inf
    lines = {words.inside.DUE: m[steps, due], words.inside.OTHER: others.max(axis=1)}
    table = stage.curves(steps.tolist(), lines)
    table["digit"] = [*due.tolist(), *others.argmax(axis=1).tolist()]
    shapes = alt.Scale(domain=list(lines))
    curves = (
        stage.plot("sequence", table)
        .mark_line(point=alt.OverlayMarkDef(size=70), strokeWidth=2)
        .encode(
            alt.X("x:Q", title=words.inside.COLUMNS["sequence"]["x"]).axis(
                values=steps.tolist(), format="d"
            ),
            alt.Y("y:Q", title=words.inside.OVERLAP_WITH).scale(zero=False),
            charts.coloured(list(lines)),
            alt.Shape("series:N", scale=shapes, legend=None),
        )
    )
    stage.show("sequence", curves, table, 380)
