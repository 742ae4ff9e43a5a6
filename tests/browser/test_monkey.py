"""Random clicks, keys and strokes: nothing breaks, and the page still recalls."""

from collections.abc import Iterator

import numpy as np
import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.conftest import Watch
from tests.browser.lab_page import LabPage
from tests.browser.race_page import RacePage
from tests.browser.recall_page import RecallPage
from tests.browser.test_inside import opened

KEYS = ("Space", "ArrowLeft", "ArrowRight", "Home", "End", "Tab", "Enter", "Escape", "5")


def act(page: Page, recall: RecallPage, rng: np.random.Generator) -> None:
    """One random thing a person might do."""
    what = rng.integers(4)
    if what == 0:
        page.keyboard.press(str(rng.choice(KEYS)))
    elif what == 1 and page.locator("canvas.upper-canvas").count():
        recall.stroke(*[(int(x), int(y)) for x, y in rng.integers(0, 280, (3, 2))])
    elif what == 2:
        page.mouse.click(*(float(at) for at in rng.integers((0, 0), (1366, 768))))
    else:
        buttons = page.get_by_role("button").all()
        buttons[int(rng.integers(len(buttons)))].click(timeout=300, no_wait_after=True)


# The canvas package's own error when it is taken away while it draws; nothing is lost by it.
CANVAS_GONE = "reading 'clearRect'"


@pytest.fixture(autouse=True)
def known(watch: Watch) -> Iterator[None]:
    yield
    watch.errors[:] = [error for error in watch.errors if CANVAS_GONE not in error]


def use_at_random(page: Page, recall: RecallPage, times: int) -> None:
    """Some random use of an open page, of which nothing may break."""
    page.on("dialog", lambda dialog: dialog.dismiss())
    rng = np.random.default_rng(0)
    for _ in range(times):
        try:
            act(page, recall, rng)
        except (Error, AssertionError):
            page.keyboard.press("Escape")  # what was aimed at is covered, gone or disabled
        assert page.get_by_test_id("stException").count() == 0


def test_random_use_breaks_nothing(page: Page, recall: RecallPage) -> None:
    use_at_random(page, recall.open(), 300)
    recall.open("?digit=3")
    recall.press("last")
    expect(recall.player).to_have_attribute("data-verdict", "stored")


def test_random_use_of_a_race_breaks_nothing(page: Page) -> None:
    race = RacePage(page)
    use_at_random(page, race.open(), 100)
    race.open("digit=3&racers=pseudoinverse,hamming")
    race.press("last")
    expect(race.lane("hamming")).to_have_attribute("data-verdict", "stored")


def test_random_use_of_the_limits_breaks_nothing(page: Page, recall: RecallPage) -> None:
    lab = LabPage(page).open("page=limits&cues=20")
    use_at_random(page, recall, 100)
    lab.open("page=limits&cues=20&memories=hamming&kinds=first&run=1").finish()


def test_random_use_of_the_inside_breaks_nothing(page: Page, recall: RecallPage) -> None:
    opened(page, "look=weights")
    use_at_random(page, recall, 100)
    opened(page, "look=sequence")
