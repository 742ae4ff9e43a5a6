"""The mosaic of weights as a Streamlit element (Components v2): zoom and pan cause no rerun."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assoc_core.ui.choices.session import take

FOLDER = Path(__file__).parent
KEY = "mosaic"


def show(mosaic: dict[str, Any], tile: int, projector: bool) -> None:
    """Show tiles, made by `mosaic`, and one of them enlarged beside."""
    _component()(
        data={**mosaic, "tile": tile, "projector": projector}, key=KEY, on_tile_change=_ask
    )


def _ask() -> None:
    take("tile", st.session_state[KEY]["tile"])


@cache
def _component() -> Any:
    return st.components.v2.component(
        "weights_mosaic",
        html=_text("weights.html"),
        css=_text("weights.css"),
        js="\n".join(map(_text, ("mosaic.js", "main.js"))),
    )


def _text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
