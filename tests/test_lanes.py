"""The lanes of a race: their pictures, their work, and all 60,000 digits in place of some."""

import base64
import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from assoc_core import Hamming, overlap
from assoc_core.types import Bipolar
from assoc_core.ui.browser.lanes.lane import lane, means_of_active
from assoc_core.ui.choices.codec import as_text
from assoc_core.ui.choices.entrants import ENTRANTS, entrant
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import all_digits as everything
from assoc_core.ui.model import compute
from assoc_core.ui.model.networks import recall, store
from assoc_core.ui.pages.race.standings import Standings, n_unknown
from assoc_core.ui.trials.tasks import plain
from tests.samples import damaged, first_digits, first_labels, walked

N, P = 784, 30
PN = N * P
SETTINGS = Settings(stored=P)
CUE: Bipolar = damaged(first_digits(P)[:1], "flip", 0.2, seed=1)[0]


def lane_of(name: str, cue: Bipolar = CUE, settings: Settings = SETTINGS) -> dict[str, Any]:
    """The lane of an entrant with 30 digits."""
    chosen = entrant(name, settings)
    memory = store(first_digits(P), chosen.recipe)
    return lane(memory, recall(memory, chosen, cue), first_labels(P), chosen)


def ended(name: str) -> Bipolar:
    """What the entrant makes of the cue."""
    chosen = entrant(name, SETTINGS)
    return recall(store(first_digits(P), chosen.recipe), chosen, CUE).recalled


@pytest.mark.parametrize(
    "name", ["hebb", "storkey-cyclic", "pseudoinverse-synchronous", "hamming", "dense-exp"]
)
def test_a_lane_leads_from_the_cue_to_what_is_recalled(name: str) -> None:
    data = lane_of(name)
    pictures = walked(data)
    assert pictures[0] == as_text(CUE)
    assert pictures[-1] == as_text(ended(name))
    assert len(pictures) == len(data["cost"]["work"])


def test_attention_comes_in_grey() -> None:
    data = lane_of("modern-0.02")
    frames = [np.frombuffer(base64.b64decode(text), "<i2") / 10_000 for text in data["frames"]]
    np.testing.assert_array_equal(frames[0], CUE)
    np.testing.assert_array_equal(np.rint(frames[-1]), ended("modern-0.02"))
    assert len(frames) == len(data["cost"]["work"])


@pytest.mark.parametrize(
    ("name", "step", "total", "made", "numbers"),
    [
        ("hebb", "flip", lambda steps: N * N + N * steps, "flips", N * (N - 1) // 2),
        (
            *("hebb-synchronous", "sweep", lambda steps: N * N * (steps + 1), "sweeps_idle"),
            N * (N - 1) // 2,
        ),
        ("dense-exp", "flip", lambda steps: 2 * PN + (P + PN) * steps, "dense", PN),
        ("modern-0.25", "step", lambda steps: 2 * PN * steps, "modern", PN),
    ],
)
def test_a_lane_tells_what_it_cost(
    name: str, step: str, total: Any, made: str, numbers: int
) -> None:
    data = lane_of(name)
    n_steps = len(data["cost"]["work"]) - 1
    assert n_steps > 0
    assert data["step"] == step
    cost = data["cost"]
    assert (cost["total"], cost["made"]) == (total(n_steps), made)
    assert (cost["numbers"], cost["which"]) == (
        numbers,
        "weights" if name.startswith("hebb") else "patterns",
    )


def test_maxnet_works_less_the_fewer_are_left() -> None:
    work = lane_of("hamming")["cost"]["work"]
    assert work[1] == PN + P
    steps = np.diff(work[1:])
    assert (np.diff(steps) <= 0).all()
    assert steps[-1] == 2  # the last step is between two


def test_a_lane_knows_the_target_alone() -> None:
    data = lane_of("hamming")
    packed = np.frombuffer(base64.b64decode(data["patterns"]), np.uint8)
    np.testing.assert_array_equal(np.unpackbits(packed) * 2.0 - 1, first_digits(1)[0])
    assert data["labels"] == [5]
    unseen = lane_of("hamming", settings=replace(SETTINGS, source="unseen"))
    assert (unseen["patterns"], unseen["labels"], unseen["target"]) == ("", [], None)


def test_shades_are_what_the_active_units_hold() -> None:
    memory = Hamming.store(first_digits(P))
    active = memory.recall(CUE).states > 0
    means, which = means_of_active(memory.patterns, active)
    for units, mean in zip(active, (means[k] for k in which), strict=True):
        np.testing.assert_allclose(mean, memory.patterns[units].mean(axis=0))
    assert len(means) == len(np.unique(active, axis=0)) < len(active)
    data = lane_of("hamming")
    shade = np.frombuffer(base64.b64decode(data["shades"][data["shadeOf"][1]]), np.int8)
    np.testing.assert_allclose(shade / 100, means[which[1]], atol=0.0051)


@pytest.mark.parametrize("name", ENTRANTS)
def test_every_lane_fits_in_200_kilobytes(name: str) -> None:
    cue = damaged(first_digits(1), "hide", 0.4, seed=1)[0]
    assert len(json.dumps(lane_of(name, cue))) < 200_000


@pytest.mark.parametrize(
    ("settings", "target"),
    [
        (Settings(digit=7), 7),
        (Settings(choice="picked", picked="3,99", digit=1), 99),
        (Settings(choice="each", digit=0), 1),  # the first 0 of the training set
        (Settings(choice="random", digit=7), None),
        (Settings(choice="shuffled", digit=7), None),
        (Settings(choice="picked", picked="3,99", planted="a", digit=2), None),
        (Settings(source="unseen", digit=7), None),
    ],
)
def test_among_all_digits_the_target_stays_the_same_picture(
    settings: Settings, target: int | None
) -> None:
    everywhere = everything.stored(settings)
    assert everywhere.target == target
    assert everywhere.n_patterns == 60_000


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("hebb", True),
        ("pseudoinverse-synchronous", True),
        ("storkey", False),
        ("perceptron", False),
        ("hamming", False),
        ("hamming-active", True),
        ("dense-exp", True),
        ("dense-30", False),
        ("modern-0.25", True),
    ],
)
def test_what_would_take_too_long_is_refused(name: str, runs: bool) -> None:
    assert (everything.refusal(entrant(name, Settings()), 0) is None) == runs


