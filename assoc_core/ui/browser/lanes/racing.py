"""Cached: who runs, on which cue -> what the lanes are sent."""

import numpy as np

from assoc_core.types import Bipolar
from assoc_core.ui.browser.lanes.lane import lane
from assoc_core.ui.browser.wire import Wire, wire
from assoc_core.ui.choices.entrants import entrant, named
from assoc_core.ui.choices.of_pages import Race
from assoc_core.ui.choices.settings import N_STORED, Settings
from assoc_core.ui.model import all_digits as everything
from assoc_core.ui.model import compute, networks
from assoc_core.ui.model.kept import kept


def of_race(settings: Settings, race: Race) -> Settings:
    """The settings with what the race stores: what the page says, or all digits."""
    return everything.stored(settings) if race.all_digits else settings


def lanes(settings: Settings, race: Race, cue: Bipolar) -> dict[str, Wire]:
    """The lane of each racer, in the order in which they were chosen."""
    start = of_race(settings, race)
    return {name: _lane(entrant(name, start), cue.tobytes()) for name in named(race.racers)}


# The records of all digits are large, so that only what the browser gets of them is kept.
@kept(256)
def _lane(settings: Settings, cue: bytes) -> Wire:
    start = np.frombuffer(cue, np.int8)
    n_unknown = int(np.count_nonzero(start == 0))
    if settings.stored == N_STORED and (refusal := everything.refusal(settings, n_unknown)):
        return wire({"refusal": refusal})
    of = compute.trained(settings.recipe)
    trajectory = networks.recall(of.memory, settings, start)
    return wire(lane(of.memory, trajectory, of.labels, settings))
