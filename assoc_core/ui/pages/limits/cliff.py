"""The capacity cliff: recall against the number of stored patterns."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import altair as alt
import streamlit as st

from assoc_core.study import theory
from assoc_core.study.rates import Rate
from assoc_core.ui import words
from assoc_core.ui.choices.codec import N_UNITS
from assoc_core.ui.choices.entrants import entrant, named
from assoc_core.ui.choices.settings import Limits, Settings
from assoc_core.ui.trials import curves
from assoc_core.ui.trials.curves import Point
from assoc_core.ui.trials.jobs import Task
from assoc_core.ui.trials.runner import Results
from assoc_core.ui.trials.tasks import N_CUES, Batch
from assoc_core.ui.widgets import charts
from assoc_core.ui.widgets.charts import Chart, Rows

LOADS = (2, 3, 5, 10, 20, 40, 60, 90, 118, 160, 220, 300)
LECTURE = 0.15 * N_UNITS


@dataclass(frozen=True, slots=True)
class Cliff:
    """The experiment for one choice of settings."""

    settings: Settings
    limits: Limits

    def points(self) -> list[Point]:
        """A point for each load, kind of patterns and memory; the small loads first."""
        n_batches = int(self.limits.cues) // N_CUES
        return [
            Point(memory, kind, load, tuple(Batch(what, n, fresh=True) for n in range(n_batches)))
            for load in LOADS
            for kind in named(self.limits.kinds)
            for memory in named(self.limits.memories)
            for what in [self._stored(memory, kind, load)]
        ]

    def _stored(self, memory: str, kind: str, load: int) -> Settings:
        return replace(entrant(memory, self.settings), choice=kind, stored=load, planted="")

    def tasks(self) -> list[Task]:
        return curves.tasks(self.points())

    def rows(self, results: Results) -> Rows:
        return curves.rows(self.points(), results, "P")

    def draw(self, results: Results) -> None:
        rows = self.rows(results)
        names = [words.experiments.memory(name) for name in named(self.limits.memories)]
        charts.legend(words.limits.MEASURES[self.limits.measure], names)
        panels, alternatives = {}, {}
        for kind in named(self.limits.kinds):
            own_rows = [row for row in rows if row["panel"] == kind]
            panels[kind] = curves.panel(
                own_rows,
                _x(),
                self.limits.measure,
                words.limits.KIND[kind],
                names,
                self._marks(kind),
            )
            alternatives[kind] = words.limits.alternative(
                "cliff", self.limits.measure, words.limits.KIND[kind], named(self.limits.memories)
            )
        curves.show(panels, alternatives)
        capacity = theory.hebb_capacity()[0] * N_UNITS
        with_theory = self.limits.measure == "overlap"
        st.caption(
            words.limits.limits(capacity, LECTURE, N_UNITS) + words.limits.THEORY * with_theory
        )
        if len(results) == len(set(self.tasks())):
            self._findings(results)
        charts.tabulate(curves.table(rows, "P"), " ".join(alternatives.values()))

    def _marks(self, kind: str) -> list[Chart]:
        """The two limits, the guess, and the theory where it speaks of what is shown."""
        places = [theory.hebb_capacity()[0] * N_UNITS, LECTURE]
        marks = [_upright(places, charts.GREY, [4, 4])]
        if self.limits.guess and kind == self._asked()[1]:
            marks.append(_upright([self.limits.guess], charts.COLOURS[0], [2, 2]))
        of_hebb = any(name.startswith("hebb") for name in named(self.limits.memories))
        if self.limits.measure == "overlap" and kind == "random" and of_hebb:
            marks.append(_theory())
        return marks

    def _asked(self) -> tuple[str, str]:
        """The memory and the kind of patterns that the guess is about."""
        kinds = named(self.limits.kinds)
        return named(self.limits.memories)[0], "first" if "first" in kinds else kinds[0]

    def _findings(self, results: Results) -> None:
        """Where each curve broke, and the guess."""
        rates = curves.rates(self.points(), results)
        lines = [words.limits.BROKE]
        for memory in named(self.limits.memories):
            places = [(kind, _break(rates, memory, kind)) for kind in named(self.limits.kinds)]
            lines.append(words.limits.broke(words.experiments.memory(memory), places, LOADS[-1]))
        if self.limits.guess:
            memory, kind = self._asked()
            first = _break(rates, memory, kind)
            last = max([load for load in LOADS if first is None or load < first], default=0)
            verdict = words.limits.verdict(
                self.limits.guess, words.experiments.memory(memory), kind, last, first
            )
            lines.insert(0, verdict)
        st.markdown("  \n".join(lines))


def _break(rates: Mapping[Point, Rate], memory: str, kind: str) -> int | None:
    """The smallest load at which fewer than half came back exactly."""
    below = [
        point.x
        for point, rate in rates.items()
        if (point.memory, point.panel) == (memory, kind) and rate.exact < 0.5
    ]
    return min(below, default=None)


def _x() -> alt.X:
    axis = alt.Axis(values=[2, 5, 10, 20, 50, 100, 300], format="d")
    return alt.X(
        "P:Q", scale=alt.Scale(type="log", domain=[1.8, 330]), axis=axis, title=words.limits.LOAD
    )


def _upright(places: list[float], colour: str, dash: list[int]) -> Chart:
    data = alt.Data(values=[{"P": place} for place in places])
    lines: Chart = (
        alt.Chart(data).mark_rule(aria=False, color=colour, strokeDash=dash).encode(x=_x())
    )
    return lines


@cache
def _theory() -> Chart:
    loads = range(2, LOADS[-1] + 1, 2)
    values = [{"P": load, "overlap": theory.hebb_overlap(load / N_UNITS)} for load in loads]
    line = alt.Chart(alt.Data(values=values)).mark_line(
        aria=False, color=charts.GREY, strokeDash=[6, 3]
    )
    curve: Chart = line.encode(x=_x(), y="overlap:Q", tooltip=alt.value(words.limits.AMIT))
    return curve
