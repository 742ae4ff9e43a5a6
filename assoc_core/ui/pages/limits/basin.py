"""The basin of attraction: recall against the amount of damage."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import altair as alt

from assoc_core.ui import words
from assoc_core.ui.choices.entrants import entrant, named
from assoc_core.ui.pages.limits.curved import OnLimits
from assoc_core.ui.trials.points import Point, Results
from assoc_core.ui.trials.tasks import Batch

AMOUNTS = (0, 10, 20, 25, 30, 35, 40, 50, 60, 70, 80, 90, 100)


@dataclass(frozen=True)
class Basin(OnLimits):
    """The experiment for one choice of settings; `digit` is the one that is damaged, None all."""

    digit: int | None
    x_name: ClassVar[str] = "percent"

    def measure(self) -> Sequence[Point]:
        """A point for each amount, kind of damage and memory."""
        return [
            self._point(memory, damage, amount)
            for amount in AMOUNTS
            for damage in named(self.limits.damages)
            for memory in named(self.limits.memories)
        ]

    def _point(self, memory: str, damage: str, amount: int) -> Point:
        what = replace(entrant(memory, self.settings), damage=damage, amount=amount)
        batches = (Batch(what, n, digit=self.digit) for n in range(self.n_batches))
        return Point(memory, damage, amount, tuple(batches))

    def draw(self, results: Results) -> None:
        titles = {name: words.experiments.panel(name) for name in named(self.limits.damages)}
        scale = alt.Scale(domain=[-3, 103], nice=False)
        x = alt.X("percent:Q", scale=scale, title=words.experiments.COLUMN["percent"])
        self.draw_panels(results, x, titles, {})
