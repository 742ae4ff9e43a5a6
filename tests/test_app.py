"""The page without a browser: Streamlit's AppTest runs the script, no JavaScript."""

import base64
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from assoc_core import hebb, mnist
from assoc_core.types import Bipolar
from assoc_core.ui.choices.codec import as_text, decode
from assoc_core.ui.choices.of_pages import View
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model.kept import kept
from assoc_core.ui.pictures import images
from tests.samples import CHOICES, PAGE, first_digits, link, sent


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(PAGE, default_timeout=30)


def shown(app: AppTest) -> dict[str, Any]:
    """What the page has sent to the player; fails if the page shows an error."""
    return sent(app, "recall_player")


def draw(app: AppTest, cue: Bipolar) -> None:
    """Put a drawing in as the canvas reports it."""
    big = np.kron(images.rgb(cue), np.ones((10, 10, 1), dtype=np.uint8))
    drawing = {"raw": {"objects": [{}]}, "data": images.png_url(big)}
    app.session_state["canvas"] = {"drawing": drawing}


def test_the_start_is_a_digit_ready_to_be_recalled(app: AppTest) -> None:
    data = shown(app.run())
    own = as_text(first_digits(1)[0])
    assert sum(a != b for a, b in zip(data["start"], own, strict=True)) == 157  # 20 % of 784
    assert len(data["labels"]) == 118
    assert data["ending"]["verdict"] == "stored"
    assert link(app) == {**Settings().to_query(), **View().to_query()}


@pytest.mark.parametrize("network", CHOICES["network"])
def test_each_network_recalls_the_digit(app: AppTest, network: str) -> None:
    app.run()
    data = shown(app.selectbox(key="network").set_value(network).run())
    assert data["ending"]["verdict"] == "stored"
    assert link(app)["network"] == network


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [
        ("hebb", "spurious"),
        ("storkey", "other"),
        ("pseudoinverse", "stored"),
        ("perceptron", "stored"),
    ],
)
def test_each_rule_ends_as_measured(app: AppTest, rule: str, verdict: str) -> None:
    app.run()
    assert shown(app.selectbox(key="rule").set_value(rule).run())["ending"]["verdict"] == verdict


@pytest.mark.parametrize("power", CHOICES["power"])
def test_each_power_has_its_energy(app: AppTest, power: str) -> None:
    app.query_params["network"] = "dense"
    app.query_params["power"] = power
    data = shown(app.run())
    assert data["energy"] == sorted(data["energy"], reverse=True)
    assert data["ending"]["verdict"] == ("stored" if power in ("20", "30", "exp") else "spurious")


@pytest.mark.parametrize(("beta", "verdict"), [("0.001", "spurious"), ("0.25", "stored")])
def test_beta_goes_from_the_mean_to_one_memory(app: AppTest, beta: str, verdict: str) -> None:
    app.query_params["network"] = "modern"
    app.query_params["beta"] = beta
    data = shown(app.run())
    assert data["ending"]["verdict"] == verdict
    assert len(data["activity"][-1][0]) == (118 if beta == "0.001" else 1)


def test_an_inhibition_that_follows_the_active_units_is_faster(app: AppTest) -> None:
    app.query_params["network"] = "hamming"
    slow = shown(app.run())
    fast = shown(app.selectbox(key="epsilon").set_value("1/active").run())
    assert slow["ending"]["verdict"] == fast["ending"]["verdict"] == "stored"
    assert len(fast["changes"]) < len(slow["changes"]) / 2


def test_at_a_temperature_the_energy_may_rise(app: AppTest) -> None:
    app.query_params["temperature"] = "1"
    data = shown(app.run())
    assert data["ending"]["verdict"] == "step limit"
    assert data["energy"] != sorted(data["energy"], reverse=True)


@pytest.mark.parametrize("choice", CHOICES["choice"])
def test_each_choice_of_digits(app: AppTest, choice: str) -> None:
    app.query_params["choice"] = choice
    data = shown(app.run())
    expected = {"each": tuple(range(10)), "picked": (5, 0, 4)}
    if choice in expected:
        assert tuple(data["labels"]) == expected[choice]
    else:
        assert len(data["labels"]) == 118
    assert set(data["labels"]) <= ({0, 1} if choice == "classes" else set(range(-1, 10)))
    assert data["ending"]["verdict"] == ("spurious" if choice == "classes" else "stored")


def test_a_planted_drawing_is_recalled_and_can_be_forgotten(app: AppTest) -> None:
    app.query_params["source"] = "unseen"
    app.query_params["amount"] = "0"
    assert shown(app.run())["ending"]["verdict"] == "spurious"
    (plant,) = (button for button in app.button if button.label == "Plant")
    data = shown(plant.click().run())
    assert len(data["labels"]) == 119
    assert data["ending"]["verdict"] == "stored"
    assert len(link(app)["planted"]) == 210
    (forget,) = (button for button in app.button if button.label == "Forget")
    data = shown(forget.click().run())
    assert len(data["labels"]) == 118
    assert "planted" not in link(app)


