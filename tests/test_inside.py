"""The Inside page without a browser: every laboratory, for every network, and bad input."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assoc_core.ui.settings import CHOICES

APP = str(Path(__file__).parents[1] / "app.py")
OF_HOPFIELD = ("spectrum", "field", "margins")


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    for name, value in {"page": "inside", **query}.items():
        app.query_params[name] = value
    return app.run()


@pytest.mark.parametrize("network", CHOICES["network"])
@pytest.mark.parametrize("look", CHOICES["look"])
def test_every_laboratory_opens_for_every_network(look: str, network: str) -> None:
    app = opened(look=look, network=network)
    assert not app.exception
    assert not app.error
    assert not app.warning
