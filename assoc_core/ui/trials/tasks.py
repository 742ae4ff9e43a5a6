"""What experiments are made of: small tasks, each of which a process of its own can run.

A task is a value: equal tasks have equal results, so a result can be kept and shared. No Streamlit
here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from assoc_core import CORRUPTIONS, experiments, mnist
from assoc_core.study.rates import Rate
from assoc_core.ui.choices.codec import encode
from assoc_core.ui.choices.settings import Recipe, Settings
from assoc_core.ui.model import collection, networks
from assoc_core.ui.model.endings import Ending, ending

N_CUES = 20  # in a batch
N_STARTS = 10
CUES, STARTS = 3, 4  # keep their random numbers apart from each other and from the page's


@dataclass(frozen=True, slots=True)
class Batch:
    """Twenty damaged patterns, recalled: of a memory of its own where `fresh`, else always of the
    one that the settings store; of all its patterns in turn, or of the chosen `digit` only.
    """

    settings: Settings
    number: int
    fresh: bool = False
    digit: int | None = None

    def run(self) -> Rate:
        """How many came back; equal cues for every memory of the same patterns."""
        s = self.settings
        draw = (s.seed, self.number + 1) if self.fresh else None
        memory, _ = _stored(s.recipe, draw)
        rng = np.random.default_rng([s.seed, CUES, self.number])
        return experiments.recall_rate(
            experiments.answer(memory, **networks.how(memory, s)),
            memory.patterns[self._meant(len(memory.patterns))],
            CORRUPTIONS[s.damage],
            s.amount / 100,
            rng=rng,
        )

    def _meant(self, n_patterns: int) -> np.ndarray:
        if self.digit is not None:
            return np.full(N_CUES, self.digit)
        first = 0 if self.fresh else N_CUES * self.number
        return (first + np.arange(N_CUES)) % n_patterns


@dataclass(frozen=True, slots=True)
class Found:
    """An attractor: the encoded state, one encoded start that led there, and what it is."""

    state: str
    start: str
    ending: Ending


@dataclass(frozen=True, slots=True)
class Starts:
    """Ten random pictures, and where each of them ends."""

    settings: Settings
    number: int

    def run(self) -> tuple[Found, ...]:
        """In the order of the starts."""
        memory, labels = _stored(self.settings.recipe, None)
        outcomes = experiments.spurious_survey(
            lambda start, _: networks.recall(memory, self.settings, start),  # as Recall shows it
            memory.patterns,
            N_STARTS,
            rng=np.random.default_rng([self.settings.seed, STARTS, self.number]),
        )
        return tuple(
            Found(
                encode(outcome.trajectory.recalled),
                encode(outcome.start),
                ending(outcome.trajectory, memory, labels, target=None),
            )
            for outcome in outcomes
        )


def total(batches: Iterable[Batch], results: Mapping[Any, Any]) -> Rate:
    """The rate over those of the batches whose results are there."""
    return sum((results[batch] for batch in batches if batch in results), Rate())


def plain(settings: Settings) -> Settings:
    """The settings without what experiments do not use, so that equal tasks are equal values.

    There is no temperature: at one the network never rests, and hardly anything comes back exactly.
    """
    usual = Settings()
    return replace(
        settings,
        source=usual.source,
        digit=usual.digit,
        fit=usual.fit,
        temperature=usual.temperature,
    )


@lru_cache(maxsize=1)
def _train() -> mnist.Digits:
    return mnist.load("train")


@lru_cache(maxsize=8)
def _stored(
    recipe: Recipe, draw: tuple[int, int] | None
) -> tuple[networks.Memory, tuple[int, ...]]:
    patterns, labels = collection.chosen(recipe, _train(), draw)
    return networks.store(patterns, recipe), labels
