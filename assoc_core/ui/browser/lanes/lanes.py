"""The lanes as a Streamlit element: they are sent one race, and report which clock is chosen."""

import hashlib
from pathlib import Path
from typing import Any

from assoc_core.types import Bipolar
from assoc_core.ui.browser import computed
from assoc_core.ui.browser.element import LOOK, TRANSPORT, Element, reported, seen
from assoc_core.ui.browser.lanes import racing
from assoc_core.ui.choices.of_pages import Race, View
from assoc_core.ui.choices.session import take
from assoc_core.ui.choices.settings import Settings

FOLDER = Path(__file__).parent
KEY = "lanes"
LANES = Element("race_lanes", FOLDER / "lanes.js", (LOOK, TRANSPORT, FOLDER / "lanes.css"))


def show(settings: Settings, race: Race, cue: Bipolar, view: View) -> None:
    """Show a race on a cue (784,)."""
    LANES.mount(data=sent(settings, race, cue, view), key=KEY, on_clock_change=_keep_clock)


def sent(settings: Settings, race: Race, cue: Bipolar, view: View) -> dict[str, Any]:
    """What the lanes are sent: each of them as text, and how they are to be shown."""
    lanes = racing.lanes(settings, race, cue)
    n_patterns = racing.of_race(settings, race).n_patterns
    ids = " ".join(f"{name} {wire.id}" for name, wire in lanes.items())
    return {
        "id": hashlib.sha1(ids.encode()).hexdigest(),
        "racers": list(lanes),
        "lanes": [wire.json for wire in lanes.values()],
        "clock": race.clock,
        "computed": computed.of_race(settings, cue, n_patterns),
        **seen(view),
    }


def _keep_clock() -> None:
    take("clock", reported(KEY, "clock"))
