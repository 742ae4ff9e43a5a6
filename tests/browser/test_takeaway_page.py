"""What is downloaded is what was seen."""

import io
import json
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Download, Page

from assoc_core.ui.choices.codec import as_text
from assoc_core.ui.pictures import images
from tests.browser.recall_page import RecallPage
from tests.serving import ROOT

NETWORKS = ("", "network=hamming", "network=dense", "network=modern&beta=0.25")


def taken(page: Page, button: str) -> Download:
    if not page.get_by_role("button", name="NPZ").is_visible():
        page.get_by_role("button", name="Take away").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value


@pytest.mark.parametrize("query", NETWORKS)
def test_the_script_prints_the_final_state(page: Page, recall: RecallPage, query: str) -> None:
    recall.open(f"?{query}&damage=hide_top&amount=30").press("last")
    script = taken(page, "Python").path().read_text(encoding="utf-8")
    printed = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert recall.data("state") in "".join(printed.split())


def test_the_files_hold_the_recall(page: Page, recall: RecallPage) -> None:
    recall.open().press("last")
    final = recall.data("state")
    arrays = np.load(taken(page, "NPZ").path())
    assert as_text(arrays["recalled"]) == final
    assert len(arrays["states"]) == int(recall.data("steps")) + 1
    record = json.loads(taken(page, "JSON").path().read_text(encoding="utf-8"))
    assert record["states"][-1] == final
    gif = Image.open(io.BytesIO(taken(page, "GIF").path().read_bytes()))
    gif.seek(getattr(gif, "n_frames", 1) - 1)
    assert as_text(images.read(np.asarray(gif.convert("RGB")))) == final


def test_the_picture_is_saved_as_it_is_shown(page: Page, recall: RecallPage) -> None:
    recall.open().press("tab-kept")
    recall.scrub(40)
    with page.expect_download() as download:
        recall.press("save")
    picture = np.asarray(Image.open(download.value.path()).convert("RGB"))
    assert as_text(images.read(picture)) == recall.data("state")
