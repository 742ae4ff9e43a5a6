"""The player as a Streamlit element: it is sent one recall, and reports which pixel is asked about.

Playing, stepping and scrubbing are the browser's own: they report nothing and cause no rerun.
"""

from math import isnan
from pathlib import Path
from typing import Any

from assoc_core.types import Bipolar
from assoc_core.ui.browser import computed
from assoc_core.ui.browser.element import LOOK, TRANSPORT, Element, reported, seen
from assoc_core.ui.browser.player import cached
from assoc_core.ui.choices.of_pages import View
from assoc_core.ui.choices.session import take
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute

FOLDER = Path(__file__).parent
KEY = "player"
PLAYER = Element("recall_player", FOLDER / "player.js", (LOOK, TRANSPORT, FOLDER / "player.css"))


def show(settings: Settings, cue: Bipolar, view: View) -> None:
    """Show the recall of a cue (784,)."""
    PLAYER.mount(data=sent(settings, cue, view), key=KEY, on_unit_change=_ask)


def sent(settings: Settings, cue: Bipolar, view: View) -> dict[str, Any]:
    """What the player is sent: the recall as text, and how it is to be shown."""
    recall = cached.recall(settings, cue.tobytes())
    stored = compute.trained(settings.recipe)
    return {
        "id": recall.id,
        "recall": recall.json,
        "why": cached.why(settings, view.why),
        "computed": computed.of_recall(settings, cue),
        "likeness": None if isnan(stored.likeness) else stored.likeness,
        "stable": compute.n_stable(settings.recipe),
        **seen(view),
    }


def _ask() -> None:
    take("why", reported(KEY, "unit"))
