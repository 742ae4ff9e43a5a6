"""All 60,000 digits fit into every memory that can hold them, in little more than the data."""

import tracemalloc
from collections.abc import Callable

import numpy as np
import pytest

from assoc_core import DenseHopfield, Hamming, ModernHopfield, synchronous
from assoc_core.types import Bipolar
from tests.samples import damaged, first_digits

RNG = np.random.default_rng


def _hamming(x: Bipolar, cues: Bipolar) -> None:
    memory = Hamming.store(x, inhibition="1/active")
    memory.settle(cues)
    memory.scores(cues[:50])
    memory.recall(cues[0])


def _dense(x: Bipolar, cues: Bipolar) -> None:
    memory = DenseHopfield.store(x, power=20)
    memory.settle(cues[:40], rng=RNG(0), schedule=synchronous, max_sweeps=1)
    memory.energy(cues)
    DenseHopfield.store(x, power="exp").recall(cues[0], rng=RNG(0))


def _modern(x: Bipolar, cues: Bipolar) -> None:
    memory = ModernHopfield.store(x)
    memory.settle(cues, max_sweeps=2)
    memory.energy(cues)
    memory.attention(cues)


@pytest.mark.slow
@pytest.mark.parametrize("work", [_hamming, _dense, _modern])
def test_memory_stays_under_400_mb_above_the_data(work: Callable[[Bipolar, Bipolar], None]) -> None:
    x = first_digits(60_000)
    cues = damaged(x[:100], "flip", 0.2, seed=0)
    tracemalloc.start()
    try:
        work(x, cues)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert 40e6 < peak < 400e6  # above the 47 MB of x; the copy that the memory keeps is in it


def test_energy_and_attention_know_all_digits() -> None:
    x = first_digits(60_000)
    assert ModernHopfield.store(x, beta=2.0).attention(x[:5]).argmax(axis=1).tolist() == list(
        range(5)
    )
    assert DenseHopfield.store(x, "exp").energy(x[:5]) == pytest.approx(-784, abs=1)
