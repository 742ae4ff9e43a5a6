"""Choices and the URL: what is written is read back, and junk is answered with a sentence."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.choices.chosen import PART_OF, PARTS, Chosen, from_query, kind_of
from assoc_core.ui.choices.codec import decode, encode
from assoc_core.ui.choices.entrants import ENTRANTS, entrant
from assoc_core.ui.choices.fields import Listed, OneOf, Text, UnwantedError, Whole, kinds
from assoc_core.ui.choices.of_pages import PARTS as HIDEABLE
from assoc_core.ui.choices.of_pages import View
from assoc_core.ui.choices.settings import MOST_PLANTED, Settings
from tests.samples import cue_arrays

NAMES = [name for sort in PARTS.values() for name in kinds(sort)]
DRAWINGS = cue_arrays(784).map(encode)


def lists(items: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[str]:
    listed = st.lists(items, min_size=1, max_size=most, unique=True)
    return listed.map(lambda chosen: ",".join(map(str, chosen)))


TEXTS: dict[str, st.SearchStrategy[Any]] = {
    "classes": lists(st.integers(0, 9), 10),
    "picked": lists(st.integers(0, 59_999), 20),
    "planted": st.lists(DRAWINGS, max_size=MOST_PLANTED).map(".".join),
    "drawing": st.one_of(st.just(""), DRAWINGS),
    "damages": lists(st.sampled_from(["flip", "hide", "blank_left"]), 3),
    "kinds": lists(st.sampled_from(["random", "first", "shuffled"]), 3),
    "memories": lists(st.sampled_from(list(ENTRANTS)), 8),
    "networks": lists(st.sampled_from(list(ENTRANTS)), 8),
    "racers": lists(st.sampled_from(list(ENTRANTS)), 4),
    "numbers": st.lists(st.integers(1, 9999), min_size=2, max_size=20).map(
        lambda numbers: ",".join(map(str, numbers))
    ),
    "inhibition": st.integers(1, 10_000).map(lambda thousandths: f"{thousandths / 1000:.3f}"),
    "hide": st.lists(st.sampled_from(HIDEABLE), unique=True).map(",".join),
}


def values(name: str) -> st.SearchStrategy[Any]:
    kind = kind_of(name)
    if isinstance(kind, OneOf):
        return st.sampled_from(kind.allowed)
    if isinstance(kind, Whole):
        return st.integers(kind.low, kind.high)
    return TEXTS[name]


def any_of(sort: Any) -> st.SearchStrategy[Any]:
    return st.builds(sort, **{field.name: values(field.name) for field in fields(sort)})


CHOSEN = st.builds(Chosen, **{part: any_of(sort) for part, sort in PARTS.items()})


@given(CHOSEN)
def test_a_link_gives_everything_back(chosen: Chosen) -> None:
    read, refused = from_query(chosen.to_query(), chosen)
    assert (read, refused) == (chosen, [])


@given(CHOSEN)
def test_every_choice_in_the_link_fits_its_widget(chosen: Chosen) -> None:
    for name in PART_OF:
        value = chosen.value(name)
        assert value in ("", None) or kind_of(name).fits(value), name


@given(any_of(View))
def test_only_parts_are_hidden(view: View) -> None:
    assert view.hidden <= set(HIDEABLE)


def test_no_name_means_two_things() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_every_choice_has_its_words() -> None:
    assert words.choices.LABEL.keys() == set(NAMES)
    assert words.choices.HELP.keys() | words.choices.OPTIONS.keys() <= set(NAMES)
    for name, said in words.choices.OPTIONS.items():
        kind = kind_of(name)
        if isinstance(kind, OneOf):
            assert list(said) == [word for word in said if kind.fits(word)]
            assert said.keys() == set(kind.allowed)


def test_a_kind_that_wants_something_can_say_what() -> None:
    for name in NAMES:
        kind = kind_of(name)
        with pytest.raises(UnwantedError) as error:
            kind.read("\x00")
        said = words.refusals.refused(name, "\x00", error.value.wanted, error.value.facts)
        assert "{" not in said


def test_every_entrant_is_a_memory_of_its_own() -> None:
    memories = {entrant(name, Settings(temperature="0.2")) for name in ENTRANTS}
    assert len(memories) == len(ENTRANTS)
    assert all(memory.temperature == "0" for memory in memories)
    assert entrant("hebb", Settings(stored=9)) == Settings(rule="hebb", stored=9)
    assert entrant("hebb-cyclic", Settings()).order == "cyclic"


def test_every_choice_is_in_the_link_of_its_page() -> None:
    optional = {"drawing", "planted", "hide", "why", "meant"}
    shown = {
        name
        for page in ("recall", "limits", "race", "inside")
        for name in Chosen().changed(page=page).to_query()
    }
    assert shown == set(NAMES) - optional


def test_a_link_leaves_alone_what_only_other_pages_show() -> None:
    before = Chosen().changed(cues="500", rule="hebb", page="limits")
    after, _ = from_query({"page": "inside"}, before)
    assert after.limits == before.limits
    assert (after.settings, after.view.page) == (Settings(), "inside")


def test_a_recipe_does_not_depend_on_the_cue() -> None:
    settings = Settings(rule="hebb", planted=encode(np.ones(784, dtype=np.int8)), threshold=99)
    other = replace(settings, digit=7, seed=3, order="cyclic", damage="hide", amount=3)
    assert settings.recipe == other.recipe != Settings().recipe
    assert replace(settings, network="hamming").recipe.parameter == Settings().epsilon


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Settings(classes="1,2"), Settings(classes="3")),
        (Settings(picked="5"), Settings()),
        (Settings(choice="each", stored=5), Settings(choice="each")),
        (Settings(choice="random", threshold=9), Settings(choice="random")),
        (Settings(network="modern", rule="hebb"), Settings(network="modern")),
    ],
)
def test_what_a_memory_is_not_made_of_trains_no_other(one: Settings, other: Settings) -> None:
    assert one.recipe == other.recipe


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


def test_a_digit_lies_within_its_source() -> None:
    assert Settings(digit=500).digit == 117
    assert Settings(source="unseen", digit=500).digit == 500
    assert replace(Settings(digit=100), stored=50).digit == 49


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("junk", ["-1", "1e9", "²", "nan", "<script>alert(1)</script>", "9" * 5000])
def test_junk_becomes_the_usual_value_and_a_sentence(name: str, junk: str) -> None:
    chosen, (refused,) = from_query({"page": _page(name), name: junk}, Chosen())
    assert chosen == Chosen().changed(page=_page(name) if name != "page" else "recall")
    said = words.refusals.refused(refused.name, refused.given, refused.wanted, refused.facts)
    assert name in said
    assert "wanted is" in said
    assert len(said) < 250


def _page(name: str) -> str:
    part = PART_OF[name]
    return part if part in ("limits", "race", "inside") else "recall"


@given(st.dictionaries(st.sampled_from(NAMES), st.text()))
def test_no_url_raises(query: dict[str, str]) -> None:
    chosen, _ = from_query(query, Chosen())
    assert from_query(chosen.to_query(), chosen) == (chosen, [])


def test_foreign_parameters_are_ignored() -> None:
    assert from_query({"utm_source": "mail"}, Chosen()) == (Chosen(), [])


@pytest.mark.parametrize("picked", ["5,05", "5,5", "", "60000", "1,,2"])
def test_a_digit_is_not_stored_twice(picked: str) -> None:
    chosen, refused = from_query({"choice": "picked", "picked": picked}, Chosen())
    assert chosen.settings.picked == Settings().picked
    assert len(refused) == bool(picked)


def test_a_list_is_read_in_its_plain_form() -> None:
    chosen, refused = from_query({"choice": "picked", "picked": "5,06"}, Chosen())
    assert (chosen.settings.picked, refused) == ("5,6", [])


FORGED: list[Any] = [None, True, -1, 10**12, 2.5, "x", "", [], {}, ["hebb"], float("nan"), object()]


@pytest.mark.parametrize("name", NAMES)
def test_forged_values_do_not_fit(name: str) -> None:
    kind = kind_of(name)
    for value in FORGED:
        assert not kind.fits(value), value


@pytest.mark.parametrize("kind", [Listed, OneOf, Text, Whole])
def test_every_kind_is_in_use(kind: type) -> None:
    assert any(isinstance(kind_of(name), kind) for name in NAMES)


@given(cue_arrays(784))
def test_a_drawing_survives_the_link(cue: Bipolar) -> None:
    text = encode(cue)
    assert len(text) == 210
    np.testing.assert_array_equal(decode(text), cue)


def test_only_a_stored_digit_is_a_target() -> None:
    assert Settings(source="stored", digit=7).target == 7
    assert Settings(source="unseen", digit=7).target is None
