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
from assoc_core.ui.choices import competitors
from assoc_core.ui.choices.fields import UnwantedError
from assoc_core.ui.choices.keys import Key, held
from assoc_core.ui.choices.of_pages import MOST_MAXNET_STEPS
from assoc_core.ui.choices.session import bound, change, chosen
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.widgets import charts, controls

FITTING = 5  # rows of the table that need no scrolling
PRESETS = {"decides": ("10,9,7,3", "0.2"), "tie": ("10,10,9", "0.3"), "kills": ("10,9,9", "0.6")}
TYPED = "typed"  # the widget of the numbers
_REFUSED: Key[tuple[str, UnwantedError] | None] = Key("numbers_refused", lambda: None)


@dataclass(frozen=True, slots=True, eq=False)
class Contest:
    """states (T+1, P), how it ended, and epsilon."""

    states: Real
    stop: Stop
    epsilon: float

    @property
    def n_steps(self) -> int:
        return len(self.states) - 1

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
    inside = chosen().inside
    epsilon, numbers = float(inside.inhibition), np.array(competitors.read(inside.numbers))
    contest = Contest(*maxnet(numbers, lambda _: epsilon, MOST_MAXNET_STEPS), epsilon)
    step = min(inside.maxnet_step, contest.n_steps)
    with left:
        stage.explain("maxnet")
        _controls()
        if contest.n_steps:
            controls.slider("maxnet_step", last=contest.n_steps)
        st.write(_said(contest, step))
    with right:
        _chart(contest, step)
        height: int | Literal["content"] = "content" if contest.n_steps < FITTING else 220
        st.table(_table(contest), hide_index=True, height=height, alt=words.inside.ALT["steps"])


def _controls() -> None:
    with st.container(horizontal=True):
        for name, (numbers, epsilon) in PRESETS.items():
            st.button(words.inside.PRESETS[name], on_click=_take, args=(numbers, epsilon))
    _numbers()
    at = bound("inhibition", key="typed_inhibition", to_widget=float, from_widget=_written)
    label = words.choices.LABEL["inhibition"]
    st.number_input(label, 0.001, 10.0, step=0.05, format="%g", **at)


def _numbers() -> None:
    """The numbers as one types them; a text that cannot be used stays, with the reason below it."""
    if held(TYPED) is None:  # forgotten while another laboratory was shown
        _REFUSED.keep(None)
    refused = _REFUSED.read()
    at = bound("numbers", key=TYPED, to_widget=_typed, from_widget=_read, also={"maxnet_step": 0})
    st.text_input(words.choices.LABEL["numbers"], max_chars=200, **at)
    if refused:
        error = refused[1]
        st.error(words.refusals.numbers_refused(error.given, error.wanted, error.facts))


def _typed(numbers: str) -> str:
    refused = _REFUSED.read()
    return refused[0] if refused else numbers.replace(",", ", ")


def _read(text: str) -> str:
    """The numbers of a text as the choice keeps them; "", which it refuses, if there are none."""
    _REFUSED.keep(None)
    try:
        return competitors.written(competitors.read(text))
    except UnwantedError as error:
        _REFUSED.keep((text, error))
        return ""


def _written(epsilon: float) -> str:
    return f"{max(0.001, round(epsilon, 3)):g}"


def _take(numbers: str, epsilon: str) -> None:
    _REFUSED.keep(None)
    change(numbers=numbers, inhibition=epsilon, maxnet_step=0)


def _said(contest: Contest, step: int) -> str:
    """What this step has done, and at the end how the contest ended."""
    say, parts = words.contest, []
    if step:
        killed = _named(contest, contest.killed(step))
        parts.append(say.step_killed(step, killed, contest.line(step - 1)))
    if step < contest.n_steps:
        return " ".join([*parts, say.next_line(contest.line(step))])
    left = _named(contest, np.flatnonzero(contest.states[step]).tolist())
    n_active = int(np.count_nonzero(contest.states[max(0, step - 1)]))
    return " ".join([*parts, say.end(contest.stop, left, contest.epsilon, n_active)])


def _named(contest: Contest, units: list[int]) -> list[str]:
    return [words.contest.competitor(unit, contest.states[0, unit]) for unit in units]


def _chart(contest: Contest, step: int) -> None:
    y, last = contest.states[step], step == contest.n_steps
    line = 0.0 if last else contest.line(step)
    fates = lives, dies, dead = words.inside.LIVES, words.inside.DIES, words.inside.DEAD
    table: charts.Table = {
        "x": _named(contest, list(range(y.size))),
        "y": [float(f"{v:.6g}") for v in y],
        "series": [dead if v == 0 else dies if v <= line else lives for v in y],
    }
    top = float(contest.states.max())
    high = max(top, min(contest.line(0), 1.5 * top))  # bars still to be seen below the line
    activity = words.inside.COLUMNS["maxnet"]["y"]
    bars: charts.Chart = (
        stage.plot("maxnet", table)
        .mark_bar()
        .encode(
            alt.X("x:N", sort=None, title=None).axis(labelAngle=0, labelOverlap=True),
            alt.Y("y:Q", title=activity).scale(domain=(0, 1.1 * high), nice=False),
            charts.coloured(fates, (charts.BLUE, charts.ORANGE, charts.GREY)),
        )
    )
    if not last and line <= high:
        named = {words.contest.line_at(line): line}
        bars += charts.levels(named, alt.Y("level:Q", title=activity))
    stage.show("maxnet", bars, table, 300)


def _table(contest: Contest) -> charts.Table:
    """A row for each step: what the text and the chart tell of one step, of all of them."""
    steps, states = range(len(contest.states)), contest.states
    table: charts.Table = {
        "step": [f"{step}" for step in steps],
        "active": [f"{n}" for n in np.count_nonzero(states, axis=1)],
        "sum": [f"{v:.4g}" for v in states.sum(axis=1)],
        "largest": [f"{v:.4g}" for v in states.max(axis=1)],
        "line": [f"{contest.line(step):.4g}" for step in steps],
        "died": [", ".join(_named(contest, contest.killed(step))) for step in steps],
    }
    return charts.titled(table, words.inside.COLUMNS["steps"])
