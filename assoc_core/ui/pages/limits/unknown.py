"""Unknown against black: the same half of the picture missing in two ways, for every network."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import altair as alt

from assoc_core.ui import words
from assoc_core.ui.choices.entrants import entrant, named
from assoc_core.ui.choices.of_pages import Limits
from assoc_core.ui.pages.limits.curved import OnLimits
from assoc_core.ui.trials.points import Point, Results, Rows
from assoc_core.ui.trials.tasks import Batch
from assoc_core.ui.widgets import charts, curves
from assoc_core.ui.widgets.charts import Chart

WAYS = ("hide", "blank")  # to miss the half: as unknown, as black


@dataclass(frozen=True)
class Unknown(OnLimits):
    """The experiment for one choice of settings."""

    x_name: ClassVar[str] = "percent"

    def measure(self) -> Sequence[Point]:
        """Two points for each memory."""
        return [self._point(memory, way) for memory in named(self.limits.networks) for way in WAYS]

    def _point(self, memory: str, way: str) -> Point:
        missing, damage = self.limits.missing, f"{way}_{self.limits.half}"
        what = replace(entrant(memory, self.settings), damage=damage, amount=missing)
        batches = (Batch(what, n) for n in range(self.n_batches))
        return Point(memory, way, missing, tuple(batches))

    def draw(self, results: Results) -> None:
        rows = self.rows(results)
        ways = [words.limits.WAY[way] for way in WAYS]
        charts.legend(words.choices.OPTIONS["half"][self.limits.half], ways)
        chart = _bars(rows, self.limits, ways)
        alternative = words.limits.alternative(
            "percent",
            self.limits.measure,
            words.limits.either(ways),
            named(self.limits.networks),
        )
        charts.show(chart, curves.table(rows, "percent", words.limits.WAY), alternative)


def _bars(rows: Rows, limits: Limits, ways: list[str]) -> Chart:
    measure = limits.measure
    memories = [words.experiments.memory(name) for name in named(limits.networks)]
    values = [
        {
            **row,
            "network": words.experiments.memory(row["memory"]),
            "series": words.limits.WAY[row["panel"]],
        }
        for row in rows
    ]
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y("network:N", sort=memories, title=None, scale=alt.Scale(domain=memories)),
        yOffset=alt.YOffset("series:N", sort=ways, scale=alt.Scale(domain=ways)),
    )
    axis = alt.Axis(tickCount=5, format=".1f")
    title = words.choices.OPTIONS["measure"][measure]
    x = alt.X(f"{measure}:Q", scale=alt.Scale(domain=[0, 1]), axis=axis, title=title)
    bars = base.mark_bar(aria=bool(rows)).encode(x=x, color=charts.series(ways)["color"])
    spans = base.mark_bar(
        aria=False, size=4, color="#111111", stroke="#ffffff", strokeWidth=1
    ).encode(x=f"{measure}_low:Q", x2=f"{measure}_high:Q")
    return alt.layer(bars, spans).properties(height=max(140, 56 * len(memories)))
