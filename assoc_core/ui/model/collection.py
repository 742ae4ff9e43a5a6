"""Which patterns are stored: the digits a Settings chooses, and what was planted besides."""

import numpy as np
from numpy.typing import NDArray

from assoc_core import mnist, random_patterns
from assoc_core.types import Bipolar
from assoc_core.ui.choices.codec import N_UNITS, decode
from assoc_core.ui.choices.settings import Settings

SHUFFLE_SEED = 28  # of the shuffled and the random patterns: always the same ones
NO_LABEL = -1
PLANTED = -2


def chosen(
    settings: Settings, train: mnist.Digits, draw: int = 0
) -> tuple[Bipolar, tuple[int, ...]]:
    """The patterns to store, (P, 784), and their labels: 0 to 9, or NO_LABEL, or PLANTED.

    Experiments ask for draws 1, 2, ...: so many digits after so many of the training set, and
    random patterns that depend on the seed; draw 0, what the pages store, does not.
    """
    patterns, labels = _digits(settings, train, draw)
    planted = [settled(decode(text)) for text in settings.planted.split(".") if text]
    all_labels = (*map(int, labels), *(PLANTED for _ in planted))
    return np.vstack([patterns, *planted]), all_labels


def settled(cue: Bipolar) -> Bipolar:
    """The cue as a pattern: what is unknown counts as black."""
    return np.where(cue == 0, np.int8(-1), cue)


def indices(settings: Settings, train: mnist.Digits, draw: int = 0) -> NDArray[np.int64]:
    """The numbers, within the training set, of the digits to store."""
    if settings.choice == "each":
        return np.array([np.flatnonzero(train.labels == label)[0] for label in range(10)])
    if settings.choice == "picked":
        return np.array([int(number) for number in settings.picked.split(",")])
    if settings.choice == "classes":
        classes = [int(label) for label in settings.classes.split(",")]
        return mnist.choose(train, settings.stored, classes=classes)
    first = settings.stored * max(0, draw - 1)
    return np.arange(first, first + settings.stored) % train.labels.size


def _digits(
    settings: Settings, train: mnist.Digits, draw: int
) -> tuple[Bipolar, NDArray[np.int64]]:
    rng = np.random.default_rng([SHUFFLE_SEED, settings.seed, draw] if draw else SHUFFLE_SEED)
    if settings.choice == "random":
        patterns = random_patterns(settings.stored, N_UNITS, rng=rng)
        return patterns, np.full(settings.stored, NO_LABEL)
    numbers = indices(settings, train, draw)
    patterns = mnist.bipolar(train.images[numbers], settings.threshold)
    if settings.choice == "shuffled":  # each digit in an order of its own
        patterns = rng.permuted(patterns, axis=1)
    return patterns, train.labels[numbers].astype(np.int64)
