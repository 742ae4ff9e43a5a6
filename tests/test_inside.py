"""The Inside page without a browser: every laboratory, for every network, and bad input."""

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from assoc_core import CORRUPTIONS, ModernHopfield, hebb, overlap, random_patterns
from assoc_core.study.theory import hebb_bit_error
from assoc_core.ui import words
from assoc_core.ui.browser.constants import NOTHING
from assoc_core.ui.browser.mosaic import tiles
from assoc_core.ui.choices import competitors
from assoc_core.ui.choices.fields import UnwantedError
from assoc_core.ui.choices.of_pages import LOOKS, Inside, View
from assoc_core.ui.choices.settings import NETWORKS, Settings
from assoc_core.ui.pages.inside import beta, line, margins, pairs, spectrum, stage
from assoc_core.ui.pictures.images import SIDE
from tests.samples import PAGE, first_digits, link, open_all

OF_HOPFIELD = ("spectrum", "field", "margins")
CODES = ("one-hot", "random")
DRAWN = {"beta": ("attention", "sweep")}  # the charts of a laboratory, where it has two
RNG = np.random.default_rng


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(PAGE, default_timeout=30)
    for name, value in {"page": "inside", **query}.items():
        app.query_params[name] = value
    return app.run()


def said(app: AppTest) -> str:
    """All sentences on the page; fails if it shows an error."""
    assert not app.exception
    assert not app.error
    assert not app.warning
    return " ".join(block.value for block in app.markdown)


def charted(app: AppTest) -> list[dict[str, Any]]:
    """The charts of the page, as Vega-Lite."""
    return [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]


def labelled(app: AppTest, label: str) -> Any:
    (button,) = (button for button in app.button if button.label == label)
    return button


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("look", LOOKS)
def test_every_laboratory_opens_for_every_network(look: str, network: str) -> None:
    app = opened(look=look, network=network)
    assert said(app)
    switches = [button for button in app.button if button.label == "Look into a Hopfield network"]
    missing = look in OF_HOPFIELD or (look, network) == ("line", "hamming") or look == "weights"
    assert bool(switches) == (missing and network != "hopfield")
    for button in switches:
        button.click()
        assert said(app.run())
        assert app.selectbox(key="network").value == "hopfield"


@pytest.mark.parametrize("look", LOOKS)
def test_every_laboratory_can_be_projected(look: str) -> None:
    app = opened(look=look, mode="projector", network="modern")
    assert said(app)
    for chart in charted(app):
        assert chart["config"]["axis"]["labelFontSize"] >= 20


@pytest.mark.parametrize("look", ["spectrum", "field", "margins", "line", "maxnet", "beta"])
def test_every_chart_has_a_sentence_and_its_table(look: str) -> None:
    app = opened(look=look)
    charts = app.get("vega_lite_chart")
    assert charts
    assert all(chart.proto.alt for chart in charts)
    assert len(app.dataframe) == len(charts)
    for what, chart, shown in zip(
        DRAWN.get(look, (look,)), charted(app), app.dataframe, strict=True
    ):
        columns = words.inside.COLUMNS[what]
        assert list(shown.value) == list(columns.values())
        told = (chart["layer"][0] if "layer" in chart else chart)["encoding"]["tooltip"]
        assert {tip["field"]: tip["title"] for tip in told} == columns


@pytest.mark.parametrize("look", LOOKS)
def test_more_offers_what_matters_in_the_laboratory(look: str) -> None:
    app = opened(look=look)
    open_all(app)
    app.run()
    choices = {widget.key for widget in (*app.selectbox, *app.slider)}
    assert ("choice" in choices) == (look not in ("maxnet", "sequence", "pairs"))
    assert ("threshold" in choices) == (look != "maxnet")
    assert {"mode"} == {group.key for group in app.segmented_control} & {"mode", "predict"}


def test_junk_in_every_parameter_gives_sentences_and_the_usual_page() -> None:
    names = {field.name for kind in (Settings, View, Inside) for field in fields(kind)} - {"page"}
    app = opened(**dict.fromkeys(names, "<b>junk</b>"))
    assert not app.exception
    (warning,) = app.warning
    assert warning.value.count("wanted is") == len(names)
    assert not app.run().warning


