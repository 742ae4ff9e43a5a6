"""The cue: drawn, cleared, uploaded, planted."""

import io
import re

from PIL import Image
from playwright.sync_api import Page, expect

from assoc_core.ui.choices.codec import as_text
from tests.browser.recall_page import RecallPage
from tests.samples import digits, first_digits


def png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG")
    return buffer.getvalue()


def draw_a_three(recall: RecallPage) -> None:
    before = recall.data("recall")
    recall.stroke((60, 40), (130, 40), (100, 100), (140, 150), (100, 210), (50, 190))
    recall.wait_for_other_than(before)


def test_a_drawn_three_is_taken_for_a_three(page: Page, recall: RecallPage) -> None:
    recall.open("?network=hamming&source=black")
    draw_a_three(recall)
    expect(page).to_have_url(re.compile("drawing="))
    recall.press("last")
    expect(recall.player.get_by_test_id("ending")).to_contain_text(", a 3, matches the cue best")


def test_fitting_can_be_switched_off(page: Page, recall: RecallPage) -> None:
    recall.open("?source=black")
    draw_a_three(recall)
    fitted = recall.data("state")
    page.get_by_text("Fit to MNIST").click()
    expect(recall.player).not_to_have_attribute("data-state", fitted)
    expect(page).to_have_url(re.compile("fit=0"))


def test_clear_drops_what_was_drawn(page: Page, recall: RecallPage) -> None:
    recall.open("?source=black")
    draw_a_three(recall)
    page.get_by_role("button", name="Clear").first.click()
    expect(recall.player).to_have_attribute("data-state", "-" * 784)
    expect(page).not_to_have_url(re.compile("drawing="))


def test_an_uploaded_digit_becomes_the_cue(page: Page, recall: RecallPage) -> None:
    before = recall.open().data("recall")
    digit = Image.fromarray(255 - digits().images[7]).resize((280, 280))  # ink on paper
    page.get_by_role("button", name="Upload").first.click()
    page.locator("input[type=file]").set_input_files(
        {"name": "three.png", "mimeType": "image/png", "buffer": png(digit)}
    )
    recall.wait_for_other_than(before)
    expect(page).to_have_url(re.compile("drawing="))
    stored = as_text(first_digits(8)[7])
    assert sum(a != b for a, b in zip(recall.data("state"), stored, strict=True)) < 60


def test_a_bad_upload_is_answered_with_a_sentence(page: Page, recall: RecallPage) -> None:
    recall.open()
    page.get_by_role("button", name="Upload").first.click()
    page.locator("input[type=file]").set_input_files(
        {"name": "three.png", "mimeType": "image/png", "buffer": b"no picture"}
    )
    expect(page.get_by_role("alert")).to_be_visible()
    recall.press("last")
    expect(recall.player).to_have_attribute("data-verdict", "stored")


def test_planting_tells_what_it_changed(page: Page, recall: RecallPage) -> None:
    recall.open("?source=unseen&amount=0")
    page.get_by_role("button", name="Plant").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Of the 118 digits stored before")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    recall.press("play")  # at rest from the start, so nothing to step to
    expect(recall.player).to_have_attribute("data-verdict", "stored")


def test_a_class_can_be_chosen(page: Page, recall: RecallPage) -> None:
    recall.open()
    recall.choose("Class", "7")
    expect(page).to_have_url(re.compile("digit=15"))  # the first 7 of the training set
    assert digits().labels[15] == 7
