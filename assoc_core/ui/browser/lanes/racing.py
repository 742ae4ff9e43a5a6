"""Cached: who runs, on which cue -> the lanes of the race."""

from typing import Any

import numpy as np
import streamlit as st

from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.browser.lanes.lane import lane
from assoc_core.ui.choices.entrants import entrant, named
from assoc_core.ui.choices.of_pages import Race
from assoc_core.ui.choices.settings import N_STORED, Settings
from assoc_core.ui.model import all_digits as everything
from assoc_core.ui.model import compute
from assoc_core.ui.model import networks as memories


def of_race(settings: Settings, race: Race) -> Settings:
    """The settings with what the race stores: what the page says, or all digits."""
    return everything.stored(settings) if race.all_digits else settings


def lanes(settings: Settings, race: Race, cue: Bipolar) -> list[dict[str, Any]]:
    """A lane for each racer, in the order in which they were chosen."""
    start = of_race(settings, race)
    return [
        {
            "name": name,
            "racer": words.experiments.memory(name),
            **_lane(entrant(name, start), cue.tobytes()),
        }
        for name in named(race.racers)
    ]


# The records of all digits are large, so that only what the browser gets of them is kept.
@st.cache_resource(show_spinner=words.race.COMPUTING, max_entries=256)
def _lane(settings: Settings, cue: bytes) -> dict[str, Any]:
    start = np.frombuffer(cue, np.int8)
    crowded = settings.stored == N_STORED
    n_unknown = int(np.count_nonzero(start == 0))
    if crowded and (refusal := everything.refusal(settings, n_unknown)):
        return {"refusal": words.race.REFUSAL[refusal]}
    of = compute.trained(settings.recipe)
    trajectory = memories.recall(of.memory, settings, start)
    return lane(of.memory, trajectory, of.labels, settings)
