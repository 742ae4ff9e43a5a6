"""Cached: Settings -> digits, memory, cue, replay. Keys are settings and seeds, never matrices."""

import gc
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import streamlit as st

from assoc_core import CORRUPTIONS, Hamming, Hopfield, Trajectory, mnist
from assoc_core.types import Bipolar, frozen
from assoc_core.ui.browser.player.replay import replay, weights_of
from assoc_core.ui.choices.codec import N_UNITS
from assoc_core.ui.choices.settings import N_STORED, Settings
from assoc_core.ui.model import collection
from assoc_core.ui.model import networks as memories


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """A trained memory with the labels of its digits."""

    memory: memories.Memory
    labels: tuple[int, ...]
    likeness: float  # the mean overlap of two different stored digits


@st.cache_resource(show_spinner="Reading the 70,000 digits of MNIST …", show_time=True)
def digits(split: str) -> mnist.Digits:
    return mnist.load(split)


def trained(settings: Settings) -> Stored:
    """The memory that the settings ask for, trained once for all sessions."""
    of_memory = settings.of_memory()
    return _trained_on_all(of_memory) if settings.stored == N_STORED else _trained(of_memory)


@st.cache_resource(show_spinner="Training the network …", show_time=True, max_entries=32)
def _trained(settings: Settings) -> Stored:
    patterns, labels = collection.chosen(settings, digits("train"))
    memory = memories.store(patterns, settings)
    _freeze()
    return Stored(memory, labels, _likeness(patterns))


@st.cache_resource(show_spinner="Storing all digits of MNIST …", show_time=True, max_entries=6)
def _trained_on_all(settings: Settings) -> Stored:
    """As `_trained`; few of them are kept, and they share their patterns, 47 MB."""
    patterns, labels, likeness = _all_digits(settings.threshold)
    return Stored(memories.store(patterns, settings), labels, likeness)


@st.cache_resource(show_spinner=False, max_entries=1)
def _all_digits(threshold: int) -> tuple[Bipolar, tuple[int, ...], float]:
    settings = Settings(stored=N_STORED, threshold=threshold)
    patterns, labels = collection.chosen(settings, digits("train"))
    return frozen(patterns), labels, _likeness(patterns)


def _likeness(patterns: Bipolar) -> float:
    """The mean overlap of two different patterns, (|sum of all|^2 - P N) / (N P (P - 1)); NaN for
    a single one.
    """
    n_patterns, n_units = patterns.shape
    total = patterns.sum(axis=0, dtype=np.int64)
    pairs = n_patterns * (n_patterns - 1)
    return int(total @ total - patterns.size) / (n_units * pairs) if pairs else np.nan


@cache
def _freeze() -> None:
    """Streamlit collects garbage after every run; what is frozen, it does not walk through.

    Once, after the first training: by then the modules are loaded, and they are what is large.
    """
    gc.collect()
    gc.freeze()


def why(settings: Settings, unit: int | None) -> dict[str, Any] | None:
    """The pixel asked about, and what it listens to where the network has weights."""
    memory = trained(settings).memory
    if unit is None or isinstance(memory, Hamming):
        return None
    return weights_of(memory, unit) if isinstance(memory, Hopfield) else {"unit": unit}


def labels(settings: Settings) -> tuple[int, ...]:
    """The class of every digit that one can start from."""
    if settings.source == "unseen":
        return tuple(map(int, digits("test").labels))
    return trained(settings).labels


def start(settings: Settings) -> Bipolar:
    """The undamaged picture the settings start from, (784,)."""
    if settings.source == "black":
        return np.full(N_UNITS, -1, dtype=np.int8)
    if settings.source == "unknown":
        return np.zeros(N_UNITS, dtype=np.int8)
    if settings.source == "unseen":
        return mnist.bipolar(digits("test").images[settings.digit], settings.threshold)
    pattern: Bipolar = trained(settings).memory.patterns[settings.digit]
    return pattern


def cue(settings: Settings) -> Bipolar:
    """The cue that the settings alone make, (784,): a digit is damaged, an empty picture is not."""
    picture = start(settings)
    if settings.source in ("black", "unknown"):
        return picture
    rng = np.random.default_rng([settings.seed, 0])
    return CORRUPTIONS[settings.damage](picture, settings.amount / 100, rng)


@st.cache_resource(show_spinner=False, max_entries=64)
def trajectory(settings: Settings, cue: bytes) -> Trajectory:
    """The record of one recall; the cue as 784 bytes of int8."""
    return memories.recall(trained(settings).memory, settings, np.frombuffer(cue, np.int8))


@st.cache_resource(show_spinner=False, max_entries=256)
def recall(settings: Settings, cue: bytes) -> dict[str, Any]:
    """What the player shows for one cue."""
    of = trained(settings)
    return replay(of.memory, trajectory(settings, cue), of.labels, settings)
