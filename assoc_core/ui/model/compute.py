"""Choices -> digits, memory, cue, trajectory: kept for all sessions, and immutable."""

import gc
from dataclasses import dataclass
from functools import cache

import numpy as np

from assoc_core import CORRUPTIONS, Hopfield, Trajectory, mnist
from assoc_core.types import Bipolar, frozen
from assoc_core.ui.choices.codec import N_UNITS
from assoc_core.ui.choices.settings import N_STORED, Recipe, Settings
from assoc_core.ui.model import collection, networks
from assoc_core.ui.model.kept import kept


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """A trained memory with the labels of its digits."""

    memory: networks.Memory
    labels: tuple[int, ...]
    likeness: float  # the mean overlap of two different stored digits


@kept(2)
def digits(split: str) -> mnist.Digits:
    """All digits of a split, read once."""
    return mnist.load(split)


def trained(recipe: Recipe) -> Stored:
    """The memory of that recipe, trained once for all sessions."""
    return _trained_on_all(recipe) if recipe.stored == N_STORED else _trained(recipe)


def hopfield(recipe: Recipe) -> Hopfield | None:
    """That memory where it is a Hopfield network, which alone has weights from pixel to pixel."""
    memory = trained(recipe).memory
    return memory if isinstance(memory, Hopfield) else None


def is_ready(recipe: Recipe) -> bool:
    """Whether that memory is trained already."""
    return (_trained_on_all if recipe.stored == N_STORED else _trained).has(recipe)


@kept(32)
def _trained(recipe: Recipe) -> Stored:
    patterns, labels = collection.chosen(recipe, digits("train"))
    memory = networks.store(patterns, recipe)
    return Stored(memory, labels, _likeness(patterns))


@kept(32)
def n_stable(recipe: Recipe) -> int | None:
    """How many of the stored patterns are fixed points; None but in a Hopfield network."""
    memory = hopfield(recipe)
    return None if memory is None else int(memory.stable.sum())


@kept(6)
def _trained_on_all(recipe: Recipe) -> Stored:
    """As `_trained`; few of them are kept, and they share their patterns, 47 MB."""
    patterns, labels, likeness = _all_digits(recipe.threshold)
    return Stored(networks.store(patterns, recipe), labels, likeness)


@kept(1)
def _all_digits(threshold: int) -> tuple[Bipolar, tuple[int, ...], float]:
    recipe = Settings(stored=N_STORED, threshold=threshold).recipe
    patterns, labels = collection.chosen(recipe, digits("train"))
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
def freeze() -> None:
    """Streamlit collects garbage after every run; what is frozen, it does not walk through.

    Once, when all modules are loaded and the first memory is trained: they are what is large.
    """
    gc.collect()
    gc.freeze()


def labels(settings: Settings) -> tuple[int, ...]:
    """The class of every digit that one can start from."""
    return unseen_labels() if settings.source == "unseen" else trained(settings.recipe).labels


@cache
def unseen_labels() -> tuple[int, ...]:
    """The classes of the test digits."""
    return tuple(map(int, digits("test").labels))


def start(settings: Settings) -> Bipolar:
    """The undamaged picture the settings start from, (784,)."""
    if settings.source == "black":
        return np.full(N_UNITS, -1, dtype=np.int8)
    if settings.source == "unknown":
        return np.zeros(N_UNITS, dtype=np.int8)
    if settings.source == "unseen":
        return mnist.bipolar(digits("test").images[settings.digit], settings.threshold)
    pattern: Bipolar = trained(settings.recipe).memory.patterns[settings.digit]
    return pattern


@kept(256)
def cue(settings: Settings) -> Bipolar:
    """The cue that the settings alone make, (784,): a digit is damaged, an empty picture is not."""
    picture = start(settings)
    if settings.is_of_digit:
        rng = np.random.default_rng([settings.seed, 0])
        picture = CORRUPTIONS[settings.damage](picture, settings.amount / 100, rng)
    return frozen(picture)


@kept(64)
def trajectory(settings: Settings, cue: bytes) -> Trajectory:
    """The record of one recall; the cue as 784 bytes of int8."""
    memory = trained(settings.recipe).memory
    return networks.recall(memory, settings, np.frombuffer(cue, np.int8))
