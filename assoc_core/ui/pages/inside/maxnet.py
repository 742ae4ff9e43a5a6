"""MAXNET with numbers of one's own: who dies in which step, and why."""

from dataclasses import dataclass
from typing import Literal

import altair as alt
import numpy as np
import streamlit as st

from assoc_core.memories.maxnet import kill_line, maxnet
from assoc_core.trajectory import Stop
from assoc_core.types import Bipolar, Real
from assoc_core.ui import words
from assoc_core.ui.choices import activities
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.choices.settings_inside import MOST_MAXNET_STEPS
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.widgets import charts

STATE = st.session_state
FITTING = 5  # rows of the table that need no scrolling
PRESETS = {"decides": ("10,9,7,3", "0.2"), "tie": ("10,10,9", "0.3"), "kills": ("10,9,9", "0.6")}


@dataclass(frozen=True, slots=True, eq=False)
class Contest:
    """states (T+1, P), how it ended, and epsilon."""

    states: Real
    stop: Stop
    epsilon: float

    def line(self, step: int) -> float:
        """The kill line of the step that follows."""
        return kill_line(self.states[step], self.epsilon)

    def killed(self, step: int) -> list[int]:
        """The units that the step has killed, counted from 0."""
        if not step:
            return []
        return np.flatnonzero((self.states[step - 1] > 0) & (self.states[step] == 0)).tolist()


def show(_settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    with left:
        stage.explain("maxnet")
        _controls()
    epsilon = float(STATE.inhibition)
    numbers = np.array(activities.read(STATE.numbers))
    contest = Contest(*maxnet(numbers, lambda _: epsilon, MOST_MAXNET_STEPS), epsilon)
    n_steps = len(contest.states) - 1
    STATE.maxnet_step = min(STATE.maxnet_step, n_steps)
    with left:
        if n_steps:
            st.slider(words.inside.STEP, 0, n_steps, key="maxnet_step")
        st.write(_said(contest, STATE.maxnet_step))
    with right:
        _chart(contest, STATE.maxnet_step)
        height: int | Literal["content"] = "content" if n_steps < FITTING else 220
        st.table(_table(contest), hide_index=True, height=height, alt=words.inside.ALT["steps"])


def _controls() -> None:
    with st.container(horizontal=True):
        for name, (numbers, epsilon) in PRESETS.items():
            st.button(words.inside.PRESETS[name], on_click=_take, args=(numbers, epsilon))
    if "typed" not in STATE:  # forgotten while another laboratory was shown
        STATE.pop("numbers_error", None)
    if "numbers_error" not in STATE:
        STATE.typed = STATE.numbers.replace(",", ", ")
    st.text_input(words.inside.NUMBERS, key="typed", on_change=_read_typed, max_chars=200)
    if "numbers_error" in STATE:
        st.error(f"{STATE.numbers_error} {words.inside.KEPT}")
    STATE.typed_inhibition = float(STATE.inhibition)
    st.number_input(
        words.inside.INHIBITION,
        0.001,
        10.0,
        key="typed_inhibition",
        on_change=_set_inhibition,
        step=0.05,
        format="%g",
    )


def _take(numbers: str, epsilon: str) -> None:
    STATE.numbers, STATE.inhibition, STATE.maxnet_step = numbers, epsilon, 0
    STATE.pop("numbers_error", None)


def _read_typed() -> None:
    """Take over what was typed, or keep the sentence that says why not."""
    STATE.pop("numbers_error", None)
    try:
        STATE.numbers = activities.written(activities.read(STATE.typed))
        STATE.maxnet_step = 0
    except ValueError as error:
        STATE.numbers_error = str(error)


def _set_inhibition() -> None:
    STATE.inhibition = f"{max(0.001, round(STATE.typed_inhibition, 3)):g}"


def _said(contest: Contest, step: int) -> str:
    """What this step has done, and at the end how the contest ended."""
    y = contest.states[step]
    first = contest.states[0]
    parts = []
    if step:
        killed = [words.findings.competitor(k, first[k]) for k in contest.killed(step)]
        parts.append(words.findings.step_killed(step, killed, contest.line(step - 1)))
    if step < len(contest.states) - 1:
        parts.append(words.findings.next_line(contest.line(step)))
        return " ".join(parts)
    left = [words.findings.competitor(int(k), first[k]) for k in np.flatnonzero(y)]
    n_active = int(np.count_nonzero(contest.states[max(0, step - 1)]))
    return " ".join(
        [*parts, words.findings.contest_end(contest.stop, left, contest.epsilon, n_active)]
    )


def _chart(contest: Contest, step: int) -> None:
    y, last = contest.states[step], step == len(contest.states) - 1
    line = 0.0 if last else contest.line(step)
    fates = [
        words.inside.DEAD if v == 0 else words.inside.DIES if v <= line else words.inside.LIVES
        for v in y
    ]
    table: charts.Table = {
        "unit": [words.findings.competitor(k, v) for k, v in enumerate(contest.states[0])],
        "activity": [float(f"{v:.6g}") for v in y],
        "fate": fates,
    }
    top = float(contest.states.max())
    high = max(top, min(contest.line(0), 1.5 * top))  # bars still to be seen below the line
    bars = (
        alt.Chart(charts.points(table))
        .mark_bar()
        .encode(
            alt.X("unit:N", sort=None, title=None).axis(labelAngle=0, labelOverlap=True),
            alt.Y("activity:Q").scale(domain=(0, 1.1 * high), nice=False),
            alt.Color("fate:N")
            .scale(
                domain=[words.inside.LIVES, words.inside.DIES, words.inside.DEAD],
                range=[charts.BLUE, charts.ORANGE, charts.GREY],
            )
            .legend(orient="top", title=None),
            tooltip=charts.tips(table),
        )
    )
    if not last and line <= high:
        named = {words.findings.line_at(line): line}
        bars += charts.levels(named, alt.Y("level:Q", title="activity"))
    charts.show(bars.properties(height=300), table, words.inside.ALT["maxnet"])


def _table(contest: Contest) -> charts.Table:
    """A row for each step: what the text and the chart tell of one step, of all of them."""
    first, rows = contest.states[0], []
    for step, y in enumerate(contest.states):
        figures = (y.sum(), y.max(), contest.line(step))
        dead = ", ".join(words.findings.competitor(k, first[k]) for k in contest.killed(step))
        rows.append([f"{step}", f"{np.count_nonzero(y)}", *(f"{v:.4g}" for v in figures), dead])
    return dict(zip(words.inside.STEPS, map(list, zip(*rows, strict=True)), strict=True))
