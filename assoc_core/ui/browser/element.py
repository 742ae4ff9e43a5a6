"""Files -> a Streamlit element (Components v2). What plays shares its transport and its look."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import streamlit as st

FOLDER = Path(__file__).parent / "player"
PLACE = "<!-- transport -->"  # in the HTML: where the buttons of the transport go


def element(name: str, shows: str, html: Path, css: Iterable[Path], scripts: Iterable[Path]) -> Any:
    """The element of that name: main.js makes one `shows`, a class of the scripts, of its HTML."""
    page = _text(html).replace(PLACE, _text(FOLDER / "transport.html"))
    code = [*map(_text, scripts), f"const Shown = {shows};", _text(FOLDER / "main.js")]
    return st.components.v2.component(
        name, html=page, css="\n".join(map(_text, css)), js="\n".join(code)
    )


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
