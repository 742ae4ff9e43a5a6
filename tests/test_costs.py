"""The costs of a recall, against sums by hand."""

import numpy as np
import pytest

from assoc_core import (
    DenseHopfield,
    Hamming,
    Hopfield,
    ModernHopfield,
    Trajectory,
    asynchronous,
    random_patterns,
    steepest,
    synchronous,
)
from assoc_core.study import costs
from assoc_core.trajectory import Stop

N, P = 6, 4


def of_steps(n_steps: int, stop: Stop = "fixed point") -> Trajectory:
    """A record of so many steps of N units; what the states are does not matter to their cost."""
    cue = np.ones(N, dtype=np.int8)
    states = np.tile(cue, (n_steps + 1, 1))
    return Trajectory(cue, states, np.arange(n_steps + 1), cue.copy(), stop)


def test_a_flip_costs_a_row_of_weights() -> None:
    cost = costs.one_by_one(of_steps(3))
    assert cost.work.tolist() == [0, 36 + 6, 36 + 12, 36 + 18]
    assert (cost.total, cost.numbers) == (54, 15)


def test_to_see_that_nothing_changes_costs_the_first_fields() -> None:
    cost = costs.one_by_one(of_steps(0))
    assert (cost.work.tolist(), cost.total) == ([0], 36)


@pytest.mark.parametrize(("stop", "total"), [("fixed point", 108), ("2-cycle", 72)])
def test_a_sweep_costs_all_weights(stop: Stop, total: int) -> None:
    cost = costs.all_at_once(of_steps(2, stop))
    assert cost.work.tolist() == [0, 36, 72]
    assert (cost.total, cost.numbers) == (total, 15)


def test_a_dense_network_sums_over_all_patterns_after_each_flip() -> None:
    cost = costs.dense(of_steps(2), P)
    assert cost.work.tolist() == [0, 48 + 28, 48 + 56]
    assert (cost.total, cost.numbers) == (104, 24)


def test_attention_goes_through_the_patterns_twice() -> None:
    cost = costs.modern(of_steps(2), P)
    assert cost.work.tolist() == [0, 48, 96]
    assert (cost.total, cost.numbers) == (96, 24)


def test_maxnet_costs_what_is_active() -> None:
    cue = np.ones(N, dtype=np.int8)
    activity = np.array([[5.0, 4, 3, 1], [3, 2, 1, 0], [2, 0.5, 0, 0], [1.9, 0, 0, 0]])
    cost = costs.hamming(Trajectory(cue, activity, np.arange(4), cue.copy(), "winner"))
    assert cost.work.tolist() == [0, 24 + 4, 24 + 4 + 3, 24 + 4 + 3 + 2]
    assert (cost.total, cost.numbers) == (33, 24)


def test_a_tie_from_the_start_costs_the_scores() -> None:
    cue = np.zeros(N, dtype=np.int8)
    cost = costs.hamming(
        Hamming.store(random_patterns(P, N, rng=np.random.default_rng(0))).recall(cue)
    )
    assert (cost.work.tolist(), cost.total) == ([0], 24)


def test_work_grows_with_every_step_to_the_total() -> None:
    rng = np.random.default_rng(1)
    x = random_patterns(5, 60, rng=rng)
    cue = np.where(rng.random(60) < 0.2, -x[0], x[0]).astype(np.int8)
    network, dense = Hopfield.store(x), DenseHopfield.store(x, "exp")
    recalled = {
        "steepest": costs.one_by_one(network.recall(cue, rng=rng, schedule=steepest)),
        "asynchronous": costs.one_by_one(network.recall(cue, rng=rng, schedule=asynchronous)),
        "synchronous": costs.all_at_once(network.recall(cue, rng=rng, schedule=synchronous)),
        "dense": costs.dense(dense.recall(cue, rng=rng), 5),
        "modern": costs.modern(ModernHopfield.store(x).recall(cue), 5),
        "hamming": costs.hamming(Hamming.store(x).recall(cue)),
    }
    for cost in recalled.values():
        assert len(cost.work) > 1
        assert (np.diff(cost.work) > 0).all()
        assert cost.work[0] == 0
        assert cost.work[-1] <= cost.total
    assert recalled["steepest"].total < recalled["synchronous"].total


def test_the_work_that_was_given_stays_the_callers() -> None:
    work = np.zeros(2, dtype=np.int64)
    cost = costs.Cost(work, 0, 1)
    work[1] = 7
    assert cost.work.tolist() == [0, 0]
    assert not cost.work.flags.writeable
