"""Settings and the URL: what is written is read back, and junk is answered with a sentence."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assoc_core.types import Bipolar
from assoc_core.ui.settings import (
    CHOICES,
    RANGES,
    Settings,
    decode,
    encode,
    from_query,
    last_digit,
)
from tests.samples import cue_arrays

ANY_SETTINGS = st.builds(
    Settings,
    **{name: st.sampled_from(choices) for name, choices in CHOICES.items()},
    **{name: st.integers(*limits) for name, limits in RANGES.items()},
    drawing=st.one_of(st.just(""), cue_arrays(784).map(encode)),
)


@given(ANY_SETTINGS)
def test_a_link_gives_the_settings_back(settings: Settings) -> None:
    read, complaints = from_query(settings.to_query())
    if settings.digit <= last_digit(settings.source, settings.stored):
        assert (read, complaints) == (settings, [])
    else:
        assert read.digit == last_digit(settings.source, settings.stored)
        assert len(complaints) == 1


def test_every_setting_is_in_the_link() -> None:
    assert {*CHOICES, *RANGES, "drawing"} == {field.name for field in fields(Settings)}
    assert set(Settings().to_query()) == {*CHOICES, *RANGES}


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
@pytest.mark.parametrize("junk", ["-1", "1e9", "²", "nan", "<script>alert(1)</script>", "9" * 5000])
def test_junk_becomes_the_usual_value_and_a_sentence(name: str, junk: str) -> None:
    settings, complaints = from_query({name: junk})
    assert settings == Settings()
    (complaint,) = complaints
    assert name in complaint
    assert "wanted is" in complaint
    assert len(complaint) < 250


@given(st.dictionaries(st.sampled_from([f.name for f in fields(Settings)]), st.text()))
def test_no_url_raises(query: dict[str, str]) -> None:
    settings, _ = from_query(query)
    assert from_query(settings.to_query()) == (settings, [])


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
