"""The Recall page: a damaged digit, and what the network makes of it, step by step."""

from pathlib import Path

import numpy as np
import streamlit as st

from assoc_core import mnist
from assoc_core.types import Bipolar
from assoc_core.ui import canvas, compute, controls, images, link, more, planting, texts
from assoc_core.ui.codec import encode
from assoc_core.ui.player import player
from assoc_core.ui.settings import Settings

CUE_PARTS = {"start", "damage", "draw"}
STYLE = Path(__file__).with_name("page.css")


def page() -> None:
    st.html(STYLE)
    try:
        _recall(link.adopt_url())
    except mnist.DataError as error:
        st.error(str(error))


def _recall(complaints: list[str]) -> None:
    hidden = more.hidden()
    if complaints:
        st.warning("  \n".join(complaints))
    with st.container(horizontal=True, vertical_alignment="bottom", key="page"):
        st.title(texts.TITLE, anchor=False, width="content")
        with st.container(horizontal=True, vertical_alignment="bottom", key="network_row"):
            if "network" not in hidden:
                controls.network()
            if "more" not in hidden:
                more.popover()
        with st.container(horizontal=True, key="stage"):
            cue, settings = _cue(hidden)
            with st.container(key="show"):
                link.publish(settings)
                _show(cue, settings)
    _dialogs(settings)


def _dialogs(settings: Settings) -> None:
    """Open what a button asked for, once."""
    if st.session_state.pop("show_sheet", False):
        more.contact_sheet()
    elif st.session_state.pop("show_planting", False):
        planting.report(settings)


def _show(cue: Bipolar, settings: Settings) -> None:
    view = link.view()
    replay = compute.recall(settings, cue.tobytes())
    why = compute.why(settings, view.why)
    lines = {
        "computed": texts.computed(settings, cue, compute.start(settings)),
        "likeness": texts.likeness(compute.trained(settings).likeness),
    }
    player.show(replay, view, why, lines)


def _cue(hidden: set[str]) -> tuple[Bipolar, Settings]:
    """The controls of the cue and the canvas; -> the cue, and all settings."""
    if hidden >= CUE_PARTS:
        return _canvas(hidden)
    with st.container(key="cue", width=430):
        if "start" not in hidden:
            with st.container(horizontal=True):
                controls.start()
        if "damage" not in hidden:
            with st.container(horizontal=True):
                controls.damage()
        return _canvas(hidden)


def _canvas(hidden: set[str]) -> tuple[Bipolar, Settings]:
    settings = link.settings()
    plain = compute.cue(settings)
    base = link.on_canvas(settings, plain)
    cue = base if "draw" in hidden else _drawn_on(base)
    st.session_state.shown_cue = encode(cue)
    drawing = "" if np.array_equal(cue, plain) else st.session_state.shown_cue
    return cue, link.settings(drawing)


def _drawn_on(base: Bipolar) -> Bipolar:
    st.caption(texts.DRAW)  # the canvas shows its toolbar over this line
    with st.container(horizontal=True):
        cue = canvas.draw(base, controls.pen())
        with st.container(key="seen"):
            _seen(cue)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        controls.choose_pen()
    return cue


def _seen(cue: Bipolar) -> None:
    st.caption(texts.SEEN)
    st.image(images.rgb(cue), width=112, output_format="PNG", alt=texts.counts(cue))
    st.caption(texts.counts(cue))
