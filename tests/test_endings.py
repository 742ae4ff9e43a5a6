"""Every ending has its word, and says which stored digits it speaks of."""

import numpy as np
import pytest

from assoc_core import Hamming, Hopfield, Trajectory, mnist, pseudoinverse, random_patterns
from assoc_core.trajectory import Stop
from assoc_core.types import Bipolar
from assoc_core.ui.model.endings import Ending, ending
from tests.samples import digits, first_digits

PATTERNS = random_patterns(6, 400, rng=np.random.default_rng(0))
LABELS = (5, 0, 8, 1, 9, 2)


def ended(recalled: Bipolar, stop: Stop = "fixed point", target: int | None = 0) -> Ending:
    states = np.stack([recalled, recalled])
    trajectory = Trajectory(recalled, states, np.array([0, 1]), recalled, stop)
    return ending(trajectory, PATTERNS, LABELS, target)


def test_the_own_digit_is_recalled() -> None:
    end = ended(PATTERNS[0].copy())
    assert end.verdict == "stored"
    assert "no. 0, a 5" in end.sentence


def test_a_digit_without_target_is_still_stored() -> None:
    assert ended(PATTERNS[2].copy(), target=None).verdict == "stored"
    assert "no. 2, an 8" in ended(PATTERNS[2].copy(), target=None).sentence


def test_another_digit_is_no_success() -> None:
    end = ended(PATTERNS[3].copy())
    assert end.verdict == "other"
    assert "no. 3, a 1" in end.sentence
    assert "no. 0, a 5" in end.sentence


def test_a_repeated_digit_counts_as_itself() -> None:
    twice = np.stack([PATTERNS[1], PATTERNS[1]])
    end = ending(
        Hopfield.store(twice).recall(twice[0], rng=np.random.default_rng(0)), twice, (0, 0), 1
    )
    assert end.verdict == "stored"


def test_the_negative_is_reversed() -> None:
    assert ended(-PATTERNS[4]).verdict == "reversed"


def test_a_mixture_names_its_members() -> None:
    mixture = np.sign(PATTERNS[0].astype(int) + PATTERNS[1] - PATTERNS[2]).astype(np.int8)
    end = ended(mixture)
    assert end.verdict == "mixture"
    assert "no. 0, a 5" in end.sentence
    assert "negative of no. 2, an 8" in end.sentence


def test_a_ghost_names_the_nearest_digit() -> None:
    ghost = PATTERNS[0].copy()
    ghost[:60] *= -1
    end = ended(ghost)
    assert end.verdict == "spurious"
    assert "Nearest is no. 0, a 5, overlap 0.70" in end.sentence


def test_hebbs_ghost_is_called_the_blend() -> None:
    patterns, labels = first_digits(118), tuple(map(int, digits().labels[:118]))
    trajectory = Hopfield.store(patterns).recall(patterns[0], rng=np.random.default_rng(0))
    end = ending(trajectory, patterns, labels, 0)
    assert end.verdict == "spurious"
    assert "near the blend of all 118 patterns" in end.sentence


def test_nothing_known_is_said() -> None:
    end = ended(np.zeros(400, dtype=np.int8))
    assert (end.verdict, end.title) == ("spurious", "Nothing to go on")


@pytest.mark.parametrize("stop", ["2-cycle", "step limit"])
def test_a_recall_without_answer_has_its_own_word(stop: Stop) -> None:
    assert ended(PATTERNS[0].copy(), stop).verdict == stop


def test_a_winner_without_target_is_the_winner() -> None:
    trajectory = Hamming.store(PATTERNS).recall(PATTERNS[5])
    end = ending(trajectory, PATTERNS, LABELS, None)
    assert end.verdict == "winner"
    assert "no. 5, a 2" in end.sentence


def test_a_tie_names_the_equals() -> None:
    trajectory = Hamming.store(PATTERNS).recall(np.zeros(400, dtype=np.int8))
    end = ending(trajectory, PATTERNS, LABELS, None)
    assert end.verdict == "tie"
    assert "no. 0, a 5 and no. 1, a 0 and no. 2, an 8 and 3 more" in end.sentence


def test_the_default_screen_ends_in_the_stored_digit() -> None:
    patterns, labels = first_digits(118), tuple(map(int, digits().labels[:118]))
    network = Hopfield.store(patterns, rule=pseudoinverse)
    trajectory = network.recall(mnist.bipolar(digits().images[0]), rng=np.random.default_rng(0))
    assert ending(trajectory, patterns, labels, 0).verdict == "stored"
