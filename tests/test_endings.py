"""Every ending has its word, and says which stored patterns it speaks of."""

import json
import pickle
import re
from typing import get_args

import numpy as np
import pytest

from assoc_core import (
    DenseHopfield,
    Hamming,
    Hopfield,
    ModernHopfield,
    Trajectory,
    mnist,
    pseudoinverse,
    random_patterns,
)
from assoc_core.trajectory import Stop
from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model.endings import VERDICTS, Digit, Ending, Kind, ending
from assoc_core.ui.model.networks import Memory, recall
from tests.samples import digits, first_digits, first_labels

RNG = np.random.default_rng
PATTERNS = random_patterns(6, 400, rng=RNG(0))
LABELS = (5, 0, 8, 1, 9, 2)
HOPFIELD = Hopfield.store(PATTERNS)
VERDICT_WORDS = {
    *("stored", "other", "reversed", "mixture", "spurious", "2-cycle", "tie", "winner"),
    "step limit",
}


def ended(
    recalled: Bipolar,
    stop: Stop = "fixed point",
    target: int | None = 0,
    memory: Memory = HOPFIELD,
    final: np.ndarray | None = None,
) -> Ending:
    """The ending of a recall that stopped in a state, or in a real one that is rounded to it."""
    states = np.stack([recalled if final is None else final] * 2)
    trajectory = Trajectory(recalled, states, np.array([0, 1]), recalled, stop)
    return ending(trajectory, memory, LABELS, target)


def said(end: Ending) -> str:
    return words.endings.sentence(end)


def test_the_own_digit_is_recalled() -> None:
    end = ended(PATTERNS[0].copy())
    assert (end.kind, end.verdict) == ("recalled", "stored")
    assert said(end) == "All 400 pixels are those of stored digit no. 0, a 5."


def test_a_digit_without_target_is_still_stored() -> None:
    end = ended(PATTERNS[2].copy(), target=None)
    assert (end.kind, end.verdict) == ("stored", "stored")
    assert "no. 2, an 8" in said(end)


def test_another_digit_is_no_success() -> None:
    end = ended(PATTERNS[3].copy())
    assert end.verdict == "other"
    assert said(end) == ("It ended in stored digit no. 3, a 1; the cue was made from no. 0, a 5.")


def test_a_repeated_digit_counts_as_itself() -> None:
    memory = Hopfield.store(np.stack([PATTERNS[1], PATTERNS[1]]))
    trajectory = memory.recall(memory.patterns[0], rng=RNG(0))
    assert ending(trajectory, memory, (0, 0), 1).verdict == "stored"


@pytest.mark.parametrize(
    ("memory", "same_energy"),
    [
        (HOPFIELD, True),
        (DenseHopfield.store(PATTERNS, 2), True),
        (DenseHopfield.store(PATTERNS, 2, rectified=True), False),
        (DenseHopfield.store(PATTERNS, 3), False),
        (DenseHopfield.store(PATTERNS, "exp"), False),
    ],
)
def test_the_negative_has_the_same_energy_where_it_is_said(
    memory: Hopfield | DenseHopfield, same_energy: bool
) -> None:
    end = ended(-PATTERNS[4], memory=memory)
    assert end.verdict == "reversed"
    assert ("same energy" in said(end)) == same_energy
    one, other = memory.energy(np.stack([PATTERNS[4], -PATTERNS[4]]))
    assert (one == pytest.approx(other)) == same_energy


def test_a_mixture_names_its_members() -> None:
    mixture = np.sign(PATTERNS[0].astype(int) + PATTERNS[1] - PATTERNS[2]).astype(np.int8)
    end = ended(mixture)
    assert end.verdict == "mixture"
    assert "no. 0, a 5 + " in said(end) or " + no. 0, a 5" in said(end)
    assert "negative of no. 2, an 8" in said(end)
    assert dict(end.facts)["overlap"] == 1.0


def test_a_ghost_names_the_nearest_digit() -> None:
    ghost = PATTERNS[0].copy()
    ghost[:60] *= -1
    end = ended(ghost)
    assert (end.kind, end.verdict) == ("ghost", "spurious")
    assert "Nearest is no. 0, a 5, overlap 0.70" in said(end)