def test_every_choice_is_in_the_link() -> None:
    chosen = Inside(look="maxnet", numbers="10,9,9", inhibition="0.6", maxnet_step=1)
    app = opened(**chosen.to_query())
    said(app)
    assert {name: link(app)[name] for name in asdict(chosen)} == chosen.to_query()


def test_hebbs_first_eigenvector_is_told_to_be_the_mean() -> None:
    text = said(opened(look="spectrum", rule="hebb"))
    assert "overlap 0.99 with the sign of the mean" in text
    assert "This is why Hebb’s rule fails on digits" in text
    assert "why Hebb’s rule fails" not in said(opened(look="spectrum"))


def test_the_field_tells_how_many_units_would_flip() -> None:
    assert "No unit of 784 would flip" in said(opened(look="field", state_of="digit"))
    assert "units would change" in said(opened(look="field"))
    half = said(opened(look="field", damage="hide_bottom", amount="50"))
    assert "392 of which are unknown now" in half


@pytest.mark.parametrize(("rule", "n_fixed"), [("hebb", 0), ("pseudoinverse", 118)])
def test_the_margins_count_the_fixed_points(rule: str, n_fixed: int) -> None:
    text = said(opened(look="margins", rule=rule))
    assert f"Fixed points: {n_fixed} of 118 stored digits." in text
    assert ("equally stable" in text) == (rule == "pseudoinverse")
    assert ("of the stored pixels." in text) == (rule == "hebb")
    assert "theory" not in text


def test_theory_stands_beside_what_hebbs_rule_breaks_of_random_patterns() -> None:
    text = said(opened(look="margins", rule="hebb", choice="random"))
    assert "One update of all units breaks 0.45% of the stored pixels." in text
    assert f"For random patterns theory expects {hebb_bit_error(784, 118):.2%}." in text
    few = said(opened(look="margins", rule="hebb", choice="random", stored="5"))
    assert "breaks none of the stored pixels" in few
    assert "theory expects less than 0.01%." in few


@pytest.mark.parametrize(("stored", "reached"), [("118", "0.70"), ("300", "0.29")])
def test_the_margins_tell_what_the_perceptron_has_reached(stored: str, reached: str) -> None:
    text = said(opened(look="margins", rule="perceptron", stored=stored))
    assert "until every margin is above 0.7; where 500 epochs do not suffice, it asks" in text
    assert f"The smallest margin it has reached is {reached}." in text


def test_a_barrier_stands_between_digits_under_one_rule_and_not_the_other() -> None:
    assert "The barrier of the mean is" in said(opened(look="line"))
    assert "There is no barrier of the mean" in said(opened(look="line", rule="hebb"))


def test_the_ends_of_the_line_are_stored_digits() -> None:
    app = opened(look="line", stored="5", line_from="300", line_to="4")
    assert "The two are the same pattern." in said(app)
    assert app.number_input(key="line_from").value == 4
    assert link(app)["line_from"] == "300"  # it is there again as soon as so many are stored
    app.number_input(key="line_from").set_value(2).run()
    assert "The two are the same pattern." not in said(app)
    assert link(app)["line_from"] == "2"


@pytest.mark.parametrize(
    ("preset", "end"),
    [
        ("A winner", "**A (10) wins:**"),
        ("A dead heat", "**A dead heat:** A (10) and B (10) are equal."),
        ("ε too large", "**All are dead:** ε = 0.6 is too large"),
    ],
)
def test_maxnet_names_its_ends(preset: str, end: str) -> None:
    app = labelled(opened(look="maxnet"), preset).click().run()
    assert end not in said(app)
    (slider,) = app.slider
    assert end in said(slider.set_value(slider.max).run())


def test_the_step_stays_where_another_contest_is_longer() -> None:
    app = opened(look="maxnet", inhibition="0.4", maxnet_step="500")
    (slider,) = app.slider
    assert slider.value == slider.max < 5
    slider.set_value(1).run()
    app.number_input(key="typed_inhibition").set_value(0.05).run()
    (longer,) = app.slider
    assert longer.max > slider.max
    assert longer.value == 1
    assert "Step 1:" in said(app)
    assert link(app)["maxnet_step"] == "1"


