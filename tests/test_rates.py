"""Rates and their confidence intervals, against worked examples and simulation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core.study.rates import Rate, rated, wilson
from tests.samples import bipolar_arrays


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (20, 20, 0.8389, 1.0),
        (1, 100, 0.0018, 0.0545),
    ],
)
def test_wilsons_interval(hits: int, trials: int, low: float, high: float) -> None:
    assert wilson(hits, trials) == pytest.approx((low, high), abs=1e-4)


def test_nothing_is_known_of_no_trials() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert np.isnan(Rate().exact)
    assert Rate().overlap_interval == (-1.0, 1.0)


def test_the_interval_covers_the_truth_as_often_as_it_says() -> None:
    rng = np.random.default_rng(0)
    hits = rng.binomial(50, 0.3, size=4000)
    covered = [low <= 0.3 <= high for low, high in (wilson(int(k), 50) for k in hits)]
    assert np.mean(covered) == pytest.approx(0.95, abs=0.015)


@given(bipolar_arrays(6, 5), bipolar_arrays(6, 5), st.integers(1, 5))
def test_rates_add_up(answers: np.ndarray, patterns: np.ndarray, cut: int) -> None:
    whole = rated(answers, patterns)
    parts = rated(answers[:cut], patterns[:cut]) + rated(answers[cut:], patterns[cut:])
    assert (parts.n_cues, parts.n_exact) == (whole.n_cues, whole.n_exact)
    assert parts.overlap == pytest.approx(whole.overlap)
    assert parts.overlap_interval == pytest.approx(whole.overlap_interval)


def test_an_exact_answer_has_overlap_one() -> None:
    patterns = np.array([[1, -1, 1, 1], [1, 1, 1, 1]], dtype=np.int8)
    rate = rated(np.array([[1, -1, 1, 1], [-1, 1, 1, 1]], dtype=np.int8), patterns)
    assert (rate.exact, rate.overlap) == (0.5, 0.75)


@given(bipolar_arrays(8, 3), bipolar_arrays(8, 3))
def test_intervals_hold_what_was_measured(answers: np.ndarray, patterns: np.ndarray) -> None:
    rate = rated(answers, patterns)
    for value, (low, high) in (
        (rate.exact, rate.exact_interval),
        (rate.overlap, rate.overlap_interval),
    ):
        assert low - 1e-12 <= value <= high + 1e-12
    m = (answers * patterns).mean(axis=1)
    spread = 1.959964 * m.std(ddof=1) / np.sqrt(8)
    assert rate.overlap_interval[1] == pytest.approx(min(1, m.mean() + spread), abs=1e-6)
