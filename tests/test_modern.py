"""The modern network: its update is attention, its energy falls, beta decides what it recalls."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core import Hamming, ModernHopfield, random_patterns
from assoc_core.types import Bipolar
from tests.samples import bipolar_arrays, cue_arrays, damaged, first_digits

RNG = np.random.default_rng


@given(patterns=bipolar_arrays(5, 8), state=cue_arrays(8), beta=st.floats(0.01, 3))
def test_attention_and_energy_are_the_literal_sums(
    patterns: Bipolar, state: Bipolar, beta: float
) -> None:
    memory = ModernHopfield.store(patterns, beta)
    z = [sum(int(a) * int(b) for a, b in zip(x, state, strict=True)) for x in patterns]
    total = sum(np.exp(beta * v) for v in z)
    softmax = [np.exp(beta * v) / total for v in z]
    assert memory.attention(state) == pytest.approx(softmax, rel=1e-5)
    energy = np.sum(state.astype(int) ** 2) / 2 - np.log(total) / beta
    assert float(memory.energy(state)) == pytest.approx(energy, rel=1e-5, abs=1e-5)


@pytest.mark.parametrize("n_patterns", [1, 100, 5000])
@pytest.mark.parametrize("beta", [0.01, 0.3])
def test_one_step_is_attention(n_patterns: int, beta: float) -> None:
    memory = ModernHopfield.store(random_patterns(n_patterns, 64, rng=RNG(0)), beta)
    states = RNG(1).normal(size=(2, 7, 64))
    expected = memory.attention(states) @ memory.patterns.astype(float)
    assert memory.step(states) == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("beta", [0.02, 0.1, 0.5])
@pytest.mark.parametrize("corruption", ["flip", "hide_bottom"])
def test_energy_never_rises(beta: float, corruption: str) -> None:
    x = first_digits(118)
    memory = ModernHopfield.store(x, beta)
    for cue in damaged(x[:10], corruption, 0.4, seed=0):
        energies = memory.energy(memory.recall(cue).states)
        assert (np.diff(energies) <= 1e-3).all()
        assert energies[1] < energies[0]


def test_settle_is_recall_cue_by_cue() -> None:
    x = first_digits(60)
    for beta in (0.02, 0.1, 0.5):
        memory = ModernHopfield.store(x, beta)
        cues = damaged(x[:10], "flip", 0.3, seed=0)
        settled = memory.settle(cues)
        assert (settled == [memory.recall(cue).recalled for cue in cues]).all()


@pytest.mark.parametrize("corruption", ["flip", "hide_bottom"])
def test_a_large_beta_is_the_nearest_pattern(corruption: str) -> None:
    x = first_digits(300)
    cues = damaged(x, corruption, 0.3, seed=0)
    nearest = x[Hamming.store(x).settle(cues)]
    assert (ModernHopfield.store(x, beta=8.0).settle(cues) == nearest).all(axis=1).mean() > 0.99


def test_a_small_beta_is_the_mean() -> None:
    x = first_digits(118)
    final = ModernHopfield.store(x, beta=1e-6).recall(x[0])
    assert final.states[-1] == pytest.approx(x.mean(axis=0), abs=1e-2)
    assert final.stop == "fixed point"


def test_thousand_digits_need_a_beta_above_1_over_root_n() -> None:
    x = first_digits(1000)
    cues = damaged(x[:100], "flip", 0.1, seed=0)
    soft, sharp = (
        (ModernHopfield.store(x, beta).settle(cues) == x[:100]).all(axis=1).mean()
        for beta in (1 / 28, 0.25)
    )
    assert soft < 0.5
    assert sharp >= 0.98


def test_unknown_half_of_60_000_digits() -> None:
    x = first_digits(60_000)
    cues = damaged(x[:20], "flip", 0.1, seed=0)
    final = ModernHopfield.store(x, beta=1.0).settle(cues)
    assert (final == x[:20]).all(axis=1).mean() >= 0.95


def test_divided_attention_recalls_what_the_patterns_share() -> None:
    x = random_patterns(2, 100, rng=RNG(0))
    cue = np.where(x[0] == x[1], x[0], 0)
    recalled = ModernHopfield.store(x).recall(cue).recalled
    assert (recalled == cue).all()


@pytest.mark.parametrize("beta", [0.0, -1.0, float("nan"), float("inf")])
def test_senseless_betas_are_refused(beta: float) -> None:
    with pytest.raises(ValueError, match="a number above 0"):
        ModernHopfield.store(first_digits(2), beta)


def test_bad_states_and_cues_are_refused() -> None:
    memory = ModernHopfield.store(first_digits(2))
    with pytest.raises(ValueError, match="784 in a state"):
        memory.attention(np.ones(5))
    with pytest.raises(ValueError, match="finite"):
        memory.energy(np.full(784, np.nan))
    with pytest.raises(ValueError, match="other than -1, 0"):
        memory.recall(np.full(784, 0.5))


def test_the_step_limit_is_named() -> None:
    x = first_digits(118)
    assert ModernHopfield.store(x, 0.05).recall(-x[0], max_sweeps=1).stop == "step limit"