def test_hebbs_ghost_is_called_the_blend_of_digits_that_share_much() -> None:
    memory, labels = Hopfield.store(first_digits(118)), first_labels(118)
    trajectory = memory.recall(memory.patterns[0], rng=RNG(0))
    end = ending(trajectory, memory, labels, 0)
    assert end.kind == "shared blend"
    assert "near the blend of all 118 patterns" in said(end)
    assert "What they share outweighs" in said(end)


def test_a_blend_of_random_patterns_shares_nothing() -> None:
    patterns = random_patterns(7, 400, rng=RNG(1))
    memory = Hopfield.store(patterns)
    blend = np.sign(patterns.sum(axis=0, dtype=int)).astype(np.int8)
    for sign, kind in ((1, "blend"), (-1, "negative blend")):
        state = sign * blend
        trajectory = Trajectory(state, np.stack([state]), np.zeros(1, int), state, "fixed point")
        end = ending(trajectory, memory, (-1,) * 7, 0)
        assert end.kind == kind
        assert "share" not in said(end)
        assert f"overlap {'−' if sign < 0 else ''}1.00" in said(end)


def test_nothing_known_is_said() -> None:
    end = ended(np.zeros(400, dtype=np.int8))
    assert (end.kind, end.verdict) == ("unknown", "spurious")
    assert "No pixel of the cue is known" in said(end)


@pytest.mark.parametrize("beta", ["0.001", "0.005"])
def test_a_known_cue_that_fades_to_grey_is_not_called_unknown(beta: str) -> None:
    settings = Settings(network="modern", beta=beta, choice="random", amount=0)
    of = compute.trained(settings.recipe)
    cue = compute.cue(settings)
    assert (cue == of.memory.patterns[0]).all()
    trajectory = recall(of.memory, settings, cue)
    assert not trajectory.recalled.any()  # every pixel is nearer to grey
    end = ending(trajectory, of.memory, of.labels, 0)
    assert (end.kind, end.verdict) == ("grey", "spurious")
    assert "No pixel of the cue is known" not in said(end)


def test_a_cue_without_a_known_pixel_can_lead_to_the_mean_of_all() -> None:
    memory = ModernHopfield.store(PATTERNS, 0.001)
    end = ending(memory.recall(np.zeros(400, np.int8)), memory, LABELS, None)
    assert end.kind == "ghost"  # something has changed, so it is not called unknown


@pytest.mark.parametrize(("faint", "rounded"), [(0.004, False), (0.006, True), (0.4, True)])
@pytest.mark.parametrize(
    ("index", "target", "kind"), [(0, 0, "recalled"), (0, None, "stored"), (3, 0, "other")]
)
def test_a_grey_state_is_a_digit_only_once_rounded(
    faint: float, rounded: bool, index: int, target: int | None, kind: str
) -> None:
    memory = ModernHopfield.store(PATTERNS)
    final = PATTERNS[index] * (1 - faint)
    end = ended(PATTERNS[index].copy(), target=target, memory=memory, final=final)
    assert end.kind == (f"{kind} rounded" if rounded else kind)
    assert end.verdict == {"recalled": "stored"}.get(kind, kind)
    assert ("Rounded to black and white" in said(end)) == rounded


def test_the_overlap_of_a_grey_state_is_its_own() -> None:
    memory = ModernHopfield.store(PATTERNS)
    grey = (0.6 * PATTERNS[0] + 0.3 * PATTERNS[1]).astype(np.float32)
    end = ended(np.rint(grey).astype(np.int8), memory=memory, final=grey)
    assert end.kind == "ghost"
    assert dict(end.facts)["overlap"] == round(float(grey @ PATTERNS[0]) / 400, 2)


def test_a_race_that_nobody_survives_is_not_called_unknown() -> None:
    """The negative of all that is stored: known in all its units, and matched by none."""
    memory = Hamming.store(PATTERNS[:1])
    end = ending(memory.recall(-PATTERNS[0]), memory, LABELS[:1], 0)
    assert (end.kind, end.verdict) == ("nobody left", "spurious")


