"""Nobody is left out: axe-core finds nothing serious, in any mode of the page."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.recall_page import RecallPage

VIEWS = ("", "?network=hamming", "?mode=projector", "?rule=hebb&order=cyclic&why=300")


def serious(page: Any) -> list[str]:
    """The rules broken seriously, and where."""
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
    browser: Browser, base_url: str, scheme: Any, query: str
) -> None:
    context = browser.new_context(base_url=base_url, color_scheme=scheme)
    try:
        recall = RecallPage(context.new_page()).open(query)
        assert serious(recall.page) == []
        recall.press("last")
        assert serious(recall.page) == []
    finally:
        context.close()
