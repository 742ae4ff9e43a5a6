"""Charts by Altair, readable in light and dark, and the table behind each.

No Streamlit but in `show`.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

import altair as alt
import streamlit as st

from assoc_core.ui import texts_experiments as texts

Rows: TypeAlias = list[dict[str, Any]]
Chart: TypeAlias = alt.Chart | alt.LayerChart | alt.FacetChart

# Each has a contrast of 3:1 at least with a white and with a dark page; the marks tell them apart
# for those who do not see the colours.
COLOURS = ("#2f7ed8", "#d6580f", "#1b9e77", "#c2408f", "#8a6fd8", "#a87900", "#708090", "#e0474c")
SHAPES = (
    "circle",
    "square",
    "triangle-up",
    "diamond",
    "triangle-down",
    "cross",
    "triangle-right",
    "triangle-left",
)
SIGNS = ("●", "■", "▲", "◆", "▼", "✚", "▶", "◀")
GREY = "#7b8794"


def series(names: Sequence[str]) -> dict[str, Any]:
    """The encoding by which named series differ: colour and shape, without Altair's own legend."""
    n = len(names)
    return {
        "color": alt.Color(
            "series:N", scale=alt.Scale(domain=list(names), range=COLOURS[:n]), legend=None
        ),
        "shape": alt.Shape(
            "series:N", scale=alt.Scale(domain=list(names), range=SHAPES[:n]), legend=None
        ),
    }


def legend(title: str, names: Sequence[str]) -> None:
    """One line that says what the charts below it show, and names their series."""
    items = (
        f'<span><b style="color:{colour}" aria-hidden="true">{sign}</b> {name}</span>'
        for name, colour, sign in zip(names, COLOURS, SIGNS, strict=False)
    )
    st.html(f'<p class="legend"><strong>{title}</strong> {" ".join(items)}</p>')


def show(chart: Chart, alternative: str, *, large: bool) -> None:
    """The chart as wide as its place; `alternative` says what it shows; large at the projector."""
    size = 20 if large else 13
    styled = (
        chart.configure_axis(labelFontSize=size, titleFontSize=size, grid=True)
        .configure_title(fontSize=size + 2, anchor="start", offset=6)
        .configure_view(strokeWidth=0)
    )
    styled = styled.properties(padding={"left": 2, "right": 6, "top": 2, "bottom": 2})
    st.altair_chart(styled, width="stretch", alt=alternative)


def table(rows: Rows) -> None:
    """The numbers behind a chart, for those who do not see it."""
    with st.expander(texts.TABLE):
        st.dataframe(rows, hide_index=True, height=260)
