"""The player's data: walking it gives the recorded states, and it is small plain JSON."""

import base64

import numpy as np
import pytest

from assoc_core import RULES, SCHEDULES, DenseHopfield, Hamming, Hopfield, ModernHopfield
from assoc_core.types import Bipolar
from assoc_core.ui.browser.player.replay import energies, replay
from assoc_core.ui.browser.wire import changes, wire
from assoc_core.ui.choices.codec import as_text
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model.networks import recall, store
from tests.samples import CHOICES, damaged, first_digits, first_labels, walked


def cue_of(n_patterns: int, corruption: str = "flip") -> Bipolar:
    cue: Bipolar = damaged(first_digits(n_patterns)[:1], corruption, 0.4, seed=1)[0]
    return cue


@pytest.mark.parametrize("corruption", ["flip", "hide_bottom"])
@pytest.mark.parametrize("order", SCHEDULES)
@pytest.mark.parametrize("rule", RULES)
def test_the_player_shows_the_recorded_states(rule: str, order: str, corruption: str) -> None:
    memory = Hopfield.store(first_digits(30), rule=RULES[rule])
    trajectory = memory.recall(
        cue_of(30, corruption), rng=np.random.default_rng(0), schedule=SCHEDULES[order]
    )
    data = replay(memory, trajectory, first_labels(30), Settings(rule=rule, order=order, stored=30))
    assert walked(data) == [as_text(state) for state in trajectory.states]
    assert data["sweeps"] == trajectory.sweeps.tolist()
    np.testing.assert_allclose(data["energy"], memory.energy(trajectory.states), rtol=1e-8)
    if order != "synchronous":
        assert (np.diff(data["energy"]) <= 0).all()
        assert data["step"] == "flip"


@pytest.mark.parametrize("order", SCHEDULES)
def test_a_dense_network_is_walked_like_any_other(order: str) -> None:
    memory = DenseHopfield.store(first_digits(30), "exp")
    trajectory = memory.recall(cue_of(30), rng=np.random.default_rng(0), schedule=SCHEDULES[order])
    data = replay(memory, trajectory, first_labels(30), Settings(network="dense", order=order))
    assert walked(data) == [as_text(state) for state in trajectory.states]
    np.testing.assert_allclose(data["energy"], memory.energy(trajectory.states), rtol=1e-8)


