"""Curves of recall as charts: a memory is a series, a kind of patterns or of damage a panel."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import streamlit as st

from assoc_core.study.rates import Rate
from assoc_core.ui import words
from assoc_core.ui.trials.points import Rows, measured
from assoc_core.ui.widgets import charts
from assoc_core.ui.widgets.charts import Chart


def table(rows: Rows, x_name: str, said: Mapping[str, str]) -> Rows:
    """The columns that a reader wants, in words and rounded; `said` are the words of the panels."""
    wanted = ("memory", "panel", x_name, *measured(Rate()))
    column = words.experiments.COLUMN
    return [
        {
            column[name]: _rounded(value)
            for name, value in _worded(row, said).items()
            if name in wanted
        }
        for row in rows
    ]


def _worded(row: Mapping[str, Any], said: Mapping[str, str]) -> dict[str, Any]:
    memory = words.experiments.memory(row["memory"])
    return {**row, "memory": memory, "panel": said[row["panel"]]}


def _rounded(value: Any) -> Any:
    return round(value, 3) if isinstance(value, float) else value


def panel(
    rows: Rows,
    x: alt.X,
    measure: str,
    title: str,
    memories: Sequence[str],
    marks: Sequence[Chart] = (),
) -> Chart:
    """One chart: a curve for each memory, its 95 % intervals, and further marks below them.

    Vega gives an empty set of marks a role without a name; so the empty ones are kept from those
    who listen.
    """
    looks = charts.series([words.experiments.memory(name) for name in memories])
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
    said = words.experiments.COLUMN
    return [
        alt.Tooltip("series:N", title=said["memory"]),
        alt.Tooltip(f"{measure}:Q", format=".3f", title=said[measure]),
        alt.Tooltip(f"{measure}_low:Q", format=".3f", title=said[f"{measure}_low"]),
        alt.Tooltip(f"{measure}_high:Q", format=".3f", title=said[f"{measure}_high"]),
        alt.Tooltip("cues:Q", title=said["cues"]),
    ]


def show(panels: Mapping[str, Chart], alternatives: Mapping[str, str]) -> None:
    """The panels side by side."""
    for column, (name, chart) in zip(st.columns(len(panels)), panels.items(), strict=True):
        with column:
            charts.draw(chart, alternatives[name])
