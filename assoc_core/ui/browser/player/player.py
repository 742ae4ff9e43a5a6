"""The player as a Streamlit element (Components v2): gets one recall, shows it, sends nothing."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assoc_core.ui.browser.element import element
from assoc_core.ui.choices.of_pages import View
from assoc_core.ui.choices.session import take

FOLDER = Path(__file__).parent
SCRIPTS = (
    "replay.js",
    "drawing.js",
    "roving.js",
    "transport.js",
    "why.js",
    "race.js",
    "side.js",
    "player.js",
    "view.js",
)
KEY = "player"


def show(
    replay: dict[str, Any], view: View, why: dict[str, Any] | None, lines: dict[str, str]
) -> None:
    """Show a recall, made by `replay.replay`.

    `why` are the weights of the pixel that is asked about, `lines` the `computed` line and the
    one on `likeness`.
    """
    shown = {
        "projector": view.at_projector,
        "predict": bool(view.predict),
        "hidden": sorted(view.hidden),
        "why": why,
    }
    _component()(data={**replay, **shown, **lines}, key=KEY, on_unit_change=_ask)


def _ask() -> None:
    take("why", st.session_state[KEY]["unit"])


@cache
def _component() -> Any:
    scripts = [FOLDER / script for script in SCRIPTS]
    return element(
        "recall_player", "Player", FOLDER / "player.html", [FOLDER / "player.css"], scripts
    )
