"""The player as a Streamlit element (Components v2): gets one recall, shows it, sends nothing."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

FOLDER = Path(__file__).parent
SCRIPTS = ("replay.js", "drawing.js", "player.js")


def show(replay: dict[str, Any], computed: str) -> None:
    """Show a recall, made by `replay.replay`; `computed` says what was computed."""
    _component()(data={**replay, "computed": computed}, key="player")


@cache
def _component() -> Any:
    return st.components.v2.component(
        "recall_player",
        html=_text("player.html"),
        css=_text("player.css"),
        js="\n".join(_text(script) for script in SCRIPTS),
    )


def _text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
