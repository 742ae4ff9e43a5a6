"""Cached: settings and a cue -> what the player is sent."""

from typing import Any

from assoc_core.ui.browser.player.replay import replay, weights_of
from assoc_core.ui.browser.wire import Wire, wire
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model.kept import kept


@kept(256)
def recall(settings: Settings, cue: bytes) -> Wire:
    """The recall of one cue, 784 bytes of int8."""
    of = compute.trained(settings.recipe)
    return wire(replay(of.memory, compute.trajectory(settings, cue), of.labels, settings))


def why(settings: Settings, unit: int | None) -> dict[str, Any] | None:
    """The pixel asked about, and what it listens to where the network has weights."""
    if unit is None:
        return None
    hopfield = compute.hopfield(settings.recipe)
    if hopfield is not None:
        return weights_of(hopfield, unit)
    return None if settings.network == "hamming" else {"unit": unit}
