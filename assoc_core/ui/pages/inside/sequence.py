"""The sequence memory: each digit leads to the next."""

import altair as alt
import numpy as np
import streamlit as st

from assoc_core import CORRUPTIONS, Sequence, Trajectory, overlap
from assoc_core.types import Bipolar, Real
from assoc_core.ui import words
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts
from assoc_core.ui.widgets.controls import segments

STATE = st.session_state
N_ROUND = 12  # steps of a closed sequence that are shown: once round, and a little more
LABELS = tuple(range(10))


def show(settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    with left:
        stage.explain("sequence")
        st.number_input(words.inside.BEGIN, 0, 9, key="begin")
        segments("closed", words.inside.AFTER_NINE, words.inside.CLOSED)
        stage.learned()
        stage.damage()
    memory = _memory(STATE.sample, settings.threshold, STATE.learned, bool(STATE.closed))
    trajectory = run(memory, settings, STATE.begin)
    m = overlap(trajectory.states, memory.patterns)
    due = due_digits(STATE.begin, len(m), memory.closed)
    with left:
        n_right = int((m[np.arange(len(m)), due] == 1)[1:].sum())
        st.write(words.findings.sequence_result(n_right, len(m) - 1))
    with right:
        captions = [words.findings.state_named(t, row) for t, row in enumerate(m)]
        stage.strip([images.rgb(state) for state in trajectory.states], captions, 74)
        _chart(m, due)


@st.cache_resource(show_spinner=False, max_entries=32)
def _memory(sample: int, threshold: int, learned: str, closed: bool) -> Sequence:
    digits = stage.one_of_each(sample, threshold)
    return Sequence.store(digits, closed=closed, correlated=learned == "pseudoinverse")


def run(memory: Sequence, settings: Settings, begin: int) -> Trajectory:
    """The damaged digit and what follows it."""
    rng = np.random.default_rng([settings.seed, 0])
    cue = CORRUPTIONS[settings.damage](memory.patterns[begin], settings.amount / 100, rng)
    return memory.recall(cue, max_sweeps=N_ROUND if memory.closed else 9)


def due_digits(begin: int, n_states: int, closed: bool) -> np.ndarray:
    """Which digit each state should be, (T+1,)."""
    steps = begin + np.arange(n_states)
    return steps % 10 if closed else np.minimum(steps, 9)


def _chart(m: Real, due: np.ndarray) -> None:
    steps = np.arange(len(m))
    others = m.copy()
    others[steps, due] = -np.inf
    lines = {words.inside.DUE: m[steps, due], words.inside.OTHER: others.max(axis=1)}
    table = {
        "step": steps.tolist() * 2,
        "digit": [*due.tolist(), *others.argmax(axis=1).tolist()],
        "overlap": [round(float(v), 4) for values in lines.values() for v in values],
        "with": [name for name in lines for _ in steps],
    }
    chart = (
        alt.Chart(charts.points(table))
        .mark_line(point=alt.OverlayMarkDef(size=70), strokeWidth=2)
        .encode(
            alt.X("step:Q").axis(values=steps.tolist(), format="d"),
            alt.Y("overlap:Q", title=words.inside.OVERLAP_WITH).scale(zero=False),
            alt.Color("with:N")
            .scale(domain=list(lines), range=[charts.BLUE, charts.ORANGE])
            .legend(orient="top", title=None),
            alt.Shape("with:N").scale(domain=list(lines)).legend(None),
            tooltip=charts.tips(table),
        )
    )
    charts.show(chart.properties(height=380), table, words.inside.ALT["sequence"])
