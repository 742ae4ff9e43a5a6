"""Record: what an experiment found, trial by trial."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

Progress: TypeAlias = Callable[[int, int], bool | None]  # trials done, all; True: stop here
Setting: TypeAlias = tuple[tuple[str, Any], ...]  # what was set in a trial, by name
Measured: TypeAlias = tuple[tuple[str, float], ...]  # what came out, by name


@dataclass(frozen=True, slots=True)
class Record:
    """What an experiment found, trial by trial, and whether it ran to its end."""

    trials: tuple[tuple[Setting, Measured], ...]
    complete: bool

    def table(self) -> list[dict[str, Any]]:
        """A row for each setting: the setting, how many trials it had, the means over them."""
        grouped: dict[Setting, list[Measured]] = {}
        for setting, measured in self.trials:
            grouped.setdefault(setting, []).append(measured)
        return [
            {**dict(setting), "trials": len(results), **_means(results)}
            for setting, results in grouped.items()
        ]


def _means(results: list[Measured]) -> dict[str, float]:
    columns = zip(*results, strict=True)
    return {column[0][0]: float(np.mean([value for _, value in column])) for column in columns}


def recorded(
    trials: Iterator[tuple[Setting, Measured]], n_trials: int, progress: Progress | None
) -> Record:
    """The trials, until they are over or `progress` has had enough."""
    done = []
    for trial in trials:
        done.append(trial)
        if progress is not None and progress(len(done), n_trials):
            break
    return Record(tuple(done), len(done) == n_trials)
