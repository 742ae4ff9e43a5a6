"""Final states get their right names."""

import numpy as np
import pytest

from assoc_core import Hopfield, classify, margins, perceptron, random_patterns
from tests.samples import first_digits

PATTERNS = random_patterns(8, 400, rng=np.random.default_rng(0))


def test_stored_and_reversed() -> None:
    assert classify(PATTERNS[3], PATTERNS).kind == "stored"
    assert classify(PATTERNS[3], PATTERNS).indices == (3,)
    negative = classify(-PATTERNS[3], PATTERNS)
    assert (negative.kind, negative.indices, negative.signs) == ("reversed", (3,), (-1,))
    assert negative.overlap == -1


def test_a_pattern_stored_twice_is_named_twice() -> None:
    twice = np.vstack([PATTERNS, PATTERNS[3:4]])
    assert classify(PATTERNS[3], twice).indices == (3, 8)


def test_one_wrong_unit_is_not_recalled() -> None:
    state = PATTERNS[3].copy()
    state[0] *= -1
    verdict = classify(state, PATTERNS)
    assert verdict.kind == "other"
    assert verdict.indices == (3,)
    assert verdict.overlap == pytest.approx(1 - 2 / 400)


@pytest.mark.parametrize("members", [(0, 2, 5), (1, 2, 3, 5, 7)])
def test_mixtures_are_named_with_their_signs(members: tuple[int, ...]) -> None:
    signs = np.array([1, -1, 1, -1, -1])[: len(members)]
    state = np.sign(signs @ PATTERNS[list(members)].astype(int))
    verdict = classify(state, PATTERNS)
    assert verdict.kind == "mixture"
    assert dict(zip(verdict.indices, verdict.signs, strict=True)) == dict(
        zip(members, signs.tolist(), strict=True)
    )
    assert verdict.overlap == 1


def test_a_symmetric_mixture_is_a_fixed_point_of_hebb() -> None:
    network = Hopfield.store(random_patterns(3, 1000, rng=np.random.default_rng(1)))
    mixture = np.sign(network.patterns.sum(axis=0))
    final = network.recall(mixture, rng=np.random.default_rng(0)).recalled
    assert classify(final, network.patterns).kind == "mixture"


def test_everything_else_is_other() -> None:
    assert classify(np.zeros(400), PATTERNS).kind == "other"
    assert classify(random_patterns(1, 400, rng=np.random.default_rng(9))[0], PATTERNS).kind == (
        "other"
    )


def test_hebb_on_digits_does_not_recall() -> None:
    network = Hopfield.store(first_digits(118))
    final = network.recall(network.patterns[0], rng=np.random.default_rng(0)).recalled
    assert classify(final, network.patterns).kind in {"other", "mixture"}


def test_margins_by_hand() -> None:
    weights = np.array([[0.0, 3.0, -4.0], [3.0, 0.0, 0.0], [-4.0, 0.0, 0.0]])
    network = Hopfield(np.ones((1, 3), dtype=np.int8), weights)
    assert margins(network, [1, 1, 1]) == pytest.approx([-1 / 5, 1, -1])
    assert margins(network, [[1, 1, -1]]) == pytest.approx(np.array([[7 / 5, 1, 1]]))


def test_margins_of_the_perceptron_are_what_was_asked_for() -> None:
    weights = perceptron(first_digits(30), margin=0.5)
    network = Hopfield(first_digits(30), weights)
    assert margins(network, network.patterns).min() > 0.5


def test_a_unit_without_weights_has_no_margin() -> None:
    network = Hopfield(np.ones((1, 2), dtype=np.int8), np.zeros((2, 2)))
    assert margins(network, [1, -1]).tolist() == [0, 0]


def test_states_are_classified_one_at_a_time() -> None:
    with pytest.raises(ValueError, match=r"One state \(N,\) is classified at a time; \(2, 400\)"):
        classify(PATTERNS[:2], PATTERNS)
    with pytest.raises(ValueError, match="400 units"):
        classify(np.ones(399), PATTERNS)
