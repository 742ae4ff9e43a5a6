"""The dialog in which digits are picked from a contact sheet, which reports what is picked."""

from pathlib import Path
from typing import Any

import streamlit as st

from assoc_core import mnist
from assoc_core.ui import words
from assoc_core.ui.browser.element import Element, wholes
from assoc_core.ui.browser.wire import Wire, wire
from assoc_core.ui.choices.codec import packed
from assoc_core.ui.choices.settings import RANGES
from assoc_core.ui.model import compute

STATE = st.session_state
N_ON_SHEET = 300  # the first digits of the training set
FOLDER = Path(__file__).parent
SHEET = Element("contact_sheet", FOLDER / "sheet.js", (FOLDER / "sheet.css",), isolated=False)


def open_it() -> None:
    """Let the page open the dialog, with what is stored now and not what was picked and left."""
    STATE.show_sheet = True
    STATE.n_sheets = STATE.get("n_sheets", 0) + 1


def dialog() -> None:
    """The first digits of MNIST, to pick from."""
    st.dialog(words.shared.SHEET, width="large")(_body)()


def _body() -> None:
    stored = [int(number) for number in STATE.picked.split(",")]
    beyond = [number for number in stored if number >= N_ON_SHEET]
    picked = _pick([number for number in stored if number < N_ON_SHEET], len(beyond))
    if st.button(words.shared.STORE_THESE, disabled=not picked + beyond):
        STATE.picked = ",".join(map(str, [*picked, *beyond]))
        st.rerun()


def _pick(picked: list[int], n_beyond: int) -> list[int]:
    """Show the sheet with some digits picked; -> the numbers of those that are picked now."""
    data = sent(picked, n_beyond, STATE.threshold)
    element = SHEET.mount(
        data=data,
        key=f"sheet-{STATE.n_sheets}",
        default={"picked": picked},
        on_picked_change=lambda: None,  # declares the value; the rerun that it causes is enough
    )
    now = wholes(element.get("picked"), N_ON_SHEET, data["most"])
    return picked if now is None else now


def sent(picked: list[int], n_beyond: int, threshold: int) -> dict[str, Any]:
    """What the sheet is sent: the digits as text, and which of them are picked."""
    most = RANGES["stored"][1] - n_beyond
    digits = _digits(threshold).json
    return {"digits": digits, "picked": picked, "beyond": n_beyond, "most": most}


@st.cache_resource(show_spinner=False, max_entries=8)
def _digits(threshold: int) -> Wire:
    train = compute.digits("train")
    patterns = mnist.bipolar(train.images[:N_ON_SHEET], threshold)
    return wire({"patterns": packed(patterns), "labels": train.labels[:N_ON_SHEET].tolist()})
