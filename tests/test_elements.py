"""The elements in the browser, without one: what they may report, and whose words they speak."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assoc_core.ui.browser import constants, element
from assoc_core.ui.browser.element import wholes
from assoc_core.ui.browser.player.player import PLAYER
from assoc_core.ui.browser.sheet.sheet import SHEET
from assoc_core.ui.words import english, language
from assoc_core.ui.words.english import browser
from tests.samples import PAGE, link, open_all, report, sent

FOLDER = Path(element.__file__).parent
WORDS = {key: value for words in browser.WORDS.values() for key, value in words.items()}
SCRIPTS = sorted(FOLDER.rglob("*.js"))
PAGES = sorted(FOLDER.rglob("*.html"))
JUNK: tuple[Any, ...] = (
    *("x", "1", "", True, False, -1, 784, 10**30, 3.5, -0.0, None, [], [1], [1] * 100_000, {}),
    {"a": 1},
    "step" * 1000,
)


def code(path: Path) -> str:
    """The script without its comments."""
    return re.sub(r"(^|\s)//.*", "", path.read_text(encoding="utf-8"))


class Words(HTMLParser):
    """What an HTML text says by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("aria-label", "title", "alt", "placeholder"):
                self.said.append(f"{tag} {value}")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_the_pages_say_nothing_by_themselves(page: Path) -> None:
    words = Words()
    words.feed(page.read_text(encoding="utf-8"))
    assert [text for text in words.said if re.search("[A-Za-z]", text)] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_the_scripts_hold_no_sentence_and_no_figure_of_pythons(script: Path) -> None:
    text = code(script)
    spoken = re.sub(r"new Error\(.*\)|find\(.*?\)", "", text)
    quoted = re.findall(r"\"([^\"\n]*)\"|`([^`]*)`", spoken)
    assert [q for pair in quoted for q in pair if re.search(r"[A-Za-z]{2,} [a-z]{2,}", q)] == []
    assert re.findall(r"\b(?:28|560|784)\b|#[0-9a-fA-F]{6}", text) == []


def test_every_key_has_its_words() -> None:
    keys = {
        key
        for path in SCRIPTS
        for key in re.findall(r"say\(\s*(?:\w+ \? )?\"([\w.]+)\"", code(path))
    } | {
        key
        for path in PAGES
        for key in re.findall(r'data-say(?:-label|-title)?="([\w.]+)"', path.read_text())
    }
    assert len(keys) > 80
    for key in keys:
        found: Any = WORDS
        for name in key.split("."):
            found = found[name]
        assert isinstance(found, str) or "other" in found, key


def test_the_words_are_plain_data() -> None:
    locale, words = element.made(english, *browser.WORDS)["words"].splitlines()
    assert locale == 'export const LOCALE = "en";'
    told = words.removeprefix("export const WORDS = ").removesuffix(";")
    assert json.loads(told) == json.loads(json.dumps(WORDS))


def test_each_catalogue_is_another_component(monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []

    def component(name: str, **files: Any) -> str:
        names.append(name)
        return str(files["js"])

    monkeypatch.setattr(st.components.v2, "component", component)
    klingon, catalogue = ModuleType("words.klingon"), ModuleType("browser")
    klingon.browser = catalogue  # type: ignore[attr-defined]
    catalogue.LOCALE = "en"  # type: ignore[attr-defined]
    catalogue.WORDS = {  # type: ignore[attr-defined]
        "common": {"transport": {"play": "chu’"}},
        "recall_player": {},
    }
    element._registered.cache_clear()
    try:
        scripts = [element._registered(PLAYER, spoken) for spoken in (english, klingon, english)]
    finally:
        element._registered.cache_clear()
    assert names == ["english_recall_player", "klingon_recall_player"]
    assert scripts[0] == scripts[2] != scripts[1]
    assert "chu" in scripts[1]
    assert "chu" not in scripts[0]
    assert language.spoken() is english


def test_colours_come_from_one_place() -> None:
    assert "export const FOR = [38, 110, 214];" in constants.script()
    assert "--for: rgb(38, 110, 214);" in constants.style()
    assert constants.style() in element.style(PLAYER)
    assert ":host" not in element.style(SHEET)  # it has no shadow root


def test_lists_are_short_and_of_different_numbers() -> None:
    assert wholes([], 300, 3) == []
    assert wholes([2, 0, 299], 300, 3) == [2, 0, 299]
    for bad in (
        [True, 2],
        [2, 0, 1, 4],
        [2, 2],
        [300],
        [-1],
        ["2"],
        [2.0],
        [[2]],
        [None],
        "201",
        {"2": 0},
    ):
        assert wholes(bad, 300, 3) is None


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(PAGE, default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


@pytest.mark.parametrize(
    ("page", "component", "event", "name", "good"),
    [
        ({"why": "7"}, "recall_player", "unit", "why", 351),
        ({"page": "race", "clock": "work"}, "race_lanes", "clock", "clock", "step"),
        ({"page": "inside", "tile": "7"}, "weights_mosaic", "tile", "tile", 351),
    ],
)
def test_what_is_forged_is_ignored(
    page: dict[str, str], component: str, event: str, name: str, good: Any
) -> None:
    app = opened(**page)
    before = link(app)
    for junk in [{event: value} for value in JUNK if value != [1] and value is not False]:
        report(app, component, junk)
        sent(app, component)  # there is no exception
        assert link(app) == before, junk
    report(app, component, {"other": 1})
    assert link(app) == before
    assert link(report(app, component, {event: good}))[name] == str(good)


@pytest.mark.parametrize("junk", [*JUNK, [300], [0, 0], list(range(300)), [True]])
def test_forged_picks_leave_what_was_stored(junk: Any) -> None:
    app = opened(choice="picked", picked="5,999")
    open_all(app)
    app.run()
    (pick,) = (button for button in app.button if button.label == "Pick …")
    pick.click().run()
    app.session_state[f"sheet-{app.session_state['lab_dialogs']}"] = {"picked": junk}
    app.session_state["lab_dialog"] = "sheet"
    app.run()
    picked = {"[1]": [1], "[]": []}.get(repr(junk), [5])  # these could be picked
    assert sent(app, "contact_sheet")["picked"] == [5]
    (store,) = (button for button in app.button if button.label == "Store these")
    app.session_state["lab_dialog"] = "sheet"
    store.click().run()
    assert link(app)["picked"] == ",".join(map(str, [*picked, 999]))
