"""The contact sheet: digits are picked from a wall of thumbnails, with mouse, finger or keys."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from assoc_core.ui import words
from tests.browser.recall_page import RecallPage
from tests.browser.test_access import serious
from tests.samples import digits

LABELS = digits().labels[:300]
SIZES = {"desk": (1366, 768), "phone": (390, 844)}


def opened(page: Page, picked: str = "0,1,2") -> Locator:
    """The open sheet."""
    RecallPage(page).open(f"?choice=picked&picked={picked}")
    page.get_by_role("button", name=words.shared.MORE).click()
    page.get_by_role("button", name=words.shared.PICK).click()
    sheet = page.get_by_test_id("sheet")
    expect(thumbnails(sheet)).to_have_count(300)
    expect(page.get_by_test_id("stPopoverBody")).to_be_hidden()  # it would cover the sheet
    return sheet


def thumbnails(sheet: Locator) -> Locator:
    return sheet.locator(".digits button")


def picked(sheet: Locator) -> list[int]:
    """The numbers of the digits that are shown as picked."""
    pressed = "buttons => buttons.flatMap((b, k) => b.ariaPressed === 'true' ? [k] : [])"
    numbers: list[int] = thumbnails(sheet).evaluate_all(pressed)
    return numbers


def store(page: Page, expected: str) -> None:
    page.get_by_role("button", name=words.shared.STORE_THESE).click()
    expect(page.get_by_test_id("sheet")).to_be_hidden()
    expect(page).to_have_url(re.compile(f"picked={expected.replace(',', '%2C')}&"))


def test_digits_are_picked_and_stored(page: Page, recall: RecallPage) -> None:
    sheet = opened(page)
    assert picked(sheet) == [0, 1, 2]
    for number in (1, 7, 299):
        thumbnails(sheet).nth(number).click()
    assert picked(sheet) == [0, 2, 7, 299]
    expect(sheet).to_contain_text("4 picked")
    store(page, "0,2,7,299")
    expect(recall.player).to_contain_text("4 stored digits")


def test_one_class_is_shown_and_the_others_stay_picked(page: Page) -> None:
    sheet = opened(page, "0,1")
    sheet.get_by_role("button", name="3", exact=True).click()
    shown = thumbnails(sheet).filter(visible=True)
    expect(shown).to_have_count(int((LABELS == 3).sum()))
    shown.first.click()
    sheet.get_by_role("button", name="all", exact=True).click()
    expect(shown).to_have_count(300)
    assert picked(sheet) == [0, 1, int((LABELS == 3).argmax())]


def test_none_takes_all_back(page: Page) -> None:
    sheet = opened(page)
    sheet.get_by_test_id("pick-none").click()
    assert picked(sheet) == []
    expect(page.get_by_role("button", name=words.shared.STORE_THESE)).to_be_disabled()
    thumbnails(sheet).nth(4).click()
    store(page, "4")


def test_a_digit_beyond_the_sheet_is_told_and_kept(page: Page) -> None:
    sheet = opened(page, "2,999")
    expect(sheet).to_contain_text("1 picked, 1 more not on this sheet")
    thumbnails(sheet).nth(9).click()
    store(page, "2,9,999")


def test_no_more_than_300_can_be_picked(page: Page) -> None:
    sheet = opened(page, ",".join(map(str, [*range(298), 998, 999])))
    expect(sheet).to_contain_text("298 picked, 2 more not on this sheet: no more can be stored")
    thumbnails(sheet).nth(299).click()
    thumbnails(sheet).nth(0).click()
    thumbnails(sheet).nth(298).click()
    assert picked(sheet) == [*range(1, 299)]


def test_the_keyboard_picks_too(page: Page) -> None:
    sheet = opened(page, "5")
    sheet.get_by_role("button", name="9", exact=True).focus()
    page.keyboard.press("Tab")
    for key in ("ArrowRight", "Space", "ArrowDown", "Enter", "ArrowLeft", "Space", "ArrowUp"):
        page.keyboard.press(key)
    tops = thumbnails(sheet).evaluate_all("all => all.map(b => b.getBoundingClientRect().top)")
    row = tops.count(tops[0])
    assert 20 < row < 40
    assert picked(sheet) == sorted([1, 5, row, row + 1])
    expect(thumbnails(sheet).nth(0)).to_be_focused()
    page.keyboard.press("Tab")
    expect(sheet.get_by_test_id("pick-none")).to_be_focused()  # the sheet is one stop of Tab


def test_what_is_left_without_storing_is_forgotten(page: Page) -> None:
    sheet = opened(page)
    thumbnails(sheet).nth(50).click()
    expect(sheet).to_contain_text("4 picked")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    page.get_by_role("button", name=words.shared.MORE).click()
    page.get_by_role("button", name=words.shared.PICK).click()
    expect(sheet).to_contain_text("3 picked")
    store(page, "0,1,2")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_it_fits_and_axe_finds_nothing_serious(
    page: Page, size: str, scheme: Literal["light", "dark"]
) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)
    sheet = opened(page)
    button = page.get_by_role("button", name=words.shared.STORE_THESE)
    for part in (sheet, button):
        box = part.bounding_box()
        assert box is not None
        assert min(box["x"], box["y"]) >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= height
    least = 44 if size == "phone" else 24
    sizes = "all => all.map(b => Math.min(b.offsetWidth, b.offsetHeight))"
    assert min(sheet.locator("button").evaluate_all(sizes)) >= least
    assert button.evaluate("b => b.offsetHeight") >= (44 if size == "phone" else 40)
    assert serious(page) == []
