"""Curves of recall: a memory is a series, a kind of patterns or of damage a panel."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import altair as alt
import streamlit as st

from assoc_core.study.rates import Rate
from assoc_core.ui import words
from assoc_core.ui.trials.jobs import Task
from assoc_core.ui.trials.runner import Results
from assoc_core.ui.trials.tasks import Batch, total
from assoc_core.ui.widgets import charts
from assoc_core.ui.widgets.charts import Chart, Rows


@dataclass(frozen=True, slots=True)
class Point:
    """What was measured at one place of one curve: the rate over its batches."""

    memory: str
    panel: str
    x: int
    batches: tuple[Batch, ...]


def tasks(points: Sequence[Point]) -> list[Task]:
    """All batches: first one of each point, so that whole curves show soon, then the next."""
    rounds = max((len(point.batches) for point in points), default=0)
    return [point.batches[n] for n in range(rounds) for point in points]


def rates(points: Sequence[Point], results: Results) -> dict[Point, Rate]:
    """The rate of each point of which something is known."""
    all_rates = {point: total(point.batches, results) for point in points}
    return {point: rate for point, rate in all_rates.items() if rate.n_cues}


def rows(points: Sequence[Point], results: Results, x_name: str) -> Rows:
    """A row for each point, with all that was set for it."""
    return [
        {
            "memory": point.memory,
            "panel": point.panel,
            x_name: point.x,
            **_measured(rate),
            **asdict(point.batches[0].settings),
        }
        for point, rate in rates(points, results).items()
    ]


def _measured(rate: Rate) -> dict[str, float]:
    return {
        "cues": rate.n_cues,
        "exact": rate.exact,
        "exact_low": rate.exact_interval[0],
        "exact_high": rate.exact_interval[1],
        "overlap": rate.overlap,
        "overlap_low": rate.overlap_interval[0],
        "overlap_high": rate.overlap_interval[1],
    }


def table(rows: Rows, x_name: str) -> Rows:
    """The columns that a reader wants, rounded."""
    wanted = ("memory", "panel", x_name, *_measured(Rate()))
    return [
        {
            name: round(row[name], 3) if isinstance(row[name], float) else row[name]
            for name in wanted
        }
        for row in rows
    ]


def panel(
    rows: Rows, x: alt.X, measure: str, title: str, names: Sequence[str], marks: Sequence[Chart]
) -> Chart:
    """One chart: a curve for each memory, its 95 % intervals, and further marks below them.

    Vega gives an empty set of marks a role without a name; so the empty ones are kept from those
    who listen.
    """
    looks = charts.series(names)
    low = -0.05 if measure == "exact" else min([0.0, *(row["overlap_low"] for row in rows)])
    y = alt.Y(f"{measure}:Q", scale=alt.Scale(domain=[low, 1.05], nice=False), title=None)
    base = alt.Chart(alt.Data(values=[_named(row) for row in rows])).encode(
        x=x, y=y, color=looks["color"]
    )
    return alt.layer(
        *marks,
        base.mark_rule(aria=False, strokeWidth=2, opacity=0.5).encode(
            y=f"{measure}_low:Q", y2=f"{measure}_high:Q"
        ),
        base.mark_line(aria=False, strokeWidth=2),
        base.mark_point(aria=bool(rows), filled=True, size=60, opacity=1).encode(
            shape=looks["shape"], tooltip=_tooltip(measure)
        ),
    ).properties(title=title, height=300)


def _named(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "series": words.experiments.memory(row["memory"])}


def _tooltip(measure: str) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("series:N", title="network"),
        alt.Tooltip(f"{measure}:Q", format=".3f"),
        alt.Tooltip(f"{measure}_low:Q", format=".3f", title="from"),
        alt.Tooltip(f"{measure}_high:Q", format=".3f", title="to"),
        alt.Tooltip("cues:Q", title="of"),
    ]


def show(panels: Mapping[str, Chart], alternatives: Mapping[str, str]) -> None:
    """The panels side by side."""
    for column, (name, chart) in zip(st.columns(len(panels)), panels.items(), strict=True):
        with column:
            charts.draw(chart, alternatives[name])
