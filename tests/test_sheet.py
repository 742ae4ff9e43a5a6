"""The contact sheet without a browser: what it is sent, and what the page makes of its answer."""

import base64
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from assoc_core import mnist
from assoc_core.ui import words
from tests import samples
from tests.samples import PAGE, digits, open_all


def press(app: AppTest, label: str) -> AppTest:
    (button,) = (button for button in app.button if button.label == label)
    return button.click().run()


def opened(picked: str, **query: str) -> AppTest:
    """The page with the dialog open."""
    app = AppTest.from_file(PAGE, default_timeout=30)
    for name, value in {"choice": "picked", "picked": picked, **query}.items():
        app.query_params[name] = value
    open_all(app)
    return press(app.run(), words.shared.PICK)


def sent(app: AppTest, name: str = "contact_sheet") -> dict[str, Any]:
    """What an element was sent; fails if the page shows an error."""
    return samples.sent(app, name)


def answer(app: AppTest, picked: list[int]) -> None:
    """Put in what the sheet reports, as the browser does, and run the dialog again."""
    app.session_state[f"sheet-{app.session_state['lab_dialogs']}"] = {"picked": picked}
    app.session_state["lab_dialog"] = "sheet"  # in a browser the dialog runs alone
    app.run()


def store(app: AppTest) -> list[str]:
    """Press the button below the sheet; -> the numbers in the link."""
    app.session_state["lab_dialog"] = "sheet"
    press(app, words.shared.STORE_THESE)
    (picked,) = np.atleast_1d(app.query_params["picked"])
    return str(picked).split(",")


@pytest.mark.parametrize("threshold", [128, 30])
def test_the_sheet_shows_the_first_300_digits_as_they_would_be_stored(threshold: int) -> None:
    data = sent(opened("17,3", threshold=str(threshold)))
    bits = np.frombuffer(base64.b64decode(data["patterns"]), np.uint8).reshape(300, 98)
    expected = mnist.bipolar(digits().images[:300], threshold)
    np.testing.assert_array_equal(np.unpackbits(bits, axis=1), expected > 0)
    assert data["labels"] == digits().labels[:300].tolist()
    assert (data["picked"], data["beyond"], data["most"]) == ([17, 3], 0, 300)


def test_what_is_picked_is_stored() -> None:
    app = opened("17,3")
    answer(app, [3, 299])
    assert store(app) == ["3", "299"]
    assert sent(app, "recall_player")["labels"] == digits().labels[[3, 299]].tolist()
    assert words.shared.STORE_THESE not in [button.label for button in app.button]  # it is closed


def test_digits_beyond_the_sheet_are_kept() -> None:
    app = opened("5,999,300")
    assert (sent(app)["picked"], sent(app)["beyond"], sent(app)["most"]) == ([5], 2, 298)
    answer(app, [7, 8])
    assert store(app) == ["7", "8", "999", "300"]


@pytest.mark.parametrize(("stored", "nothing_left"), [("5", True), ("5,300", False)])
def test_without_any_digit_there_is_nothing_to_store(stored: str, nothing_left: bool) -> None:
    app = opened(stored)
    answer(app, [])
    (button,) = (button for button in app.button if button.label == words.shared.STORE_THESE)
    assert button.disabled == nothing_left


def test_what_was_picked_but_not_stored_is_forgotten() -> None:
    app = opened("5")
    answer(app, [7, 8])
    open_all(app)
    press(app.run(), words.shared.PICK)
    assert sent(app)["picked"] == [5]
    assert store(app) == ["5"]
