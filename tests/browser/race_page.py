"""The Race page as a person uses it."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.recall_page import RecallPage


class RacePage(RecallPage):
    """One open page; its player holds several lanes."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.player = page.get_by_test_id("race-player")
        self.lanes = self.player.get_by_test_id("lane")

    def open(self, query: str = "") -> "RacePage":
        super().open(f"?page=race&{query.removeprefix('?')}")
        return self

    def lane(self, name: str) -> Locator:
        return self.player.locator(f'[data-testid="lane"][data-name="{name}"]')

    def of_lanes(self, name: str) -> list[str]:
        """One data attribute of every lane."""
        values: list[str] = self.lanes.evaluate_all(
            "(lanes, name) => lanes.map((lane) => lane.dataset[name])", name
        )
        return values

    def scrub(self, step: int) -> None:
        self.player.get_by_test_id("scrub").fill(str(step))
        expect(self.player).to_have_attribute("data-tick", str(step))
