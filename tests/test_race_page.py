"""The Race page without a browser: presets, links, and what is sent to the lanes."""

import json
from dataclasses import asdict
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from assoc_core.ui import words
from assoc_core.ui.choices.codec import encode
from assoc_core.ui.choices.of_pages import Race
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.pages.race import PRESETS
from tests.samples import PAGE, first_digits, link, open_all, sent
from tests.test_app import draw


@pytest.fixture
def app() -> AppTest:
    app = AppTest.from_file(PAGE, default_timeout=60)
    app.query_params["page"] = "race"
    return app


def raced(app: AppTest) -> dict[str, Any]:
    """What the page has sent to the lanes; fails if the page shows an error."""
    return sent(app, "race_lanes")


def verdicts(app: AppTest) -> dict[str, str]:
    """How each racer ended."""
    return {lane["name"]: lane["ending"]["verdict"] for lane in raced(app)["lanes"]}


def press(app: AppTest, preset: str) -> AppTest:
    """One of the examples."""
    open_all(app)
    app.run()
    (button,) = (b for b in app.button if b.label == words.race.PRESET[preset])
    return button.click().run()


def test_the_start_is_the_lectures_task(app: AppTest) -> None:
    assert verdicts(app.run()) == {
        "hebb": "spurious",
        "storkey": "other",
        "pseudoinverse": "stored",
        "hamming": "stored",
    }
    starts = {lane["start"] for lane in raced(app)["lanes"]}
    assert len(starts) == 1
    assert {name: link(app)[name] for name in asdict(Race())} == Race().to_query()


def test_each_preset_is_its_link(app: AppTest) -> None:
    press(app.run(), "half")
    assert link(app)["damage"] == "hide_bottom"
    assert verdicts(app)["pseudoinverse"] == "stored"
    copied = AppTest.from_file(PAGE, default_timeout=60)
    for name, value in link(app).items():
        copied.query_params[name] = value
    assert raced(copied.run())["id"] == raced(app)["id"]


def test_all_digits_are_raced_and_not_sent(app: AppTest) -> None:
    app.run()
    whole = press(app, "all")
    assert verdicts(whole) == {
        "hamming-active": "stored",
        "dense-exp": "stored",
        "modern-0.25": "stored",
    }
    data = raced(whole)
    assert data["computed"]["p"] == 60_000
    assert len(json.dumps(data)) < 100_000
    press(whole, "flips")
    assert link(app)["all_digits"] == "0"
    assert raced(app)["computed"]["p"] == 118


def test_a_rule_that_cannot_learn_all_says_so(app: AppTest) -> None:
    app.query_params["all_digits"] = "1"
    app.query_params["racers"] = "storkey"
    (lane,) = raced(app.run())["lanes"]
    assert lane["refusal"] == "rule"


def test_with_all_digits_maxnet_follows_the_active_units(app: AppTest) -> None:
    app.query_params["racers"] = "hebb,hamming"
    app.run()
    app.toggle(key="all_digits").set_value(True).run()
    assert link(app)["racers"] == "hebb,hamming-active"
    assert verdicts(app)["hamming-active"] == "stored"


def test_racers_are_chosen_and_one_stays(app: AppTest) -> None:
    app.run()
    app.multiselect(key="racers_list").set_value(["modern-0.25", "hebb"]).run()
    assert list(verdicts(app)) == ["modern-0.25", "hebb"]
    assert link(app)["racers"] == "modern-0.25,hebb"
    app.multiselect(key="racers_list").set_value([]).run()
    assert list(verdicts(app)) == ["modern-0.25", "hebb"]


def test_a_drawing_comes_along_from_recall_and_a_preset_drops_it(app: AppTest) -> None:
    app.query_params["page"] = "recall"
    app.run()
    drawn = first_digits(2)[1]
    draw(app, drawn)
    app.run()
    app.segmented_control(key="page").set_value("race").run()
    assert decoded(app) == encode(drawn)
    press(app, "flips")
    assert "drawing" not in link(app)
    assert verdicts(app)["hamming"] == "stored"


def decoded(app: AppTest) -> str:
    """The cue of the first lane, as a link has it."""
    start = raced(app)["lanes"][0]["start"]
    return encode(np.array(["-0+".index(sign) - 1 for sign in start], dtype=np.int8))


def test_junk_gives_sentences_and_the_usual_race(app: AppTest) -> None:
    for name in asdict(Race()):
        app.query_params[name] = "<b>junk</b>"
    assert verdicts(app.run())["hebb"] == "spurious"
    (warning,) = app.warning
    assert warning.value.count("wanted is") == len(asdict(Race()))


def test_controls_can_be_hidden(app: AppTest) -> None:
    app.query_params["hide"] = "network,start,damage,draw,more"
    raced(app.run())
    assert not app.multiselect
    assert not app.selectbox
    assert [button.key for button in app.button] == ["start"]  # of the table


def test_the_table_starts_when_the_link_says_so(app: AppTest) -> None:
    app.query_params["run"] = "1"
    app.query_params["racers"] = "hebb,hamming"
    raced(app.run())
    assert "stop" in [button.key for button in app.button]
    (table,) = (m.value for m in app.markdown if "| Hebb |" in m.value)
    assert "| Hamming |" in table
    app.button(key="stop").click().run()
    assert link(app)["run"] == "0"


def test_presets_are_settings() -> None:
    for preset in PRESETS.values():
        assert set(preset) <= set(asdict(Settings())) | set(asdict(Race()))
    assert set(PRESETS) == set(words.race.PRESET)
