"""The Recall page as a person uses it: what can be seen and done, in the page's own words."""

from playwright.sync_api import Locator, Page, expect

from assoc_core.ui import words

IDLE = "() => new Promise(resolve => requestIdleCallback(resolve))"


class RecallPage:
    """One open page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.player: Locator = page.get_by_test_id("player")

    def open(self, query: str = "") -> "RecallPage":
        self.page.goto(f"/{query}")
        self.settle()
        return self

    def settle(self) -> None:
        """Wait until the script has run and the player holds its recall."""
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        expect(self.player).to_have_attribute("data-ready", "true")

    def data(self, name: str) -> str:
        value = self.player.get_attribute(f"data-{name}")
        assert value is not None
        return value

    def press(self, testid: str) -> None:
        self.player.get_by_test_id(testid).click()

    def choose(self, label: str, option: str) -> None:
        """Pick an option of a select box, and wait for the recall that it leads to."""
        before = self.data("recall")
        self.page.get_by_role("combobox", name=label).click()
        self.page.get_by_role("option", name=option).click()
        self.wait_for_other_than(before)

    def wait_for_other_than(self, recall: str) -> None:
        """Wait until the player holds another recall than one whose `data-recall` is known."""
        expect(self.player).not_to_have_attribute("data-recall", recall)

    def scrub(self, step: int) -> None:
        self.player.get_by_test_id("scrub").fill(str(step))
        expect(self.player).to_have_attribute("data-step", str(step))

    def pen(self, name: str) -> None:
        """Choose the pen, and wait until the canvas has it."""
        self.page.get_by_role("radio", name=words.shared.PEN[name]).click()
        expect(
            self.page.get_by_text(words.shared.DRAW[name])
        ).to_be_visible()  # sent with the canvas
        self.page.evaluate(IDLE)

    def stroke(self, *points: tuple[int, int]) -> None:
        """Draw with the mouse through points of the canvas, 0 to 279."""
        canvas = self.page.locator("canvas.upper-canvas")
        box = canvas.bounding_box()
        assert box is not None
        (x, y), *rest = points
        self.page.mouse.move(box["x"] + x, box["y"] + y)
        self.page.mouse.down()
        for x, y in rest:
            self.page.mouse.move(box["x"] + x, box["y"] + y, steps=5)
        self.page.mouse.up()
