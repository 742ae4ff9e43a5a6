"""The bidirectional memory: picture to label, label to picture."""

import numpy as np
import pytest
from hypothesis import given

from assoc_core import CORRUPTIONS, Pairs, random_patterns
from assoc_core.types import Bipolar
from tests.samples import bipolar_arrays, cue_arrays
from tests.test_sequence import zero_to_nine

RNG = np.random.default_rng
LABELS = np.where(np.eye(10) > 0, 1, -1).astype(np.int8)


def test_hebbs_weights_are_the_literal_sum() -> None:
    x, y = random_patterns(4, 30, rng=RNG(0)), random_patterns(4, 20, rng=RNG(1))
    memory = Pairs.store(x, y)
    literal = sum(np.outer(y[mu].astype(int), x[mu]) for mu in range(4)) / 30
    assert np.abs(memory.weights - literal).max() < 1e-12
    assert (memory.back == memory.weights.T).all()


def test_random_pairs_recall_each_other() -> None:
    x, y = random_patterns(4, 200, rng=RNG(0)), random_patterns(4, 100, rng=RNG(1))
    memory = Pairs.store(x, y)
    for left, right in zip(x, y, strict=True):
        whole = np.concatenate([left, right])
        noisy = np.concatenate([CORRUPTIONS["flip"](left, 0.1, RNG(0)), np.zeros_like(right)])
        asked = np.concatenate([np.zeros_like(left), right])
        for cue in (noisy, asked):
            trajectory = memory.recall(cue)
            assert (trajectory.recalled == whole).all()
            assert trajectory.stop == "fixed point"


def test_a_known_label_does_not_stop_the_picture_from_settling() -> None:
    x, y = random_patterns(3, 200, rng=RNG(0)), random_patterns(3, 100, rng=RNG(1))
    cue = np.concatenate([CORRUPTIONS["flip"](x[0], 0.1, RNG(0)), y[0]])
    trajectory = Pairs.store(x, y).recall(cue)
    assert (trajectory.recalled[:200] == x[0]).all()
    assert trajectory.sweeps.tolist() == [0, 1]


@given(x=bipolar_arrays(3, 8), y=bipolar_arrays(3, 6), cue=cue_arrays(14))
def test_energy_never_rises_and_the_end_is_fixed(x: Bipolar, y: Bipolar, cue: Bipolar) -> None:
    memory = Pairs.store(x, y)
    trajectory = memory.recall(cue)
    assert (np.diff(memory.energy(trajectory.states)) <= 1e-9).all()
    assert trajectory.stop == "fixed point"
    assert memory.recall(trajectory.recalled).n_steps == 0


def test_digits_and_labels_recall_each_other() -> None:
    x = zero_to_nine()
    memory = Pairs.store(x, LABELS, correlated=True)
    for label in range(10):
        noisy = CORRUPTIONS["flip"](x[label], 0.15, RNG(label))
        named = memory.recall(np.concatenate([noisy, np.zeros(10, dtype=np.int8)]))
        assert (named.recalled == np.concatenate([x[label], LABELS[label]])).all()
        drawn = memory.recall(np.concatenate([np.zeros(784, dtype=np.int8), LABELS[label]]))
        assert (drawn.recalled[:784] == x[label]).all()


def test_a_state_is_both_layers() -> None:
    memory = Pairs.store(random_patterns(2, 6, rng=RNG(0)), random_patterns(2, 3, rng=RNG(1)))
    assert memory.patterns.shape == (2, 9)
    assert (memory.patterns[:, 6:] == memory.right).all()
    assert memory.energy(memory.patterns).shape == (2,)


def test_bad_input_is_refused() -> None:
    x = random_patterns(3, 6, rng=RNG(0))
    with pytest.raises(ValueError, match="3 left patterns and 2 right ones"):
        Pairs.store(x, x[:2])
    with pytest.raises(ValueError, match="12 units"):
        Pairs.store(x, x).recall(np.ones(6))
    with pytest.raises(ValueError, match="12 units"):
        Pairs.store(x, x).energy(np.ones(5))


def test_the_constructor_checks_what_store_checks() -> None:
    x, y = random_patterns(3, 6, rng=RNG(0)), random_patterns(3, 4, rng=RNG(1))
    forward, back = np.zeros((4, 6)), np.zeros((6, 4))
    assert Pairs(x, y, forward, back).settle(np.ones(10)).tolist() == [[1] * 10]
    for wrong in ((x, y[:2], forward, back), (x[None], y, forward, back)):
        with pytest.raises(ValueError, match=r"do not make pairs|Patterns have the shape"):
            Pairs(*wrong)
    for wrong in ((x, y, back, forward), (x, y, forward, forward), (x, y, forward * np.nan, back)):
        with pytest.raises(ValueError, match="finite numbers of shape"):
            Pairs(*wrong)
    assert forward.flags.writeable
    assert x.flags.writeable


@given(x=bipolar_arrays(4, 7), y=bipolar_arrays(4, 5), cues=cue_arrays(6, 12))
def test_settle_is_recall_cue_by_cue(x: Bipolar, y: Bipolar, cues: Bipolar) -> None:
    """Some begin with the right layer, some with the left one, and each ends at its own time."""
    for correlated in (False, True):
        memory = Pairs.store(x, y, correlated=correlated)
        for limit in (0, 1, 2, 50):
            settled = memory.settle(cues, max_sweeps=limit)
            alone = [memory.recall(cue, max_sweeps=limit).recalled for cue in cues]
            assert (settled == alone).all()


def test_the_label_asked_for_its_picture_begins_with_the_picture() -> None:
    x, y = random_patterns(3, 200, rng=RNG(0)), random_patterns(3, 100, rng=RNG(1))
    asked = np.concatenate([np.zeros(200, dtype=np.int8), y[0]])
    trajectory = Pairs.store(x, y).recall(asked)
    assert trajectory.sweeps.tolist() == [0, 1]
    assert trajectory.stop == "fixed point"
    assert Pairs.store(x, y).recall(asked, max_sweeps=0).stop == "step limit"


def test_patterns_are_made_once() -> None:
    memory = Pairs.store(random_patterns(2, 6, rng=RNG(0)), random_patterns(2, 3, rng=RNG(1)))
    assert memory.patterns is memory.patterns
    assert not memory.patterns.flags.writeable


def test_repr_names_both_layers() -> None:
    memory = Pairs.store(random_patterns(2, 6, rng=RNG(0)), random_patterns(2, 3, rng=RNG(1)))
    assert repr(memory) == "Pairs(2 patterns of 6 units and 3)"
