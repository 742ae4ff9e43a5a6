"""The column of the cue: a picture to start from, its damage, and the canvas it lies on."""

import numpy as np
import streamlit as st

from assoc_core import mnist
from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.choices import canvas_cue
from assoc_core.ui.choices.codec import encode
from assoc_core.ui.choices.keys import Key, held
from assoc_core.ui.choices.session import change, chosen
from assoc_core.ui.choices.settings import MOST_PLANTED, Settings
from assoc_core.ui.model import compute
from assoc_core.ui.pictures import images, strokes, upload
from assoc_core.ui.widgets import canvas, controls, dialogs, export
from assoc_core.ui.widgets.behind import behind

PENS = ("white", "black", "unknown")
_PEN: Key[str] = Key("pen", lambda: "white")
_REFUSED: Key[upload.UnusableError | None] = Key("upload_refused", lambda: None)


def column(hidden: set[str]) -> tuple[Bipolar, str]:
    """The controls of the cue and the canvas; -> the cue, and the drawing that the URL holds."""
    with st.container(key="cue", width=430):  # also when empty, so that the player stays in place
        controls.start_and_damage(hidden)
        return undrawn() if "draw" in hidden else _drawn_on()


def undrawn() -> tuple[Bipolar, str]:
    """The cue as it lies on the canvas, without showing it; -> the cue, and the URL's drawing."""
    settings = chosen().settings
    canvas_cue.lay_drawn(settings)
    plain = compute.cue(settings)
    base = canvas_cue.laid(settings, plain)
    return fitted(base, settings), _drawing(base, plain)


def _drawing(drawn: Bipolar, plain: Bipolar) -> str:
    """The drawing as the URL holds it: nothing if it is what the settings make by themselves."""
    return "" if drawn is plain or np.array_equal(drawn, plain) else encode(drawn)


def fitted(drawn: Bipolar, settings: Settings) -> Bipolar:
    """A drawing of one's own with the size, place and strokes of MNIST; others as they are."""
    own = settings.source == "black" and bool(settings.fit)
    return strokes.like_mnist(drawn) if own else drawn


def _drawn_on() -> tuple[Bipolar, str]:
    settings = chosen().settings
    plain = compute.cue(settings)
    base = canvas_cue.laid(settings, plain)
    pen = _PEN.read()
    st.caption(words.shared.DRAW[pen])  # the canvas shows its toolbar over this line
    with st.container(horizontal=True):
        drawn = canvas.draw(base, pen, canvas_cue.n_clears())
        canvas_cue.keep_drawn(settings, drawn)
        with st.container(key="seen", gap="xsmall"):
            cue = fitted(drawn, settings)
            _seen(cue)
            if settings.source == "black":
                controls.switch("fit")
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        _below_the_canvas(settings, cue)
    with st.container(horizontal=True, gap="xsmall"):
        behind(words.shared.UPLOAD, _upload, key="upload_from")
        export.popover(cue, settings)
    return cue, _drawing(drawn, plain)


def _below_the_canvas(settings: Settings, cue: Bipolar) -> None:
    """What the pen draws, and the buttons that clear, plant and forget."""
    said = words.shared
    st.segmented_control(
        said.PEN_DRAWS,
        PENS,
        format_func=said.PEN.__getitem__,
        required=True,
        label_visibility="collapsed",
        **_PEN.shown_by("pen", PENS.__contains__),
    )
    st.button(said.CLEAR, on_click=clear, help=said.HELP_CLEAR)
    can_plant = settings.n_planted < MOST_PLANTED
    st.button(
        said.PLANT,
        on_click=_plant,
        args=(encode(cue),),
        help=said.HELP_PLANT,
        disabled=not can_plant,
    )
    if settings.planted:
        st.button(said.FORGET, on_click=_forget, help=said.HELP_FORGET)


def _plant(cue: str) -> None:
    planted = chosen().settings.planted
    change(planted=f"{planted}.{cue}" if planted else cue)
    dialogs.ask("planting")


def _forget() -> None:
    change(planted=chosen().settings.planted.rpartition(".")[0])


def clear() -> None:
    """Empty the canvas, whatever was loaded or drawn."""
    change(source="black")
    canvas_cue.clear()


def _upload() -> None:
    st.file_uploader(
        words.shared.UPLOAD_LABEL, ["png", "jpg", "jpeg"], key="upload", on_change=_take_upload
    )
    if held("upload") is None:  # it was taken away, or forgotten while this was closed
        _REFUSED.keep(None)
    refused = _REFUSED.read()
    if refused:
        st.error(words.refusals.upload_refused(refused.why, refused.facts))


def _seen(cue: Bipolar) -> None:
    st.caption(words.shared.SEEN)
    picture(cue)
    st.caption(words.shared.counts(cue))


def picture(cue: Bipolar) -> None:
    """The cue, pixel by pixel as it is presented.

    As a data URL: a file that the next run has replaced would no longer be there to be loaded.
    """
    st.image(images.url(cue), width=112, alt=words.shared.counts(cue))


def _take_upload() -> None:
    """Lay the uploaded picture on the canvas, or keep why it cannot be."""
    file = held("upload")
    _REFUSED.keep(None)
    if file is None:
        return
    try:
        read = upload.read(file.getvalue())
    except upload.UnusableError as error:
        _REFUSED.keep(error)
        return
    clear()
    settings = chosen().settings
    canvas_cue.lay(settings, mnist.bipolar(read, settings.threshold))
