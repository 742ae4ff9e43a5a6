"""Cached: who runs, on which cue -> the lanes of the race."""

from typing import Any

import numpy as np
import streamlit as st

from assoc_core.types import Bipolar
from assoc_core.ui import compute, memories, texts_experiments, texts_race
from assoc_core.ui.entrants import entrant, named
from assoc_core.ui.lanes import everything
from assoc_core.ui.lanes.lane import lane
from assoc_core.ui.settings import N_STORED, Race, Settings


def of_race(settings: Settings, race: Race) -> Settings:
    """The settings with what the race stores: what the page says, or all digits."""
    return everything.stored(settings) if race.all_digits else settings


def lanes(settings: Settings, race: Race, cue: Bipolar) -> list[dict[str, Any]]:
    """A lane for each racer, in the order in which they were chosen."""
    start = of_race(settings, race)
    return [
        {
            "name": name,
            "racer": texts_experiments.memory(name),
            **_lane(entrant(name, start), cue.tobytes()),
        }
        for name in named(race.racers)
    ]


# The records of all digits are large, so that only what the browser gets of them is kept.
@st.cache_resource(show_spinner=texts_race.COMPUTING, max_entries=256)
def _lane(settings: Settings, cue: bytes) -> dict[str, Any]:
    start = np.frombuffer(cue, np.int8)
    crowded = settings.stored == N_STORED
    n_unknown = int(np.count_nonzero(start == 0))
    if crowded and (refusal := everything.refusal(settings, n_unknown)):
        return {"refusal": refusal}
    of = compute.trained(settings)
    trajectory = memories.recall(of.memory, settings, start)
    return lane(of.memory, trajectory, of.labels, settings)
