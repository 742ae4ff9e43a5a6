"""The basin of attraction: recall against the amount of damage."""

from dataclasses import dataclass, replace

import altair as alt

from assoc_core.ui import charts, texts
from assoc_core.ui import texts_limits as own
from assoc_core.ui.charts import Rows
from assoc_core.ui.entrants import entrant, named
from assoc_core.ui.experiments import Results
from assoc_core.ui.jobs import Task
from assoc_core.ui.pages.limits import curves
from assoc_core.ui.pages.limits.curves import Point
from assoc_core.ui.settings import Limits, Settings
from assoc_core.ui.texts_experiments import memory as memory_name
from assoc_core.ui.trials import N_CUES, Batch

AMOUNTS = (0, 10, 20, 25, 30, 35, 40, 50, 60, 70, 80, 90, 100)


@dataclass(frozen=True, slots=True)
class Basin:
    """The experiment for one choice of settings."""

    settings: Settings
    limits: Limits
    digit: int

    def points(self) -> list[Point]:
        """A point for each amount, kind of damage and memory."""
        n_batches = int(self.limits.cues) // N_CUES
        digit = None if self.limits.of_all else self.digit
        return [
            Point(
                memory, damage, amount, tuple(Batch(what, n, digit=digit) for n in range(n_batches))
            )
            for amount in AMOUNTS
            for damage in named(self.limits.damages)
            for memory in named(self.limits.memories)
            for what in [replace(entrant(memory, self.settings), damage=damage, amount=amount)]
        ]

    def tasks(self) -> list[Task]:
        return curves.tasks(self.points())

    def rows(self, results: Results) -> Rows:
        return curves.rows(self.points(), results, "percent")

    def draw(self, results: Results) -> None:
        rows = self.rows(results)
        names = [memory_name(name) for name in named(self.limits.memories)]
        charts.legend(own.MEASURES[self.limits.measure], names)
        panels, alternatives = {}, {}
        for damage in named(self.limits.damages):
            own_rows = [row for row in rows if row["panel"] == damage]
            title = texts.DAMAGE[damage]
            panels[damage] = curves.panel(own_rows, _x(), self.limits.measure, title, names, [])
            alternatives[damage] = own.alternative(
                "basin", self.limits.measure, title, named(self.limits.memories)
            )
        curves.show(panels, alternatives)
        charts.tabulate(curves.table(rows, "percent"), " ".join(alternatives.values()))


def _x() -> alt.X:
    return alt.X("percent:Q", scale=alt.Scale(domain=[-3, 103], nice=False), title=own.AMOUNT)
