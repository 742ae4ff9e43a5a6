"""What the laboratories share: their two halves, pictures in a row, and the way to a network."""

from collections.abc import Sequence

import numpy as np
import streamlit as st
from numpy.typing import NDArray
from streamlit.delta_generator import DeltaGenerator

from assoc_core import mnist
from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.model import compute
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import controls, more

STATE = st.session_state
Picture = NDArray[np.uint8]


def halves() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Left what one can change and what one sees, right the picture of it."""
    with st.container(horizontal=True, key="halves"):
        left = st.container(key="told", width=430)
        right = st.container(key="shown")
    return left, right


def explain(look: str) -> None:
    """What one sees, and why it matters."""
    st.write(words.inside.ABOUT[look])


def strip(
    pictures: Sequence[Picture], captions: Sequence[str], width: int, *, abreast: bool = False
) -> None:
    """Pictures side by side, each with its name; abreast, they stay so on a phone."""
    urls = [images.png_url(picture) for picture in pictures]
    with st.container(key="abreast" if abreast else None):
        st.image(urls, list(captions), width=width, alt=list(captions))


def instead(text: str) -> None:
    """Why this network has nothing to show here, and a way to one that has."""
    st.write(text)
    st.button(words.inside.TO_HOPFIELD, on_click=_to_hopfield)


def _to_hopfield() -> None:
    STATE.network = "hopfield"


def damage() -> None:
    """The damage done to a digit, where the page shows controls at all."""
    if "damage" not in more.hidden():
        with st.container(horizontal=True):
            controls.damage_of(True)


def learned() -> None:
    """How the weights between two different pictures are learned, and from which digits."""
    controls.segments("learned", words.inside.LEARNED, words.inside.LEARNED_BY)
    st.number_input(words.inside.SAMPLE, 0, 99, key="sample", help=words.inside.HELP_SAMPLE)


@st.cache_resource(show_spinner=False, max_entries=64)
def one_of_each(sample: int, threshold: int) -> Bipolar:
    """A digit of each class, 0 to 9, the one of that number within its class; (10, 784)."""
    train = compute.digits("train")
    numbers = [np.flatnonzero(train.labels == label)[sample] for label in range(10)]
    return mnist.bipolar(train.images[numbers], threshold)
