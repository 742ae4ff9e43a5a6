"""The real app in real Chromium. Every test also fails on a console error or a foreign request."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.recall_page import RecallPage
from tests.serving import serving

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update")


def chromium() -> str | None:
    """The path of a Chromium or Chrome on this machine."""
    return next(filter(None, map(shutil.which, (*NAMES, *PLACES))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A busy machine can swallow a mouse event; what is broken fails twice in a row."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = chromium()
    if found is None and os.environ.get("REQUIRE_BROWSER"):
        pytest.fail("REQUIRE_BROWSER is set, and there is no Chromium or Chrome on this machine.")
    if found is None:
        pytest.skip("There is no Chromium or Chrome on this machine.")
    return {**browser_type_launch_args, "executable_path": found, "args": [*QUIET]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "viewport": {"width": 1366, "height": 768}}


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """The address of an app started for this test run."""
    with serving("app.py") as (_, port):
        yield f"http://localhost:{port}"


@dataclass
class Watch:
    """What went wrong on the pages of some contexts, and whom they called."""

    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def over(self, context: BrowserContext) -> BrowserContext:
        context.on("page", self._over_page)
        context.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        return context

    def _over_page(self, page: Page) -> None:
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))


@pytest.fixture(autouse=True)
def watch(context: BrowserContext, base_url: str) -> Iterator[Watch]:
    """No console error, no exception, no request to another host, on any page of the test."""
    watch = Watch()
    watch.over(context)
    yield watch
    assert watch.errors == []
    assert watch.hosts - {""} == {urlsplit(base_url).netloc}  # data: and blob: have no host


@pytest.fixture
def recall(page: Page) -> RecallPage:
    """The Recall page, not yet open."""
    return RecallPage(page)
