"""The whole page in a catalogue of wide letters: only Streamlit's own words are plain."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.serving import serving

# Streamlit's own: beside lists, numbers and pictures, on the canvas, and what Vega says of axes
STREAMLITS = re.compile(
    r"Skip to main content|Open|Choose an option|Selected values|Remove .*|Clear all|Help for .*|"
    r"Increment|Decrement|expand_(less|more)|progress|(Fullscreen|Download as PNG|Show data): .*|"
    r"Copy Vega-Lite spec: .*|[XY]-axis .* scale with .*|Title text .*|"
    r"Edit|Undo|Redo|Reset canvas & history|Update the app with this drawing|Delete selected|"
    r"Bring forward|Send backward|Scrollable table|Symbol legend for .*"
)
TEXTS = """() => {
    const texts = new Set();
    const look = (root) => {
        for (const part of root.querySelectorAll("*")) {
            if (["STYLE", "SCRIPT", "NOSCRIPT", "TITLE"].includes(part.tagName)) continue;
            if (part.shadowRoot) look(part.shadowRoot);
            if (part.closest("pre, code, template, [data-testid=stToolbar]")) continue;
            const own = [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
            const said = own.map((node) => node.data);
            for (const name of ["title", "aria-label", "alt", "placeholder"]) {
                said.push(part.getAttribute(name) ?? "");
            }
            for (const text of said) if (/[A-Za-z]{2,}/.test(text)) texts.add(text.trim());
        }
    };
    look(document.body);
    return [...texts];
}"""


@pytest.fixture(autouse=True)
def watch() -> None:
    """Not watched: it is another server than the one of the other tests."""


@pytest.fixture(scope="module")
def marked(browser: Browser) -> Iterator[Page]:
    """A page of a server that speaks the marked catalogue."""
    with serving("tests/browser/marked_page.py") as (_, port):
        context = browser.new_context(
            base_url=f"http://localhost:{port}", viewport={"width": 1366, "height": 768}
        )
        yield context.new_page()
        context.close()


@pytest.mark.parametrize(
    "query",
    [
        "rule=hebb",
        "network=hamming&source=black",
        "mode=projector",
        "page=limits",
        "page=race",
        "page=inside&look=maxnet",
        "page=inside&look=weights",
        "drawing=junk",
    ],
)
def test_only_streamlit_speaks_for_itself(marked: Page, query: str) -> None:
    marked.goto(f"/?{query}")
    marked.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    marked.wait_for_timeout(500)  # what elements and charts draw
    for button in marked.get_by_test_id("stPopover").get_by_role("button").all()[:1]:
        button.click()
        marked.wait_for_timeout(500)
    texts = marked.evaluate(TEXTS)
    assert len(texts) > 3
    assert [text for text in texts if not STREAMLITS.fullmatch(text)] == []
