"""What Cliff and Basin share: a panel of curves for each kind of patterns or of damage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt

from assoc_core.ui import words
from assoc_core.ui.choices.entrants import named
from assoc_core.ui.choices.of_pages import Limits
from assoc_core.ui.trials.points import Measured, Results
from assoc_core.ui.trials.tasks import N_CUES
from assoc_core.ui.widgets import charts, curves
from assoc_core.ui.widgets.charts import Chart


@dataclass(frozen=True)
class OnLimits(Measured):
    """An experiment of the Limits page."""

    limits: Limits

    @property
    def n_batches(self) -> int:
        return int(self.limits.cues) // N_CUES

    def draw_panels(
        self,
        results: Results,
        x: alt.X,
        titles: Mapping[str, str],
        marks: Mapping[str, Sequence[Chart]],
    ) -> None:
        """The legend, the panels by name, with the marks of each, and the numbers behind them."""
        rows, measure = self.rows(results), self.limits.measure
        memories = named(self.limits.memories)
        charts.legend(
            words.choices.OPTIONS["measure"][measure],
            [words.experiments.memory(name) for name in memories],
        )
        panels, alternatives = {}, {}
        for name, title in titles.items():
            own = [row for row in rows if row["panel"] == name]
            panels[name] = curves.panel(own, x, measure, title, memories, marks.get(name, ()))
            alternatives[name] = words.limits.alternative(self.x_name, measure, title, memories)
        curves.show(panels, alternatives)
        charts.tabulate(curves.table(rows, self.x_name, titles), " ".join(alternatives.values()))
