"""What the server prepares, and what it answers beside the page."""

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from assoc_core import mnist
from assoc_core.ui import words
from assoc_core.ui.app import server
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model.kept import kept
from tests.samples import PAGE

ROOT = Path(__file__).parents[1]


@pytest.fixture
def new(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that has kept nothing yet."""
    for name in ("digits", "_trained"):
        monkeypatch.setattr(compute, name, kept(2)(getattr(compute, name).__wrapped__))


@pytest.fixture
def without_data(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    request.getfixturevalue("new")
    load = mnist.load
    monkeypatch.setattr(mnist, "load", lambda split: load(split, Path("nowhere")))


def answer(path: str) -> tuple[int, str]:
    """The status and the body of the answer to a GET."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    asyncio.run(Starlette(routes=server.routes())(scope, receive, send))
    return sent[0]["status"], b"".join(part.get("body", b"") for part in sent[1:]).decode()


async def start() -> None:
    async with server.lifespan(st.App(server.PAGE)):
        pass


@pytest.mark.usefixtures("new")
def test_the_first_memory_is_trained_before_anyone_asks() -> None:
    assert not compute.is_ready(Settings().recipe)
    asyncio.run(start())
    assert compute.is_ready(Settings().recipe)


def test_it_is_ready_when_the_first_memory_is_trained() -> None:
    assert answer("/readyz") == (200, "ready")


@pytest.mark.usefixtures("without_data")
def test_without_data_it_starts_and_says_why_it_is_not_ready() -> None:
    asyncio.run(start())
    status, said = answer("/readyz")
    assert status == 503
    assert "train-images-idx3-ubyte.gz" in said
    assert "git checkout" in said


@pytest.mark.usefixtures("without_data")
def test_it_is_ready_when_the_data_are_back(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answer("/readyz")[0] == 503
    monkeypatch.undo()
    assert answer("/readyz") == (200, "ready")


def test_routes_carry_the_path_that_the_server_lies_below(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "/lab/"}.__getitem__)
    assert answer("/lab/readyz") == (200, "ready")
    assert answer("/readyz")[0] == 404


def test_app_py_holds_an_app_that_runs_the_page_script() -> None:
    import app

    assert isinstance(app.app, st.App)
    assert str(app.app.script_path) == PAGE


def test_the_page_script_shows_the_page() -> None:
    app = AppTest.from_file(PAGE, default_timeout=60).run()
    assert not app.exception
    assert [title.value for title in app.title] == [words.shared.TITLE]


@pytest.mark.parametrize(
    "code",
    [
        f"import runpy; runpy.run_path({PAGE!r}, run_name='__mp_main__')",  # as a new process does
        "import assoc_core.ui.trials.tasks, assoc_core.ui.trials.points, assoc_core.ui.trials.jobs",
        "import assoc_core.ui.model.compute, assoc_core.ui.choices.chosen",
    ],
)
def test_the_processes_of_experiments_load_no_streamlit(code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; print('streamlit' in sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False\n"
