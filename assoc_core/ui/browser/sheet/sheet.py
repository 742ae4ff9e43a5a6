"""The dialog in which digits are picked from a contact sheet (a Components-v2 element)."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assoc_core import mnist
from assoc_core.ui import words
from assoc_core.ui.browser.player import player
from assoc_core.ui.choices.codec import packed
from assoc_core.ui.choices.settings import RANGES
from assoc_core.ui.model import compute

STATE = st.session_state
N_ON_SHEET = 300  # the first digits of the training set
FOLDER = Path(__file__).parent
SCRIPTS = (
    *(player.FOLDER / script for script in ("replay.js", "drawing.js", "roving.js")),
    FOLDER / "sheet.js",
)


def open_it() -> None:
    """Let the page open the dialog, with what is stored now and not what was picked and left."""
    STATE.show_sheet = True
    STATE.n_sheets = STATE.get("n_sheets", 0) + 1


@st.dialog(words.shared.SHEET, width="large")
def dialog() -> None:
    """The first digits of MNIST, to pick from."""
    stored = [int(number) for number in STATE.picked.split(",")]
    beyond = [number for number in stored if number >= N_ON_SHEET]
    picked = _pick([number for number in stored if number < N_ON_SHEET], len(beyond))
    if st.button(words.shared.STORE_THESE, disabled=not picked + beyond):
        STATE.picked = ",".join(map(str, [*picked, *beyond]))
        st.rerun()


def _pick(picked: list[int], n_beyond: int) -> list[int]:
    """Show the sheet with some digits picked; -> the numbers of those that are picked now."""
    most = RANGES["stored"][1] - n_beyond
    element = _component()(
        data={**_digits(STATE.threshold), "picked": picked, "beyond": n_beyond, "most": most},
        key=f"sheet-{STATE.n_sheets}",
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
