"""One pattern more or less gives what storing the changed set gives."""

import numpy as np
import pytest
from hypothesis import given

from assoc_core import RULES, Hopfield, pseudoinverse, random_patterns
from assoc_core.types import Bipolar
from tests.samples import bipolar_arrays, first_digits

NAMES = sorted(RULES)
RNG = np.random.default_rng


@pytest.mark.parametrize("name", NAMES)
@given(patterns=bipolar_arrays(5, 9))
def test_adding_is_storing_one_more(name: str, patterns: Bipolar) -> None:
    grown = Hopfield.store(patterns[:-1], RULES[name]).add(patterns[-1])
    whole = Hopfield.store(patterns, RULES[name])
    assert (grown.patterns == patterns).all()
    assert grown.weights == pytest.approx(whole.weights, abs=1e-9)


@pytest.mark.parametrize("name", NAMES)
@given(patterns=bipolar_arrays(5, 9))
def test_removing_is_storing_the_others(name: str, patterns: Bipolar) -> None:
    shrunk = Hopfield.store(patterns, RULES[name]).remove(2)
    rest = np.delete(patterns, 2, axis=0)
    assert (shrunk.patterns == rest).all()
    assert shrunk.weights == pytest.approx(Hopfield.store(rest, RULES[name]).weights, abs=1e-9)


@pytest.mark.parametrize("name", ["hebb", "pseudoinverse"])
def test_digits_come_and_go(name: str) -> None:
    patterns = first_digits(119)
    network = Hopfield.store(patterns[:118], RULES[name])
    grown = network.add(patterns[118])
    assert np.abs(grown.weights - Hopfield.store(patterns, RULES[name]).weights).max() < 1e-8
    back = grown.remove(118)
    assert np.abs(back.weights - network.weights).max() < 1e-8
    assert (back.settle(patterns[:10], rng=RNG(0)) == patterns[:10]).all() == (name != "hebb")


def test_cheap_updates_do_not_apply_the_rule_again(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Hopfield.store(first_digits(20), pseudoinverse)
    monkeypatch.setattr("assoc_core.memories.rules._orthonormal_basis", None)
    assert len(network.add(-first_digits(21)[20]).remove(3).patterns) == 20


def test_a_repeated_pattern_changes_nothing_in_the_projector() -> None:
    network = Hopfield.store(first_digits(5), pseudoinverse)
    twice = network.add(first_digits(5)[0])
    assert (twice.weights == network.weights).all()
    assert np.abs(twice.remove(0).weights - network.weights).max() < 1e-9


@pytest.mark.parametrize("n_units", [15, 40])
def test_the_last_direction_can_be_added_and_taken_back(n_units: int) -> None:
    """With N patterns the weights are 0, exactly, and no pattern can move any more."""
    patterns = random_patterns(n_units, n_units, rng=RNG(0))
    assert np.linalg.matrix_rank(patterns.astype(float)) == n_units
    network = Hopfield.store(patterns[:-1], pseudoinverse)
    full = network.add(patterns[-1])
    assert not full.weights.any()
    assert full.stable.all()
    assert not full.add(random_patterns(1, n_units, rng=RNG(1))[0]).weights.any()
    assert full.remove(-1).weights == pytest.approx(network.weights, abs=1e-9)


@given(patterns=bipolar_arrays(9, 6))
def test_no_addition_lets_rounding_move_a_pattern(patterns: Bipolar) -> None:
    network = Hopfield.store(patterns[:1], pseudoinverse)
    for pattern in patterns[1:]:
        network = network.add(pattern)
        assert network.stable.all()


def test_memory_itself_is_not_changed() -> None:
    network = Hopfield.store(first_digits(5))
    before = network.weights.copy()
    network.add(first_digits(6)[5])
    network.remove(0)
    assert (network.weights == before).all()
    assert len(network.patterns) == 5


def test_what_cannot_be_added_or_removed_is_refused() -> None:
    network = Hopfield.store(random_patterns(1, 30, rng=RNG(0)))
    for rule in RULES.values():
        with pytest.raises(ValueError, match="at least one pattern"):
            Hopfield.store(network.patterns, rule).remove(0)
    with pytest.raises(IndexError, match="no pattern 1 to remove; this memory has 1"):
        network.remove(1)
    with pytest.raises(ValueError, match="30 units"):
        network.add(np.ones(29))
    with pytest.raises(ValueError, match=r"other than -1 and \+1"):
        network.add(np.zeros(30))
    with pytest.raises(ValueError, match=r"Hopfield.store\(patterns, rule\)"):
        Hopfield(network.patterns, network.weights).add(network.patterns[0])
