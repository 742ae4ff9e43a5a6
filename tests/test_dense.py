"""The dense memory: literal energy differences, Hebb at power 2, exact batches."""

from itertools import pairwise

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
    power: int | str, rectified: bool, patterns: Bipolar, state: Bipolar
) -> None:
    memory = DenseHopfield.store(patterns, power, rectified)  # type: ignore[arg-type]
    literal = reference.dense_energy(patterns, state.tolist(), power, rectified)
    expected = -np.log(-literal) if power == "exp" else literal
    assert float(memory.energy(state)) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("power", "rectified"), KINDS)
@given(patterns=bipolar_arrays(4, 7), cue=cue_arrays(7))
def test_steepest_takes_the_largest_literal_drop(
    power: int | str, rectified: bool, patterns: Bipolar, cue: Bipolar
) -> None:
    memory = DenseHopfield.store(patterns, power, rectified)  # type: ignore[arg-type]
    states = memory.recall(cue, rng=RNG(0)).states
    for now, later in pairwise(states):
        drops = reference.dense_drops(patterns, now.tolist(), power, rectified)
        (unit,) = np.flatnonzero(now != later)
        assert drops[unit] == pytest.approx(max(drops), rel=1e-9)
        assert drops[unit] > 0
    end = states[-1].tolist()
    size = abs(reference.dense_energy(patterns, end, power, rectified))
    assert max(reference.dense_drops(patterns, end, power, rectified)) <= 1e-9 * max(1, size)


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


def test_parts_of_a_batch_see_the_same_random_order(monkeypatch: pytest.MonkeyPatch) -> None:
    x, how = random_patterns(200, 60, rng=RNG(0)), SCHEDULES["asynchronous"]
    memory = DenseHopfield.store(x, power=3)
    cues = random_patterns(7, 60, rng=RNG(3))
    clamp = RNG(0).random(cues.shape) < 0.2
    whole = memory.settle(cues, rng=RNG(1), schedule=how, clamp=clamp)
    other = memory.settle(cues, rng=RNG(2), schedule=how, clamp=clamp)
    assert (other != whole).any()  # the order matters
    monkeypatch.setattr("assoc_core.memories.dense.AT_ONCE", 3 * len(x))
    assert (memory.settle(cues, rng=RNG(1), schedule=how, clamp=clamp) == whole).all()
    assert (whole[clamp] == cues[clamp]).all()


def test_steep_powers_recall_the_digits_that_hebb_cannot() -> None:
    x = first_digits(118)
    cues = damaged(x, "flip", 0.2, seed=0)
    for power, wanted in ((30, 0.95), ("exp", 0.99)):
        final = DenseHopfield.store(x, power).settle(  # type: ignore[arg-type]
            cues, rng=RNG(0), schedule=steepest
        )
        assert (final == x).all(axis=1).mean() >= wanted


def test_exp_recalls_among_60_000_digits() -> None:
    x = first_digits(60_000)
    cues = damaged(x[:10], "flip", 0.1, seed=0)
    final = DenseHopfield.store(x, "exp").settle(
        cues, rng=RNG(0), schedule=SCHEDULES["synchronous"]
    )
    assert (final == x[:10]).all(axis=1).mean() >= 0.9


@pytest.mark.parametrize("power", [1, 0, -2, 2.5, "cube"])
def test_senseless_powers_are_refused(power: int) -> None:
    with pytest.raises(ValueError, match='a whole number from 2, or "exp"'):
        DenseHopfield.store(first_digits(2), power)


def test_bad_cues_and_patterns_are_refused() -> None:
    with pytest.raises(ValueError, match=r"other than -1 and \+1"):
        DenseHopfield.store(np.zeros((2, 5)))
    with pytest.raises(ValueError, match="784 units"):
        DenseHopfield.store(first_digits(2)).recall(np.ones(5), rng=RNG(0))


def test_repeated_patterns_are_stored() -> None:
    x = np.repeat(first_digits(3), 2, axis=0)
    cue = CORRUPTIONS["flip"](x[0], 0.1, RNG(0))
    assert (DenseHopfield.store(x, "exp").recall(cue, rng=RNG(0)).recalled == x[0]).all()