def test_maxnet_takes_numbers_of_ones_own_and_answers_bad_ones() -> None:
    app = opened(look="maxnet")
    app.text_input(key="typed").set_value("4; 8.5  1").run()
    assert app.dataframe[0].value["unit"].tolist() == ["A (4)", "B (8.5)", "C (1)"]
    assert link(app)["numbers"] == "4,8.5,1"
    app.text_input(key="typed").set_value("ten, 9").run()
    assert not app.exception
    (error,) = app.error
    assert "“ten” is not a number" in error.value
    assert link(app)["numbers"] == "4,8.5,1"
    assert "The numbers before are kept." in error.value
    assert app.text_input(key="typed").value == "ten, 9"
    app.segmented_control(key="look").set_value("beta").run()
    assert "A modern Hopfield" in said(app)
    app.segmented_control(key="look").set_value("maxnet").run()
    assert said(app)
    assert app.text_input(key="typed").value == "4, 8.5, 1"


def test_a_preset_takes_the_place_of_numbers_that_were_refused() -> None:
    app = opened(look="maxnet")
    app.text_input(key="typed").set_value("ten, 9").run()
    assert len(app.error) == 1
    labelled(app, "A winner").click().run()
    assert said(app)
    assert app.text_input(key="typed").value == "10, 9, 7, 3"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "0 numbers are given"),
        ("5", "1 numbers are given"),
        (",".join(["1"] * 21), "21 numbers are given"),
        ("3, -1", "“-1” is below 0"),
        ("0 0", "All numbers are 0"),
        ("1e9 2", "“1e9” is not a number"),
        ("nan 2", "“nan” is not a number"),
        ("² 2", "“²” is not a number"),
        ("9" * 300, "is not a number that can be used"),
    ],
)
def test_bad_numbers_are_answered_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(UnwantedError) as caught:
        competitors.read(text)
    error = caught.value
    answer = words.refusals.numbers_refused(error.given, error.wanted, error.facts)
    assert sentence in answer
    assert len(answer) < 200


@given(st.lists(st.integers(1, 99_999_999).map(lambda n: n / 10_000), min_size=2, max_size=20))
def test_written_numbers_are_read_back(numbers: list[float]) -> None:
    assert competitors.read(competitors.written(numbers)) == numbers


@pytest.mark.parametrize(
    ("query", "n_right"), [({}, "9 of the 9"), ({"learned": "hebb"}, "0 of the 3")]
)
def test_the_sequence_goes_right_or_not(query: dict[str, str], n_right: str) -> None:
    assert f"{n_right} states after the start" in said(opened(look="sequence", **query))


def test_a_closed_sequence_goes_round() -> None:
    text = said(opened(look="sequence", closed="1", begin="7", amount="0"))
    assert "12 of the 12 states after the start" in text


@pytest.mark.parametrize("code", CODES)
def test_pairs_lead_both_ways_if_learned_as_correlated(code: str) -> None:
    text = said(opened(look="pairs", code=code))
    assert "10 of 10 labels and 10 of 10 pictures come out exactly." in text
    by_hebb = said(opened(look="pairs", code=code, learned="hebb"))
    assert "0 of 10 labels and 0 of 10 pictures" in by_hebb


def test_labels_are_patterns_of_their_own() -> None:
    for code in CODES:
        labels = pairs.labels(code)
        assert set(np.unique(labels)) == {-1, 1}
        assert len(np.unique(labels, axis=0)) == 10
    assert np.abs(overlap(pairs.labels("random"), pairs.labels("random")) - np.eye(10)).max() < 0.5


def test_beta_goes_from_the_mean_to_one_memory() -> None:
    soft = said(opened(look="beta", beta="0.001"))
    assert "with the mean of all digits 1.00" in soft
    assert "118 memories have a say" in soft.replace("About 118 of ", "")
    app = opened(look="beta", beta="0.25")
    assert "About 1 of 118 memories" in said(app)
    app.select_slider(key="beta_here").set_value("0.001").run()
    assert "with the mean of all digits 1.00" in said(app)
    assert link(app)["beta"] == "0.001"


