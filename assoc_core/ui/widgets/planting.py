"""What one more memory does to the others: the change of the weights, and who is hurt."""

from dataclasses import replace

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from assoc_core import CORRUPTIONS
from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.choices.session import chosen
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute, networks
from assoc_core.ui.pictures import images


def report() -> None:
    """Compare, in a dialog, the memory with and without the pattern planted last."""
    st.dialog(words.shared.PLANTING)(_report)(chosen().settings)


def _report(settings: Settings) -> None:
    if settings.warmth:  # at which hardly anything comes back exactly
        st.caption(words.experiments.COLD)
        settings = replace(settings, temperature="0")
    before = replace(settings, planted=settings.planted.rpartition(".")[0])
    old, new = compute.trained(before.recipe), compute.trained(settings.recipe)
    n_old = len(old.labels)
    came, come = recalled(before, n_old), recalled(settings, n_old)
    st.write(words.shared.planting(int(came.sum()), int(come.sum()), n_old))
    hurt = np.flatnonzero(came & ~come)
    if hurt.size:
        st.write(words.shared.hurt([words.endings.name(int(index), old.labels) for index in hurt]))
        hurt = hurt[:24]
        names = [words.endings.name(int(index), old.labels) for index in hurt]
        st.image([_picture(new.memory.patterns[index]) for index in hurt], width=56, alt=names)
    one, other = compute.hopfield(before.recipe), compute.hopfield(settings.recipe)
    if one is not None and other is not None:
        change = images.signed(other.weights - one.weights)
        st.image(change, words.shared.CHANGE_OF_W, width=392, alt=words.shared.CHANGE_OF_W)


def recalled(settings: Settings, n_digits: int) -> NDArray[np.bool_]:
    """Which of the first stored digits, each damaged as on the page, come back exactly."""
    memory = compute.trained(settings.recipe).memory
    rng = np.random.default_rng([settings.seed, 2])
    corrupt, amount = CORRUPTIONS[settings.damage], settings.amount / 100
    digits = memory.patterns[:n_digits]
    cues = np.array([corrupt(digit, amount, rng) for digit in digits])
    ends = networks.settle(memory, settings, cues)
    return np.asarray((ends == digits).all(axis=1))


def _picture(pattern: Bipolar) -> NDArray[np.uint8]:
    return np.kron(images.rgb(pattern), np.ones((2, 2, 1), dtype=np.uint8))
