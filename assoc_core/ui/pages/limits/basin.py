"""The basin of attraction: recall against the amount of damage."""

from dataclasses import dataclass, replace

import altair as alt

from assoc_core.ui import words
from assoc_core.ui.choices.entrants import entrant, named
from assoc_core.ui.choices.settings import Limits, Settings
from assoc_core.ui.trials import curves
from assoc_core.ui.trials.curves import Point
from assoc_core.ui.trials.jobs import Task
from assoc_core.ui.trials.runner import Results
from assoc_core.ui.trials.tasks import N_CUES, Batch
from assoc_core.ui.widgets import charts
from assoc_core.ui.widgets.charts import Rows

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
        names = [words.experiments.memory(name) for name in named(self.limits.memories)]
        charts.legend(words.limits.MEASURES[self.limits.measure], names)
        panels, alternatives = {}, {}
        for damage in named(self.limits.damages):
            own_rows = [row for row in rows if row["panel"] == damage]
            title = words.shared.DAMAGE[damage]
            panels[damage] = curves.panel(own_rows, _x(), self.limits.measure, title, names, [])
            alternatives[damage] = words.limits.alternative(
                "basin", self.limits.measure, title, named(self.limits.memories)
            )
        curves.show(panels, alternatives)
        charts.tabulate(curves.table(rows, "percent"), " ".join(alternatives.values()))


def _x() -> alt.X:
    return alt.X(
        "percent:Q", scale=alt.Scale(domain=[-3, 103], nice=False), title=words.limits.AMOUNT
    )
