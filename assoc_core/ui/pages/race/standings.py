"""The standings: over many cues, how often each racer brings the digit back, and how surely."""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from assoc_core import CORRUPTIONS
from assoc_core.ui import experiments, texts_experiments, texts_race
from assoc_core.ui.charts import Rows
from assoc_core.ui.codec import N_UNITS
from assoc_core.ui.entrants import entrant, named
from assoc_core.ui.experiments import Results
from assoc_core.ui.jobs import Task
from assoc_core.ui.lanes import everything
from assoc_core.ui.pages.limits import curves
from assoc_core.ui.pages.limits.curves import Point
from assoc_core.ui.settings import N_STORED, Settings
from assoc_core.ui.trials import N_CUES, Batch, total

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
            st.caption(texts_race.standings(N_BATCHES * N_CUES))
            experiments.run(self.tasks(), self.draw, self.rows, start="secondary")

    def draw(self, results: Results) -> None:
        """A row for each racer, also while nothing is known of it."""
        lines = [texts_race.STANDINGS, ("---", "---")]
        for point in self.points():
            rate = texts_race.standing(total(point.batches, results))
            text = rate if point.batches else texts_race.NOT_RACED
            lines.append((texts_experiments.memory(point.memory), text))
        st.markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))


def n_unknown(settings: Settings) -> int:
    """How many pixels the damage makes unknown."""
    corrupt = CORRUPTIONS[settings.damage]
    cue = corrupt(np.ones(N_UNITS, dtype=np.int8), settings.amount / 100, np.random.default_rng(0))
    return N_UNITS - int(np.count_nonzero(cue))
