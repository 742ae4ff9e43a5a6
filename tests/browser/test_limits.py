"""The Limits page, in Chromium: experiments that start, fill in, stop and are shared."""

import time

import pytest
from playwright.sync_api import Browser, Page, expect

from assoc_core.ui.choices.codec import as_text, decode
from tests.browser.conftest import Watch
from tests.browser.lab_page import LabPage
from tests.browser.recall_page import RecallPage
from tests.samples import CHOICES


@pytest.fixture
def lab(page: Page) -> LabPage:
    return LabPage(page)


def exact_recall(lab: LabPage) -> dict[tuple[str, int], float]:
    """The share of each memory at each load."""
    return {(row["memory"], int(row["P"])): float(row["exact"]) for row in lab.rows()}


def test_hebb_on_random_patterns_breaks_where_it_should(lab: LabPage) -> None:
    lab.open("page=limits&memories=hebb&kinds=random").start().finish()
    exact = exact_recall(lab)
    assert 0.9 <= exact["hebb", 60] <= 1
    assert exact["hebb", 118] < 0.05


def test_digits_break_hebb_at_three_and_others_later(lab: LabPage) -> None:
    lab.open("page=limits&memories=hebb,pseudoinverse,hamming&kinds=first&cues=20").start()
    exact = exact_recall(lab.finish())
    loads = sorted({load for _, load in exact})
    assert [exact["hebb", load] for load in loads if load >= 3] == [0] * 11
    assert exact["pseudoinverse", 118] >= 0.95
    assert exact["pseudoinverse", 300] < 0.2
    assert all(exact["hamming", load] == 1 for load in loads)
    expect(lab.page.get_by_text("Hebb: digits at P = 3")).to_be_visible()
    assert lab.size() == (1366, 768)


def test_the_first_points_are_there_soon(lab: LabPage) -> None:
    lab.open("page=limits&cues=500&seed=11").start()
    began = time.monotonic()
    expect(lab.progress).to_contain_text("left", timeout=15_000)  # five times what is wanted
    assert time.monotonic() - began < 15
    expect(lab.page.locator("[data-testid=stVegaLiteChart]")).to_have_count(3)
    assert lab.rows()


def test_a_stopped_experiment_keeps_what_it_has_and_goes_on(lab: LabPage) -> None:
    lab.open("page=limits&cues=500&seed=12").start()
    expect(lab.progress).to_contain_text("left", timeout=15_000)
    lab.page.get_by_role("button", name="Stop").click()
    expect(lab.page.get_by_role("button", name="Go on")).to_be_visible()
    lab.page.wait_for_timeout(1500)
    assert lab.rows()
    n_rows = len(lab.rows())
    lab.page.wait_for_timeout(1500)
    assert len(lab.rows()) == n_rows
    lab.page.get_by_role("button", name="Go on").click()
    expect(lab.page.get_by_role("button", name="Stop")).to_be_visible()


def test_leaving_the_page_stops_it(lab: LabPage) -> None:
    query = "page=limits&cues=500&seed=13"
    lab.open(query).start()
    expect(lab.progress).to_contain_text("left", timeout=15_000)
    lab.page.get_by_role("radio", name="Recall", exact=True).click()
    expect(lab.page.get_by_test_id("player")).to_have_attribute("data-ready", "true")
    lab.page.wait_for_timeout(5000)  # by then nobody has asked for a while
    n_done = lab.open(query).n_done()
    lab.page.wait_for_timeout(1500)
    assert lab.open(query).n_done() == n_done


def test_one_users_experiment_leaves_the_others_page_quick_and_is_shared(
    browser: Browser, base_url: str, watch: Watch, lab: LabPage
) -> None:
    query = "page=limits&cues=20&memories=hebb&kinds=random&seed=14"
    lab.open("page=limits&cues=500&seed=14").start()
    other = watch.over(browser.new_context(base_url=base_url))
    try:
        recall = RecallPage(other.new_page()).open()
        for seed in (21, 22):
            before = recall.data("state")
            box = recall.page.get_by_role("spinbutton", name="Seed")
            box.fill(str(seed))
            began = time.monotonic()
            box.press("Enter")
            expect(recall.player).not_to_have_attribute("data-state", before)
            assert time.monotonic() - began < 5  # five times what is wanted
        expect(lab.progress).to_contain_text("left", timeout=15_000)
        lab.page.wait_for_timeout(4000)
        LabPage(recall.page).open(query)
        assert LabPage(recall.page).rows()  # without a start
    finally:
        other.close()


def test_a_ghost_can_be_watched(page: Page, lab: LabPage) -> None:
    lab.open("page=limits&experiment=ghosts&rule=hebb&stored=3&cues=20&run=1").finish()
    most = lab.rows()[0]
    page.get_by_role("button", name="Watch").first.click()
    recall = RecallPage(page)
    expect(recall.player).to_have_attribute("data-state", as_text(decode(most["start"])))
    recall.press("last")
    expect(recall.player).to_have_attribute("data-state", as_text(decode(most["state"])))
    assert recall.data("verdict") == most["ending"]


@pytest.mark.parametrize("experiment", CHOICES["experiment"])
def test_a_phone_scrolls_in_one_direction_only(page: Page, lab: LabPage, experiment: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    lab.open(f"page=limits&experiment={experiment}&cues=20&memories=hebb&kinds=first&run=1")
    lab.finish()
    assert lab.size()[0] == 390


@pytest.mark.parametrize("experiment", ["basin", "ghosts", "unknown"])
def test_a_desktop_shows_everything(lab: LabPage, experiment: str) -> None:
    lab.open(f"page=limits&experiment={experiment}&cues=20&memories=hebb&run=1").finish()
    assert lab.size() == (1366, 768)