@pytest.mark.parametrize(("n_unknown", "runs"), [(392, True), (393, False)])
def test_a_dense_network_wants_half_of_the_cue(n_unknown: int, runs: bool) -> None:
    assert (everything.refusal(entrant("dense-exp", Settings()), n_unknown) is None) == runs
    assert everything.refusal(entrant("hamming-active", Settings()), n_unknown) is None


def test_memories_of_all_digits_share_them() -> None:
    start = everything.stored(Settings())
    one, other = (
        compute.trained(entrant(name, start).recipe) for name in ("dense-exp", "modern-0.25")
    )
    assert one.memory.patterns is other.memory.patterns
    assert one.memory.patterns.shape == (60_000, N)
    assert not one.memory.patterns.flags.writeable


def test_likeness_is_the_mean_overlap_of_two() -> None:
    pairs = overlap(first_digits(P), first_digits(P))[~np.eye(P, dtype=bool)]
    assert compute.trained(SETTINGS.recipe).likeness == pytest.approx(pairs.mean(), abs=1e-12)
    one = Settings(choice="picked", picked="3")
    assert np.isnan(compute.trained(one.recipe).likeness)


def test_standings_count_a_hundred_cues_of_each_racer() -> None:
    standings = Standings(plain(SETTINGS), "hebb,hamming")
    tasks = standings.tasks()
    assert len(tasks) == len(set(tasks)) == 10
    results = {task: task.run() for task in tasks[:2]}  # the first batch of each
    hebb, hamming = standings.rows(results)
    assert (hebb["memory"], hebb["cues"], hebb["exact"]) == ("hebb", 20, 0.0)
    assert (hamming["memory"], hamming["exact"]) == ("hamming", 1.0)
    assert hamming["exact_low"] == pytest.approx(0.839, abs=0.001)  # 20 of 20 [Wilson27]


def test_who_does_not_race_has_no_tasks() -> None:
    settings = replace(SETTINGS, stored=60_000, damage="hide", amount=60)
    assert Standings(settings, "storkey,dense-exp,hamming").tasks() == []
    half = replace(settings, amount=50)
    assert len(Standings(half, "storkey,dense-exp,hamming").tasks()) == 5


@pytest.mark.parametrize(
    ("damage", "amount", "n"),
    [("flip", 20, 0), ("hide", 50, 392), ("hide_left", 25, 196), ("blank", 99, 0)],
)
def test_unknown_pixels_are_counted(damage: str, amount: int, n: int) -> None:
    assert n_unknown(Settings(damage=damage, amount=amount)) == n
