"""What all pages share: the style, the title with the way to the other pages, and complaints."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from assoc_core import mnist
from assoc_core.ui import words
from assoc_core.ui.browser.sheet import sheet
from assoc_core.ui.choices.session import adopt_url, chosen
from assoc_core.ui.pages import inside, limits, race, recall
from assoc_core.ui.widgets import controls, dialogs, planting, waiting

STYLE = Path(__file__).with_name("frame.css")
BODIES = {
    "recall": recall.body,
    "limits": limits.body,
    "race": race.body,
    "inside": inside.body,
}


def show() -> None:
    """The page that the URL names."""
    st.set_page_config(page_title=words.shared.TITLE, page_icon="🧠", layout="wide")
    st.html(STYLE)
    try:
        _page()
    except mnist.DataError as error:
        st.error(words.refusals.no_data(error.file, error.what))


def _page() -> None:
    refused = adopt_url()
    if refused:
        said = [words.refusals.refused(r.name, r.given, r.wanted, r.facts) for r in refused]
        st.warning("  \n".join(said))
    waiting.train(chosen().settings.recipe)
    with st.container(horizontal=True, vertical_alignment="bottom", key="house"):
        _masthead()
        BODIES[chosen().view.page]()
    openers: dict[dialogs.Name, Callable[[], None]] = {
        "sheet": lambda: sheet.dialog(dialogs.n_asked()),
        "planting": planting.report,
    }
    dialogs.open_asked(openers)


def _masthead() -> None:
    in_a_row = chosen().view.at_projector  # where the picture needs all the height there is
    with st.container(key="masthead", gap="xxsmall", width="content", horizontal=in_a_row):
        st.title(words.shared.TITLE, anchor=False, width="content")
        # on another page, what was computed on this one stops
        controls.segments("page", label_visibility="collapsed", also={"run": 0})
