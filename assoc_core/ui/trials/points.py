"""Points of curves: what an experiment measures, each by batches of its own. No Streamlit here."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, ClassVar, TypeAlias

from assoc_core.study.rates import Rate
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.trials.jobs import Task
from assoc_core.ui.trials.tasks import Batch, total

Results: TypeAlias = Mapping[Task, Any]
Rows: TypeAlias = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Point:
    """What is measured at one place of one curve: a memory is a series, a panel a chart."""

    memory: str
    panel: str
    x: int
    batches: tuple[Batch, ...]


@dataclass(frozen=True)
class Measured(ABC):
    """An experiment made of points; its settings are those of the page, without the cue."""

    settings: Settings

    x_name: ClassVar[str]  # what x is, in the table

    @abstractmethod
    def measure(self) -> Sequence[Point]:
        """All its points."""

    def points(self) -> Sequence[Point]:
        """The same, made once."""
        return _points_of(self)

    def tasks(self) -> list[Task]:
        """All batches: first one of each point, so that whole curves show soon, then the next."""
        points = self.points()
        rounds = max((len(point.batches) for point in points), default=0)
        return [
            point.batches[n] for n in range(rounds) for point in points if n < len(point.batches)
        ]

    def rates(self, results: Results) -> dict[Point, Rate]:
        """The rate of each point of which something is known."""
        all_rates = {point: total(point.batches, results) for point in self.points()}
        return {point: rate for point, rate in all_rates.items() if rate.n_cues}

    def rows(self, results: Results) -> Rows:
        """A row for each such point, with all that was set for it."""
        return [
            {
                "memory": point.memory,
                "panel": point.panel,
                self.x_name: point.x,
                **measured(rate),
                **asdict(point.batches[0].settings),
            }
            for point, rate in self.rates(results).items()
        ]


@lru_cache(maxsize=8)
def _points_of(experiment: Measured) -> Sequence[Point]:
    return tuple(experiment.measure())


def measured(rate: Rate) -> dict[str, float]:
    """A rate and its 95 % intervals, by name."""
    return {
        "cues": rate.n_cues,
        "exact": rate.exact,
        "exact_low": rate.exact_interval[0],
        "exact_high": rate.exact_interval[1],
        "overlap": rate.overlap,
        "overlap_low": rate.overlap_interval[0],
        "overlap_high": rate.overlap_interval[1],
    }
