"""Settings and the URL: what is written is read back, and junk is answered with a sentence."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core.types import Bipolar
from assoc_core.ui.choices.codec import decode, encode
from assoc_core.ui.choices.entrants import ENTRANTS, entrant
from assoc_core.ui.choices.query import from_query, read
from assoc_core.ui.choices.settings import (
    ADDED,
    CHOICES,
    KINDS,
    MOST_MEMORIES,
    MOST_PLANTED,
    MOST_RACERS,
    PARTS,
    RANGES,
    Settings,
    View,
    last_digit,
)
from tests.samples import cue_arrays

LINKED: list[type[Any]] = [Settings, View, *(kind for page in ADDED.values() for kind in page)]
NAMES = [field.name for kind in LINKED for field in fields(kind)]
DRAWINGS = cue_arrays(784).map(encode)


def lists(items: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[str]:
    listed = st.lists(items, min_size=1, max_size=most, unique=True)
    return listed.map(lambda chosen: ",".join(map(str, chosen)))


VALUES: dict[str, st.SearchStrategy[Any]] = {
    **{name: st.sampled_from(choices) for name, choices in CHOICES.items()},
    **{name: st.integers(*limits) for name, limits in RANGES.items()},
    "classes": lists(st.integers(0, 9), 10),
    "picked": lists(st.integers(0, 59_999), 20),
    "planted": st.lists(DRAWINGS, max_size=MOST_PLANTED).map(".".join),
    "drawing": st.one_of(st.just(""), DRAWINGS),
    "memories": lists(st.sampled_from(list(ENTRANTS)), MOST_MEMORIES),
    "networks": lists(st.sampled_from(list(ENTRANTS)), MOST_MEMORIES),
    "racers": lists(st.sampled_from(list(ENTRANTS)), MOST_RACERS),
    "kinds": lists(st.sampled_from(KINDS), len(KINDS)),
    "damages": lists(st.sampled_from(CHOICES["damage"]), len(CHOICES["damage"])),
    "numbers": st.lists(st.integers(1, 9999), min_size=2, max_size=20).map(
        lambda numbers: ",".join(map(str, numbers))
    ),
    "inhibition": st.integers(1, 10_000).map(lambda thousandths: f"{thousandths / 1000:.3f}"),
    "hide": st.lists(st.sampled_from(PARTS), unique=True).map(",".join),
}


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    return st.builds(kind, **{field.name: VALUES[field.name] for field in fields(kind)})


@given(any_of(Settings))
def test_a_link_gives_the_settings_back(settings: Settings) -> None:
    read, complaints = from_query(settings.to_query())
    last = last_digit(settings.source, settings.n_patterns)
    assert read == replace(settings, digit=min(settings.digit, last))
    assert len(complaints) == (settings.digit > last)


@given(st.sampled_from(LINKED[1:]).flatmap(any_of))
def test_a_link_gives_all_else_back(choices: Any) -> None:
    assert read(type(choices), choices.to_query()) == (choices, [])


@given(any_of(View))
def test_only_parts_are_hidden(view: View) -> None:
    assert view.hidden <= set(PARTS)


def test_no_name_means_two_things() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_every_entrant_is_a_memory_of_its_own() -> None:
    memories = {entrant(name, Settings(temperature="0.2")) for name in ENTRANTS}
    assert len(memories) == len(ENTRANTS)
    assert all(memory.temperature == "0" for memory in memories)
    assert entrant("hebb", Settings(stored=9)) == Settings(rule="hebb", stored=9)
    assert entrant("hebb-cyclic", Settings()).order == "cyclic"


def test_every_setting_is_in_the_link() -> None:
    assert set(VALUES) == set(NAMES)
    optional = {"drawing", "planted", "hide", "why"}
    assert {name for kind in LINKED for name in kind().to_query()} == set(NAMES) - optional


def test_what_is_stored_does_not_depend_on_the_cue() -> None:
    settings = Settings(rule="hebb", planted=encode(np.ones(784, dtype=np.int8)), threshold=99)
    other = replace(settings, digit=7, seed=3, order="cyclic", damage="hide", amount=3, drawing="x")
    assert settings.of_memory() == other.of_memory() != Settings().of_memory()
    assert replace(settings, network="hamming").of_memory().rule == Settings().rule


@pytest.mark.parametrize(
    ("settings", "n_patterns"),
    [
        (Settings(), 118),
        (Settings(choice="each"), 10),
        (Settings(choice="picked", picked="3,99"), 2),
        (Settings(stored=20, planted="a.b"), 22),
    ],
)
def test_planted_patterns_are_counted(settings: Settings, n_patterns: int) -> None:
    assert settings.n_patterns == n_patterns


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("junk", ["-1", "1e9", "²", "nan", "<script>alert(1)</script>", "9" * 5000])
def test_junk_becomes_the_usual_value_and_a_sentence(name: str, junk: str) -> None:
    kind = next(kind for kind in LINKED if name in {field.name for field in fields(kind)})
    choices, (complaint,) = read(kind, {name: junk})
    assert choices == kind()
    assert name in complaint
    assert "wanted is" in complaint
    assert len(complaint) < 250


@given(st.dictionaries(st.sampled_from(NAMES), st.text()))
def test_no_url_raises(query: dict[str, str]) -> None:
    settings, _ = from_query(query)
    assert from_query(settings.to_query()) == (settings, [])
    for kind in LINKED[1:]:
        choices, _ = read(kind, query)
        assert read(kind, choices.to_query()) == (choices, [])


def test_foreign_parameters_are_ignored() -> None:
    assert from_query({"utm_source": "mail"}) == (Settings(), [])


@given(cue_arrays(784))
def test_a_drawing_survives_the_link(cue: Bipolar) -> None:
    text = encode(cue)
    assert len(text) == 210
    np.testing.assert_array_equal(decode(text), cue)


def test_only_a_stored_digit_is_a_target() -> None:
    assert Settings(source="stored", digit=7).target == 7
    assert Settings(source="unseen", digit=7).target is None
