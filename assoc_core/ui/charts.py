"""What every chart has: letters that can be read from afar, and the table behind it."""

from typing import Any, TypeAlias

import altair as alt
import streamlit as st

BLUE, ORANGE, GREY = "#2f78dc", "#d65c10", "#7d8794"  # 3:1 on both grounds, light and dark
Table: TypeAlias = dict[str, list[Any]]  # columns of equal length, by name
TABLE = "The numbers"
AFAR = 20  # pixels: letters at the projector


def show(chart: Any, table: Table, alt: str) -> None:
    """The chart, what it shows in a sentence, and behind a button the table it is drawn from."""
    if st.session_state.mode == "projector":
        chart = enlarged(chart)
    st.altair_chart(chart, alt=alt)
    with st.popover(TABLE):
        st.dataframe(table, hide_index=True, height=300, alt=alt)


def enlarged(chart: Any) -> Any:
    """The same with letters for the back row."""
    letters = {"labelFontSize": AFAR, "titleFontSize": AFAR}
    return chart.configure_axis(**letters).configure_legend(**letters)


def tips(table: Table) -> list[alt.Tooltip]:
    """What is told of the entry that is pointed at: all of its row."""
    return [alt.Tooltip(field=name, type="nominal") for name in table]


def points(table: Table) -> Any:
    """The table as Altair takes it: a row for each entry."""
    rows = [dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True)]
    return alt.InlineData(values=rows)