def test_a_question_about_a_pixel_brings_its_weights(app: AppTest) -> None:
    app.query_params["why"] = "351"
    app.query_params["rule"] = "hebb"
    why = shown(app.run())["why"]
    row = np.frombuffer(base64.b64decode(why["row"]), "<f8")
    np.testing.assert_array_equal(row, hebb(first_digits(118))[351])


def test_hidden_parts_are_not_shown(app: AppTest) -> None:
    app.query_params["hide"] = "network,damage"
    shown(app.run())
    assert {box.key for box in app.selectbox} == {"source", "digit_class"}


def test_a_choice_survives_a_visit_to_the_other_network(app: AppTest) -> None:
    app.run()
    app.selectbox(key="rule").set_value("hebb").run()
    app.selectbox(key="network").set_value("hamming").run()
    app.selectbox(key="network").set_value("hopfield").run()
    assert app.selectbox(key="rule").value == "hebb"
    assert shown(app)["ending"]["verdict"] == "spurious"


@pytest.mark.parametrize("order", CHOICES["order"])
def test_each_order(app: AppTest, order: str) -> None:
    app.query_params["order"] = order
    app.query_params["amount"] = "10"
    assert shown(app.run())["ending"]["verdict"] == "stored"


@pytest.mark.parametrize("damage", CHOICES["damage"])
@pytest.mark.parametrize("amount", [0, 50, 100])
def test_each_damage_at_any_amount(app: AppTest, damage: str, amount: int) -> None:
    app.query_params["damage"] = damage
    app.query_params["amount"] = str(amount)
    data = shown(app.run())
    changed = sum(a != b for a, b in zip(data["start"], as_text(first_digits(1)[0]), strict=True))
    assert changed <= 784 * amount / 100
    if amount == 0:
        assert (changed, data["ending"]["verdict"]) == (0, "stored")
    if damage in ("flip", "hide"):
        assert changed == 784 * amount // 100


def test_a_drawing_becomes_the_cue_and_the_link_keeps_it(app: AppTest) -> None:
    app.run()
    cue = first_digits(2)[1].copy()
    cue[:392] = 0
    draw(app, cue)
    data = shown(app.run())
    assert data["start"] == as_text(cue)
    np.testing.assert_array_equal(decode(link(app)["drawing"]), cue)

    copied = AppTest.from_file(PAGE, default_timeout=30)
    for name, value in link(app).items():
        copied.query_params[name] = value
    assert shown(copied.run())["id"] == data["id"]


@pytest.mark.parametrize("network", CHOICES["network"])
@pytest.mark.parametrize("fill", [-1, 0, 1])
def test_an_empty_or_full_canvas_gives_a_sane_result(app: AppTest, network: str, fill: int) -> None:
    app.query_params["network"] = network
    app.run()
    draw(app, np.full(784, fill, dtype=np.int8))
    data = shown(app.run())
    assert data["ending"]["verdict"]


@pytest.mark.parametrize("network", CHOICES["network"])
def test_a_single_dot_gives_a_sane_result(app: AppTest, network: str) -> None:
    app.query_params["network"] = network
    app.query_params["source"] = "black"
    app.run()
    dot = np.full(784, -1, dtype=np.int8)
    dot[400] = 1
    draw(app, dot)
    assert shown(app.run())["ending"]["verdict"]


def test_clear_empties_the_canvas(app: AppTest) -> None:
    app.run()
    data = shown(app.button[0].click().run())
    assert data["start"] == "-" * 784
    assert link(app)["source"] == "black"


def test_another_digit_replaces_the_drawing(app: AppTest) -> None:
    app.query_params["drawing"] = "A" * 210
    assert shown(app.run())["start"] == "-" * 784
    data = shown(app.number_input(key="digit").set_value(3).run())
    assert data["target"] == 3
    assert "drawing" not in link(app)


def test_junk_in_every_parameter_gives_sentences_and_the_usual_page(app: AppTest) -> None:
    names = [field.name for kind in (Settings, View) for field in fields(kind)]
    for name in names:
        app.query_params[name] = "<b>junk</b>"
    assert shown(app.run())["ending"]["verdict"] == "stored"
    (warning,) = app.warning
    assert warning.value.count("wanted is") == len(names)
    assert not app.run().warning


def test_fewer_digits_than_the_chosen_one(app: AppTest) -> None:
    app.query_params["digit"] = "100"
    app.run()
    data = shown(app.number_input(key="stored").set_value(10).run())
    assert data["target"] == 9


def test_a_missing_file_is_named_with_its_remedy(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(split: str) -> mnist.Digits:
        return mnist_load(split, Path("nowhere"))

    mnist_load = mnist.load
    monkeypatch.setattr(mnist, "load", missing)
    for name in ("digits", "_trained"):  # as in a server that has kept nothing yet
        monkeypatch.setattr(compute, name, kept(2)(getattr(compute, name).__wrapped__))
    app.run()
    assert not app.exception
    assert "train-images-idx3-ubyte.gz" in app.error[0].value
    assert "git checkout" in app.error[0].value
