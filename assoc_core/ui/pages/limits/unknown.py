"""Unknown against black: the same half of the picture missing in two ways, for every network."""

from dataclasses import dataclass, replace

import altair as alt

from assoc_core.ui import charts, texts
from assoc_core.ui import texts_limits as own
from assoc_core.ui.charts import Chart, Rows
from assoc_core.ui.entrants import entrant, named
from assoc_core.ui.experiments import Results
from assoc_core.ui.jobs import Task
from assoc_core.ui.pages.limits import curves
from assoc_core.ui.pages.limits.curves import Point
from assoc_core.ui.settings import Limits, Settings
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
            Point(
                memory, way, self.settings.amount, tuple(Batch(what, n) for n in range(n_batches))
            )
            for memory in named(self.limits.memories)
            for way in own.MISSING
            for what in [
                replace(entrant(memory, self.settings), damage=f"{way}_{self.limits.half}")
            ]
        ]

    def tasks(self) -> list[Task]:
        return curves.tasks(self.points())

    def rows(self, results: Results) -> Rows:
        return curves.rows(self.points(), results, "percent")

    def draw(self, results: Results, *, large: bool) -> None:
        rows = self.rows(results)
        ways = list(own.MISSING.values())
        charts.legend(own.HALVES[self.limits.half], ways)
        memories = [texts.memory(name) for name in named(self.limits.memories)]
        measure = self.limits.measure
        chart = _bars(rows, measure, memories, ways)
        alternative = own.alternative(
            "basin", measure, " or ".join(ways), named(self.limits.memories)
        )
        charts.show(chart, alternative, large=large)
        charts.table(curves.table(rows, "percent"))


def _bars(rows: Rows, measure: str, memories: list[str], ways: list[str]) -> Chart:
    values = [
        {**row, "network": texts.memory(row["memory"]), "series": own.MISSING[row["panel"]]}
        for row in rows
    ]
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y("network:N", sort=memories, title=None, scale=alt.Scale(domain=memories)),
        yOffset=alt.YOffset("series:N", sort=ways, scale=alt.Scale(domain=ways)),
    )
    x = alt.X(f"{measure}:Q", scale=alt.Scale(domain=[0, 1]), title=own.MEASURES[measure])
    bars = base.mark_bar().encode(x=x, color=charts.series(ways)["color"])
    spans = base.mark_rule(color=charts.GREY, strokeWidth=2).encode(
        x=f"{measure}_low:Q", x2=f"{measure}_high:Q"
    )
    return alt.layer(bars, spans).properties(height=max(140, 56 * len(memories)))
