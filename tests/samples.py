"""The digits and random networks that several test modules use."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

import assoc_core
from assoc_core import CORRUPTIONS, Hopfield, mnist
from assoc_core.types import Bipolar, Real, frozen
from assoc_core.ui.choices.chosen import PART_OF, kind_of
from assoc_core.ui.choices.fields import OneOf

PAGE = str(Path(assoc_core.__file__).parent / "ui" / "app" / "page.py")  # what AppTest opens
CHOICES = {  # the words that a choice may be, by its name
    name: kind.allowed for name in PART_OF if isinstance(kind := kind_of(name), OneOf)
}


@cache
def digits(split: str = "train") -> mnist.Digits:
    """All digits of a split, read once for the whole test run."""
    return mnist.load(split)


@cache
def first_digits(n_patterns: int) -> Bipolar:
    """The first training digits, bipolar at 128; (P, 784)."""
    return frozen(mnist.bipolar(digits().images[:n_patterns]))


def first_labels(n_patterns: int) -> tuple[int, ...]:
    """The labels of the first training digits."""
    return tuple(map(int, digits().labels[:n_patterns]))


def damaged(patterns: Bipolar, corruption: str, amount: float, seed: int) -> Bipolar:
    """Each pattern damaged once; (P, N) -> (P, N)."""
    rng = np.random.default_rng(seed)
    return np.array([CORRUPTIONS[corruption](x, amount, rng) for x in patterns])


def walked(data: dict[str, Any]) -> list[str]:
    """Every picture the player will show, as text."""
    state = list(data["start"])
    pictures = ["".join(state)]
    for changes in data["changes"]:
        for change in changes:
            state[change // 3] = "-0+"[change % 3]
        pictures.append("".join(state))
    return pictures


def bipolar_arrays(*shape: int) -> st.SearchStrategy[Bipolar]:
    """Any array of -1/+1."""
    return arrays(np.int8, shape, elements=st.sampled_from([-1, 1]))


def cue_arrays(*shape: int) -> st.SearchStrategy[Bipolar]:
    """Any array of -1/0/+1."""
    return arrays(np.int8, shape, elements=st.sampled_from([-1, 0, 1]))


def symmetric(square: Real) -> Real:
    """The sum with the transpose, zero diagonal."""
    return np.asarray((square + square.T) * (1 - np.eye(len(square))))


def networks(n_units: int, elements: st.SearchStrategy[float]) -> st.SearchStrategy[Hopfield]:
    """Hopfield networks with any symmetric zero-diagonal weights made of the elements."""
    pattern = np.ones((1, n_units), dtype=np.int8)
    squares = arrays(np.float64, (n_units, n_units), elements=elements)
    return squares.map(lambda square: Hopfield(pattern, symmetric(square)))


WHOLE_NUMBERS = st.integers(-3, 3).map(float)  # many exact ties
FRACTIONS = st.integers(-1000, 1000).map(lambda n: n / 1024)  # hardly any, all sums exact
ROUGH = st.floats(-1, 1)  # sums that have to be rounded


def link(app: AppTest) -> dict[str, str]:
    """The parameters of the page's URL."""
    return {
        name: value if isinstance(value, str) else value[-1]
        for name, value in app.query_params.items()
    }


def sent(app: AppTest, component: str) -> dict[str, Any]:
    """What the page has sent to a component; fails if the page shows an error."""
    assert not app.exception
    assert not app.error
    return unpacked(json.loads(_mounted(app, component).proto.json))


def report(app: AppTest, component: str, value: object) -> AppTest:
    """Let a component report a value, as a browser does, and run the page again."""
    element = _mounted(app, component)
    states = app._tree.get_widget_states()
    states.widgets.append(WidgetState(id=element.proto.id, json_value=json.dumps(value)))
    return app._run(states)


def _mounted(app: AppTest, component: str) -> Any:
    (element,) = (
        element
        for element in app.get("bidi_component")
        if element.proto.component_name.endswith(component)
    )
    return element


def unpacked(data: dict[str, Any]) -> dict[str, Any]:
    """The data of an element, with what it was sent as text among it."""
    texts = [data.pop(name) for name in ("recall", "mosaic", "digits") if name in data]
    if "racers" in data:
        lanes = zip(data["racers"], map(json.loads, data["lanes"]), strict=True)
        data["lanes"] = [{"name": name, **lane} for name, lane in lanes]
    for text in texts:
        data |= json.loads(text)
    return data


def choose(app: AppTest, **values: Any) -> None:
    """Have the session choose these values, as a widget would, before its next run."""
    session = app.session_state["lab_session"]
    session.chosen = session.chosen.changed(**values)


def open_all(app: AppTest) -> None:
    """Have everything that waits behind a button drawn in the next run."""
    try:
        n_asked = app.session_state["lab_dialogs"]
    except KeyError:
        n_asked = 0
    for key in (f"more-{n_asked}", "take_away", "upload_from", "presets"):
        app.session_state[key] = True
