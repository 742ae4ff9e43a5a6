"""The dialog in which digits are picked from a contact sheet, which reports what is picked."""

from pathlib import Path
from typing import Any

import streamlit as st

from assoc_core import mnist
from assoc_core.ui import words
from assoc_core.ui.browser.element import Element, wholes
from assoc_core.ui.browser.wire import Wire, wire
from assoc_core.ui.choices.codec import packed
from assoc_core.ui.choices.session import change, chosen
from assoc_core.ui.choices.settings import MOST_STORED
from assoc_core.ui.model import compute
from assoc_core.ui.model.kept import kept

N_ON_SHEET = 300  # the first digits of the training set
FOLDER = Path(__file__).parent
SHEET = Element("contact_sheet", FOLDER / "sheet.js", (FOLDER / "sheet.css",), isolated=False)


def dialog(opened: int) -> None:
    """The first digits of MNIST, to pick from, in a dialog; `opened` is another number each time,
    so that what was picked and left is forgotten.
    """
    st.dialog(words.shared.SHEET, width="large")(_body)(opened)


def _body(opened: int) -> None:
    settings = chosen().settings
    stored = [int(number) for number in settings.picked.split(",")]
    beyond = [number for number in stored if number >= N_ON_SHEET]
    on_sheet = [number for number in stored if number < N_ON_SHEET]
    picked = _pick(sent(on_sheet, len(beyond), settings.threshold), opened)
    if st.button(words.shared.STORE_THESE, disabled=not picked + beyond):
        change(picked=",".join(map(str, [*picked, *beyond])))
        st.rerun()


def _pick(data: dict[str, Any], opened: int) -> list[int]:
    """Show the sheet; -> the numbers of the digits that are picked now."""
    element = SHEET.mount(
        data=data,
        key=f"sheet-{opened}",
        default={"picked": data["picked"]},
        on_picked_change=lambda: None,  # declares the value; the rerun that it causes is enough
    )
    now = wholes(element.get("picked"), N_ON_SHEET, data["most"])
    picked: list[int] = data["picked"] if now is None else now
    return picked


def sent(picked: list[int], n_beyond: int, threshold: int) -> dict[str, Any]:
    """What the sheet is sent: the digits as text, and which of them are picked."""
    most = MOST_STORED - n_beyond
    digits = _digits(threshold).json
    return {"digits": digits, "picked": picked, "beyond": n_beyond, "most": most}


@kept(8)
def _digits(threshold: int) -> Wire:
    train = compute.digits("train")
    patterns = mnist.bipolar(train.images[:N_ON_SHEET], threshold)
    return wire({"patterns": packed(patterns), "labels": train.labels[:N_ON_SHEET].tolist()})
