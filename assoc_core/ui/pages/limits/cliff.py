"""The capacity cliff: recall against the number of stored patterns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import altair as alt
import streamlit as st

from assoc_core.study import theory
from assoc_core.study.rates import Rate
from assoc_core.ui import words
from assoc_core.ui.choices.codec import N_UNITS
from assoc_core.ui.choices.entrants import entrant, named
from assoc_core.ui.pages.limits.curved import OnLimits
from assoc_core.ui.trials.points import Point, Results
from assoc_core.ui.trials.tasks import Batch
from assoc_core.ui.widgets import charts
from assoc_core.ui.widgets.charts import Chart

LOADS = (2, 3, 5, 10, 20, 40, 60, 90, 118, 160, 220, 300)
LECTURE = 0.15 * N_UNITS


@dataclass(frozen=True)
class Cliff(OnLimits):
    """The experiment for one choice of settings."""

    x_name: ClassVar[str] = "P"

    def measure(self) -> Sequence[Point]:
        """A point for each load, kind of patterns and memory; the small loads first."""
        return [
            self._point(memory, kind, load)
            for load in LOADS
            for kind in named(self.limits.kinds)
            for memory in named(self.limits.memories)
        ]

    def _point(self, memory: str, kind: str, load: int) -> Point:
        what = entrant(memory, self.settings)
        what = replace(what, choice=kind, stored=load, planted="")
        batches = (Batch(what, n, fresh=True) for n in range(self.n_batches))
        return Point(memory, kind, load, tuple(batches))

    def draw(self, results: Results) -> None:
        kinds = named(self.limits.kinds)
        titles = {kind: words.experiments.panel(kind) for kind in kinds}
        self.draw_panels(results, _x(), titles, {kind: self._marks(kind) for kind in kinds})
        capacity = theory.hebb_capacity()[0] * N_UNITS
        with_theory = self.limits.measure == "overlap"
        st.caption(words.limits.limits(capacity, LECTURE, N_UNITS, with_theory))
        if len(results) == len(set(self.tasks())):
            st.markdown("  \n".join(self._findings(self.rates(results))))

    def _marks(self, kind: str) -> list[Chart]:
        """The two limits, the guess, and the theory where it speaks of what is shown."""
        places = [theory.hebb_capacity()[0] * N_UNITS, LECTURE]
        marks = [_upright(places, charts.GREY, [4, 4])]
        if self.limits.guess and kind == self.asked()[1]:
            marks.append(_upright([self.limits.guess], charts.COLOURS[0], [2, 2]))
        of_hebb = any(name.startswith("hebb") for name in named(self.limits.memories))
        if self.limits.measure == "overlap" and kind == "random" and of_hebb:
            marks.append(_theory())
        return marks

    def asked(self) -> tuple[str, str]:
        """The memory and the kind of patterns that the guess is about."""
        kinds = named(self.limits.kinds)
        return named(self.limits.memories)[0], "first" if "first" in kinds else kinds[0]

    def _findings(self, rates: Mapping[Point, Rate]) -> list[str]:
        """Where each curve broke, and the guess."""
        lines = [words.limits.BROKE]
        for memory in named(self.limits.memories):
            places = [(kind, _break(rates, memory, kind)) for kind in named(self.limits.kinds)]
            lines.append(words.limits.broke(memory, places, LOADS[-1]))
        if self.limits.guess:
            memory, kind = self.asked()
            first = _break(rates, memory, kind)
            last = max([load for load in LOADS if first is None or load < first], default=0)
            lines.insert(0, words.limits.verdict(self.limits.guess, memory, kind, last, first))
        return lines


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
    scale = alt.Scale(type="log", domain=[1.8, 330])
    return alt.X("P:Q", scale=scale, axis=axis, title=words.experiments.COLUMN["P"])


def _upright(places: list[float], colour: str, dash: list[int]) -> Chart:
    data = alt.Data(values=[{"P": place} for place in places])
    lines: Chart = (
        alt.Chart(data).mark_rule(aria=False, color=colour, strokeDash=dash).encode(x=_x())
    )
    return lines


def _theory() -> Chart:
    loads = range(2, LOADS[-1] + 1, 2)
    values = [{"P": load, "overlap": theory.hebb_overlap(load / N_UNITS)} for load in loads]
    line = alt.Chart(alt.Data(values=values)).mark_line(
        aria=False, color=charts.GREY, strokeDash=[6, 3]
    )
    tip = alt.value(words.limits.THEORY)
    curve: Chart = line.encode(x=_x(), y="overlap:Q", tooltip=tip)
    return curve
