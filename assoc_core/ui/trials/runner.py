"""The part of a page that computes: start and stop, how far it is, and the results as they come."""

import csv
import io
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import streamlit as st

from assoc_core.ui import words
from assoc_core.ui.trials.jobs import Failure, Laboratory, Task
from assoc_core.ui.widgets.charts import Rows

STATE = st.session_state
REFRESH = 0.7  # seconds between two looks at the results
Results = Mapping[Task, Any]
StartButton = Literal["primary", "secondary"]


@st.cache_resource
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
    going = bool(STATE.run) and len(found) < len(tasks)
    body = st.fragment(_body, run_every=REFRESH if going else None, key="experiment")
    body(list(tasks), draw, rows, going, start)


def _body(
    tasks: list[Task],
    draw: Callable[[Results], None],
    rows: Callable[[Results], Rows],
    going: bool,
    start: StartButton,
) -> None:
    found = laboratory().ask(_who(), tasks) if going else laboratory().found(tasks)
    if going and len(found) == len(tasks):
        st.rerun()  # the whole page, without the timer
    results = {task: what for task, what in found.items() if not isinstance(what, Failure)}
    with st.container(horizontal=True, vertical_alignment="center", key="progress"):
        _switch(len(found), len(tasks), start)
        _progress(len(found), len(tasks), going)
        _download(rows, results)
    for reason in sorted({what.reason for what in found.values() if isinstance(what, Failure)}):
        st.error(words.experiments.failed(reason))
    draw(results)


def _who() -> str:
    """This session's name in the laboratory."""
    return str(STATE.setdefault("who", uuid.uuid4().hex))


def _switch(n_found: int, n_tasks: int, start: StartButton) -> None:
    """Start, stop, or go on. The whole page runs again, for the timer hangs on it."""
    if STATE.run and n_found < n_tasks:
        if st.button(words.experiments.STOP, key="stop"):
            STATE.run = 0
            laboratory().stop(_who())
            st.rerun()
        return
    label = words.experiments.GO_ON if 0 < n_found < n_tasks else words.experiments.START
    if st.button(label, key="start", type=start, disabled=n_found == n_tasks):
        STATE.run = 1
        STATE.pop("pace", None)
        st.rerun()


def _progress(n_found: int, n_tasks: int, going: bool) -> None:
    st.progress(
        n_found / max(1, n_tasks),
        words.experiments.progress(
            n_found, n_tasks, _seconds_left(n_found, n_tasks) if going else None
        ),
    )


def _seconds_left(n_found: int, n_tasks: int) -> float | None:
    """By the pace since this session began to ask; None before there is a pace."""
    began, n_then, n_of = STATE.get("pace", (0.0, 0, None))
    now = time.monotonic()
    if n_of != n_tasks or n_found < n_then:
        STATE.pace = (now, n_found, n_tasks)
        return None
    if n_found == n_then:
        return None
    return float((now - began) / (n_found - n_then) * (n_tasks - n_found))


def _download(rows: Callable[[Results], Rows], results: Results) -> None:
    st.download_button(
        words.experiments.CSV,
        lambda: csv_text(rows(results)),
        f"{STATE.page}.csv",
        "text/csv",
        on_click="ignore",
        disabled=not results,
    )


def csv_text(rows: Rows) -> str:
    """The rows as CSV, the columns in the order in which they first appear."""
    columns = {name: None for row in rows for name in row}
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
