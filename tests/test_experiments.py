"""Experiments, batch by batch: what they measure, and with which random numbers."""

from typing import Any

import numpy as np
import pytest

from assoc_core import (
    CORRUPTIONS,
    Hamming,
    Hopfield,
    ModernHopfield,
    Pairs,
    Sequence,
    asynchronous,
    classify,
    experiments,
    pseudoinverse,
    random_patterns,
    synchronous,
)
from assoc_core.study.rates import rated
from assoc_core.types import Bipolar
from tests.samples import first_digits

RNG = np.random.default_rng
FLIP = CORRUPTIONS["flip"]


@pytest.mark.parametrize("store", [Hopfield.store, Hamming.store, ModernHopfield.store])
def test_an_answer_is_what_the_memory_settles(store: Any) -> None:
    memory = store(first_digits(20))
    recalls = experiments.answer(memory)
    assert (recalls(first_digits(20), RNG(0)) == memory.settle(first_digits(20), rng=RNG(0))).all()


def test_an_answer_settles_as_it_is_told() -> None:
    memory = Hopfield.store(random_patterns(30, 100, rng=RNG(0)))
    cues = random_patterns(10, 100, rng=RNG(1))
    recalls = experiments.answer(memory, schedule=synchronous, max_sweeps=3)
    once = memory.settle(cues, rng=RNG(0), schedule=synchronous, max_sweeps=3)
    assert (recalls(cues, RNG(0)) == once).all()


@pytest.mark.parametrize(
    "memory",
    [
        Pairs.store(first_digits(3), first_digits(3)[:, 300:400], correlated=True),
        Sequence.store(first_digits(3)),
    ],
    ids=repr,
)
def test_every_memory_can_be_measured(memory: Pairs | Sequence) -> None:
    recalls = experiments.answer(memory)
    rate = experiments.recall_rate(recalls, memory.patterns, FLIP, 0.0, rng=RNG(0))
    assert rate.n_cues == 3


def test_one_batch_is_one_generator() -> None:
    """First it damages every pattern, then it drives the recall: a random order is the batch's."""
    memory = Hopfield.store(first_digits(30), pseudoinverse)
    rng = RNG(5)
    cues = np.array([FLIP(x, 0.3, rng) for x in memory.patterns])
    final = memory.settle(cues, rng=rng, schedule=asynchronous)
    recalls = experiments.answer(memory, schedule=asynchronous)
    rate = experiments.recall_rate(recalls, memory.patterns, FLIP, 0.3, rng=RNG(5))
    assert rate == rated(final, memory.patterns)


def test_all_entrants_run_on_the_same_cues() -> None:
    x, seen = first_digits(5), []

    def watch(cues: Bipolar, _rng: np.random.Generator) -> Bipolar:
        seen.append(cues)
        return cues

    rates = experiments.race({"one": watch, "two": watch}, x, FLIP, 0.25, rng=RNG(0))
    assert (seen[0] == seen[1]).all()
    assert list(rates) == ["one", "two"]
    assert rates["one"] == rates["two"]
    assert rates["one"].overlap == pytest.approx(0.5)
    assert rates["one"].exact == 0


def test_a_race_of_hebb_and_hamming_on_digits() -> None:
    x = first_digits(20)
    entrants = {
        "hebb": experiments.answer(Hopfield.store(x)),
        "hamming": experiments.answer(Hamming.store(x)),
    }
    rates = experiments.race(entrants, x, FLIP, 0.2, rng=RNG(0))
    assert (rates["hebb"].exact, rates["hamming"].exact) == (0, 1)


def test_a_survey_tells_of_each_start_where_it_ended() -> None:
    memory = Hopfield.store(random_patterns(3, 200, rng=RNG(0)))
    outcomes = experiments.spurious_survey(
        lambda start, rng: memory.recall(start, rng=rng), memory.patterns, 20, rng=RNG(1)
    )
    assert len({outcome.start.tobytes() for outcome in outcomes}) == 20
    for outcome in outcomes:
        assert (outcome.trajectory.cue == outcome.start).all()
        assert outcome.verdict == classify(outcome.trajectory.recalled, memory.patterns)
    assert {outcome.verdict.kind for outcome in outcomes} >= {"stored", "reversed"}