def test_a_blend_that_cancels_out_is_not_called_unknown() -> None:
    """A cue that is half one pattern and half its negative, all of it known."""
    memory = ModernHopfield.store(np.array([PATTERNS[0], -PATTERNS[0]]))
    cue = np.where(np.arange(400) < 200, PATTERNS[0], -PATTERNS[0])
    trajectory = memory.recall(cue)
    assert not trajectory.states[-1].any()
    assert ending(trajectory, memory, LABELS[:2], 0).kind == "grey"


@pytest.mark.parametrize("stop", ["2-cycle", "step limit"])
def test_a_recall_without_answer_has_its_own_word(stop: Stop) -> None:
    assert ended(PATTERNS[0].copy(), stop).verdict == stop


def test_a_winner_without_target_is_the_winner() -> None:
    memory = Hamming.store(PATTERNS)
    end = ending(memory.recall(PATTERNS[5]), memory, LABELS, None)
    assert end.verdict == "winner"
    assert said(end) == "Of all stored patterns no. 5, a 2, matches the cue best."
    assert ending(memory.recall(PATTERNS[5]), memory, LABELS, 5).kind == "recalled"


@pytest.mark.parametrize(("n_equal", "kind"), [(3, "tie"), (6, "tie of many")])
def test_a_tie_names_the_equals(n_equal: int, kind: str) -> None:
    memory = Hamming.store(PATTERNS[:n_equal])
    end = ending(memory.recall(np.zeros(400, dtype=np.int8)), memory, LABELS[:n_equal], None)
    assert (end.kind, end.verdict) == (kind, "tie")
    three = "The cue matches no. 0, a 5 and no. 1, a 0 and no. 2, an 8"
    more = " and 3 more" if n_equal > 3 else ""
    assert said(end).startswith(f"{three}{more} equally well.")


def test_the_default_screen_ends_in_the_stored_digit() -> None:
    memory = Hopfield.store(first_digits(118), rule=pseudoinverse)
    labels = first_labels(118)
    trajectory = memory.recall(mnist.bipolar(digits().images[0]), rng=RNG(0))
    assert ending(trajectory, memory, labels, 0).verdict == "stored"


ENDINGS = (
    ended(PATTERNS[0].copy()),
    ended(PATTERNS[3].copy()),
    ended(np.sign(PATTERNS[:3].sum(axis=0, dtype=int)).astype(np.int8)),
    ended(np.zeros(400, dtype=np.int8)),
)


@pytest.mark.parametrize("end", ENDINGS, ids=lambda end: end.kind)
def test_an_ending_is_a_plain_value(end: Ending) -> None:
    assert pickle.loads(pickle.dumps(end)) == end
    assert hash(end) == hash(pickle.loads(pickle.dumps(end)))
    sent = json.loads(json.dumps(end.plain()))
    assert (sent["kind"], sent["verdict"]) == (end.kind, end.verdict)
    assert list(sent["facts"]) == [name for name, _ in end.facts]


def test_every_kind_has_its_verdict_and_its_words() -> None:
    kinds = get_args(Kind)
    assert set(words.endings.TITLE) == set(words.endings.SENTENCES) == set(kinds)
    assert {VERDICTS.get(kind, kind) for kind in kinds} - {"recalled"} == VERDICT_WORDS


@pytest.mark.parametrize(
    ("label", "name"),
    [(8, "no. 3, an 8"), (0, "no. 3, a 0"), (-1, "no. 3"), (-2, "no. 3, planted")],
)
def test_a_pattern_is_named_by_its_label(label: int, name: str) -> None:
    assert words.endings.name(3, (0, 0, 0, label)) == name
    stored = Ending("recalled", (("found", Digit(3, label)), ("n", 1234)))
    assert re.fullmatch(r"All 1,234 pixels are those of .*no. 3.*\.", said(stored))
    assert ("stored digit" in said(stored)) == (label >= 0)
