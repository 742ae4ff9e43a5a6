"""What is measured in batches: recall under damage, races, and where noise ends.

A batch is a few patterns, each damaged once and recalled, with one generator for all of it. Rates
of batches add up: so a long experiment is a sum of short ones, which any process can run.

>>> rng = np.random.default_rng(0)
>>> memory = Hopfield.store(random_patterns(40, 400, rng=rng))
>>> recalls = experiments.answer(memory, schedule=asynchronous)
>>> flip = CORRUPTIONS["flip"]
>>> one, other = (
...     experiments.recall_rate(recalls, memory.patterns, flip, 0.1, rng=rng) for _ in range(2)
... )
>>> (one + other).n_cues, (one + other).exact
(80, 0.775)
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.data.corruption import Corruption
from assoc_core.data.patterns import random_patterns
from assoc_core.study.attractors import Verdict, classify
from assoc_core.study.rates import Rate, rated
from assoc_core.trajectory import Trajectory
from assoc_core.types import AssociativeMemory, Bipolar, as_patterns

Answer: TypeAlias = Callable[[Bipolar, np.random.Generator], Bipolar]  # cues (B, N) -> (B, N)
Recall: TypeAlias = Callable[[Bipolar, np.random.Generator], Trajectory]  # of one cue (N,)


def answer(memory: AssociativeMemory, **how: Any) -> Answer:
    """What a memory settles cues as: (cues (B, N), rng) -> (B, N); how: more for its `settle`."""
    settle: Callable[..., Bipolar] = memory.settle
    return lambda cues, rng: settle(cues, rng=rng, **how)


def recall_rate(
    answers: Answer,
    patterns: ArrayLike,
    corruption: Corruption,
    amount: float,
    *,
    rng: np.random.Generator,
) -> Rate:
    """One batch: the patterns (B, N) that are meant, each damaged once and recalled."""
    (rate,) = race({"": answers}, patterns, corruption, amount, rng=rng).values()
    return rate


def race(
    entrants: Mapping[str, Answer],
    patterns: ArrayLike,
    corruption: Corruption,
    amount: float,
    *,
    rng: np.random.Generator,
) -> dict[str, Rate]:
    """One batch for several memories, all on the same cues."""
    meant = as_patterns(patterns)
    cues = np.array([corruption(pattern, amount, rng) for pattern in meant])
    return {name: rated(answers(cues, rng), meant) for name, answers in entrants.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """Where one start led: the start (N,), the record of its recall, and what the end is."""

    start: Bipolar
    trajectory: Trajectory
    verdict: Verdict


def spurious_survey(
    recalls: Recall, patterns: ArrayLike, n_starts: int, *, rng: np.random.Generator
) -> tuple[Outcome, ...]:
    """One batch of random starts: where each ends, by the name it has among the patterns (P, N)."""
    xi = as_patterns(patterns)
    starts = random_patterns(n_starts, xi.shape[1], rng=rng)
    ends = (recalls(start, rng) for start in starts)
    return tuple(
        Outcome(start, end, classify(end.recalled, xi))
        for start, end in zip(starts, ends, strict=True)
    )
