"""The Hamming network: scores are distances, MAXNET finds the argmax or says why not."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assoc_core import Hamming, hamming_distance, random_patterns
from assoc_core.memories.hamming import consensus
from assoc_core.memories.maxnet import kill_line, maxnet, maxnet_step
from assoc_core.types import Bipolar, Real
from tests import reference
from tests.samples import bipolar_arrays, cue_arrays, damaged, first_digits

RNG = np.random.default_rng
SCORES = st.lists(st.integers(0, 30), min_size=1, max_size=12).map(lambda y: np.array(y, float))


@given(patterns=bipolar_arrays(5, 9), cues=cue_arrays(4, 9))
def test_scores_are_n_minus_the_hamming_distance(patterns: Bipolar, cues: Bipolar) -> None:
    network = Hamming.store(patterns)
    literal = [[9 - reference.hamming_distance(cue, x) for x in patterns] for cue in cues]
    assert network.scores(cues).tolist() == literal
    assert network.scores(cues[0]).tolist() == literal[0]


def test_weights_are_half_the_patterns() -> None:
    patterns = random_patterns(3, 8, rng=RNG(0))
    assert (Hamming.store(patterns).weights * 2 == patterns).all()


@given(y=SCORES, epsilon=st.floats(0.01, 1))
def test_maxnet_step_is_the_literal_one(y: Real, epsilon: float) -> None:
    expected = reference.maxnet(y.tolist(), epsilon, 1)
    if len(expected) > 1:
        assert maxnet_step(y, epsilon) == pytest.approx(np.array(expected[1]), abs=1e-12)


@given(y=SCORES, epsilon=st.floats(0.01, 0.5))
def test_kill_line_tells_who_dies(y: Real, epsilon: float) -> None:
    line = kill_line(y, epsilon)
    assume(np.abs(y - line).min() > 1e-9)
    assert ((maxnet_step(y, epsilon) == 0) == (y <= line)).all()


@given(y=SCORES, epsilon=st.floats(0.01, 0.5))
def test_maxnet_keeps_the_order_and_stretches_every_gap(y: Real, epsilon: float) -> None:
    new = maxnet_step(y, epsilon)
    alive = new > 0
    gaps, new_gaps = np.diff(np.sort(y[alive])), np.diff(np.sort(new[alive]))
    assert new_gaps == pytest.approx((1 + epsilon) * gaps, abs=1e-9)
    assert (np.diff(new[np.argsort(y)]) >= 0).all()


@given(patterns=bipolar_arrays(6, 12), cue=cue_arrays(12))
def test_recall_ends_at_the_argmax_or_in_a_named_tie(patterns: Bipolar, cue: Bipolar) -> None:
    network = Hamming.store(patterns)
    scores, trajectory = network.scores(cue), network.recall(cue)
    assume(scores.max() > 0)  # else no unit is active, and none can win
    best = np.flatnonzero(scores == scores.max())
    assert trajectory.stop == ("winner" if best.size == 1 else "tie")
    assert np.flatnonzero(trajectory.states[-1]).tolist() == best.tolist()
    assert (trajectory.recalled == consensus(patterns[best])).all()
    assert network.nearest(cue[None]).tolist() == [best[0]]


@given(patterns=bipolar_arrays(4, 6), cue=cue_arrays(6))
def test_recall_is_the_literal_maxnet(patterns: Bipolar, cue: Bipolar) -> None:
    network = Hamming.store(patterns)
    trajectory = network.recall(cue)
    literal = reference.maxnet(network.scores(cue).tolist(), 1 / 4, trajectory.n_steps)
    assert trajectory.states == pytest.approx(np.array(literal), abs=1e-9)


def test_lecture_example_where_too_much_inhibition_kills_everyone() -> None:
    y = np.array([10.0, 9.0, 9.0])
    assert maxnet_step(y, 0.6).tolist() == [0, 0, 0]
    patterns = np.ones((3, 12), dtype=np.int8)
    patterns[0, :2] = patterns[1, :3] = patterns[2, 1:4] = -1
    cue = np.ones(12, dtype=np.int8)
    trajectory = Hamming.store(patterns, inhibition=0.6).recall(cue)
    assert trajectory.states.tolist() == [[10, 9, 9], [0, 0, 0]]
    assert trajectory.stop == "fixed point"
    assert not trajectory.recalled.any()


def test_inhibition_defaults_to_one_over_p() -> None:
    assert Hamming.store(first_digits(118)).inhibition == 1 / 118


@pytest.mark.parametrize(
    "inhibition", [0, 0.0, -0.1, np.nan, np.inf, True, np.True_, "0.1", "1/P", "many", [0.1], 1j]
)
def test_senseless_inhibition_is_refused(inhibition: Any) -> None:
    for made in (Hamming, Hamming.store):
        with pytest.raises(ValueError, match=r"above 0, best below 1/\(P-1\)"):
            made(first_digits(2), inhibition)


@pytest.mark.parametrize("inhibition", [1, 0.5, np.float32(0.5), np.int64(1)])
def test_inhibition_is_any_number_above_0(inhibition: float) -> None:
    assert Hamming.store(first_digits(2), inhibition).inhibition == float(inhibition)


@given(
    patterns=bipolar_arrays(6, 5),
    cues=cue_arrays(4, 5),
    inhibition=st.sampled_from([None, "1/active", 0.1, 0.2, 0.25, 0.6, 1.5]),
)
def test_settle_is_recall_cue_by_cue(
    patterns: Bipolar, cues: Bipolar, inhibition: float | None
) -> None:
    """So few units that ties, dead heats of several patterns and scores of 0 are common."""
    network = Hamming.store(patterns, inhibition)
    assert (network.settle(cues) == [network.recall(cue).recalled for cue in cues]).all()


def test_settle_of_a_dead_heat_is_what_the_best_agree_on() -> None:
    network = Hamming.store([[1, 1, 1, 1], [1, 1, -1, -1], [-1, -1, -1, -1]])
    assert network.settle([1, 1, 0, 0]).tolist() == [[1, 1, 0, 0]]
    assert network.nearest([1, 1, 0, 0]).tolist() == [0]
    assert Hamming.store([[1, 1]]).settle([-1, -1]).tolist() == [[0, 0]]


@pytest.mark.parametrize("n_patterns", [3, 5000])
def test_the_nearest_of_one_cue_is_one_index(n_patterns: int) -> None:
    patterns = random_patterns(n_patterns, 30, rng=RNG(0))
    network = Hamming.store(patterns)
    assert network.nearest(patterns[2]).tolist() == [2]
    assert network.settle(patterns[2]).tolist() == [patterns[2].tolist()]


@pytest.mark.parametrize("n_patterns", [3, 5000])
@pytest.mark.parametrize("shape", [(), (2, 2, 30)])
def test_a_batch_has_two_dimensions(n_patterns: int, shape: tuple[int, ...]) -> None:
    network = Hamming.store(random_patterns(n_patterns, 30, rng=RNG(0)))
    for ask in (network.settle, network.nearest):
        with pytest.raises(ValueError, match=r"cues of shape \(B, 30\)"):
            ask(np.ones(shape))


def test_other_patterns_are_packed_anew() -> None:
    first, second = (random_patterns(5000, 64, rng=RNG(seed)) for seed in (0, 1))
    network = replace(Hamming.store(first), patterns=second)
    assert network.nearest(second[:5]).tolist() == [0, 1, 2, 3, 4]


def test_the_step_limit_can_be_read() -> None:
    many = Hamming.store(random_patterns(10_000, 10, rng=RNG(0)))
    assert many.step_limit() == 3000
    assert many.step_limit(7) == 7
    assert Hamming.store(first_digits(118)).step_limit() == 20_000
    assert many.recall(np.ones(10), max_steps=4).n_steps == 4


def test_repr_is_one_line_that_explains_it() -> None:
    assert repr(Hamming.store(first_digits(118))) == (
        "Hamming(118 patterns of 784 units, inhibition=1/P)"
    )
    for inhibition, said in (("1/active", "1/active"), (0.6, "0.6")):
        network = Hamming.store(first_digits(3), inhibition)  # type: ignore[arg-type]
        assert repr(network) == f"Hamming(3 patterns of 784 units, inhibition={said})"


def test_patterns_that_were_given_stay_the_callers() -> None:
    patterns = random_patterns(3, 30, rng=RNG(0))
    network = Hamming(patterns, 0.1)
    patterns[:] = 1
    assert (network.patterns != 1).any()
    assert not network.patterns.flags.writeable


def test_one_pattern_wins_at_once() -> None:
    trajectory = Hamming.store(first_digits(1)).recall(first_digits(1)[0])
    assert trajectory.n_steps == 0
    assert trajectory.stop == "winner"


def test_scores_of_0_leave_no_unit_active() -> None:
    trajectory = Hamming.store(first_digits(1)).recall(-first_digits(1)[0])
    assert trajectory.n_steps == 0
    assert trajectory.stop == "fixed point"
    assert not trajectory.recalled.any()


def test_repeated_patterns_tie_and_agree() -> None:
    patterns = np.repeat(first_digits(2), 2, axis=0)
    trajectory = Hamming.store(patterns).recall(patterns[2])
    assert trajectory.stop == "tie"
    assert np.flatnonzero(trajectory.states[-1]).tolist() == [2, 3]
    assert (trajectory.recalled == patterns[2]).all()


def test_step_limit_is_named() -> None:
    trajectory = Hamming.store(first_digits(50)).recall(first_digits(50)[0], max_steps=1)
    assert trajectory.n_steps == 1
    assert trajectory.stop == "step limit"


def test_settle_finds_the_nearest_digit() -> None:
    patterns = first_digits(118)
    cues = damaged(patterns, "flip", 0.3, seed=0)
    nearest = hamming_distance(cues, patterns).argmin(axis=1)
    assert (Hamming.store(patterns).nearest(cues) == nearest).all()
    settled = Hamming.store(patterns).settle(cues)
    assert (settled == patterns[nearest]).all(axis=1).sum() == 116  # two dead heats


def test_consensus_is_unknown_where_patterns_differ() -> None:
    patterns = np.array([[1, 1, -1], [1, -1, -1]], dtype=np.int8)
    assert consensus(patterns).tolist() == [1, 0, -1]
    assert consensus(patterns[:0]).tolist() == [0, 0, 0]


def test_a_too_large_inhibition_kills_all_and_a_dead_heat_stays() -> None:
    killed, why = maxnet(np.array([10.0, 9, 9]), lambda _: 0.6, 50)
    assert killed.tolist() == [[10, 9, 9], [0, 0, 0]]
    assert why == "fixed point"
    tied, why = maxnet(np.array([10.0, 10, 9]), lambda _: 0.3, 50)
    assert (tied[-1, 0], tied[-1, 2]) == (tied[-1, 1], 0)
    assert why == "tie"
