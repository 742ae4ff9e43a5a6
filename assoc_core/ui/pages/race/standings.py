"""The standings: over many cues, how often each racer brings the digit back, and how surely."""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from assoc_core import CORRUPTIONS
from assoc_core.ui import words
from assoc_core.ui.choices.codec import N_UNITS
from assoc_core.ui.choices.entrants import entrant, named
from assoc_core.ui.choices.settings import N_STORED, Settings
from assoc_core.ui.model import all_digits as everything
from assoc_core.ui.trials import curves
from assoc_core.ui.trials import runner as experiments
from assoc_core.ui.trials.curves import Point
from assoc_core.ui.trials.jobs import Task
from assoc_core.ui.trials.runner import Results
from assoc_core.ui.trials.tasks import N_CUES, Batch, total
from assoc_core.ui.widgets.charts import Rows

N_BATCHES = 5


@dataclass(frozen=True, slots=True)
class Standings:
    """Of the racers, a list by comma; settings say what is stored and how it is damaged."""

    settings: Settings
    racers: str

    def points(self) -> list[Point]:
        """A point for each racer, without batches where it does not race."""
        damage, amount = self.settings.damage, self.settings.amount
        return [
            Point(name, damage, amount, tuple(Batch(who, k) for k in range(self._n_batches(who))))
            for name in named(self.racers)
            for who in [entrant(name, self.settings)]
        ]

    def _n_batches(self, racer: Settings) -> int:
        if racer.stored != N_STORED:
            return N_BATCHES
        return 0 if everything.refusal(racer, n_unknown(racer)) else N_BATCHES

    def tasks(self) -> list[Task]:
        """The first batch of every racer, then the second ..."""
        points = [point for point in self.points() if point.batches]
        return curves.tasks(points) if points else []

    def rows(self, results: Results) -> Rows:
        return curves.rows(self.points(), results, "percent")

    def show(self, key: str) -> None:
        """The table, and what starts and stops its computing; the key says how it looks."""
        with st.container(key=key, gap="xsmall"):
            st.caption(words.race.standings(N_BATCHES * N_CUES))
            experiments.run(self.tasks(), self.draw, self.rows, start="secondary")

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
