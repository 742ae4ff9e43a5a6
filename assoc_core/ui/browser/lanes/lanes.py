"""The lanes as a Streamlit element: gets one race, shows it, and reports which clock is chosen."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from assoc_core.ui import words
from assoc_core.ui.browser.element import FOLDER as PLAYER
from assoc_core.ui.browser.element import element
from assoc_core.ui.choices.of_pages import View
from assoc_core.ui.choices.session import take

FOLDER = Path(__file__).parent
KEY = "lanes"


def show(lanes: list[dict[str, Any]], clock: str, view: View, computed: str) -> None:
    """Show a race, its lanes made by `racing.lanes`."""
    shown = {
        "projector": view.at_projector,
        "predict": bool(view.predict),
        "hidden": sorted(view.hidden),
        "clock": clock,
        "computed": computed,
        "invitation": words.race.INVITATION,
    }
    race = {"id": hashlib.sha1(json.dumps(lanes).encode()).hexdigest(), "lanes": lanes}
    _component()(data={**race, **shown}, key=KEY, on_clock_change=_keep_clock)


def _keep_clock() -> None:
    take("clock", st.session_state[KEY]["clock"])


@cache
def _component() -> Any:
    scripts = [PLAYER / name for name in ("replay.js", "drawing.js", "transport.js")]
    scripts += [FOLDER / name for name in ("clock.js", "lane.js", "lanes.js")]
    styles = [PLAYER / "player.css", FOLDER / "lanes.css"]
    return element("race_lanes", "Lanes", FOLDER / "lanes.html", styles, scripts)
