"""Charts by Altair, readable in light and dark and from afar, and the table behind each."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import altair as alt

# At the top, not when first needed: Altair looks among the loaded modules for pandas, and of two
# sessions that start together one would find it half loaded by the other.
import pandas as pd
import streamlit as st

from assoc_core.ui import words
from assoc_core.ui.choices.session import chosen

Table: TypeAlias = dict[str, list[Any]]  # columns of equal length, by name
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
BLUE, ORANGE, GREY = COLOURS[0], COLOURS[1], "#7b8794"
INK: dict[str, dict[str, Any]] = {
    "light": {"labelColor": "#4a5563", "titleColor": "#4a5563"},
    "dark": {"labelColor": "#c3ccd8", "titleColor": "#c3ccd8"},
}
NEAR, AFAR = 13, 20  # pixels: letters at the desk and at the projector


def series(names: Sequence[str]) -> dict[str, Any]:
    """The encoding by which named series differ: colour and shape, without Altair's own legend."""
    colours, shapes = (
        alt.Scale(domain=list(names), range=marks[: len(names)]) for marks in (COLOURS, SHAPES)
    )
    title = words.shared.SERIES
    return {
        "color": alt.Color("series:N", title=title, scale=colours, legend=None),
        "shape": alt.Shape("series:N", title=title, scale=shapes, legend=None),
    }


def legend(title: str, names: Sequence[str]) -> None:
    """One line that says what the charts below it show, and names their series."""
    items = (
        f'<span><b style="color:{colour}" aria-hidden="true">{sign}</b> {name}</span>'
        for name, colour, sign in zip(names, COLOURS, SIGNS, strict=False)
    )
    st.html(f'<p class="legend"><strong>{title}</strong> {" ".join(items)}</p>')


def show(chart: Chart, table: Table | Rows, alt: str) -> None:
    """The chart, what it shows in a sentence, and behind a button the table it is drawn from."""
    draw(chart, alt)
    tabulate(table, alt)


def draw(chart: Chart, alt: str) -> None:
    """The chart as wide as its place, with all that is the same in every chart."""
    font: dict[str, Any] = {"labelFontSize": letters(), "titleFontSize": letters()}
    ink: dict[str, Any] = INK.get(
        str(st.context.theme.type), {}
    )  # Streamlit's own is too pale for small letters
    styled = (
        chart.configure_axis(**font, **ink)
        .configure_legend(**font, **ink, labelLimit=0)
        .configure_title(fontSize=letters() + 2, anchor="start", offset=6)
        .configure_view(strokeWidth=0)
        .properties(padding={"left": 2, "right": 6, "top": 2, "bottom": 2})
    )
    st.altair_chart(styled, width="stretch", alt=alt)


def tabulate(table: Table | Rows, alt: str) -> None:
    """The numbers behind a chart, for those who do not see it, behind a button."""
    with st.popover(words.shared.TABLE):
        st.dataframe(table, hide_index=True, height=300, alt=alt)


def letters() -> int:
    """The size of all letters in a chart, in pixels."""
    return AFAR if chosen().view.at_projector else NEAR


def levels(values: dict[str, float], y: alt.Y) -> Any:
    """A dashed line across the chart at each value, with its name beside.

    `y` is the chart's own axis of the field "level".
    """
    named = points({"name": list(values), "level": list(values.values())})
    lines = alt.Chart(named).encode(y)
    rules = lines.mark_rule(color=ORANGE, strokeDash=[5, 4], strokeWidth=2)
    names = lines.mark_text(
        color=ORANGE, align="right", baseline="bottom", dy=-2, fontSize=letters()
    )
    told = alt.Text("name:N", title=words.shared.SERIES)
    return rules + names.encode(text=told, x=alt.value("width"))


def coloured(names: Sequence[str], colours: Sequence[str] = (BLUE, ORANGE)) -> alt.Color:
    """The colours of named series, which Altair tells above the chart."""
    own = alt.Scale(domain=list(names), range=list(colours)[: len(names)])
    told = alt.Legend(orient="top", title=None)
    return alt.Color("series:N", title=words.shared.SERIES, scale=own, legend=told)


def dashed(names: Sequence[str]) -> dict[str, Any]:
    """The encoding of one or two named lines: by colour, and the second one with gaps."""
    own = alt.Scale(domain=list(names), range=[[1, 0], [5, 3]][: len(names)])
    return {
        "color": coloured(names),
        "strokeDash": alt.StrokeDash("series:N", title=words.shared.SERIES, scale=own, legend=None),
    }


def tips(titles: Mapping[str, str]) -> list[alt.Tooltip]:
    """What is told of the entry that is pointed at: these columns of its row, by their titles."""
    return [alt.Tooltip(field=name, type="nominal", title=said) for name, said in titles.items()]


def titled(table: Table, titles: Mapping[str, str]) -> Table:
    """The table as it is read: each column under its title."""
    return {titles[name]: column for name, column in table.items()}


def points(table: Table) -> Any:
    """The table as Altair takes it: a row for each entry."""
    return pd.DataFrame(table)
