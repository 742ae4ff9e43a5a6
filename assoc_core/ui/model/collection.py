"""Which patterns are stored: the digits that a recipe names, and what was planted besides."""

import numpy as np
from numpy.typing import NDArray

from assoc_core import mnist, random_patterns
from assoc_core.types import Bipolar
from assoc_core.ui.choices.codec import N_UNITS, decode
from assoc_core.ui.choices.settings import Recipe

SHUFFLE_SEED = 28  # of the shuffled and the random patterns: always the same ones
NO_LABEL = -1
PLANTED = -2


def chosen(
    recipe: Recipe, train: mnist.Digits, draw: tuple[int, int] | None = None
) -> tuple[Bipolar, tuple[int, ...]]:
    """The patterns to store, (P, 784), and their labels: 0 to 9, or NO_LABEL, or PLANTED.

    Experiments ask for draws (seed, 1), (seed, 2), ...: so many digits after so many of the
    training set, and random patterns of their own; without a draw, as the pages store, they are
    always the same ones.
    """
    patterns, labels = _digits(recipe, train, draw)
    planted = [settled(decode(text)) for text in recipe.planted.split(".") if text]
    all_labels = (*map(int, labels), *(PLANTED for _ in planted))
    return np.vstack([patterns, *planted]), all_labels


def settled(cue: Bipolar) -> Bipolar:
    """The cue as a pattern: what is unknown counts as black."""
    return np.where(cue == 0, np.int8(-1), cue)


def indices(
    recipe: Recipe, train: mnist.Digits, draw: tuple[int, int] | None = None
) -> NDArray[np.int64]:
    """The numbers, within the training set, of the digits to store."""
    if recipe.choice == "each":
        return np.array([np.flatnonzero(train.labels == label)[0] for label in range(10)])
    if recipe.choice == "picked":
        return np.array([int(number) for number in recipe.which.split(",")])
    if recipe.choice == "classes":
        classes = [int(label) for label in recipe.which.split(",")]
        return mnist.choose(train, recipe.stored, classes=classes)
    first = recipe.stored * (draw[1] - 1) if draw else 0
    return np.arange(first, first + recipe.stored) % train.labels.size


def _digits(
    recipe: Recipe, train: mnist.Digits, draw: tuple[int, int] | None
) -> tuple[Bipolar, NDArray[np.int64]]:
    rng = np.random.default_rng([SHUFFLE_SEED, *draw] if draw else SHUFFLE_SEED)
    if recipe.choice == "random":
        patterns = random_patterns(recipe.stored, N_UNITS, rng=rng)
        return patterns, np.full(recipe.stored, NO_LABEL)
    numbers = indices(recipe, train, draw)
    patterns = mnist.bipolar(train.images[numbers], recipe.threshold)
    if recipe.choice == "shuffled":  # each digit in an order of its own
        patterns = rng.permuted(patterns, axis=1)
    return patterns, train.labels[numbers].astype(np.int64)
