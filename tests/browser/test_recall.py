"""The main job, in Chromium: a damaged digit is recalled step by step."""

import re
from dataclasses import fields

import numpy as np
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket, expect

from assoc_core.ui.choices.codec import as_text, encode
from assoc_core.ui.choices.of_pages import View
from assoc_core.ui.choices.settings import Settings
from tests.browser.conftest import Watch
from tests.browser.recall_page import RecallPage
from tests.samples import first_digits

OWN = as_text(first_digits(1)[0])
BLACK = -np.ones(784, dtype=np.int8)
NETWORKS = (
    "network=hopfield",
    "network=hopfield&rule=hebb",
    "network=hamming",
    "network=dense",
    "network=modern&beta=0.02",
)


def test_play_ends_in_the_stored_digit_and_sends_nothing(page: Page, recall: RecallPage) -> None:
    sent: list[str | bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda payload: sent.append(payload))

    page.on("websocket", listen)
    recall.open()
    assert sent
    assert recall.data("state") != OWN
    assert recall.data("verdict") == ""
    sent.clear()
    recall.press("play")
    expect(recall.player).to_have_attribute("data-verdict", "stored", timeout=20_000)
    assert recall.data("state") == OWN
    assert recall.data("step") == recall.data("steps")
    assert sent == []


def test_a_race_ends_in_the_stored_digit(recall: RecallPage) -> None:
    recall.open("?network=hamming").press("play")
    expect(recall.player).to_have_attribute("data-verdict", "stored", timeout=20_000)
    assert recall.data("state") == OWN
    assert recall.data("energy") == ""


def test_hebb_ends_in_a_ghost_and_says_so(recall: RecallPage) -> None:
    recall.open()
    recall.choose("Rule", "Hebb")
    recall.press("last")
    expect(recall.player).to_have_attribute("data-verdict", "spurious")
    expect(recall.player).to_contain_text("blend of all 118 patterns")
    assert recall.data("state") != OWN


def test_pause_holds_the_step(page: Page, recall: RecallPage) -> None:
    recall.open().press("play")
    expect(recall.player).not_to_have_attribute("data-step", "0")
    recall.press("play")
    held = recall.data("step")
    page.wait_for_timeout(300)
    assert recall.data("step") == held
    assert recall.data("verdict") == ""


@pytest.mark.parametrize("query", NETWORKS)
def test_steps_back_undo_steps_on(recall: RecallPage, query: str) -> None:
    recall.open(f"?{query}&amount=10")
    there = []
    for _ in range(min(12, int(recall.data("steps")))):
        there.append((recall.data("step"), recall.data("state"), recall.data("energy")))
        recall.press("step-forward")
    for before in reversed(there):
        recall.press("step-back")
        assert (recall.data("step"), recall.data("state"), recall.data("energy")) == before


@pytest.mark.parametrize("order", ["steepest", "asynchronous", "cyclic"])
def test_the_energy_never_rises(recall: RecallPage, order: str) -> None:
    recall.open(f"?order={order}&rule=hebb&damage=hide")
    energies = []
    for step in range(0, int(recall.data("steps")) + 1, 7):
        recall.scrub(step)
        energies.append(float(recall.data("energy")))
    assert len(energies) > 10
    assert energies == sorted(energies, reverse=True)
    assert energies[-1] < energies[0]


def test_the_keyboard_does_all_the_buttons_do(page: Page, recall: RecallPage) -> None:
    recall.open().player.focus()
    for key, step in (("ArrowRight", "1"), ("ArrowRight", "2"), ("ArrowLeft", "1"), ("Home", "0")):
        page.keyboard.press(key)
        expect(recall.player).to_have_attribute("data-step", step)
    page.keyboard.press("End")
    expect(recall.player).to_have_attribute("data-verdict", "stored")
    page.keyboard.press("Home")
    page.keyboard.press("Space")
    expect(recall.player.get_by_test_id("play")).to_have_text("Pause")


def test_the_curve_is_the_timeline(page: Page, recall: RecallPage) -> None:
    recall.open()
    box = recall.player.locator(".curve svg").bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 4, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, middle, steps=4)
    page.mouse.up()
    steps = int(recall.data("steps"))
    assert int(recall.data("step")) == pytest.approx(steps / 2, abs=steps / 50)


@pytest.mark.parametrize(("pen", "sign"), [("white", "+"), ("black", "-"), ("unknown", "0")])
def test_drawing_changes_the_cue(recall: RecallPage, pen: str, sign: str) -> None:
    recall.open()
    before = recall.data("state")
    recall.pen(pen)
    recall.stroke((60, 145), (220, 145))
    expect(recall.player).not_to_have_attribute("data-state", before)
    after = recall.data("state")
    assert set(after[14 * 28 + 8 : 14 * 28 + 20]) == {sign}
    assert after[: 10 * 28] == before[: 10 * 28]
    assert after[18 * 28 :] == before[18 * 28 :]


