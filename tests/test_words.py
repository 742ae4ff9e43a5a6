"""Every sentence comes from the catalogue: with one of wide letters, no page shows a plain one.

Streamlit's own words (its uploader, the cross of a dialog, the menu of a chart, the placeholder of
a list) are not in the protocol that these tests read; those in the browser list them. The script
that one takes away is code, and its comments are the code's, like those of the library.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from assoc_core.trajectory import Stop
from assoc_core.ui.choices.of_pages import EXPERIMENTS, LOOKS
from assoc_core.ui.choices.settings import NETWORKS
from assoc_core.ui.model.endings import Kind
from assoc_core.ui.words import english, language
from tests.marked import catalogue
from tests.samples import PAGE, open_all

PLAIN = re.compile(r"[A-Za-z]{2,}")
# what a reader sees of an element; all else is for machines: identifiers, addresses, colours
SEEN = {"alt", "body", "caption", "captions", "content", "help", "label", "options", "placeholder"}
SEEN |= {"text", "title", "value", "default", "format"}
KINDS = {*get_args(Kind), *get_args(Stop)}  # names of endings, for scripts
FILES = {"png", "jpg", "jpeg"}
PAGES = [
    *({"network": network} for network in NETWORKS),
    {"rule": "hebb", "temperature": "0.1", "mode": "projector"},
    {"rule": "perceptron", "choice": "picked", "source": "black"},
    {"choice": "classes", "source": "unseen"},
    *({"page": "limits", "experiment": name} for name in EXPERIMENTS),
    {
        "page": "limits",
        "experiment": "basin",
        "of_all": "0",
        "source": "unseen",
        "temperature": "1",
    },
    {"page": "race"},
    {"page": "race", "all_digits": "1", "racers": "hamming,storkey,dense-3"},
    *({"page": "inside", "look": look} for look in LOOKS),
    *({"page": "inside", "look": "weights", "network": network} for network in NETWORKS[1:]),
    {"page": "inside", "look": "line", "network": "hamming"},
    {"page": "inside", "look": "spectrum", "rule": "hebb", "scale": "log"},
]


@pytest.fixture(autouse=True)
def marked() -> Iterator[None]:
    language.speak(catalogue())
    yield
    language.speak(english)


def opened(query: dict[str, str]) -> AppTest:
    app = AppTest.from_file(PAGE, default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    open_all(app)
    app.run()
    assert not app.exception
    return app


def protos(app: AppTest) -> Iterator[Message]:
    """Of all elements and of the blocks around them."""
    todo = [app._tree]
    while todo:
        node = todo.pop()
        todo += list(getattr(node, "children", {}).values())
        if isinstance(proto := getattr(node, "proto", None), Message):
            yield proto


def seen(message: Message) -> Iterator[str]:
    """The texts of an element that a reader sees."""
    for field, value in message.ListFields():
        several = value if field.is_repeated else [value]
        for one in several:
            if isinstance(one, Message):
                yield from seen(one)
            elif isinstance(one, str) and field.name in SEEN:
                yield one


def without_tags(text: str) -> str:
    """What a reader sees of a piece of HTML."""
    return re.sub(r"<style>.*</style>|<[^>]*>", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("query", PAGES, ids=lambda query: "&".join(query.values()))
def test_a_page_shows_no_word_of_its_own(query: dict[str, str]) -> None:
    app = opened(query)
    texts = [text for proto in protos(app) for text in seen(proto)]
    assert len(texts) > 20
    plain = {text for text in map(without_tags, texts) if PLAIN.search(text)} - FILES
    assert plain == set()


@pytest.mark.parametrize("query", PAGES, ids=lambda query: "&".join(query.values()))
def test_what_is_sent_to_the_browser_carries_no_sentence(query: dict[str, str]) -> None:
    for element in opened(query).get("bidi_component"):
        for text in set(strings(json.loads(element.proto.json or "null"))) - KINDS:
            assert not re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", text), text


def strings(value: Any) -> Iterator[str]:
    """All texts in plain data, also in data that are sent as text."""
    if isinstance(value, str) and value.startswith("{"):
        yield from strings(json.loads(value))
    elif isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


@pytest.mark.parametrize("query", PAGES, ids=lambda query: "&".join(query.values()))
def test_a_chart_names_its_axes_and_marks_in_words(query: dict[str, str]) -> None:
    for element in opened(query).get("arrow_vega_lite_chart"):
        spec = json.loads(element.proto.spec)
        for text in titles(spec):
            assert not PLAIN.search(text), text
        for channel, encoding in encodings(spec):
            if PLAIN.search(encoding.get("field", "")) and channel not in MUTE:
                assert "title" in encoding, encoding


MUTE = {"x2", "y2", "yOffset", "text"}  # channels that have neither axis nor legend


def titles(spec: Any) -> Iterator[str]:
    """Titles, and the words of categories."""
    if isinstance(spec, dict):
        for name, value in spec.items():
            if name in ("title", "domain"):
                yield from strings(value)
            else:
                yield from titles(value)
    elif isinstance(spec, list):
        for one in spec:
            yield from titles(one)


def encodings(spec: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field that a channel of a chart encodes."""
    if isinstance(spec, dict):
        for channel, encoding in spec.get("encoding", {}).items():
            several = encoding if isinstance(encoding, list) else [encoding]
            yield from ((channel, one) for one in several)
        for value in spec.values():
            yield from encodings(value)
    elif isinstance(spec, list):
        for one in spec:
            yield from encodings(one)
