"""Experiments: their tables, their progress, and that they can be stopped."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from assoc_core import CORRUPTIONS, Hamming, Hopfield, pseudoinverse, random_patterns, synchronous
from assoc_core.study.experiments import answer, capacity_curve, race, recall_curve, spurious_survey
from assoc_core.study.records import Progress, Record
from tests.samples import first_digits

RNG = np.random.default_rng
FLIP = CORRUPTIONS["flip"]


def _capacity(progress: Progress | None = None) -> Record:
    return capacity_curve(100, [2, 40], rng=RNG(0), n_trials=3, progress=progress)


def _recall(progress: Progress | None = None) -> Record:
    recalls = answer(Hopfield.store(first_digits(20), pseudoinverse), schedule=synchronous)
    return recall_curve(
        recalls, first_digits(20), FLIP, [0.0, 0.5], rng=RNG(0), n_trials=3, progress=progress
    )


def _race(progress: Progress | None = None) -> Record:
    x = first_digits(20)
    entrants = {"hebb": answer(Hopfield.store(x)), "hamming": answer(Hamming.store(x))}
    return race(entrants, x, FLIP, [0.2], rng=RNG(0), n_trials=3, progress=progress)


def _survey(progress: Progress | None = None) -> Record:
    memory = Hopfield.store(random_patterns(5, 100, rng=RNG(0)))
    return spurious_survey(memory, rng=RNG(0), n_trials=6, progress=progress)


EXPERIMENTS = [_capacity, _recall, _race, _survey]
Experiment = Callable[[Progress | None], Record]


@pytest.mark.parametrize("experiment", EXPERIMENTS)
def test_progress_is_told_after_every_trial(experiment: Experiment) -> None:
    seen: list[tuple[int, int]] = []
    record = experiment(lambda done, n_trials: seen.append((done, n_trials)))
    assert seen == [(done, 6) for done in range(1, 7)]
    assert len(record.trials) == 6
    assert record.complete


@pytest.mark.parametrize("experiment", EXPERIMENTS)
def test_an_experiment_can_be_stopped_and_keeps_what_it_has(experiment: Experiment) -> None:
    record = experiment(lambda done, _: done == 2)
    assert record.trials == experiment(None).trials[:2]
    assert not record.complete
    assert sum(row["trials"] for row in record.table()) == 2


@pytest.mark.parametrize("experiment", EXPERIMENTS)
def test_the_table_is_plain(experiment: Experiment) -> None:
    rows = experiment(None).table()
    assert len({tuple(row) for row in rows}) == 1  # the same columns everywhere
    assert {type(value) for row in rows for value in row.values()} <= {int, float, str}


@pytest.mark.parametrize("experiment", EXPERIMENTS)
def test_a_record_is_frozen(experiment: Experiment) -> None:
    record = experiment(None)
    with pytest.raises(FrozenInstanceError):
        record.complete = False  # type: ignore[misc]
    hash(record)  # all the way down


def test_capacity_by_hand() -> None:
    few, many = _capacity().table()
    assert (few["patterns"], few["load"], few["trials"]) == (2, 0.02, 3)
    assert (few["bit_error"], few["all_stable"], few["overlap"]) == (0, 1, 1)
    assert many["bit_error"] > 0.02
    assert many["all_stable"] == 0
    assert many["overlap"] < 0.8


def test_recall_by_hand() -> None:
    whole, half = _recall().table()
    assert (whole["amount"], whole["exact"], whole["overlap"]) == (0.0, 1, 1)
    assert half["exact"] == 0
    assert half["trials"] == 3


def test_all_entrants_run_on_the_same_cues() -> None:
    x, seen = first_digits(5), []

    def watch(cues: np.ndarray, _rng: np.random.Generator) -> np.ndarray:
        seen.append(cues)
        return cues

    table = race({"one": watch, "two": watch}, x, FLIP, [0.25], rng=RNG(0)).table()
    assert (seen[0] == seen[1]).all()
    assert [row["memory"] for row in table] == ["one", "two"]
    assert table[0]["overlap"] == table[1]["overlap"] == pytest.approx(0.5)
    assert table[0]["exact"] == 0


def test_race_of_hebb_and_hamming_on_digits() -> None:
    hebb, hamming = _race().table()
    assert (hebb["memory"], hebb["exact"]) == ("hebb", 0)
    assert (hamming["memory"], hamming["exact"]) == ("hamming", 1)


def test_survey_counts_every_trial_once() -> None:
    table = _survey().table()
    assert {row["kind"] for row in table} <= {"stored", "reversed", "mixture", "other"}
    assert sum(row["trials"] for row in table) == 6
    assert all(row["overlap"] == 1 for row in table if row["kind"] in {"stored", "reversed"})
