"""What the README says is what happens: its example, its table, its links, its references."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from assoc_core import RULES, SCHEDULES, DenseHopfield, Hamming, Hopfield, ModernHopfield
from assoc_core.study.experiments import answer
from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.browser.lanes import racing
from assoc_core.ui.browser.player import cached
from assoc_core.ui.browser.wire import Wire
from assoc_core.ui.choices.query import from_query, read
from assoc_core.ui.choices.settings import Race, Settings, View
from assoc_core.ui.model import compute
from tests.samples import damaged, first_digits

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DAMAGES = (
    ("flip", 0.1),
    ("flip", 0.2),
    ("flip", 0.3),
    ("hide_bottom", 0.5),
    ("blank_bottom", 0.5),
)
ROWS = re.findall(
    r"^\| (\w+) \| (?:([^|]*?) )?\| (?:(\w+) )?\| ([0-9.]{4}[0-9. |]+) \|$", README, re.M
)

LINKS = re.findall(r"^\| .* \| (.*) \| \[.*\]\((http://localhost:8501/.*)\) \|$", README, re.M)


def of_pages(*pages: str) -> list[tuple[str, str]]:
    """The rows of the table of links to some pages; a link that names none opens Recall."""
    page = [re.search(r"page=(\w+)", link) for _, link in LINKS]
    return [
        row
        for row, named in zip(LINKS, page, strict=True)
        if (named[1] if named else "recall") in pages
    ]


def block(language: str) -> str:
    """The first code block of a language."""
    found = re.search(rf"^```{language}\n(.*?)^```", README, re.M | re.S)
    assert found
    return found[1]


STORED: dict[str, Callable[[Bipolar], Any]] = {
    **{rule: partial(Hopfield.store, rule=RULES[rule]) for rule in RULES},
    "z^3": partial(DenseHopfield.store, power=3),
    "exp z": partial(DenseHopfield.store, power="exp"),
    "β = 0.25": partial(ModernHopfield.store, beta=0.25),
    "": Hamming.store,
}


@cache
def memory(kind: str) -> Any:
    """The network of a row, trained on the 118 digits."""
    return STORED[kind](first_digits(118))


def test_the_example_prints_what_it_says() -> None:
    done = subprocess.run(
        [sys.executable, "-c", block("python")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == block("text")


@pytest.mark.parametrize(("network", "rule", "order", "shares"), ROWS)
def test_the_table_is_measured(network: str, rule: str, order: str, shares: str) -> None:
    assert type(memory(rule)).__name__ == network
    how = {"schedule": SCHEDULES[order]} if order else {}
    digits, recalls = first_digits(118), answer(memory(rule), **how)
    for (corruption, amount), said in zip(DAMAGES, shares.split(" | "), strict=True):
        cues = damaged(digits, corruption, amount, seed=0)
        exact = (recalls(cues, np.random.default_rng(0)) == digits).all(axis=1).mean()
        assert float(said) == pytest.approx(exact, abs=0.011)  # one digit of 118 more or less


def test_the_readme_has_its_tables() -> None:
    assert len(ROWS) >= 5
    assert len(LINKS) >= 6


def test_the_table_names_every_rule() -> None:
    assert {rule for _, rule, _, _ in ROWS} == set(STORED)


@pytest.mark.parametrize(("endings", "link"), of_pages("recall", "race"))
def test_each_link_opens_what_it_says(endings: str, link: str) -> None:
    query = dict(parse_qsl(urlsplit(link).query, strict_parsing=True))
    settings, complaints = from_query(query)
    view, more_complaints = read(View, query)
    race, race_complaints = read(Race, query)
    assert complaints + more_complaints + race_complaints == []
    linked = settings.to_query() | view.to_query() | race.to_query()
    assert query.items() <= linked.items()
    found = {"recall": recalled, "race": raced}[view.page](settings, race)
    assert ", ".join(dict.fromkeys(found)).lower() == endings  # each one once


def recalled(settings: Settings, _: Race) -> list[str]:
    """How the recall of a link ends."""
    return [titled(cached.recall(settings, compute.cue(settings).tobytes()))]


def raced(settings: Settings, race: Race) -> list[str]:
    """How the racers of a link end."""
    return list(map(titled, racing.lanes(settings, race, compute.cue(settings)).values()))


def titled(wire: Wire) -> str:
    """What the browser calls the ending that it is sent."""
    title: str = words.endings.TITLE[json.loads(wire.json)["ending"]["kind"]]
    return title


@pytest.mark.parametrize(("text", "link"), of_pages("limits", "inside"))
def test_each_laboratory_says_what_the_table_says(text: str, link: str) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    query = dict(parse_qsl(urlsplit(link).query, strict_parsing=True))
    for name, value in (query | {"cues": "20"}).items():  # fewer, for an experiment to end soon
        app.query_params[name] = value
    for _ in range(600):
        app.run()
        if text.lower() in said(app):
            break
        time.sleep(0.1)
    assert [*app.exception, *app.error, *app.warning] == []
    assert text.lower() in said(app)
    assert query.items() <= {name: app.query_params[name] for name in query}.items()


def said(app: AppTest) -> str:
    """All that a page says, and how far its experiment is."""
    progress = [element.proto.text for element in app.get("progress")]
    return " ".join([*(block.value for block in app.markdown), *progress]).lower()


def test_every_key_in_the_code_is_a_reference() -> None:
    paths = (path for kind in ("py", "js") for path in (ROOT / "assoc_core").rglob(f"*.{kind}"))
    code = "".join(path.read_text(encoding="utf-8") for path in paths)
    keys = set(re.findall(r"\[([A-Z][a-z]+\d\d)\]", code + README))
    listed = set(re.findall(r"^\* \[([A-Z][a-z]+\d\d)\]", README, re.M))
    assert keys == listed
