"""Nobody is left out: axe-core finds nothing serious, in any mode of the page."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.lab_page import LabPage
from tests.browser.race_page import RacePage
from tests.browser.recall_page import RecallPage

VIEWS = ("", "?network=hamming", "?mode=projector", "?rule=hebb&order=cyclic&why=300")

EXPERIMENTS = (
    ("light", "memories=hebb,hamming&cues=20"),
    ("dark", "memories=hebb,hamming&cues=20"),
    ("dark", "experiment=ghosts&rule=hebb&stored=3&cues=20"),
    ("light", "memories=hebb&cues=20&mode=projector"),
    ("light", "experiment=unknown&networks=hebb,hamming&cues=20"),
)
RACES = (("light", ""), ("dark", "all_digits=1&racers=hebb,storkey"), ("light", "mode=projector"))


def serious(page: Page) -> list[str]:
    """The rules broken seriously, and where."""
    # Under an open dialog Streamlit lets the page not scroll, and axe takes all text for cut off.
    page.evaluate("document.documentElement.style.overflow = ''")
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']}: {node['target']}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", VIEWS)
def test_axe_finds_nothing_serious(
    page: Page, scheme: Literal["light", "dark"], query: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    recall = RecallPage(page).open(query)
    assert serious(page) == []
    recall.press("last")
    recall.press("tab-why")
    assert serious(page) == []


@pytest.mark.parametrize(("scheme", "query"), RACES)
def test_axe_finds_nothing_serious_in_a_race(
    page: Page, scheme: Literal["light", "dark"], query: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    race = RacePage(page).open(query)
    assert serious(page) == []
    race.press("last")
    assert serious(page) == []


@pytest.mark.parametrize(("scheme", "query"), EXPERIMENTS)
def test_axe_finds_nothing_serious_in_experiments(
    page: Page, scheme: Literal["light", "dark"], query: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    lab = LabPage(page).open(f"page=limits&{query}")
    assert serious(page) == []
    lab.start().finish()
    assert serious(page) == []