def test_a_new_digit_replaces_the_drawing(page: Page, recall: RecallPage) -> None:
    recall.open()
    before = recall.data("state")
    recall.stroke((60, 60), (220, 60))
    expect(recall.player).not_to_have_attribute("data-state", before)
    page.get_by_role("spinbutton", name="Seed").fill("5")
    page.get_by_role("spinbutton", name="Seed").press("Enter")
    expect(page).not_to_have_url(re.compile("drawing="))
    fresh = RecallPage(page).open("?seed=5")
    page.wait_for_timeout(1000)
    assert sum(a != b for a, b in zip(fresh.data("state"), OWN, strict=True)) == 157


@pytest.mark.parametrize("query", NETWORKS)
def test_a_copied_link_gives_the_same_run(
    browser: Browser, context: BrowserContext, page: Page, base_url: str, watch: Watch, query: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    first = RecallPage(page).open(f"?{query}&digit=7&seed=3&order=asynchronous")
    before = first.data("recall")
    first.pen("unknown")
    first.stroke((40, 200), (240, 200))
    first.wait_for_other_than(before)
    expect(page).to_have_url(re.compile("drawing="))
    first.press("copy-link")
    expect(first.player.get_by_test_id("copy-link")).to_have_text("Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(base_url)

    other = watch.over(browser.new_context(base_url=base_url))
    try:
        second = RecallPage(other.new_page()).open(link.removeprefix(base_url + "/"))
        n_steps = int(first.data("steps"))
        for step in sorted({0, min(5, n_steps), n_steps}):
            first.scrub(step)
            second.scrub(step)
            for name in ("steps", "state", "energy", "verdict"):
                assert first.data(name) == second.data(name)
    finally:
        other.close()


def test_back_returns_to_the_settings_before(page: Page, recall: RecallPage) -> None:
    recall.open()
    before = recall.data("state")
    recall.choose("Rule", "Hebb")
    expect(page).to_have_url(re.compile("rule=hebb"))
    of_hebb = recall.data("recall")
    page.go_back()
    recall.wait_for_other_than(of_hebb)
    expect(page.get_by_role("combobox", name="Rule")).to_have_value("Pseudo-inverse")
    recall.press("last")
    expect(recall.player).to_have_attribute("data-verdict", "stored")
    recall.press("first")
    assert recall.data("state") == before


def test_a_visit_leaves_one_entry_in_the_history(page: Page, recall: RecallPage) -> None:
    page.goto("about:blank")
    recall.open()
    expect(page).to_have_url(re.compile("seed=0"))
    assert page.evaluate("history.length") <= 4  # blank, the visit, and its settings
    page.go_back()
    page.go_back()
    assert not page.url.endswith("seed=0")


def test_junk_in_the_url_leaves_a_usable_page(page: Page, recall: RecallPage) -> None:
    names = (field.name for kind in (Settings, View) for field in fields(kind))
    recall.open("?" + "&".join(f"{name}=%3Cscript%3Ealert(1)%3C/script%3E" for name in names))
    expect(page.get_by_role("alert")).to_contain_text("wanted is one of hopfield, hamming")
    recall.press("last")
    expect(recall.player).to_have_attribute("data-verdict", "stored")


def test_clear_and_a_single_dot(page: Page, recall: RecallPage) -> None:
    recall.open()
    page.get_by_role("button", name="Clear").first.click()
    expect(recall.player).to_have_attribute("data-state", "-" * 784)
    recall.stroke((140, 140), (141, 140))
    expect(recall.player).not_to_have_attribute("data-state", "-" * 784)
    recall.press("last")
    expect(recall.player).not_to_have_attribute("data-verdict", "")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1280, 720)])
@pytest.mark.parametrize("query", ["", "rule=hebb&source=black", f"planted={encode(BLACK)}"])
def test_a_desktop_shows_everything_without_scrolling(
    page: Page, recall: RecallPage, query: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    recall.open(f"?{query}").press("last")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => [main.scrollWidth, main.scrollHeight]") == [width, height]
    for part in (recall.player, page.locator("canvas.upper-canvas"), page.locator(".st-key-cue")):
        box = part.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height


def test_a_phone_shows_the_recall_and_its_bar_together(page: Page, recall: RecallPage) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    recall.open()
    for selector in (".frame", ".bar"):
        box = recall.player.locator(selector).bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 844
        assert box["width"] <= 390
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollWidth") <= 390
    for button in recall.player.get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
