"""The mosaic of weights as a Streamlit element: it is sent one sheet, and reports which tile is
chosen. Zoom and pan are the browser's own and cause no rerun.
"""

from pathlib import Path
from typing import Any

from assoc_core.ui.browser.element import LOOK, Element, reported
from assoc_core.ui.browser.mosaic import tiles
from assoc_core.ui.browser.wire import Wire, wire
from assoc_core.ui.choices.codec import N_UNITS
from assoc_core.ui.choices.session import take
from assoc_core.ui.choices.settings import Recipe, Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model.kept import kept

FOLDER = Path(__file__).parent
KEY = "mosaic"
MOSAIC = Element("weights_mosaic", FOLDER / "mosaic.js", (LOOK, FOLDER / "mosaic.css"))


def show(settings: Settings, tile: int, projector: bool) -> None:
    """Show the weights of a network, or what it stores, and one tile of them enlarged beside."""
    MOSAIC.mount(data=sent(settings, tile, projector), key=KEY, on_tile_change=_ask)


def sent(settings: Settings, tile: int, projector: bool) -> dict[str, Any]:
    """What the mosaic is sent: the sheet of tiles as text, and how it is to be shown."""
    sheet = _sheet(settings.recipe)
    return {"id": sheet.id, "mosaic": sheet.json, "tile": tile, "projector": projector}


def n_tiles(settings: Settings) -> int:
    """A tile for each unit where there are weights, else for each stored pattern."""
    return N_UNITS if settings.network == "hopfield" else settings.n_patterns


@kept(16)
def _sheet(recipe: Recipe) -> Wire:
    hopfield = compute.hopfield(recipe)
    if hopfield is not None:
        return wire(tiles.of_units(hopfield.weights))
    stored = compute.trained(recipe)
    return wire(tiles.of_patterns(stored.memory.patterns, stored.labels))


def _ask() -> None:
    take("tile", reported(KEY, "tile"))
