"""The race, in Chromium: several networks on one clock."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket, expect

from assoc_core.ui import words
from assoc_core.ui.choices.codec import as_text
from tests.browser.conftest import Watch
from tests.browser.lab_page import FULL
from tests.browser.race_page import RacePage
from tests.browser.test_player import FONT_SIZES
from tests.samples import first_digits

OWN = as_text(first_digits(1)[0])
FOUR = "racers=pseudoinverse-synchronous,hamming-active,dense-exp,modern-0.25"


@pytest.fixture
def race(page: Page) -> RacePage:
    """The Race page, not yet open."""
    return RacePage(page)


def test_play_brings_every_lane_to_its_end_and_sends_nothing(page: Page, race: RacePage) -> None:
    sent: list[str | bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda payload: sent.append(payload))

    page.on("websocket", listen)
    race.open()
    assert sent
    assert len(set(race.of_lanes("state"))) == 1
    assert race.of_lanes("verdict") == [""] * 4
    sent.clear()
    race.player.get_by_test_id("speed").select_option("4")
    race.press("play")
    expect(race.lane("storkey")).to_have_attribute("data-verdict", "other")  # the last to arrive
    assert race.of_lanes("verdict") == ["spurious", "other", "stored", "stored"]
    assert race.of_lanes("state")[2:] == [OWN, OWN]
    assert race.of_lanes("step") == race.of_lanes("steps")
    assert race.data("tick") == race.data("ticks")
    expect(race.lane("hamming")).to_contain_text("Recalled exactly")
    assert sent == []


@pytest.mark.parametrize("clock", ["step", "work"])
def test_steps_back_undo_steps_on_in_every_lane(race: RacePage, clock: str) -> None:
    race.open(f"{FOUR}&clock={clock}&amount=10")
    there = []
    for _ in range(10):
        there.append((race.of_lanes("step"), race.of_lanes("state")))
        race.press("step-forward")
    assert there[0] != there[-1]
    for before in reversed(there):
        race.press("step-back")
        assert (race.of_lanes("step"), race.of_lanes("state")) == before


def test_on_the_clock_of_steps_all_go_at_once(race: RacePage) -> None:
    race.open()
    steps = [int(n) for n in race.of_lanes("steps")]
    assert int(race.data("ticks")) == max(steps)
    for tick in (1, 50, max(steps)):
        race.scrub(tick)
        assert race.of_lanes("step") == [str(min(tick, n)) for n in steps]


def test_on_equal_work_a_sweep_lasts_as_long_as_its_multiplications(race: RacePage) -> None:
    """Flips and sweeps both need N^2 first: then the sweep is done, and a flip needs N more."""
    race.open("racers=pseudoinverse,pseudoinverse-synchronous,hamming&clock=work")
    steps = [race.of_lanes("step")]
    while steps[-1][0] == "0":
        race.press("step-forward")
        steps.append(race.of_lanes("step"))
    end = race.of_lanes("steps")[2]
    assert steps[-2:] == [["0", "1", end], ["1", "1", end]]
    expect(race.lane("hamming")).to_have_attribute("data-verdict", "stored")
    expect(race.player.locator(".where")).to_contain_text("615,440 of")  # 784 * 784 + 784


def test_another_clock_keeps_the_place_and_the_link(page: Page, race: RacePage) -> None:
    race.open().scrub(100)
    before = race.lane("storkey").get_attribute("data-state")
    race.player.get_by_test_id("clock").select_option("work")
    expect(race.player).to_have_attribute("data-clock", "work")
    assert race.lane("storkey").get_attribute("data-state") == before
    expect(page).to_have_url(re.compile("clock=work"))
    race.settle()
    assert race.data("clock") == "work"


def test_the_keyboard_does_all_the_buttons_do(page: Page, race: RacePage) -> None:
    race.open().player.focus()
    for key, tick in (("ArrowRight", "1"), ("ArrowRight", "2"), ("ArrowLeft", "1"), ("Home", "0")):
        page.keyboard.press(key)
        expect(race.player).to_have_attribute("data-tick", tick)
    page.keyboard.press("End")
    expect(race.player).to_have_attribute("data-tick", race.data("ticks"))
    page.keyboard.press("Space")
    expect(race.player.get_by_test_id("play")).to_have_text("Pause")


def test_a_copied_link_gives_the_same_race(
    browser: Browser, context: BrowserContext, page: Page, base_url: str, watch: Watch
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    first = RacePage(page).open(f"{FOUR}&digit=7&seed=3&clock=work&damage=hide_left&amount=40")
    first.press("copy-link")
    expect(first.player.get_by_test_id("copy-link")).to_have_text("Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    other = watch.over(browser.new_context(base_url=base_url))
    try:
        second = RacePage(other.new_page())
        second.page.goto(link)
        second.settle()
        assert second.data("ticks") == first.data("ticks")
        for tick in (0, 4, int(first.data("ticks"))):
            first.scrub(tick)
            second.scrub(tick)
            for name in ("name", "step", "state", "verdict"):
                assert first.of_lanes(name) == second.of_lanes(name)
    finally:
        other.close()


def test_an_example_takes_two_clicks(page: Page, race: RacePage) -> None:
    race.open("racers=hebb&amount=3")
    page.get_by_role("button", name=words.race.PRESETS).click()
    page.get_by_role("button", name=words.race.PRESET["half"]).click()
    expect(race.lanes).to_have_count(4)
    expect(page).to_have_url(re.compile("damage=hide_bottom"))
    race.press("last")
    expect(race.lane("pseudoinverse")).to_have_attribute("data-verdict", "stored")


def test_guesses_are_judged(race: RacePage) -> None:
    race.open()
    for name in ("hamming", "storkey"):
        race.lane(name).get_by_test_id("guess").click()
    race.press("last")
    accounts = race.player.get_by_test_id("account")
    right = ["You were right.", "You said otherwise.", "You said otherwise.", "You were right."]
    for k, text in enumerate(right):
        expect(accounts.nth(k)).to_contain_text(text)


def test_at_the_projector_only_reveal_reveals(page: Page, race: RacePage) -> None:
    race.open("mode=projector").press("last")
    assert race.of_lanes("verdict") == [""] * 4
    race.press("reveal")
    assert race.of_lanes("verdict") == ["spurious", "other", "stored", "stored"]
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollHeight") <= 768
    assert min(race.player.evaluate(FONT_SIZES)) >= 20


def test_a_desktop_shows_everything_without_scrolling(page: Page, race: RacePage) -> None:
    race.open().press("last")
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollHeight") <= 768
    box = race.player.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 768


def test_a_phone_shows_the_lanes_and_their_bar_together(page: Page, race: RacePage) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    race.open()
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollWidth") <= 390
    for part in (
        *race.lanes.all(),
        race.player.locator(".bar"),
        *race.player.get_by_role("button").all(),
    ):
        box = part.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    bar = race.player.locator(".bar").bounding_box()
    assert bar is not None
    assert bar["y"] + bar["height"] <= 844
    tops = [box["y"] for lane in race.lanes.all() if (box := lane.bounding_box())]
    assert tops[0] == tops[1] < tops[2] == tops[3] < bar["y"]


def test_a_hundred_cues_are_counted_with_their_interval(page: Page, race: RacePage) -> None:
    race.open("racers=hamming&run=1")
    row = page.get_by_role("row", name="Hamming")
    expect(row).to_contain_text("1.00 (0.96 to 1.00)", timeout=FULL)  # 100 of 100 [Wilson27]
    expect(page.get_by_text("All is computed.")).to_be_visible()
