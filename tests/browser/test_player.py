"""What the player offers beside playing: reasons, walks, predictions, a gallery, a projector."""

import re

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from assoc_core import hebb, overlap
from tests.browser.recall_page import RecallPage
from tests.samples import first_digits

FONT_SIZES = """player => [...player.querySelectorAll("*")]
    .filter(e => e.checkVisibility() && !e.matches(".live"))
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .map(e => parseFloat(getComputedStyle(e).fontSize))"""


def ask(recall: RecallPage, column: int, row: int) -> None:
    """Click a pixel of the picture."""
    picture = recall.player.get_by_test_id("picture")
    box = picture.bounding_box()
    assert box is not None
    side = box["width"] / 28
    picture.click(position={"x": (column + 0.5) * side, "y": (row + 0.5) * side})


def numbers(text: str) -> list[float]:
    """The numbers of a sentence."""
    plain = text.replace("\u2212", "-").replace(",", "")
    return [float(number) for number in re.findall(r"-?[0-9]+(?:\.[0-9]+)?", plain)]


def test_one_click_tells_why_and_the_votes_add_up(recall: RecallPage) -> None:
    recall.open("?rule=hebb")
    ask(recall, 15, 12)
    answer = recall.player.get_by_test_id("answer")
    expect(answer).to_contain_text("make h =")
    white, black, h = numbers(answer.inner_text())[:3]
    state = np.array(["-0+".index(sign) - 1 for sign in recall.data("state")])
    votes = hebb(first_digits(118))[12 * 28 + 15] * state
    assert (white, black) == (votes[votes > 0].sum(), votes[votes < 0].sum())
    assert h == white + black == votes.sum()


def test_the_answer_follows_the_steps(recall: RecallPage) -> None:
    recall.open()
    ask(recall, 15, 12)
    answer = recall.player.get_by_test_id("answer")
    expect(answer).to_contain_text("make h =")
    before = answer.inner_text()
    recall.press("last")
    expect(answer).not_to_have_text(before)
    white, black, h = numbers(answer.inner_text())[:3]
    assert h == pytest.approx(white + black, abs=0.002)


@pytest.mark.parametrize("power", ["3", "exp"])
def test_dense_memories_vote(recall: RecallPage, power: str) -> None:
    recall.open(f"?network=dense&power={power}")
    ask(recall, 15, 12)
    expect(recall.player.get_by_test_id("answer")).to_contain_text("All votes make")
    votes = [
        numbers(text)[-1] for text in recall.player.locator(".why .voters li").all_inner_texts()
    ]
    others, total = numbers(recall.player.get_by_test_id("answer").inner_text())[1:3]
    assert sum(votes) + others == pytest.approx(total, abs=0.005)


def test_modern_memories_vote_with_their_attention(recall: RecallPage) -> None:
    recall.open("?network=modern&beta=0.25")
    ask(recall, 15, 12)
    expect(recall.player.get_by_test_id("answer")).to_contain_text("All votes make")


def test_a_race_shows_how_the_leader_matches(recall: RecallPage) -> None:
    recall.open("?network=hamming")
    ask(recall, 15, 12)
    answer = recall.player.get_by_test_id("answer")
    expect(answer).to_contain_text("627 pixels agree")  # 784 less the 157 flipped
    expect(answer).to_contain_text("its unit starts at 627 + 0 / 2 = 627")


def test_the_race_names_who_is_left(recall: RecallPage) -> None:
    recall.open("?network=hamming").press("tab-race")
    race = recall.player.get_by_test_id("race")
    expect(race).to_contain_text("118 in the race")
    recall.press("last")
    expect(race).to_contain_text("1 in the race")
    expect(race.locator("li")).to_have_count(1)
    expect(race.locator("li")).to_contain_text("no. 0, a 5")


def test_hebbs_ghost_takes_three_clicks(recall: RecallPage) -> None:
    recall.open()
    recall.choose("Rule", "Hebb")  # two of them
    recall.press("last")
    expect(recall.player).to_have_attribute("data-verdict", "spurious")