def test_every_unit_is_looked_at_in_the_order_of_its_sweep() -> None:
    memory = Hopfield.store(first_digits(30), rule=RULES["pseudoinverse"])
    settings = Settings(order="asynchronous", stored=30, seed=4)
    trajectory = recall(memory, settings, cue_of(30))
    data = replay(memory, trajectory, first_labels(30), settings)
    orders = [np.frombuffer(base64.b64decode(text), "<u2") for text in data["orders"]]
    assert len(orders) == trajectory.sweeps[-1] + 1  # the last one changes nothing
    seen = iter([(k, unit) for k, order in enumerate(orders, start=1) for unit in order])
    flips = [
        (int(sweep), change[0] // 3)
        for sweep, change in zip(trajectory.sweeps[1:], data["changes"], strict=True)
    ]
    assert all(flip in seen for flip in flips)  # in this order


def test_attention_is_sent_in_grey() -> None:
    memory = ModernHopfield.store(first_digits(118), 0.02)
    trajectory = memory.recall(cue_of(118))
    data = replay(memory, trajectory, first_labels(118), Settings(network="modern"))
    frames = [np.frombuffer(base64.b64decode(text), "<i2") / 10_000 for text in data["frames"]]
    np.testing.assert_allclose(frames, trajectory.states, atol=6e-5)
    weights = memory.attention(trajectory.states)
    for row, (units, shares) in zip(weights, data["activity"], strict=True):
        np.testing.assert_allclose(shares, row[units], atol=6e-4)
        assert row.sum() - sum(shares) < 0.06


def test_the_race_ends_in_the_winners_picture() -> None:
    memory = Hamming.store(first_digits(118))
    trajectory = memory.recall(cue_of(118))
    data = replay(memory, trajectory, first_labels(118), Settings(network="hamming"))
    pictures = walked(data)
    assert len(pictures) == len(trajectory.states) == len(data["activity"])
    assert pictures[-1] == as_text(trajectory.recalled)
    assert data["curve"] == [int((y > 0).sum()) for y in trajectory.states]
    for y, (units, shares) in zip(trajectory.states, data["activity"], strict=True):
        np.testing.assert_allclose(shares, y[units] / y.max(), atol=6e-4)


def test_the_patterns_arrive_bit_by_bit() -> None:
    memory = Hamming.store(first_digits(20))
    data = replay(memory, memory.recall(cue_of(20)), first_labels(20), Settings(network="hamming"))
    packed = np.frombuffer(base64.b64decode(data["patterns"]), np.uint8).reshape(20, 98)
    np.testing.assert_array_equal(np.unpackbits(packed, axis=1) * 2.0 - 1, memory.patterns)


@pytest.mark.parametrize("order", ["steepest", "asynchronous"])
@pytest.mark.parametrize("network", CHOICES["network"])
def test_the_largest_recall_fits_in_200_kilobytes(network: str, order: str) -> None:
    settings = Settings(network=network, stored=300, order=order, rule="hebb")
    memory = store(first_digits(300), settings.recipe)
    trajectory = recall(memory, settings, cue_of(300, "hide"))
    assert len(wire(replay(memory, trajectory, first_labels(300), settings)).json) < 200_000


def test_the_id_tells_recalls_apart() -> None:
    memory = Hamming.store(first_digits(20))
    one, same, other = (
        wire(replay(memory, memory.recall(cue), first_labels(20), Settings(network="hamming"))).id
        for cue in (cue_of(20), cue_of(20), -cue_of(20))
    )
    assert one == same != other


def test_changes_are_told_by_unit_and_value() -> None:
    states = np.array([[1, 0, -1], [1, 0, -1], [-1, 0, 1], [-1, 1, 1]], dtype=np.int8)
    assert changes(states) == [[], [0, 8], [5]]  # 3 i + s + 1
    assert changes(states[:1]) == []


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(order="cyclic"),
        Settings(order="synchronous"),
        Settings(temperature="0.3"),
    ],
)
def test_the_energy_is_that_of_every_state(rule: str, settings: Settings) -> None:
    memory = Hopfield.store(first_digits(30), rule=RULES[rule])
    states = recall(memory, settings, cue_of(30, "hide")).states
    assert len(states) > 1
    np.testing.assert_array_equal(energies(memory, states), memory.energy(states))


def test_the_energy_of_a_network_with_loops_too() -> None:
    weights = np.array([[1.0, -2.0], [-2.0, 3.0]])
    memory = Hopfield(np.ones((1, 2), dtype=np.int8), weights)
    states = np.array([[0, 1], [-1, 1], [-1, -1]], dtype=np.int8)
    assert energies(memory, states).tolist() == memory.energy(states).tolist() == [-1.5, -4, 0]


@pytest.mark.parametrize(
    ("settings", "invitation"),
    [
        (Settings(), "falls"),
        (Settings(temperature="1"), "warm"),
        (Settings(temperature="0.05", amount=0), "warm"),  # it never rests, even if nothing flips
        (Settings(order="synchronous"), "sweep"),
        (Settings(amount=0), "rest"),
        (Settings(network="dense"), "falls"),
        (Settings(network="modern"), "attention"),
        (Settings(network="hamming"), "step"),
    ],
)
def test_the_invitation_says_what_will_be(settings: Settings, invitation: str) -> None:
    memory = store(first_digits(30), settings.recipe)
    cue = damaged(first_digits(1), settings.damage, settings.amount / 100, seed=1)[0]
    data = replay(memory, recall(memory, settings, cue), first_labels(30), settings)
    assert data["invitation"] == invitation
    if invitation == "falls":
        assert (np.diff(data["energy"]) < 0).all()
