"""The Recall page: a damaged digit, and what the network makes of it, step by step."""

from pathlib import Path

import numpy as np
import streamlit as st

from assoc_core import mnist
from assoc_core.types import Bipolar
from assoc_core.ui import canvas, compute, controls, images, texts
from assoc_core.ui.player import player
from assoc_core.ui.settings import Settings, encode

STYLE = Path(__file__).with_name("page.css")


def page() -> None:
    st.html(STYLE)
    try:
        _recall(controls.adopt_url())
    except mnist.DataError as error:
        st.error(str(error))


def _recall(complaints: list[str]) -> None:
    if complaints:
        st.warning("  \n".join(complaints))
    with st.container(horizontal=True, vertical_alignment="bottom", key="page"):
        st.title(texts.TITLE, anchor=False, width="content")
        with st.container(horizontal=True, key="network_row"):
            controls.network()
        with st.container(horizontal=True, key="stage"):
            with st.container(key="cue", width=430):
                cue, settings = _cue()
            with st.container(key="show"):
                controls.publish(settings)
                player.show(compute.recall(settings, cue.tobytes()), _computed(cue, settings))


def _cue() -> tuple[Bipolar, Settings]:
    """The controls of the cue and the canvas; -> what is on the canvas, and all settings."""
    with st.container(horizontal=True):
        controls.start()
    with st.container(horizontal=True):
        controls.damage()
    settings = controls.settings()
    plain = compute.cue(settings)
    st.caption(texts.DRAW)  # the canvas shows its toolbar over this line
    with st.container(horizontal=True):
        cue = canvas.draw(controls.on_canvas(settings, plain), controls.pen())
        with st.container(key="seen"):
            _seen(cue)
    with st.container(horizontal=True, vertical_alignment="center"):
        controls.choose_pen()
    drawing = "" if np.array_equal(cue, plain) else encode(cue)
    return cue, controls.settings(drawing)


def _seen(cue: Bipolar) -> None:
    st.caption(texts.SEEN)
    st.image(images.rgb(cue), width=112, output_format="PNG")
    st.caption(texts.counts(cue))


def _computed(cue: Bipolar, settings: Settings) -> str:
    """What the player's recall was computed from, in one line."""
    stored = compute.trained(settings)
    return texts.computed(settings, stored.likeness, cue, compute.start(settings))
