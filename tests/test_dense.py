"""The dense memory: literal energy differences, Hebb at power 2, exact batches."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core import CORRUPTIONS, SCHEDULES, DenseHopfield, Hopfield, random_patterns, steepest
from assoc_core.types import Bipolar
from tests import reference
from tests.samples import bipolar_arrays, cue_arrays, damaged, first_digits

RNG = np.random.default_rng
KINDS = [(2, False), (3, False), (3, True), (4, False), (7, True), (30, False), ("exp", False)]
NAMES = sorted(SCHEDULES)


@pytest.mark.parametrize(("power", "rectified"), KINDS)
@given(patterns=bipolar_arrays(4, 7), state=cue_arrays(7))
def test_energy_is_the_literal_sum(
    power: Any, rectified: bool, patterns: Bipolar, state: Bipolar
) -> None:
    memory = DenseHopfield.store(patterns, power, rectified)
    literal = reference.dense_energy(patterns, state.tolist(), power, rectified)
    expected = -np.log(-literal) if power == "exp" else literal
    assert float(memory.energy(state)) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("power", "rectified"), KINDS)
@given(patterns=bipolar_arrays(4, 7), cue=cue_arrays(7))
def test_steepest_takes_the_largest_literal_drop(
    power: Any, rectified: bool, patterns: Bipolar, cue: Bipolar
) -> None:
    memory = DenseHopfield.store(patterns, power, rectified)
    states = memory.recall(cue, rng=RNG(0)).states
    for now, later in pairwise(states):
        drops = reference.dense_drops(patterns, now.tolist(), power, rectified)
        (unit,) = np.flatnonzero(now != later)
        assert drops[unit] == pytest.approx(max(drops), rel=1e-9)
        assert drops[unit] > 0
    end = states[-1].tolist()
    size = abs(reference.dense_energy(patterns, end, power, rectified))
    assert max(reference.dense_drops(patterns, end, power, rectified)) <= 1e-9 * max(1, size)


ONE_BY_ONE = ["asynchronous", "cyclic", "steepest"]
EVERY_POWER = [*((power, r) for power in (2, 3, 4, 5, 10) for r in (False, True)), ("exp", False)]


@pytest.mark.parametrize("name", ONE_BY_ONE)
@pytest.mark.parametrize(("power", "rectified"), EVERY_POWER)
@given(patterns=bipolar_arrays(4, 7), cue=cue_arrays(7))
def test_energy_never_rises_with_unknown_units(
    name: str, power: int, rectified: bool, patterns: Bipolar, cue: Bipolar
) -> None:
    memory = DenseHopfield.store(patterns, power, rectified)
    energies = memory.energy(memory.recall(cue, rng=RNG(0), schedule=SCHEDULES[name]).states)
    assert (np.diff(energies) <= 1e-9 * np.maximum(1, np.abs(energies[1:]))).all()


def test_a_unit_stays_unknown_where_both_values_raise_the_energy() -> None:
    memory = DenseHopfield.store([[1, -1, 1], [1, 1, 1], [1, 1, 1], [-1, 1, 1]], 3)
    cue = np.array([0, 0, -1])
    assert memory.energy([[0, 0, -1], [1, 0, -1]]) == pytest.approx([4 / 9, 8 / 9])
    assert memory.recall(cue, rng=RNG(0), clamp=cue != 0).states.tolist() == [[0, 0, -1]]
    energies = memory.energy(memory.recall(cue, rng=RNG(0)).states)  # first the known unit flips
    assert energies == pytest.approx([4 / 9, -4 / 9, -8 / 3, -56 / 9])


def _whole_energy(patterns: Bipolar, state: list[int], power: int, rectified: bool) -> int:
    """N^(power - 1) E in whole numbers of any size."""
    z = [sum(a * b for a, b in zip(x, state, strict=True)) for x in patterns.tolist()]
    return -int(sum((max(0, v) if rectified else v) ** power for v in z))


@pytest.mark.parametrize("name", ONE_BY_ONE)
@given(
    patterns=bipolar_arrays(4, 3),
    cue=cue_arrays(3),
    power=st.sampled_from([4, 21, 54, 55, 300, 301]),
    rectified=st.booleans(),
)
def test_what_is_at_rest_cannot_gain_however_steep(
    name: str, patterns: Bipolar, cue: Bipolar, power: int, rectified: bool
) -> None:
    memory = DenseHopfield.store(patterns, power, rectified)
    end = memory.recall(cue, rng=RNG(0), schedule=SCHEDULES[name]).recalled.tolist()
    now = _whole_energy(patterns, end, power, rectified)
    for i in range(3):
        up, down = (
            _whole_energy(patterns, [*end[:i], value, *end[i + 1 :]], power, rectified)
            for value in (1, -1)
        )
        assert up == down or min(up, down) >= now


def test_a_steep_power_leaves_no_false_fixed_point() -> None:
    memory = DenseHopfield.store([[1, 1], [-1, 1], [-1, 1], [-1, 1]], 54)
    trajectory = memory.recall([1, 1], rng=RNG(0))
    assert memory.energy(trajectory.states).tolist() == [-2, -6]
    assert trajectory.recalled.tolist() == [-1, 1]


@pytest.mark.parametrize("name", NAMES)
@given(patterns=bipolar_arrays(5, 9), cue=cue_arrays(9), seed=st.integers(0, 9))
def test_power_2_is_hebb_with_zero_diagonal(
    name: str, patterns: Bipolar, cue: Bipolar, seed: int
) -> None:
    how = SCHEDULES[name]
    dense = DenseHopfield.store(patterns, power=2).recall(cue, rng=RNG(seed), schedule=how)
    hebb = Hopfield.store(patterns).recall(cue, rng=RNG(seed), schedule=how)
    assert dense.states.tolist() == hebb.states.tolist()
    assert dense.stop == hebb.stop


@pytest.mark.parametrize("corruption", ["flip", "hide_bottom"])
@pytest.mark.parametrize("name", NAMES)
def test_power_2_is_hebb_on_digits(name: str, corruption: str) -> None:
    x, how = first_digits(30), SCHEDULES[name]
    cues = damaged(x[:5], corruption, 0.3, seed=0)
    dense = DenseHopfield.store(x, power=2).settle(cues, rng=RNG(0), schedule=how)
    assert (dense == Hopfield.store(x).settle(cues, rng=RNG(0), schedule=how)).all()


@pytest.mark.parametrize("power", [3, 30, "exp"])
@pytest.mark.parametrize("name", NAMES)
def test_settle_is_recall_bit_for_bit(name: str, power: int) -> None:
    x, how = first_digits(40), SCHEDULES[name]
    memory = DenseHopfield.store(x, power)
    cues = np.vstack([damaged(x[:3], kind, 0.3, seed=0) for kind in ("flip", "hide_bottom")])
    settled = memory.settle(cues, rng=RNG(1), schedule=how)
    for cue, final in zip(cues, settled, strict=True):
        assert (memory.recall(cue, rng=RNG(1), schedule=how).recalled == final).all()


@pytest.mark.parametrize("name", ["asynchronous", "cyclic", "steepest"])
@pytest.mark.parametrize("power", [3, 5, "exp"])
def test_energy_never_rises(name: str, power: int) -> None:
    x = random_patterns(60, 80, rng=RNG(0))
    memory = DenseHopfield.store(x, power)
    for cue in damaged(x[:10], "flip", 0.3, seed=1):
        energies = memory.energy(memory.recall(cue, rng=RNG(0), schedule=SCHEDULES[name]).states)
        assert (np.diff(energies) <= 1e-9 * np.abs(energies[:-1])).all()


def test_an_empty_batch_is_settled() -> None:
    none = np.empty((0, 784), dtype=np.int8)
    for name in NAMES:
        memory = DenseHopfield.store(first_digits(3), "exp")
        assert memory.settle(none, rng=RNG(0), schedule=SCHEDULES[name]).shape == (0, 784)
        assert memory.energy(none).shape == (0,)


def test_parts_of_a_batch_see_the_same_random_order(monkeypatch: pytest.MonkeyPatch) -> None:
    x, how = random_patterns(200, 60, rng=RNG(0)), SCHEDULES["asynchronous"]
    memory = DenseHopfield.store(x, power=3)
    cues = random_patterns(7, 60, rng=RNG(3))
    clamp = RNG(0).random(cues.shape) < 0.2
    whole = memory.settle(cues, rng=RNG(1), schedule=how, clamp=clamp)
    other = memory.settle(cues, rng=RNG(2), schedule=how, clamp=clamp)
    assert (other != whole).any()  # the order matters
    monkeypatch.setattr("assoc_core.memories.steep.AT_ONCE", 3 * len(x))
    assert (memory.settle(cues, rng=RNG(1), schedule=how, clamp=clamp) == whole).all()
    assert (whole[clamp] == cues[clamp]).all()


def test_steep_powers_recall_the_digits_that_hebb_cannot() -> None:
    x = first_digits(118)
    cues = damaged(x, "flip", 0.2, seed=0)
    kinds: list[tuple[Any, float]] = [(30, 0.95), ("exp", 0.99)]
    for power, wanted in kinds:
        final = DenseHopfield.store(x, power).settle(cues, rng=RNG(0), schedule=steepest)
        assert (final == x).all(axis=1).mean() >= wanted


def test_exp_recalls_among_60_000_digits() -> None:
    x = first_digits(60_000)
    cues = damaged(x[:10], "flip", 0.1, seed=0)
    final = DenseHopfield.store(x, "exp").settle(
        cues, rng=RNG(0), schedule=SCHEDULES["synchronous"]
    )
    assert (final == x[:10]).all(axis=1).mean() >= 0.9


@pytest.mark.parametrize("power", [1, 0, -2, 2.5, 3.0, "cube", True, None, [3], 170])
def test_senseless_powers_are_refused(power: int) -> None:
    for make in (DenseHopfield.store, DenseHopfield):
        with pytest.raises(ValueError, match=r'a whole number from 2, or "exp".* is 169'):
            make(first_digits(2), power, False)


@pytest.mark.parametrize("power", [np.int64(3), np.uint8(3), 3])
def test_any_whole_number_is_a_power(power: int) -> None:
    assert DenseHopfield.store(first_digits(2), power).power == 3


def test_the_constructor_checks_and_copies_what_store_does() -> None:
    with pytest.raises(ValueError, match=r"other than -1 and \+1"):
        DenseHopfield(np.array([[5, 7]]), 3, False)
    senseless: Any = "no"
    with pytest.raises(ValueError, match="True or False"):
        DenseHopfield(np.array([[1, -1]]), 3, senseless)
    given_patterns = np.array([[1, -1]])
    memory = DenseHopfield(given_patterns, 3, False)
    given_patterns[0, 0] = -1
    assert memory.patterns.tolist() == [[1, -1]]
    assert not memory.patterns.flags.writeable


def test_a_memory_explains_itself() -> None:
    x = first_digits(118)
    assert repr(DenseHopfield.store(x)) == "DenseHopfield(118 patterns of 784 units, power=3)"
    rectified = DenseHopfield.store(x[:1], 5, rectified=True)
    assert repr(rectified) == "DenseHopfield(1 pattern of 784 units, power=5, rectified)"


def test_bad_cues_and_patterns_are_refused() -> None:
    with pytest.raises(ValueError, match=r"other than -1 and \+1"):
        DenseHopfield.store(np.zeros((2, 5)))
    with pytest.raises(ValueError, match="784 units"):
        DenseHopfield.store(first_digits(2)).recall(np.ones(5), rng=RNG(0))
    memory = DenseHopfield.store([[1, -1]])
    with pytest.raises(ValueError, match=r"cues of shape \(B, 2\).* not \(2, 3, 2\)"):
        memory.settle(np.ones((2, 3, 2), dtype=int), rng=RNG(0))
    with pytest.raises(ValueError, match=r"clamp is bool of shape \(3, 2\)"):
        memory.settle([[1, 0]], rng=RNG(0), clamp=np.ones((3, 2), dtype=bool))
    with pytest.raises(ValueError, match=r"clamp is bool of shape \(1, 1, 2\)"):
        memory.settle([[1, 0]], rng=RNG(0), clamp=np.ones((1, 1, 2), dtype=bool))


def test_repeated_patterns_are_stored() -> None:
    x = np.repeat(first_digits(3), 2, axis=0)
    cue = CORRUPTIONS["flip"](x[0], 0.1, RNG(0))
    assert (DenseHopfield.store(x, "exp").recall(cue, rng=RNG(0)).recalled == x[0]).all()
