"""Unknown against black: the same half of the picture missing in two ways, for every network."""

from dataclasses import dataclass, replace

import altair as alt

from assoc_core.ui import charts
from assoc_core.ui import texts_limits as own
from assoc_core.ui.charts import Chart, Rows
from assoc_core.ui.entrants import entrant, named
from assoc_core.ui.experiments import Results
from assoc_core.ui.jobs import Task
from assoc_core.ui.pages.limits import curves
from assoc_core.ui.pages.limits.curves import Point
from assoc_core.ui.settings import Limits, Settings
from assoc_core.ui.texts_experiments import memory as memory_name
from assoc_core.ui.trials import N_CUES, Batch


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
            for way in own.MISSING
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
        ways = list(own.MISSING.values())
        charts.legend(own.HALVES[self.limits.half], ways)
        memories = [memory_name(name) for name in named(self.limits.networks)]
        measure = self.limits.measure
        chart = _bars(rows, measure, memories, ways)
        alternative = own.alternative(
            "basin", measure, " or ".join(ways), named(self.limits.networks)
        )
        charts.show(chart, curves.table(rows, "percent"), alternative)


def _bars(rows: Rows, measure: str, memories: list[str], ways: list[str]) -> Chart:
    values = [
        {**row, "network": memory_name(row["memory"]), "series": own.MISSING[row["panel"]]}
        for row in rows
    ]
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y("network:N", sort=memories, title=None, scale=alt.Scale(domain=memories)),
        yOffset=alt.YOffset("series:N", sort=ways, scale=alt.Scale(domain=ways)),
    )
    axis = alt.Axis(tickCount=5, format=".1f")
    scale = alt.Scale(domain=[0, 1])
    x = alt.X(f"{measure}:Q", scale=scale, axis=axis, title=own.MEASURES[measure])
    bars = base.mark_bar(aria=bool(rows)).encode(x=x, color=charts.series(ways)["color"])
    spans = base.mark_bar(
        aria=False, size=4, color="#111111", stroke="#ffffff", strokeWidth=1
    ).encode(x=f"{measure}_low:Q", x2=f"{measure}_high:Q")
    return alt.layer(bars, spans).properties(height=max(140, 56 * len(memories)))
