"""Cached: Settings -> digits, memory, cue, replay. Keys are settings and seeds, never matrices."""

import gc
from dataclasses import dataclass
from typing import Any

import numpy as np
import streamlit as st

from assoc_core import CORRUPTIONS, RULES, SCHEDULES, Hamming, Hopfield, mnist, overlap
from assoc_core.types import Bipolar
from assoc_core.ui.player.replay import replay
from assoc_core.ui.settings import N_UNITS, Settings

Memory = Hopfield | Hamming


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """A trained memory with the labels of its digits."""

    memory: Memory
    labels: tuple[int, ...]
    likeness: float  # the mean overlap of two different stored digits


@st.cache_resource(show_spinner="Reading the 70,000 digits of MNIST …", show_time=True)
def digits(split: str) -> mnist.Digits:
    return mnist.load(split)


@st.cache_resource(show_spinner="Training the network …", show_time=True, max_entries=32)
def stored(network: str, rule: str, n_patterns: int) -> Stored:
    """The chosen network, trained on the first digits; once for all sessions."""
    train = digits("train")
    chosen = mnist.choose(train, n_patterns)
    patterns = mnist.bipolar(train.images[chosen])
    memory: Memory = (
        Hamming.store(patterns)
        if network == "hamming"
        else Hopfield.store(patterns, rule=RULES[rule])
    )
    # Streamlit collects garbage after every run; frozen objects are not visited by it.
    gc.freeze()
    m = overlap(patterns, patterns)
    likeness = float(m[~np.eye(n_patterns, dtype=bool)].mean())
    return Stored(memory, tuple(map(int, train.labels[chosen])), likeness)


def trained(settings: Settings) -> Stored:
    # The rule of a network that has none must not make a second entry in the cache.
    rule = settings.rule if settings.network == "hopfield" else ""
    return stored(settings.network, rule, settings.stored)


def start(settings: Settings) -> Bipolar:
    """The undamaged picture the settings start from, (784,)."""
    if settings.source == "black":
        return np.full(N_UNITS, -1, dtype=np.int8)
    if settings.source == "unknown":
        return np.zeros(N_UNITS, dtype=np.int8)
    split = "train" if settings.source == "stored" else "test"
    return mnist.bipolar(digits(split).images[settings.digit])


def cue(settings: Settings) -> Bipolar:
    """The cue that the settings alone make, (784,): a digit is damaged, an empty picture is not."""
    picture = start(settings)
    if settings.source in ("black", "unknown"):
        return picture
    rng = np.random.default_rng([settings.seed, 0])
    return CORRUPTIONS[settings.damage](picture, settings.amount / 100, rng)


@st.cache_resource(show_spinner=False, max_entries=256)
def recall(settings: Settings, cue: bytes) -> dict[str, Any]:
    """What the player shows for one cue (784 bytes of int8)."""
    memory, labels = trained(settings).memory, trained(settings).labels
    rng = np.random.default_rng([settings.seed, 1])
    given = np.frombuffer(cue, np.int8)
    if isinstance(memory, Hamming):
        trajectory = memory.recall(given)
    else:
        trajectory = memory.recall(given, rng=rng, schedule=SCHEDULES[settings.order])
    return replay(memory, trajectory, labels, settings)