def test_the_walks_visit_the_same_record(recall: RecallPage) -> None:
    recall.open("?order=cyclic")
    scrub = recall.player.get_by_test_id("scrub")
    walk = recall.player.get_by_test_id("walk")
    steps = int(recall.data("steps"))
    expect(scrub).to_have_attribute("max", str(steps))
    walk.select_option("neuron")
    n_pixels = int(scrub.get_attribute("max") or 0)
    assert n_pixels % 784 == 0
    assert n_pixels > steps
    walk.select_option("sweep")
    assert int(scrub.get_attribute("max") or 0) == n_pixels // 784 - 1  # the last one is idle
    for _ in range(n_pixels // 784 - 1):
        recall.press("step-forward")
    assert int(recall.data("step")) == steps
    expect(recall.player).to_have_attribute("data-verdict", "stored")


def test_slow_motion_says_what_it_does(recall: RecallPage) -> None:
    recall.open()
    recall.player.get_by_test_id("speed").select_option("0")
    recall.press("play")
    ending = recall.player.get_by_test_id("ending")
    for part in ("Pick pixel", "Add up the votes", "The sum says", "It changes", "The energy"):
        expect(ending).to_contain_text(part)
    assert int(recall.data("step")) == 1


def test_a_prediction_is_scored(recall: RecallPage) -> None:
    recall.open().press("guess-stored")
    recall.press("last")
    expect(recall.player.get_by_test_id("ending")).to_contain_text("You were right: 1 of 1")
    recall.choose("Rule", "Hebb")
    recall.press("guess-stored")
    recall.press("reveal")
    expect(recall.player).to_have_attribute("data-verdict", "spurious")
    expect(recall.player.get_by_test_id("ending")).to_contain_text("1 of 2")


def test_predictions_can_be_switched_off(recall: RecallPage) -> None:
    recall.open("?predict=0")
    expect(recall.player.get_by_test_id("guess-stored")).to_be_hidden()
    expect(recall.player.get_by_test_id("reveal")).to_be_hidden()


def test_at_the_projector_only_reveal_reveals(recall: RecallPage) -> None:
    recall.open("?mode=projector").press("last")
    assert recall.data("verdict") == ""
    recall.press("reveal")
    expect(recall.player).to_have_attribute("data-verdict", "stored")


def test_the_projector_is_large_and_fits(page: Page, recall: RecallPage) -> None:
    recall.open("?mode=projector")
    box = recall.player.get_by_test_id("picture").bounding_box()
    assert box is not None
    assert box["width"] >= 520
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollHeight") <= 768
    sizes = recall.player.evaluate(FONT_SIZES)
    assert min(sizes) >= 20


def test_states_can_be_kept(recall: RecallPage) -> None:
    recall.open().press("tab-kept")
    recall.press("keep")
    recall.press("last")
    recall.press("keep")
    kept = recall.player.get_by_test_id("gallery").locator("li")
    expect(kept).to_have_text(["flip 0 of 159", "Recalled exactly"])


def test_hidden_parts_stay_away(page: Page, recall: RecallPage) -> None:
    recall.open("?hide=network,start,damage,draw,side,curve,more")
    expect(page.get_by_role("combobox")).to_have_count(1)  # the speed
    expect(recall.player.locator(".side")).to_be_hidden()
    recall.press("last")
    expect(recall.player).to_have_attribute("data-verdict", "stored")


def test_the_keyboard_chooses_a_pixel(page: Page, recall: RecallPage) -> None:
    recall.open().player.get_by_test_id("picture").focus()
    for key in ("ArrowRight", "ArrowUp", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    expect(recall.player.get_by_test_id("why")).to_contain_text("Pixel (15, 12)")
    assert recall.data("step") == "0"


def test_every_stored_digit_tells_its_overlap(recall: RecallPage) -> None:
    recall.open().press("last")
    for index in (0, 7):
        digit = recall.player.locator(".digits button").nth(index)
        digit.hover()
        own = float(overlap(first_digits(8)[:1], first_digits(8))[0, index])
        expect(digit).to_have_attribute("title", re.compile(f"overlap {own:.3f}$"))


def test_the_ending_stands_only_beside_its_state(recall: RecallPage) -> None:
    recall.open().press("last")
    ending = recall.player.get_by_test_id("ending")
    expect(ending).to_contain_text("Recalled exactly")
    recall.press("first")
    expect(ending).not_to_contain_text("Recalled exactly")
    expect(ending).to_contain_text("157 of 784 pixels differ")
    assert recall.data("verdict") == "stored"


def test_the_projector_does_not_give_the_ending_away(recall: RecallPage) -> None:
    recall.open("?mode=projector").press("last")
    expect(recall.player.get_by_test_id("ending")).not_to_contain_text("pixels differ")


def test_there_is_no_prediction_after_looking(recall: RecallPage) -> None:
    recall.open().press("step-forward")
    expect(recall.player.get_by_test_id("guess-stored")).to_be_hidden()
    recall.press("first")
    expect(recall.player.get_by_test_id("guess-stored")).to_be_hidden()


def test_another_speed_counts_at_once(recall: RecallPage) -> None:
    recall.open().player.get_by_test_id("speed").select_option("0.25")
    recall.press("play")
    expect(recall.player).not_to_have_attribute("data-step", "0")
    recall.player.get_by_test_id("speed").select_option("4")
    expect(recall.player).to_have_attribute("data-verdict", "stored", timeout=8_000)


def test_a_linked_question_is_open(recall: RecallPage) -> None:
    recall.open("?why=300")
    expect(recall.player.get_by_test_id("answer")).to_contain_text("make h =")


def test_kept_states_survive_the_projector(page: Page, recall: RecallPage) -> None:
    recall.open().press("tab-kept")
    recall.press("keep")
    page.get_by_role("button", name="More").click()
    page.get_by_role("radio", name="Projector").click()
    expect(page).to_have_url(re.compile("mode=projector"))
    expect(recall.player.get_by_test_id("gallery").locator("li")).to_have_count(1)


def test_a_race_counts_what_is_open(recall: RecallPage) -> None:
    recall.open("?network=hamming").press("step-forward")
    undecided = recall.data("state").count("0")
    expect(recall.player.get_by_test_id("ending")).to_contain_text(
        f"{undecided} of 784 pixels are still undecided"
    )
