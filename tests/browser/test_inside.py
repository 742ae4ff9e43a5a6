"""The Inside page in Chromium: every laboratory fits, and what its JavaScript does."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, Position, expect

from assoc_core.ui.choices.of_pages import LOOKS
from tests.browser.test_access import serious

DRAWN = {  # what a laboratory draws last
    **dict.fromkeys(LOOKS, "[data-testid=stVegaLiteChart] :is(canvas, svg)"),
    "weights": "[data-testid=weights][data-ready=true]",
    "pairs": "img",
}


def opened(page: Page, query: str) -> Locator:
    """The laboratory, once all of it is drawn."""
    page.goto(f"/?page=inside&{query}")
    return drawn(page, query.split("&")[0].removeprefix("look="))


def drawn(page: Page, look: str) -> Locator:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    shown = page.locator(".st-key-shown")
    expect(shown.locator(DRAWN[look]).last).to_be_visible()
    return shown


@pytest.mark.parametrize("look", LOOKS)
def test_every_laboratory_fits_and_is_accessible(page: Page, look: str) -> None:
    opened(page, f"look={look}")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollHeight") <= 768
    assert serious(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("document.documentElement.clientWidth <= 390")
    page.wait_for_timeout(300)  # until the charts have followed
    assert main.evaluate("main => main.scrollWidth") <= 390


@pytest.mark.parametrize(
    ("scheme", "query"),
    [
        ("dark", "look=weights&rule=hebb"),
        ("dark", "look=maxnet&mode=projector"),
        ("light", "look=field&mode=projector"),
    ],
)
def test_other_modes_are_accessible_too(
    page: Page, scheme: Literal["light", "dark"], query: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    opened(page, query)
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollHeight") <= 768
    assert serious(page) == []


def test_the_weights_zoom_pan_and_enlarge(page: Page) -> None:
    opened(page, "look=weights&rule=hebb")
    weights, frame = page.get_by_test_id("weights"), page.get_by_test_id("mosaic")
    box = frame.bounding_box()
    assert box is not None
    at = Position(x=box["width"] * 7.5 / 28, y=box["height"] * 12.5 / 28)
    frame.hover(position=at)
    expect(page.get_by_test_id("pointed")).to_contain_text("unit (7, 12): strongest + from")
    page.mouse.wheel(0, -300)
    expect(weights).not_to_have_attribute("data-zoom", "1.00")
    frame.click(position=at)  # what was zoomed at has stayed under the pointer
    expect(page.get_by_test_id("enlarged")).to_contain_text("unit (7, 12)")
    expect(page).to_have_url(re.compile(f"tile={12 * 28 + 7}"))
    zoom = weights.get_attribute("data-zoom")
    before = page.locator(".sheet").get_attribute("style")
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 300, steps=4)
    page.mouse.up()
    assert page.locator(".sheet").get_attribute("style") != before
    assert weights.get_attribute("data-zoom") == zoom
    page.get_by_test_id("whole").click()
    expect(weights).to_have_attribute("data-zoom", "1.00")


def test_the_weights_can_be_read_by_keyboard(page: Page) -> None:
    opened(page, "look=weights&tile=0")
    page.get_by_test_id("mosaic").focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "+"):
        page.keyboard.press(key)
    expect(page.get_by_test_id("pointed")).to_contain_text("unit (1, 2)")
    expect(page.get_by_test_id("weights")).to_have_attribute("data-zoom", "1.60")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("enlarged")).to_contain_text("unit (1, 2)")
    expect(page).to_have_url(re.compile("tile=57"))


def test_maxnet_with_numbers_of_ones_own(page: Page) -> None:
    opened(page, "look=maxnet")
    numbers = page.get_by_role("textbox", name="Your numbers")
    numbers.fill("12, x")
    numbers.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("“x” is not a number")
    numbers.fill("12 12 5")
    numbers.press("Enter")
    expect(page).to_have_url(re.compile("numbers=12%2C12%2C5"))
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_role("slider", name="Step").press("End")
    expect(page.get_by_text("A (12) and B (12) are equal")).to_be_visible()
    expect(page).to_have_url(re.compile("maxnet_step=[1-9]"))


def test_a_sequence_starts_where_one_wants(page: Page) -> None:
    shown = opened(page, "look=sequence")
    expect(shown.locator("img")).to_have_count(10)
    page.get_by_role("radio", name="Again the 0").click()
    expect(shown.locator("img")).to_have_count(13)
    expect(shown).to_contain_text("12: a 2")
    page.go_back()
    expect(shown.locator("img")).to_have_count(10)


def test_the_laboratory_one_left_is_still_in_the_link(page: Page) -> None:
    opened(page, "look=line&line_from=3")
    page.get_by_role("radio", name="Margins").click()
    expect(page).to_have_url(re.compile("look=margins"))
    page.get_by_role("radio", name="Energy").click()
    drawn(page, "line")
    expect(page.get_by_role("spinbutton", name="From no.")).to_have_value("3")