def test_one_step_is_the_first_of_the_way_to_the_end() -> None:
    x = first_digits(30)
    memory = ModernHopfield.store(x, 0.02)
    cue = CORRUPTIONS["flip"](x[0], 0.2, RNG(0))
    states = memory.recall(cue).states
    np.testing.assert_allclose(beta.state_after(memory, cue, "one"), states[1], atol=1e-6)
    np.testing.assert_allclose(beta.state_after(memory, cue, "end"), states[-1], atol=1e-6)


def test_the_cosine_does_not_depend_on_contrast() -> None:
    a, b = random_patterns(2, 50, rng=RNG(0))
    assert beta.cosine(a, 0.1 * a) == pytest.approx(1)
    assert beta.cosine(a, -a) == pytest.approx(-1)
    assert beta.cosine(0.3 * a, b) == pytest.approx(float(overlap(a, b[None])[0]))
    assert beta.cosine(a, np.zeros(50)) == 0


SHARED: dict[str, Callable[[], list[Any]]] = {
    "digits": lambda: [stage.one_of_each(0, 128)],
    "spectrum": lambda: _arrays(spectrum._spectrum(Settings(stored=5).recipe)),
    "margins": lambda: _arrays(margins._margins(Settings(stored=5).recipe)),
    "flips": lambda: _arrays(line._way(Settings(stored=5).recipe, 0, 1, 0)),
    "steep": lambda: _arrays(line._way(Settings(stored=5, network="dense").recipe, 0, 1, 0)),
    "straight": lambda: _arrays(line._way(Settings(stored=5, network="modern").recipe, 0, 1, 0)),
    "sweep": lambda: _arrays(
        beta._sweep(
            Settings(stored=5, network="modern").recipe, first_digits(1).tobytes(), 0, "one"
        )
    ),
}


def _arrays(kept: Any) -> list[Any]:
    return [v for v in map(kept.__getattribute__, kept.__slots__) if isinstance(v, np.ndarray)]


@pytest.mark.parametrize("what", SHARED)
def test_what_sessions_share_cannot_be_written(what: str) -> None:
    arrays = SHARED[what]()
    assert arrays
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[..., 0] = 1


def test_powers_of_ten_mark_the_logarithmic_axis() -> None:
    assert spectrum.powers(-118, 62_000, 62) == [-100, 0, 100, 1000, 10_000]
    assert spectrum.powers(-0.4, 0.97, 0.01) == pytest.approx([-0.1, -0.01, 0, 0.01, 0.1])


def test_tiles_lie_at_their_units_places() -> None:
    weights = hebb(first_digits(10))
    picture = tiles.tiles(weights, SIDE)
    assert picture.shape == (784, 784)
    for unit in (0, 29, 400):
        line, column = divmod(unit, SIDE)
        tile = picture[line * SIDE : (line + 1) * SIDE, column * SIDE : (column + 1) * SIDE]
        signs = np.sign(tile.astype(int) - NOTHING).ravel()
        np.testing.assert_array_equal(signs, np.sign(weights[unit]))


def test_missing_tiles_are_empty() -> None:
    picture = tiles.tiles(first_digits(5).astype(float), 3)
    assert picture.shape == (2 * SIDE, 3 * SIDE)
    assert set(np.unique(picture)) == {1, NOTHING, 255}
    assert (picture[SIDE:, 2 * SIDE :] == NOTHING).all()


def test_each_tile_says_what_its_unit_listens_to() -> None:
    weights = np.zeros((784, 784))
    weights[12 + 7 * 28, 13 + 7 * 28] = 0.5
    weights[12 + 7 * 28, 3 + 20 * 28] = -0.25
    data = tiles.of_units(weights)
    assert data["most"][12 + 7 * 28] == (13 + 7 * 28, 0.5)
    assert data["least"][12 + 7 * 28] == (3 + 20 * 28, -0.25)
    assert len(data["most"]) == len(data["least"]) == data["n"] == 784


def test_the_mosaic_is_small_enough_for_a_phone() -> None:
    data = tiles.of_units(hebb(random_patterns(118, 784, rng=RNG(0))))
    assert len(json.dumps(data)) < 1_000_000
