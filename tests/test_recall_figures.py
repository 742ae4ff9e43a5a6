"""The lecture's task, 118 = 0.15 N digits stored: which networks recall them exactly."""

import numpy as np
import pytest

from assoc_core import RULES, SCHEDULES, Hamming, Hopfield, classify, overlap, pseudoinverse
from assoc_core.types import Bipolar
from tests.samples import damaged, first_digits

P = 118
FLIPPED = ("flip", 0.2)
HALF = ("hide_bottom", 0.5)


def _cues(damage: tuple[str, float]) -> Bipolar:
    return damaged(first_digits(P), *damage, seed=118)


def _hopfield_share(damage: tuple[str, float], rule: str, schedule: str) -> float:
    """The share of digits recalled exactly."""
    network = Hopfield.store(first_digits(P), RULES[rule])
    rng = np.random.default_rng(118)
    final = network.settle(_cues(damage), rng=rng, schedule=SCHEDULES[schedule])
    return float((final == network.patterns).all(axis=1).mean())


@pytest.mark.parametrize("schedule", sorted(SCHEDULES))
@pytest.mark.parametrize("damage", [FLIPPED, HALF])
def test_hebb_recalls_no_digit(damage: tuple[str, float], schedule: str) -> None:
    assert _hopfield_share(damage, "hebb", schedule) == 0


@pytest.mark.parametrize(
    ("damage", "schedule", "wanted"),
    [
        (FLIPPED, "steepest", 0.95),
        (FLIPPED, "synchronous", 0.95),
        (HALF, "steepest", 0.98),
    ],
)
def test_pseudoinverse_recalls_the_digits(
    damage: tuple[str, float], schedule: str, wanted: float
) -> None:
    assert _hopfield_share(damage, "pseudoinverse", schedule) >= wanted


@pytest.mark.parametrize(("damage", "wanted"), [(FLIPPED, 0.99), (HALF, 1.0)])
def test_hamming_recalls_the_digits(damage: tuple[str, float], wanted: float) -> None:
    winners = Hamming.store(first_digits(P)).nearest(_cues(damage))
    assert (winners == np.arange(P)).mean() >= wanted


def test_maxnet_agrees_with_settle_on_digits() -> None:
    network = Hamming.store(first_digits(P))
    for cue, settled in zip(_cues(FLIPPED)[:20], network.settle(_cues(FLIPPED))[:20], strict=True):
        trajectory = network.recall(cue)
        assert trajectory.stop == "winner"
        assert (trajectory.recalled == settled).all()


def test_hebb_ends_in_one_picture_near_the_mean() -> None:
    network = Hopfield.store(first_digits(P))
    final = network.settle(_cues(FLIPPED), rng=np.random.default_rng(0))
    kinds, counts = np.unique(final, axis=0, return_counts=True)
    mean = np.sign(network.patterns.sum(axis=0, dtype=int))
    assert counts.max() > 0.9 * P
    assert overlap(kinds[counts.argmax()], mean[None])[0] > 0.9


def test_a_recalled_digit_is_named() -> None:
    network = Hopfield.store(first_digits(P), pseudoinverse)
    trajectory = network.recall(_cues(FLIPPED)[0], rng=np.random.default_rng(0))
    verdict = classify(trajectory.recalled, network.patterns)
    assert (verdict.kind, verdict.indices) == ("stored", (0,))
    assert 100 < trajectory.n_steps < 250  # about 157 flipped pixels to mend
