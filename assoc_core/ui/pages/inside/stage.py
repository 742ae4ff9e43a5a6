"""What the laboratories share: two halves, a network to look into, pictures in a row, a chart."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import numpy as np
import streamlit as st
from numpy.typing import NDArray
from streamlit.delta_generator import DeltaGenerator

from assoc_core import Hopfield, mnist
from assoc_core.types import Bipolar, Real, frozen
from assoc_core.ui import words
from assoc_core.ui.choices.session import change
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model.kept import kept
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts, controls, more

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


def hopfield(settings: Settings, look: str) -> Hopfield | None:
    """The Hopfield network, and what one sees of it; for another network None, and why."""
    memory = compute.hopfield(settings.recipe)
    if memory is None:
        instead(settings, look)
    else:
        explain(look)
    return memory


def instead(settings: Settings, look: str) -> None:
    """What this network has to show in place of a laboratory, and a way to one that has more."""
    st.write(words.inside.instead(look, settings.network))
    st.button(words.inside.TO_HOPFIELD, on_click=change, kwargs={"network": "hopfield"})


def strip(
    pictures: Sequence[Picture], captions: Sequence[str], width: int, *, abreast: bool = False
) -> None:
    """Pictures side by side, each with its name; abreast, they stay so on a phone."""
    urls = [images.png_url(picture) for picture in pictures]
    with st.container(key="abreast" if abreast else None):
        st.image(urls, list(captions), width=width, alt=list(captions))


def plot(what: str, table: charts.Table) -> alt.Chart:
    """A chart of the table without marks yet, which tells of the entry that is pointed at."""
    tips = charts.tips(words.inside.COLUMNS[what])
    return alt.Chart(charts.points(table)).encode(tooltip=tips)


def show(what: str, chart: charts.Chart, table: charts.Table, height: int) -> None:
    """The chart of that name, what it shows in a sentence, and the table it is drawn from."""
    titled = charts.titled(table, words.inside.COLUMNS[what])
    charts.show(chart.properties(height=height), titled, words.inside.ALT[what])


def curves(x: Sequence[Any], lines: Mapping[str, Real], digits: int = 4) -> charts.Table:
    """Named lines over the same x, as a table, y with so many significant digits."""
    return {
        "x": [*x] * len(lines),
        "y": [float(f"{y:.{digits}g}") for line in lines.values() for y in line],
        "series": [name for name in lines for _ in x],
    }


def damage() -> None:
    """The damage done to a digit, where the page shows controls at all."""
    if "damage" not in more.hidden():
        with st.container(horizontal=True):
            controls.damage(of_digit=True)


def learned() -> None:
    """How the weights between two different pictures are learned, and from which digits."""
    controls.segments("learned")
    controls.number("sample")


@kept(64)
def one_of_each(sample: int, threshold: int) -> Bipolar:
    """A digit of each class, 0 to 9, the one of that number within its class; (10, 784)."""
    train = compute.digits("train")
    numbers = [np.flatnonzero(train.labels == label)[sample] for label in range(10)]
    return frozen(mnist.bipolar(train.images[numbers], threshold))
