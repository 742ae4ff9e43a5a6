"""The column of the cue: a picture to start from, its damage, and the canvas it lies on."""

import numpy as np
import streamlit as st

from assoc_core import mnist
from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.choices import link
from assoc_core.ui.choices.codec import encode
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute
from assoc_core.ui.pictures import images, strokes, upload
from assoc_core.ui.widgets import canvas, controls, export

STATE = st.session_state


def column(hidden: set[str]) -> tuple[Bipolar, Settings]:
    """The controls of the cue and the canvas; -> the cue, and all settings."""
    with st.container(key="cue", width=430):  # also when empty, so that the player stays in place
        controls.start_and_damage(hidden)
        cue, settings = undrawn() if "draw" in hidden else _drawn_on()
    STATE.shown_cue = encode(cue)
    return cue, settings


def undrawn() -> tuple[Bipolar, Settings]:
    """The cue as it lies on the canvas, without showing it; -> the cue, and all settings."""
    link.lay_drawn()
    settings = link.settings()
    plain = compute.cue(settings)
    base = link.on_canvas(settings, plain)
    return fitted(base, settings), _with_drawing(base, plain)


def _with_drawing(drawn: Bipolar, plain: Bipolar) -> Settings:
    """The settings, with the drawing if it differs from what they make by themselves."""
    return link.settings("" if np.array_equal(drawn, plain) else encode(drawn))


def fitted(drawn: Bipolar, settings: Settings) -> Bipolar:
    """A drawing of one's own with the size, place and strokes of MNIST; others as they are."""
    own = settings.source == "black" and bool(settings.fit)
    return strokes.like_mnist(drawn) if own else drawn


def _drawn_on() -> tuple[Bipolar, Settings]:
    settings = link.settings()
    plain = compute.cue(settings)
    base = link.on_canvas(settings, plain)
    pen = controls.pen()
    st.caption(words.shared.DRAW[pen])  # the canvas shows its toolbar over this line
    with st.container(horizontal=True):
        drawn = canvas.draw(base, pen, STATE.get("n_clears", 0))
        link.keep_drawn(drawn)
        with st.container(key="seen", gap="xsmall"):
            cue = fitted(drawn, settings)
            _seen(cue)
            if settings.source == "black":
                st.toggle(
                    words.shared.FIT, key="fit_on", value=bool(STATE.fit), on_change=_switch_fit
                )
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        controls.choose_pen()
    with st.container(horizontal=True, gap="xsmall"):
        _upload()
        drawn_on = _with_drawing(drawn, plain)
        export.popover(cue, drawn_on)  # the same settings as the page's, so one recall serves both
    return cue, drawn_on


def _upload() -> None:
    with st.popover(words.shared.UPLOAD):
        st.file_uploader(
            words.shared.UPLOAD_LABEL, ["png", "jpg", "jpeg"], key="upload", on_change=_take_upload
        )
        if "upload_error" in STATE:
            st.error(STATE.upload_error)


def _seen(cue: Bipolar) -> None:
    st.caption(words.shared.SEEN)
    picture(cue)
    st.caption(words.shared.counts(cue))


def picture(cue: Bipolar) -> None:
    """The cue, pixel by pixel as it is presented.

    As a data URL: a file that the next run has replaced would no longer be there to be loaded.
    """
    st.image(images.png_url(images.rgb(cue)), width=112, alt=words.shared.counts(cue))


def _switch_fit() -> None:
    STATE.fit = int(STATE.fit_on)


def _take_upload() -> None:
    """Lay the uploaded picture on the canvas, or keep the sentence that says why not."""
    STATE.pop("upload_error", None)
    if STATE.upload is None:
        return
    try:
        picture = upload.read(STATE.upload.getvalue())
    except ValueError as error:
        STATE.upload_error = str(error)
        return
    controls.clear()
    link.lay(mnist.bipolar(picture, STATE.threshold))
