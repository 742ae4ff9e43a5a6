"""What every chart has: letters that can be read from afar, and the table behind it."""

from typing import Any, TypeAlias

import altair as alt

# At the top, not when first needed: Altair looks among the loaded modules for pandas, and of two
# sessions that start together one would find it half loaded by the other.
import pandas as pd
import streamlit as st

BLUE, ORANGE, GREY = "#2f78dc", "#d65c10", "#7d8794"  # 3:1 on both grounds, light and dark
Table: TypeAlias = dict[str, list[Any]]  # columns of equal length, by name
INK = {
    "light": {"labelColor": "#4a5563", "titleColor": "#4a5563"},
    "dark": {"labelColor": "#c3ccd8", "titleColor": "#c3ccd8"},
}
TABLE = "The numbers"
NEAR, AFAR = 13, 20  # pixels: letters at the desk and at the projector


def show(chart: Any, table: Table, alt: str) -> None:
    """The chart, what it shows in a sentence, and behind a button the table it is drawn from."""
    font = {"labelFontSize": letters(), "titleFontSize": letters()}
    ink = INK.get(str(st.context.theme.type), {})  # Streamlit's own is too pale for small letters
    chart = chart.configure_axis(**font, **ink).configure_legend(**font, **ink, labelLimit=0)
    st.altair_chart(chart, alt=alt)
    with st.popover(TABLE):
        st.dataframe(table, hide_index=True, height=300, alt=alt)


def letters() -> int:
    """The size of all letters in a chart, in pixels."""
    return AFAR if st.session_state.mode == "projector" else NEAR


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
    return rules + names.encode(text="name:N", x=alt.value("width"))


def tips(table: Table) -> list[alt.Tooltip]:
    """What is told of the entry that is pointed at: all of its row."""
    return [alt.Tooltip(field=name, type="nominal") for name in table]


def points(table: Table) -> Any:
    """The table as Altair takes it: a row for each entry."""
    return pd.DataFrame(table)
