"""The dialog in which digits are picked from a contact sheet (a Components-v2 element)."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assoc_core import mnist
from assoc_core.ui import words
from assoc_core.ui.browser.player import player
from assoc_core.ui.choices.codec import packed
from assoc_core.ui.choices.session import change, chosen
from assoc_core.ui.choices.settings import MOST_STORED
from assoc_core.ui.model import compute

N_ON_SHEET = 300  # the first digits of the training set
FOLDER = Path(__file__).parent
SCRIPTS = (
    *(player.FOLDER / script for script in ("replay.js", "drawing.js", "roving.js")),
    FOLDER / "sheet.js",
)


def dialog(opened: int) -> None:
    """The first digits of MNIST, to pick from, in a dialog; `opened` is another number each time,
    so that what was picked and left is forgotten.
    """
    st.dialog(words.shared.SHEET, width="large")(_sheet)(opened)


def _sheet(opened: int) -> None:
    settings = chosen().settings
    stored = [int(number) for number in settings.picked.split(",")]
    beyond = [number for number in stored if number >= N_ON_SHEET]
    on_sheet = [number for number in stored if number < N_ON_SHEET]
    picked = _pick(on_sheet, len(beyond), settings.threshold, opened)
    if st.button(words.shared.STORE_THESE, disabled=not picked + beyond):
        change(picked=",".join(map(str, [*picked, *beyond])))
        st.rerun()


def _pick(picked: list[int], n_beyond: int, threshold: int, opened: int) -> list[int]:
    """Show the sheet with some digits picked; -> the numbers of those that are picked now."""
    most = MOST_STORED - n_beyond
    element = _component()(
        data={**_digits(threshold), "picked": picked, "beyond": n_beyond, "most": most},
        key=f"sheet-{opened}",
        default={"picked": picked},
        on_picked_change=lambda: None,  # declares the value; the rerun that it causes is enough
    )
    return [int(number) for number in element.picked]


@st.cache_data(show_spinner=False, max_entries=8)
def _digits(threshold: int) -> dict[str, Any]:
    train = compute.digits("train")
    patterns = mnist.bipolar(train.images[:N_ON_SHEET], threshold)
    return {"patterns": packed(patterns), "labels": train.labels[:N_ON_SHEET].tolist()}


@cache
def _component() -> Any:
    return st.components.v2.component(
        "contact_sheet",
        html=(FOLDER / "sheet.html").read_text(encoding="utf-8"),
        css=(FOLDER / "sheet.css").read_text(encoding="utf-8"),
        js="\n".join(script.read_text(encoding="utf-8") for script in SCRIPTS),
        isolate_styles=False,  # see sheet.css
    )
