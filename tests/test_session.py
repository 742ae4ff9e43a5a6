"""One value of choices a run: read once, changed by widgets, written back, never forged."""

import pytest
from streamlit.testing.v1 import AppTest

from assoc_core.ui import words
from assoc_core.ui.choices.settings import Settings
from tests.samples import PAGE, choose, link, open_all, sent


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(PAGE, default_timeout=60)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """All Settings that are made."""
    made: list[Settings] = []
    check = Settings.__post_init__

    def count(settings: Settings) -> None:
        made.append(settings)
        check(settings)

    monkeypatch.setattr(Settings, "__post_init__", count)
    return made


def n_built(app: AppTest, built: list[Settings]) -> int:
    """How many Settings the next run makes."""
    built.clear()
    app.run()
    assert not app.exception
    return len(built)


def test_a_run_of_the_recall_page_builds_its_settings_once(
    app: AppTest, built: list[Settings]
) -> None:
    app.query_params["rule"] = "hebb"
    app.run()
    assert n_built(app, built) == 0  # nothing has changed
    app.selectbox(key="rule").set_value("storkey")
    assert n_built(app, built) == 1
    app.number_input(key="digit").set_value(7)
    assert n_built(app, built) == 1
    app.query_params["seed"] = "5"
    assert n_built(app, built) == 1
    assert (link(app)["rule"], link(app)["digit"], link(app)["seed"]) == ("storkey", "7", "5")


def test_reading_the_url_trains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def script() -> None:
        import streamlit as st

        from assoc_core.ui.choices.session import adopt_url, chosen

        refused = adopt_url()
        st.text(f"{chosen().settings.rule} {len(refused)}")

    def trained(*_: object) -> None:
        raise AssertionError("trained while the URL was read")

    for name in ("trained", "cue", "start", "digits"):
        monkeypatch.setattr(f"assoc_core.ui.model.compute.{name}", trained)
    app = AppTest.from_function(script)
    app.query_params["rule"] = "perceptron"
    app.query_params["seed"] = "junk"
    app.run()
    assert not app.exception
    assert app.text[0].value == "perceptron 1"


def press(app: AppTest, label: str) -> AppTest:
    open_all(app)
    app.run()
    (button,) = (button for button in app.button if button.label == label)
    return button.click().run()


@pytest.mark.parametrize("page", ["recall", "limits", "race", "inside"])
def test_digits_are_picked_on_every_page(app: AppTest, page: str) -> None:
    app.query_params["page"] = page
    app.query_params["choice"] = "picked"
    press(app, words.shared.PICK)
    assert sent(app, "contact_sheet")["picked"] == [0, 1, 2]
    app.run()  # and the dialog does not come again by itself
    assert not [e for e in app.get("bidi_component") if "sheet" in e.proto.component_name]


def test_basin_has_a_digit_of_its_own(app: AppTest) -> None:
    app.query_params["source"] = "unseen"
    app.query_params["digit"] = "5000"
    app.run()
    app.button_group(key="page").set_value("limits").run()
    choose(app, experiment="basin", of_all=0)
    app.run()
    assert app.number_input(key="meant").value == 0
    assert words.limits.unseen_is_not_stored(5000) in [c.value for c in app.caption]
    app.number_input(key="meant").set_value(3).run()
    assert (link(app)["meant"], link(app)["digit"], link(app)["source"]) == ("3", "5000", "unseen")
    app.button_group(key="page").set_value("recall").run()
    assert app.number_input(key="digit").value == 5000


def test_basin_damages_the_stored_digit_of_an_old_link(app: AppTest) -> None:
    for name, value in {"page": "limits", "experiment": "basin", "of_all": "0"}.items():
        app.query_params[name] = value
    app.query_params["digit"] = "7"
    app.run()
    assert not app.exception
    assert app.number_input(key="meant").value == 7


def test_no_experiment_has_a_temperature(app: AppTest) -> None:
    for name, value in {"page": "limits", "experiment": "ghosts", "temperature": "0.3"}.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    assert not app.selectbox(key="order").disabled
    assert words.experiments.COLD in [caption.value for caption in app.caption]
    assert link(app)["temperature"] == "0.3"  # it is kept for the Recall page


FORGED = ["x", -1, 10**12, None, 2.5, True, [1] * 50_000, {"a": 1}]


@pytest.mark.parametrize("k", range(len(FORGED)))
def test_a_forged_value_changes_nothing(k: int) -> None:
    def script(value: object) -> None:
        import streamlit as st

        from assoc_core.ui.choices.session import adopt_url, chosen, take

        adopt_url()
        before = chosen()
        for name in ("rule", "digit", "seed", "page", "why", "tile", "clock", "picked"):
            take(name, value)
        st.text(str(chosen() is before))

    app = AppTest.from_function(script, args=(FORGED[k],)).run()
    assert not app.exception
    assert app.text[0].value == "True"
