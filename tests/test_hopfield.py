"""The Hopfield network: exact arithmetic, batches, its border, and nothing left writeable."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from assoc_core import RULES, SCHEDULES, Hopfield, hebb, pseudoinverse, random_patterns
from assoc_core.types import Bipolar
from tests import reference
from tests.samples import FRACTIONS, cue_arrays, damaged, first_digits, networks

RNG = np.random.default_rng
PAIR = np.ones((1, 2), dtype=np.int8)


def _small(n_patterns: int = 3, n_units: int = 40) -> Hopfield:
    return Hopfield.store(random_patterns(n_patterns, n_units, rng=RNG(0)))


@given(network=networks(6, FRACTIONS), cue=cue_arrays(6))
def test_field_and_energy_are_the_literal_sums(network: Hopfield, cue: Bipolar) -> None:
    s = [int(v) for v in cue]
    literal = [reference.field(network.weights, s, i) for i in range(6)]
    assert network.field(cue).tolist() == literal  # to the last bit: the weights lie on a grid
    assert float(network.energy(cue)) == reference.energy(network.weights, s)


def test_field_and_energy_keep_leading_axes() -> None:
    network = _small()
    states = random_patterns(6, 40, rng=RNG(1)).reshape(2, 3, 40)
    assert network.field(states).shape == (2, 3, 40)
    assert network.energy(states).shape == (2, 3)


def test_a_flip_changes_the_energy_by_twice_its_field() -> None:
    network = Hopfield.store(first_digits(20), pseudoinverse)
    state = random_patterns(1, 784, rng=RNG(0))[0]
    before, h = network.energy(state), network.field(state)
    for unit in range(0, 784, 50):
        flipped = state.copy()
        flipped[unit] *= -1
        assert network.energy(flipped) - before == 2 * h[unit] * state[unit]


def test_exact_grid_changes_no_weight_noticeably() -> None:
    weights = pseudoinverse(first_digits(118))
    stored = Hopfield.store(first_digits(118), pseudoinverse).weights
    assert np.abs(stored - weights).max() < 1e-11
    assert (stored == stored.T).all()


def test_whole_number_weights_are_kept_exactly() -> None:
    assert (Hopfield.store(first_digits(118)).weights == hebb(first_digits(118))).all()


@pytest.mark.parametrize("rule", sorted(RULES))
@pytest.mark.parametrize("schedule", sorted(SCHEDULES))
@pytest.mark.parametrize("corruption", ["flip", "hide_bottom"])
def test_settle_is_recall_bit_for_bit_on_digits(rule: str, schedule: str, corruption: str) -> None:
    patterns = first_digits(30)
    network = Hopfield.store(patterns, RULES[rule])
    cues = damaged(patterns[:6], corruption, 0.35, seed=1)
    how = SCHEDULES[schedule]
    settled = network.settle(cues, rng=RNG(3), schedule=how)
    for cue, final in zip(cues, settled, strict=True):
        assert (network.recall(cue, rng=RNG(3), schedule=how).recalled == final).all()


@pytest.mark.parametrize("schedule", sorted(SCHEDULES))
def test_settle_takes_a_clamp_for_each_cue(schedule: str) -> None:
    patterns = first_digits(10)
    network = Hopfield.store(patterns, pseudoinverse)
    cues = damaged(patterns[:4], "flip", 0.3, seed=0)  # so that each ends at another time
    clamp = (cues == patterns[:4]) & (RNG(1).random(cues.shape) < 0.3)
    settled = network.settle(cues, rng=RNG(0), schedule=SCHEDULES[schedule], clamp=clamp)
    assert (settled[clamp] == cues[clamp]).all()
    for cue, held, final in zip(cues, clamp, settled, strict=True):
        alone = network.recall(cue, rng=RNG(0), schedule=SCHEDULES[schedule], clamp=held)
        assert (alone.recalled == final).all()


def test_negative_of_a_fixed_point_is_one_too() -> None:
    network = _small()
    for state in network.settle(random_patterns(20, 40, rng=RNG(2)), rng=RNG(0)):
        trajectory = network.recall(-state, rng=RNG(0))
        assert trajectory.stop == "fixed point"
        assert trajectory.n_steps == 0


def test_one_cue_may_be_settled() -> None:
    network = _small()
    assert network.settle(network.patterns[0], rng=RNG(0)).shape == (1, 40)
    assert network.settle(np.empty((0, 40), dtype=np.int8), rng=RNG(0)).shape == (0, 40)


def test_a_memory_and_its_record_are_immutable() -> None:
    network = _small()
    trajectory = network.recall(network.patterns[0], rng=RNG(0))
    arrays = (
        network.patterns,
        network.weights,
        trajectory.cue,
        trajectory.states,
        trajectory.sweeps,
        trajectory.recalled,
    )
    assert not any(array.flags.writeable for array in arrays)
    with pytest.raises(FrozenInstanceError):
        network.weights = np.zeros((2, 2))  # type: ignore[misc]


def test_what_was_given_stays_the_callers() -> None:
    patterns = random_patterns(3, 40, rng=RNG(0))
    cue = patterns[0].copy()
    network = Hopfield.store(patterns)
    network.recall(cue, rng=RNG(0))
    patterns[:] = 1
    cue[:] = 1  # neither is frozen, nor does the memory follow
    assert (network.patterns != 1).any()


@pytest.mark.parametrize(
    ("patterns", "complaint"),
    [
        (np.empty((0, 5)), "at least one pattern"),
        (np.empty((3, 0)), "at least one unit"),
        ([1, -1, 1], r"x\[None, :\]"),
        ([[1, 0, -1]], r"other than -1 and \+1"),
        ([[1, 2, -1]], r"other than -1 and \+1"),
        ([[1, float("nan"), -1]], r"other than -1 and \+1"),
        ([[1, float("inf"), -1]], r"other than -1 and \+1"),
        ([["a", "b"]], r"other than -1 and \+1"),
        ([[257, 1]], r"other than -1 and \+1"),  # would be 1 as int8
    ],
)
def test_bad_patterns_are_refused(patterns: ArrayLike, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Hopfield.store(patterns)


@pytest.mark.parametrize(
    ("cue", "complaint"),
    [
        (np.ones(39), r"this memory has 40 units"),
        (np.ones((2, 40)), "use settle"),
        (np.full(40, np.nan), r"other than -1, 0 and \+1"),
        (np.full(40, 0.5), r"other than -1, 0 and \+1"),
        (np.full(40, 256), r"other than -1, 0 and \+1"),
        (1, "takes one cue"),
    ],
)
def test_bad_cues_are_refused(cue: ArrayLike, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        _small().recall(cue, rng=RNG(0))


@pytest.mark.parametrize("clamp", [np.ones(39, dtype=bool), np.ones(40), [True]])
def test_bad_clamps_are_refused(clamp: ArrayLike) -> None:
    with pytest.raises(ValueError, match="one boolean for each of the 40 units"):
        _small().recall(np.ones(40), rng=RNG(0), clamp=clamp)


@pytest.mark.parametrize(
    ("weights", "complaint"),
    [
        (np.array([[0, 1], [2, 0]]), "symmetric"),
        (np.zeros((2, 3)), r"finite numbers of shape \(2, 2\)"),
        (np.zeros((3, 3)), r"finite numbers of shape \(2, 2\)"),  # the pattern has 2 units
        (np.array([[0, np.nan], [np.nan, 0]]), "finite"),
        (np.array([[-3, 1], [1, -3]]), r"diagonal .* negative.*np.fill_diagonal\(weights, 0\)"),
    ],
)
def test_bad_weights_are_refused(weights: ArrayLike, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Hopfield(PAIR, np.asarray(weights))


@given(network=networks(6, FRACTIONS), diagonal=st.lists(st.integers(0, 4), min_size=6, max_size=6))
def test_a_diagonal_that_is_not_negative_keeps_the_proof(
    network: Hopfield, diagonal: list[int]
) -> None:
    kept = Hopfield(network.patterns, network.weights + np.diag(diagonal))
    for name in ("asynchronous", "cyclic", "steepest"):
        trajectory = kept.recall(-np.ones(6), rng=RNG(0), schedule=SCHEDULES[name])
        assert (np.diff(kept.energy(trajectory.states)) <= 0).all()
        assert trajectory.stop == "fixed point"


def test_a_diagonal_of_rounding_is_taken_for_zero() -> None:
    weights = np.array([[-1e-17, 1.0], [1.0, 1e-17]])
    assert Hopfield(PAIR, weights).weights.tolist() == [[0, 1], [1, 0]]


def test_weights_that_were_given_stay_the_callers() -> None:
    weights = np.array([[0.0, 1.0], [1.0, 0.0]])
    network = Hopfield(PAIR, weights)
    weights[:] = 7
    assert network.weights.tolist() == [[0, 1], [1, 0]]


def test_stable_tells_what_an_update_keeps() -> None:
    few, many = _small(3), _small(30)
    assert few.stable.tolist() == [True] * 3
    states = many.settle(many.patterns, rng=RNG(0), max_sweeps=1)
    assert many.stable.tolist() == (states == many.patterns).all(axis=1).tolist()
    assert not many.stable.all()


def test_repr_is_one_line_that_explains_it() -> None:
    digits = Hopfield.store(first_digits(118), pseudoinverse)
    assert repr(digits) == "Hopfield(118 patterns of 784 units, rule=pseudoinverse)"
    assert repr(Hopfield(PAIR, np.zeros((2, 2)))) == "Hopfield(1 pattern of 2 units, rule=None)"


@pytest.mark.parametrize("shape", [(2, 2, 40), (1, 1, 1, 40)])
def test_a_batch_has_two_dimensions(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"cues of shape \(B, 40\)"):
        _small().settle(np.ones(shape), rng=RNG(0))


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="hebb, storkey, pseudoinverse, perceptron"):
        Hopfield.store(np.ones((1, 4)), "delta")  # type: ignore[arg-type]


@pytest.mark.parametrize("rule", sorted(RULES))
def test_repeated_patterns_are_stored(rule: str) -> None:
    patterns = np.repeat(random_patterns(2, 50, rng=RNG(0)), 2, axis=0)
    network = Hopfield.store(patterns, RULES[rule])
    for schedule in SCHEDULES.values():
        settled = network.settle(patterns, rng=RNG(0), schedule=schedule)
        assert (settled == patterns).all()


def test_an_empty_cue_finds_no_field_and_stays_unknown() -> None:
    trajectory = _small().recall(np.zeros(40), rng=RNG(0))
    assert trajectory.stop == "fixed point"
    assert not trajectory.recalled.any()


def test_weights_as_small_as_can_be_have_a_grid() -> None:
    tiny = np.array([[0.0, 5e-324], [5e-324, 0.0]])
    memory = Hopfield(np.ones((1, 2), dtype=np.int8), tiny)
    np.testing.assert_array_equal(memory.weights, tiny)
    assert memory.recall(np.array([1, -1], dtype=np.int8), rng=RNG(0)).n_steps >= 0
