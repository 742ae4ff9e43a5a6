"""The part of a page that computes: start and stop, how far it is, and the results as they come."""

import time
import uuid
from collections.abc import Callable, Sequence
from typing import Literal

import pandas as pd
import streamlit as st

from assoc_core.ui import words
from assoc_core.ui.choices.keys import Key
from assoc_core.ui.choices.session import change, chosen
from assoc_core.ui.trials.jobs import Failure, Laboratory, Task
from assoc_core.ui.trials.points import Results, Rows

REFRESH = 0.7  # seconds between two looks at the results
StartButton = Literal["primary", "secondary"]
_WHO: Key[str] = Key("who", lambda: uuid.uuid4().hex)  # this session's name in the laboratory
_Pace = tuple[float, int, int | None]  # since when, how much was found then, of how much
_PACE: Key[_Pace] = Key("pace", lambda: (0.0, 0, None))


@st.cache_resource(show_spinner=False)
def laboratory() -> Laboratory:
    """One for all sessions."""
    return Laboratory()


def run(
    tasks: Sequence[Task],
    draw: Callable[[Results], None],
    rows: Callable[[Results], Rows],
    start: StartButton = "primary",
) -> None:
    """Run the tasks while the page's `run` says so; `draw` what is found, again and again.

    `rows` makes the table to download of it; `start` is how much the button stands out.
    """
    found = laboratory().found(tasks)
    going = bool(chosen().view.run) and len(found) < len(set(tasks))
    body = st.fragment(_body, run_every=REFRESH if going else None, key="experiment")
    body(list(tasks), draw, rows, going, start)


def _body(
    tasks: list[Task],
    draw: Callable[[Results], None],
    rows: Callable[[Results], Rows],
    going: bool,
    start: StartButton,
) -> None:
    n_tasks = len(set(tasks))
    found = laboratory().ask(_WHO.read(), tasks) if going else laboratory().found(tasks)
    if going and len(found) == n_tasks:
        st.rerun()  # the whole page, without the timer
    results = {task: what for task, what in found.items() if not isinstance(what, Failure)}
    failed = {task: what for task, what in found.items() if isinstance(what, Failure)}
    with st.container(horizontal=True, vertical_alignment="center", key="progress"):
        _switch(len(found), n_tasks, start)
        _progress(len(results), len(failed), n_tasks, going)
        _download(rows, results)
    if failed:
        _say_what_failed(failed)
    draw(results)


def _switch(n_found: int, n_tasks: int, start: StartButton) -> None:
    """Start, stop, or go on. The whole page runs again, for the timer hangs on it."""
    if chosen().view.run and n_found < n_tasks:
        if st.button(words.experiments.STOP, key="stop"):
            laboratory().stop(_WHO.read())
            _compute(0)
        return
    label = words.experiments.GO_ON if 0 < n_found < n_tasks else words.experiments.START
    if st.button(label, key="start", type=start, disabled=n_found == n_tasks):
        _compute(1)


def _compute(run: int) -> None:
    change(run=run)
    _PACE.take()
    st.rerun()


def _progress(n_done: int, n_failed: int, n_tasks: int, going: bool) -> None:
    n_found = n_done + n_failed
    seconds = _seconds_left(n_found, n_tasks) if going else None
    st.progress(
        n_found / max(1, n_tasks), words.experiments.progress(n_done, n_failed, n_tasks, seconds)
    )


def _say_what_failed(failed: dict[Task, Failure]) -> None:
    """Which steps could not be computed and why, and the way to try them again."""
    reasons = sorted({what.reason for what in failed.values()})
    st.error(words.experiments.failed(len(failed), reasons))
    if st.button(words.experiments.TRY_AGAIN, key="try_again"):
        laboratory().try_again(list(failed))
        _compute(1)


def _seconds_left(n_found: int, n_tasks: int) -> float | None:
    """By the pace since this session began to ask; None before there is a pace."""
    began, n_then, n_of = _PACE.read()
    now = time.monotonic()
    if n_of != n_tasks or n_found < n_then:
        _PACE.keep((now, n_found, n_tasks))
        return None
    if n_found == n_then:
        return None
    return (now - began) / (n_found - n_then) * (n_tasks - n_found)


def _download(rows: Callable[[Results], Rows], results: Results) -> None:
    st.download_button(
        words.experiments.CSV,
        lambda: csv_text(rows(results)),
        f"{chosen().view.page}.csv",
        "text/csv",
        on_click="ignore",
        disabled=not results,
    )


def csv_text(rows: Rows) -> str:
    """The rows as CSV, the columns in the order in which they first appear."""
    return str(pd.DataFrame(rows, dtype=object).to_csv(index=False, lineterminator="\n"))
