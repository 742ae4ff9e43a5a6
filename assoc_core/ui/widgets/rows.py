"""The first row of a page: its network, and the button "More"."""

from collections.abc import Callable, Collection

import streamlit as st

from assoc_core.ui.widgets import more


def network_row(
    network: Callable[[], None],
    behind_more: Callable[[], None],
    *,
    warm: bool = False,
    without: Collection[str] = (),
) -> None:
    """The controls of the network, unless hidden, and "More" with what is needed less often.

    At the projector the controls `behind_more` are there; `warm` and `without` as in
    `more.popover`.
    """
    hidden = more.hidden()
    with st.container(horizontal=True, vertical_alignment="bottom", key="network_row"):
        with st.container(horizontal=True, vertical_alignment="bottom", key="network_controls"):
            if "network" not in hidden:
                network()
        if "more" not in hidden:
            more.popover(behind_more, warm=warm, without=without)
