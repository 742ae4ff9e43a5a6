"""Measurements over many trials: capacity, recall under damage, races, spurious states.

Each takes `progress`, called after every trial with the number of trials done and of all trials;
if it returns True the experiment stops there, and its record holds what was measured so far.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.data.corruption import Corruption
from assoc_core.data.patterns import random_patterns
from assoc_core.memories.hopfield import Hopfield
from assoc_core.memories.rules import hebb
from assoc_core.memories.schedules import Schedule, steepest
from assoc_core.study.attractors import classify
from assoc_core.study.rates import Rate, rated
from assoc_core.study.records import Measured, Progress, Record, Setting, recorded
from assoc_core.types import Bipolar, Rule, as_patterns

Answer: TypeAlias = Callable[[Bipolar, np.random.Generator], Bipolar]  # cues (B, N) -> (B, N)


def answer(memory: Any, **how: Any) -> Answer:
    """What a memory recalls, always as patterns: (cues (B, N), rng) -> (B, N); how: for settle."""

    def answers(cues: Bipolar, rng: np.random.Generator) -> Bipolar:
        return np.asarray(memory.settle(cues, rng=rng, **how))

    return answers


def capacity_curve(
    n_units: int,
    loads: Iterable[int],
    *,
    rng: np.random.Generator,
    rule: Rule = hebb,
    schedule: Schedule = steepest,
    n_trials: int = 10,
    progress: Progress | None = None,
) -> Record:
    """Random patterns, P of them for each P in loads: bit_error and all_stable after one step from
    the patterns themselves, and their overlap with where the network then settles.
    """
    counts = [n for n in loads for _ in range(n_trials)]

    def trial(n_patterns: int) -> tuple[Setting, Measured]:
        network = Hopfield.store(random_patterns(n_patterns, n_units, rng=rng), rule)
        x = network.patterns
        wrong = network.field(x) * x < -network.tie
        m = rated(network.settle(x, rng=rng, schedule=schedule), x).overlap
        found = {"bit_error": wrong.mean(), "all_stable": not wrong.any(), "overlap": m}
        setting = (("patterns", n_patterns), ("load", n_patterns / n_units))
        return setting, tuple((name, float(value)) for name, value in found.items())

    return recorded(map(trial, counts), len(counts), progress)


def recall_rate(
    recalls: Answer,
    patterns: ArrayLike,
    corruption: Corruption,
    amount: float,
    *,
    rng: np.random.Generator,
) -> Rate:
    """The patterns (B, N) that are meant, each damaged once and recalled."""
    x = as_patterns(patterns)
    cues = np.array([corruption(pattern, amount, rng) for pattern in x])
    return rated(recalls(cues, rng), x)


def recall_curve(
    recalls: Answer,
    patterns: ArrayLike,
    corruption: Corruption,
    amounts: Iterable[float],
    *,
    rng: np.random.Generator,
    n_trials: int = 1,
    progress: Progress | None = None,
) -> Record:
    """Every pattern damaged by each amount: the share recalled exactly, and the mean overlap."""
    entrants = {"": recalls}
    whole = race(
        entrants, patterns, corruption, amounts, rng=rng, n_trials=n_trials, progress=progress
    )
    return Record(tuple((setting[1:], found) for setting, found in whole.trials), whole.complete)


def race(
    entrants: Mapping[str, Answer],
    patterns: ArrayLike,
    corruption: Corruption,
    amounts: Iterable[float],
    *,
    rng: np.random.Generator,
    n_trials: int = 1,
    progress: Progress | None = None,
) -> Record:
    """Several memories on the same cues, the patterns damaged by each amount: exact, overlap."""
    x = as_patterns(patterns)
    rounds = [amount for amount in amounts for _ in range(n_trials)]

    def trials() -> Iterator[tuple[Setting, Measured]]:
        for amount in rounds:
            cues = np.array([corruption(pattern, amount, rng) for pattern in x])
            for name, recalls in entrants.items():
                final = recalls(cues, rng)
                rate = rated(final, x)
                setting = (("memory", name), ("amount", amount))
                yield setting, (("exact", rate.exact), ("overlap", rate.overlap))

    return recorded(trials(), len(rounds) * len(entrants), progress)


def spurious_survey(
    memory: Any,
    *,
    rng: np.random.Generator,
    n_trials: int = 100,
    progress: Progress | None = None,
    **how: Any,
) -> Record:
    """Where random starts end: by kind of final state, its |overlap| and the steps to it."""

    def trial(_: int) -> tuple[Setting, Measured]:
        start = random_patterns(1, memory.patterns.shape[1], rng=rng)[0]
        trajectory = memory.recall(start, rng=rng, **how)
        verdict = classify(trajectory.recalled, memory.patterns)
        measured = (("overlap", abs(verdict.overlap)), ("steps", float(trajectory.n_steps)))
        return (("kind", verdict.kind),), measured

    return recorded(map(trial, range(n_trials)), n_trials, progress)
