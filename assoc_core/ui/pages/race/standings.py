"""The standings: over many cues, how often each racer brings the digit back, and how surely."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import streamlit as st

from assoc_core import CORRUPTIONS
from assoc_core.ui import words
from assoc_core.ui.choices.codec import N_UNITS
from assoc_core.ui.choices.entrants import entrant, named
from assoc_core.ui.choices.settings import N_STORED, Settings
from assoc_core.ui.model import all_digits
from assoc_core.ui.trials.points import Measured, Point, Results
from assoc_core.ui.trials.tasks import N_CUES, Batch, total
from assoc_core.ui.widgets import experiment

N_BATCHES = 5


@dataclass(frozen=True)
class Standings(Measured):
    """Of the racers, a list by comma; settings say what is stored and how it is damaged."""

    racers: str
    x_name: ClassVar[str] = "percent"

    def measure(self) -> Sequence[Point]:
        """A point for each racer, without batches where it does not race."""
        return [self._point(name, entrant(name, self.settings)) for name in named(self.racers)]

    def _point(self, name: str, racer: Settings) -> Point:
        batches = tuple(Batch(racer, k) for k in range(self._n_batches(racer)))
        return Point(name, racer.damage, racer.amount, batches)

    def _n_batches(self, racer: Settings) -> int:
        if racer.stored != N_STORED:
            return N_BATCHES
        return 0 if all_digits.refusal(racer, n_unknown(racer)) else N_BATCHES

    def show(self, key: str) -> None:
        """The table, and what starts and stops its computing; the key says how it looks."""
        with st.container(key=key, gap="xsmall"):
            st.caption(words.race.standings(N_BATCHES * N_CUES))
            experiment.run(self.tasks(), self.draw, self.rows, start="secondary")

    def draw(self, results: Results) -> None:
        """A row for each racer, also while nothing is known of it."""
        lines = [words.race.STANDINGS, ("---", "---")]
        for point in self.points():
            rate = words.race.standing(total(point.batches, results))
            text = rate if point.batches else words.race.NOT_RACED
            lines.append((words.experiments.memory(point.memory), text))
        st.markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))


def n_unknown(settings: Settings) -> int:
    """How many pixels the damage makes unknown."""
    corrupt = CORRUPTIONS[settings.damage]
    cue = corrupt(np.ones(N_UNITS, dtype=np.int8), settings.amount / 100, np.random.default_rng(0))
    return N_UNITS - int(np.count_nonzero(cue))
