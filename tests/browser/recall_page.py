"""The Recall page as a person uses it: what can be seen and done, in the page's own words."""

from playwright.sync_api import Locator, Page, expect

from assoc_core.ui import texts

COUNT_RUNS = """() => {
    const app = document.querySelector("[data-testid=stApp]");
    const attribute = "data-test-script-state";
    window.runsDone = 0;
    new MutationObserver(() => {
        if (app.getAttribute(attribute) === "notRunning") window.runsDone += 1;
    }).observe(app, { attributes: true, attributeFilter: [attribute] });
}"""


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
        """Pick an option of a select box, and wait for the page to follow."""
        self.page.get_by_role("combobox", name=label).click()
        self.page.get_by_role("option", name=option).click()
        self.settle()

    def scrub(self, step: int) -> None:
        self.player.get_by_test_id("scrub").fill(str(step))
        expect(self.player).to_have_attribute("data-step", str(step))

    def pen(self, name: str) -> None:
        """Choose the pen, and wait for the run of the script that gives it to the canvas."""
        radio = self.page.get_by_role("radio", name=texts.PEN[name])
        if radio.get_attribute("aria-checked") == "true":
            return
        self.page.evaluate(COUNT_RUNS)
        radio.click()
        self.page.wait_for_function("window.runsDone > 0", timeout=10_000)
        self.page.wait_for_timeout(300)  # until the canvas has drawn itself

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
