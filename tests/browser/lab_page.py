"""A page with experiments as a person uses it."""

import csv
import io
import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

FULL = 90_000  # ms: a busy machine is slow, not wrong


class LabPage:
    """One open page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.progress: Locator = page.get_by_test_id("stProgress")

    def open(self, query: str) -> "LabPage":
        self.page.goto(f"/?{query}")
        expect(self.progress).to_be_visible()
        return self

    def start(self) -> "LabPage":
        """Start, unless another user, or another test, has had all of it computed already."""
        if "All is computed" not in self.progress.inner_text():
            self.page.get_by_role("button", name=re.compile("Start|Go on")).click()
        return self

    def finish(self) -> "LabPage":
        expect(self.progress).to_contain_text("All is computed", timeout=FULL)
        return self

    def n_done(self) -> int:
        """How many steps are done, while not all are."""
        return int(self.progress.inner_text().split(" of ")[0])

    def rows(self) -> list[dict[str, Any]]:
        """What the page gives away as CSV."""
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="CSV").click()
        return list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8"))))

    def size(self) -> tuple[int, int]:
        """What the page takes up, width and height."""
        main = self.page.get_by_test_id("stMain")
        width, height = main.evaluate("main => [main.scrollWidth, main.scrollHeight]")
        return width, height
