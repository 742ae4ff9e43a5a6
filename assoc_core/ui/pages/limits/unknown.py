"""Unknown against black: the same half of the picture missing in two ways, for every network."""

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
from assoc_core.ui.widgets.charts import Chart, Rows


@dataclass(frozen=True, slots=True)
class Unknown:
    """The experiment for one choice of settings."""

    settings: Settings
    limits: Limits

    def points(self) -> list[Point]:
        """Two points for each memory."""
        n_batches = int(self.limits.cues) // N_CUES
        return [
            Point(memory, way, self.limits.missing, tuple(Batch(what, n) for n in range(n_batches)))
            for memory in named(self.limits.networks)
            for way in words.limits.MISSING
            for what in [self._settings(memory, f"{way}_{self.limits.half}")]
        ]

    def _settings(self, memory: str, damage: str) -> Settings:
        missing = self.limits.missing
        return replace(entrant(memory, self.settings), damage=damage, amount=missing)

    def tasks(self) -> list[Task]:
        return curves.tasks(self.points())

    def rows(self, results: Results) -> Rows:
        return curves.rows(self.points(), results, "percent")

    def draw(self, results: Results) -> None:
        rows = self.rows(results)
        ways = list(words.limits.MISSING.values())
        charts.legend(words.limits.HALVES[self.limits.half], ways)
        memories = [words.experiments.memory(name) for name in named(self.limits.networks)]
        measure = self.limits.measure
        chart = _bars(rows, measure, memories, ways)
        alternative = words.limits.alternative(
            "basin", measure, " or ".join(ways), named(self.limits.networks)
        )
        charts.show(chart, curves.table(rows, "percent"), alternative)


def _bars(rows: Rows, measure: str, memories: list[str], ways: list[str]) -> Chart:
    values = [
        {
            **row,
            "network": words.experiments.memory(row["memory"]),
            "series": words.limits.MISSING[row["panel"]],
        }
        for row in rows
    ]
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y("network:N", sort=memories, title=None, scale=alt.Scale(domain=memories)),
        yOffset=alt.YOffset("series:N", sort=ways, scale=alt.Scale(domain=ways)),
    )
    axis = alt.Axis(tickCount=5, format=".1f")
    scale = alt.Scale(domain=[0, 1])
    x = alt.X(f"{measure}:Q", scale=scale, axis=axis, title=words.limits.MEASURES[measure])
    bars = base.mark_bar(aria=bool(rows)).encode(x=x, color=charts.series(ways)["color"])
    spans = base.mark_bar(
        aria=False, size=4, color="#111111", stroke="#ffffff", strokeWidth=1
    ).encode(x=f"{measure}_low:Q", x2=f"{measure}_high:Q")
    return alt.layer(bars, spans).properties(height=max(140, 56 * len(memories)))
