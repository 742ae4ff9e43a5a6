"""Every schedule in SCHEDULES: the literal loop step for step, and the laws of its descent."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core import SCHEDULES, Hopfield, Trajectory
from assoc_core.types import Bipolar
from tests import reference
from tests.samples import FRACTIONS, ROUGH, WHOLE_NUMBERS, cue_arrays, networks

NAMES = sorted(SCHEDULES)
DESCENDING = sorted(set(SCHEDULES) - {"synchronous"})
N = 7
NETWORKS = networks(N, WHOLE_NUMBERS) | networks(N, FRACTIONS)


def _literal(
    name: str, network: Hopfield, cue: Bipolar, seed: int, max_sweeps: int
) -> reference.Record:
    w, s = network.weights, [int(v) for v in cue]
    rng = np.random.default_rng(seed)
    orders = {
        "asynchronous": [rng.permutation(N).tolist() for _ in range(max_sweeps)],
        "cyclic": [list(range(N))] * max_sweeps,
    }
    if name in orders:
        return reference.one_by_one(w, s, orders[name])
    textbook = {"synchronous": reference.synchronous, "steepest": reference.steepest}[name]
    return textbook(w, s, max_sweeps)


def _recall(
    name: str, network: Hopfield, cue: Bipolar, seed: int, max_sweeps: int = 50
) -> Trajectory:
    return network.recall(
        cue,
        rng=np.random.default_rng(seed),
        schedule=SCHEDULES[name],
        max_sweeps=max_sweeps,
    )


@pytest.mark.parametrize("name", NAMES)
@given(
    network=NETWORKS,
    cue=cue_arrays(N),
    seed=st.integers(0, 9),
    max_sweeps=st.sampled_from([0, 1, 2, 50]),
)
def test_recall_is_the_literal_loop(
    name: str, network: Hopfield, cue: Bipolar, seed: int, max_sweeps: int
) -> None:
    trajectory = _recall(name, network, cue, seed, max_sweeps)
    states, sweeps, stop = _literal(name, network, cue, seed, max_sweeps)
    assert trajectory.states.tolist() == states
    assert trajectory.sweeps.tolist() == sweeps
    assert trajectory.stop == stop


@pytest.mark.parametrize("name", DESCENDING)
@given(network=NETWORKS | networks(N, ROUGH), cue=cue_arrays(N), seed=st.integers(0, 9))
def test_energy_never_rises(name: str, network: Hopfield, cue: Bipolar, seed: int) -> None:
    energies = network.energy(_recall(name, network, cue, seed).states)
    assert (np.diff(energies) < 0).all()  # each recorded step is a flip, and none is for free


@given(network=NETWORKS, cue=cue_arrays(N))
def test_synchronous_never_raises_the_energy_of_two_neighbouring_states(
    network: Hopfield, cue: Bipolar
) -> None:
    states = _recall("synchronous", network, cue, 0).states
    two_step = [-(later @ network.field(now)) for now, later in pairwise(states)]
    assert (np.diff(two_step) <= 0).all()  # the function that falls under parallel updates


@pytest.mark.parametrize("name", NAMES)
@given(network=NETWORKS, cue=cue_arrays(N), seed=st.integers(0, 9))
def test_fixed_point_keeps_every_unit(
    name: str, network: Hopfield, cue: Bipolar, seed: int
) -> None:
    trajectory = _recall(name, network, cue, seed)
    assert trajectory.stop in {"fixed point", "2-cycle"}
    if trajectory.stop == "fixed point":
        h = network.field(trajectory.recalled)
        assert (h * trajectory.recalled >= 0).all()
        assert (h[trajectory.recalled == 0] == 0).all()


@pytest.mark.parametrize("name", NAMES)
@given(network=NETWORKS, cue=cue_arrays(N), clamp_seed=st.integers(0, 99))
def test_clamped_units_keep_their_value(
    name: str, network: Hopfield, cue: Bipolar, clamp_seed: int
) -> None:
    clamp = np.random.default_rng(clamp_seed).random(N) < 0.5
    trajectory = network.recall(
        cue, rng=np.random.default_rng(0), schedule=SCHEDULES[name], clamp=clamp
    )
    assert (trajectory.states[:, clamp] == cue[clamp]).all()


@pytest.mark.parametrize("name", NAMES)
@given(network=NETWORKS, cues=cue_arrays(5, N), seed=st.integers(0, 9))
def test_settle_is_recall_cue_by_cue(
    name: str, network: Hopfield, cues: Bipolar, seed: int
) -> None:
    settled = network.settle(cues, rng=np.random.default_rng(seed), schedule=SCHEDULES[name])
    one_by_one = [_recall(name, network, cue, seed).recalled for cue in cues]
    assert (settled == one_by_one).all()


def test_synchronous_names_a_2_cycle() -> None:
    network = Hopfield(np.ones((1, 2), dtype=np.int8), np.array([[0.0, 1.0], [1.0, 0.0]]))
    trajectory = _recall("synchronous", network, np.array([1, -1], dtype=np.int8), 0)
    assert trajectory.states.tolist() == [[1, -1], [-1, 1], [1, -1]]
    assert trajectory.stop == "2-cycle"


def test_steepest_prefers_a_wrong_unit_to_an_unknown_one() -> None:
    weights = np.array([[0.0, 2.0, 0.0], [2.0, 0.0, 3.0], [0.0, 3.0, 0.0]])
    network = Hopfield(np.ones((1, 3), dtype=np.int8), weights)
    # unit 0 is wrong, gain 2 |2| = 4; unit 2 is unknown, gain |3|
    trajectory = _recall("steepest", network, np.array([-1, 1, 0], dtype=np.int8), 0)
    assert trajectory.states[1].tolist() == [1, 1, 0]


def test_a_zero_field_keeps_an_unknown_unit_unknown() -> None:
    network = Hopfield(np.ones((1, 3), dtype=np.int8), np.zeros((3, 3)))
    for name in NAMES:
        trajectory = _recall(name, network, np.array([1, 0, -1], dtype=np.int8), 0)
        assert trajectory.recalled.tolist() == [1, 0, -1]
        assert trajectory.stop == "fixed point"
