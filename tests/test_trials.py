"""The tasks of experiments: values whose results are what the core measures."""

from dataclasses import replace

import numpy as np
import pytest

from assoc_core import CORRUPTIONS, Hopfield, asynchronous, pseudoinverse
from assoc_core.study.rates import Rate, rated
from assoc_core.ui.choices.codec import decode
from assoc_core.ui.choices.entrants import entrant
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import collection, networks
from assoc_core.ui.trials.tasks import CUES, Batch, Starts, plain, total
from tests.samples import digits, first_digits

FEW = Settings(stored=30)


def test_a_batch_is_twenty_patterns_recalled() -> None:
    memory = Hopfield.store(first_digits(30), pseudoinverse)
    rng = np.random.default_rng([0, CUES, 1])
    meant = first_digits(30)[np.arange(20, 40) % 30]
    cues = np.array([CORRUPTIONS["flip"](x, 0.2, rng) for x in meant])
    final = memory.settle(cues, rng=rng)
    rate = Batch(FEW, 1).run()
    assert (rate.n_cues, rate.n_exact) == (20, (final == meant).all(axis=1).sum())
    assert rate.overlap == pytest.approx((final * meant).mean(dtype=float))


def test_a_batch_is_updated_in_an_order_of_its_own() -> None:
    """Whoever asks for another batch asks for other random numbers, of the damage and the order."""
    settings = replace(FEW, order="asynchronous", amount=30)
    memory = Hopfield.store(first_digits(30), pseudoinverse)
    for number in (0, 1):
        rng = np.random.default_rng([0, CUES, number])
        meant = first_digits(30)[(20 * number + np.arange(20)) % 30]
        cues = np.array([CORRUPTIONS["flip"](x, 0.3, rng) for x in meant])
        final = memory.settle(cues, rng=rng, schedule=asynchronous)
        assert Batch(settings, number).run() == rated(final, meant)


def test_a_start_ends_where_the_recall_page_shows_it() -> None:
    settings = Settings(rule="hebb", stored=5, choice="random", order="asynchronous")
    patterns, _ = collection.chosen(settings.recipe, digits())
    memory = networks.store(patterns, settings.recipe)
    for found in Starts(settings, 1).run():
        trajectory = networks.recall(memory, settings, decode(found.start))
        assert (trajectory.recalled == decode(found.state)).all()


def test_a_chosen_digit_is_damaged_each_time_anew() -> None:
    settings = replace(entrant("pseudoinverse", FEW), amount=35)
    rates = {Batch(settings, number, digit=7).run() for number in range(3)}
    assert len(rates) == 3


@pytest.mark.parametrize("kind", ["random", "first", "shuffled"])
def test_fresh_batches_store_other_patterns(kind: str) -> None:
    settings = replace(FEW, choice=kind, amount=0)
    for number in (0, 1):
        assert Batch(settings, number, fresh=True).run().exact == 1
    hard = replace(settings, rule="hebb", amount=20, stored=60)
    assert Batch(hard, 0, fresh=True).run() != Batch(hard, 1, fresh=True).run()


def test_equal_tasks_have_equal_results() -> None:
    for task in (Batch(FEW, 0), Starts(FEW, 0)):
        assert task.run() == replace(task).run()
    assert Batch(FEW, 0).run() != Batch(replace(FEW, seed=1, amount=35), 0).run()


def test_starts_find_attractors() -> None:
    settings = Settings(rule="hebb", stored=2, choice="random")
    found = Starts(settings, 0).run()
    assert len(found) == 10
    memory = Hopfield.store(first_digits(2))  # of the same size
    assert all(decode(one.start).size == memory.patterns.shape[1] for one in found)
    assert {one.ending.verdict for one in found} <= {"stored", "reversed", "spurious", "mixture"}
    assert "stored" in {one.ending.verdict for one in found}


def test_a_total_counts_what_is_there() -> None:
    batches = [Batch(FEW, number) for number in range(3)]
    results = {batches[0]: Rate(20, 5), batches[2]: Rate(20, 6)}
    assert total(batches, results) == Rate(40, 11)
    assert total(batches, {}) == Rate()


def test_what_does_not_matter_makes_no_other_task() -> None:
    one, other = Settings(digit=3, temperature="0.3"), Settings(source="unseen", digit=9)
    assert plain(one) == plain(other) != plain(Settings(seed=1))
