"""The modern network: its update is attention, its energy falls, beta decides what it recalls."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core import Hamming, ModernHopfield, random_patterns
from assoc_core.types import Bipolar
from tests.samples import bipolar_arrays, cue_arrays, damaged, first_digits

RNG = np.random.default_rng


BETAS = st.sampled_from([0.02, 0.1, 0.25, 0.5, 1.0, 3.0])


@given(patterns=bipolar_arrays(5, 8), state=cue_arrays(8), beta=st.floats(0.01, 3))
def test_attention_and_energy_are_the_literal_sums(
    patterns: Bipolar, state: Bipolar, beta: float
) -> None:
    memory = ModernHopfield.store(patterns, beta)
    z = [sum(int(a) * int(b) for a, b in zip(x, state, strict=True)) for x in patterns]
    total = sum(np.exp(beta * v) for v in z)
    softmax = [np.exp(beta * v) / total for v in z]
    assert memory.attention(state) == pytest.approx(softmax, rel=1e-12)
    energy = np.sum(state.astype(int) ** 2) / 2 - np.log(total) / beta
    assert float(memory.energy(state)) == pytest.approx(energy, rel=1e-12, abs=1e-11)


@pytest.mark.parametrize("n_patterns", [1, 100, 5000])
@pytest.mark.parametrize("beta", [0.01, 0.3])
def test_one_step_is_attention(n_patterns: int, beta: float) -> None:
    memory = ModernHopfield.store(random_patterns(n_patterns, 64, rng=RNG(0)), beta)
    for states in (RNG(1).normal(size=(2, 7, 64)), RNG(1).integers(-1, 2, size=(2, 7, 64))):
        expected = memory.attention(states) @ memory.patterns.astype(float)
        assert memory.step(states) == pytest.approx(expected, abs=1e-7)


@pytest.mark.parametrize("beta", [0.02, 0.1, 0.5])
@pytest.mark.parametrize("corruption", ["flip", "hide_bottom"])
def test_energy_never_rises(beta: float, corruption: str) -> None:
    x = first_digits(118)
    memory = ModernHopfield.store(x, beta)
    for cue in damaged(x[:10], corruption, 0.4, seed=0):
        energies = memory.energy(memory.recall(cue).states)
        assert (np.diff(energies) <= 1e-12 * np.abs(energies[1:])).all()
        assert energies[1] < energies[0]


@given(patterns=bipolar_arrays(4, 12), cue=cue_arrays(12), beta=BETAS)
def test_energy_never_rises_between_opposites(patterns: Bipolar, cue: Bipolar, beta: float) -> None:
    memory = ModernHopfield.store(np.vstack([patterns, -patterns]), beta)
    energies = memory.energy(memory.recall(cue).states)
    assert (np.diff(energies) <= 1e-12 * np.maximum(1, np.abs(energies[1:]))).all()


@given(patterns=bipolar_arrays(4, 12), cues=cue_arrays(9, 12), beta=BETAS)
def test_settle_is_recall_cue_by_cue(patterns: Bipolar, cues: Bipolar, beta: float) -> None:
    memory = ModernHopfield.store(np.vstack([patterns, -patterns]), beta)
    settled = memory.settle(cues)
    assert (settled == [memory.recall(cue).recalled for cue in cues]).all()


@pytest.mark.parametrize(("seed", "beta"), [(2, 0.1), (35, 0.5), (144, 0.5), (144, 1), (272, 1)])
def test_settle_is_recall_where_rounding_once_decided(seed: int, beta: float) -> None:
    rng = RNG(seed)
    n_units, n_patterns = int(rng.integers(4, 40)), int(rng.integers(1, 6))
    x = random_patterns(n_patterns, n_units, rng=rng)
    memory = ModernHopfield.store(np.vstack([x, -x]), beta)
    cues = rng.integers(-1, 2, size=(7, n_units))
    assert (memory.settle(cues) == [memory.recall(cue).recalled for cue in cues]).all()


@pytest.mark.parametrize("beta", [0.02, 0.1, 0.5])
def test_a_step_in_a_batch_is_the_step_alone_bit_for_bit(beta: float) -> None:
    x = first_digits(1500)  # more than one tile
    memory = ModernHopfield.store(x, beta)
    states = damaged(x[:10], "flip", 0.3, seed=0).astype(float)
    for _ in range(3):
        alone = [memory.step(state) for state in states]
        assert np.array_equal(memory.step(np.vstack([states, -states[:3]]))[:10], alone)
        states = np.array(alone)


def test_an_empty_batch_is_settled() -> None:
    memory = ModernHopfield.store(first_digits(3))
    none = np.empty((0, 784), dtype=np.int8)
    assert memory.settle(none).shape == memory.step(none).shape == (0, 784)
    assert memory.energy(none).shape == (0,)


def test_a_large_batch_is_taken_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    x = first_digits(60)
    memory = ModernHopfield.store(x, 0.1)
    cues = damaged(x[:10], "flip", 0.3, seed=0)
    whole = memory.step(cues)
    monkeypatch.setattr("assoc_core.memories.sums.parts.__defaults__", (3 * len(x),))
    assert np.array_equal(memory.step(cues), whole)


@pytest.mark.parametrize("corruption", ["flip", "hide_bottom"])
def test_a_large_beta_is_the_nearest_pattern(corruption: str) -> None:
    x = first_digits(300)
    cues = damaged(x, corruption, 0.3, seed=0)
    nearest = x[Hamming.store(x).nearest(cues)]
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


SENSELESS = [0.0, -1.0, float("nan"), float("inf"), 1e101, 1e-101, 10**400, True, "1", None, [1]]


@pytest.mark.parametrize("beta", SENSELESS)
def test_senseless_betas_are_refused(beta: float) -> None:
    for make in (ModernHopfield.store, ModernHopfield):
        with pytest.raises(ValueError, match=r"^beta is .* wanted is a number above 0"):
            make(first_digits(2), beta)


@pytest.mark.parametrize("beta", [1e-100, 1, np.float32(0.5), 1e36, 1e39, 1e100])
def test_every_other_beta_works(beta: float) -> None:
    x = random_patterns(3, 64, rng=RNG(0))
    memory = ModernHopfield.store(x, beta)
    for state in (x[0], np.full(64, 1e100)):
        assert memory.attention(state).sum() == pytest.approx(1)
        assert np.isfinite(memory.energy(state))
    if beta >= 0.5:
        assert (memory.settle(x) == x).all()
    assert memory.recall(x[0]).states[-1].any()


def test_the_constructor_checks_and_copies_what_store_does() -> None:
    with pytest.raises(ValueError, match=r"other than -1 and \+1"):
        ModernHopfield(np.array([[5, 7]]), 0.25)
    given_patterns = np.array([[1, -1]])
    memory = ModernHopfield(given_patterns, 0.25)
    given_patterns[0, 0] = -1
    assert memory.patterns.tolist() == [[1, -1]]
    assert not memory.patterns.flags.writeable


def test_a_memory_explains_itself() -> None:
    memory = ModernHopfield.store(first_digits(118))
    assert repr(memory) == "ModernHopfield(118 patterns of 784 units, beta=0.25)"


def test_bad_states_and_cues_are_refused() -> None:
    memory = ModernHopfield.store(first_digits(2))
    with pytest.raises(ValueError, match="784 in a state"):
        memory.attention(np.ones(5))
    for senseless in (np.nan, np.inf, 1e200):
        with pytest.raises(ValueError, match="finite"):
            memory.energy(np.full(784, senseless))
    with pytest.raises(ValueError, match=r"cues of shape \(B, 784\).* not \(2, 3, 784\)"):
        memory.settle(np.ones((2, 3, 784), dtype=int))
    with pytest.raises(ValueError, match="other than -1, 0"):
        memory.recall(np.full(784, 0.5))


def test_the_step_limit_is_named() -> None:
    x = first_digits(118)
    assert ModernHopfield.store(x, 0.05).recall(-x[0], max_sweeps=1).stop == "step limit"
