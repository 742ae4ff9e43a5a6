"""The Limits page without a browser: its tasks, its tables, its charts."""

from dataclasses import asdict, replace
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from assoc_core.study.rates import Rate
from assoc_core.ui import words
from assoc_core.ui.choices.entrants import ENTRANTS
from assoc_core.ui.choices.of_pages import Limits
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.pages.limits.basin import AMOUNTS, Basin
from assoc_core.ui.pages.limits.cliff import LOADS, Cliff
from assoc_core.ui.pages.limits.ghosts import Ghosts
from assoc_core.ui.pages.limits.unknown import Unknown
from assoc_core.ui.widgets import charts
from assoc_core.ui.widgets.experiment import csv_text
from tests.samples import CHOICES, PAGE, choose, link

FEW = Limits(cues="20", memories="hebb,hamming", kinds="first")


@pytest.fixture
def app() -> AppTest:
    app = AppTest.from_file(PAGE, default_timeout=60)
    app.query_params["page"] = "limits"
    return app


def run(experiment: Any) -> dict[Any, Any]:
    return {task: task.run() for task in experiment.tasks()}


@pytest.mark.parametrize("experiment", CHOICES["experiment"])
def test_each_experiment_opens_and_offers_to_start(app: AppTest, experiment: str) -> None:
    app.query_params["experiment"] = experiment
    app.query_params["seed"] = "4711"  # of which no other test has had anything computed
    app.run()
    assert not app.exception
    assert not app.error
    assert not app.warning
    assert [button.label for button in app.button if button.key == "start"] == ["Start"]
    assert (link(app)["experiment"], link(app)["page"]) == (experiment, "limits")


def test_one_memory_stays(app: AppTest) -> None:
    app.query_params["memories"] = "hamming"
    app.run()
    app.multiselect(key="memories_list").set_value([]).run()
    assert not app.exception
    assert link(app)["memories"] == "hamming"
    app.multiselect(key="memories_list").set_value(["hamming", "dense-3"]).run()
    assert link(app)["memories"] == "hamming,dense-3"


def test_turning_the_page_keeps_the_choices_and_stops(app: AppTest) -> None:
    app.query_params["memories"] = "hamming"
    app.query_params["seed"] = "7"
    app.run()
    choose(app, run=1)
    app.button_group(key="page").set_value("recall").run()
    assert not app.exception
    assert (link(app)["seed"], link(app)["run"]) == ("7", "0")
    assert "memories" not in link(app)
    app.button_group(key="page").set_value("limits").run()
    assert link(app)["memories"] == "hamming"


def test_the_cliff_of_the_lecture() -> None:
    experiment = Cliff(Settings(), FEW)
    rows = experiment.rows(run(experiment))
    exact = {(row["memory"], row["P"]): row["exact"] for row in rows}
    assert exact["hebb", 2] == 1
    assert all(exact["hebb", load] == 0 for load in LOADS[1:])
    assert all(exact["hamming", load] == 1 for load in LOADS)


def test_a_point_adds_up_its_batches() -> None:
    experiment = Cliff(Settings(), replace(FEW, cues="200", kinds="random"))
    results = {task: Rate(20, n % 2) for n, task in enumerate(experiment.tasks())}
    rows = experiment.rows(results)
    assert {row["cues"] for row in rows} == {200}
    assert len(rows) == 2 * len(LOADS)
    few = dict(list(results.items())[: 2 * len(LOADS) + 3])
    assert sorted({row["cues"] for row in experiment.rows(few)}) == [20, 40]


def test_every_row_tells_all_that_was_set() -> None:
    experiment = Basin(Settings(seed=3), replace(FEW, damages="flip"), digit=4)
    rows = experiment.rows(dict.fromkeys(experiment.tasks(), Rate(20, 5)))
    assert len(rows) == 2 * len(AMOUNTS)
    assert asdict(Settings()).keys() <= rows[0].keys()
    assert {(row["seed"], row["damage"], row["percent"] == row["amount"]) for row in rows} == {
        (3, "flip", True)
    }


@pytest.mark.parametrize("digit", [4, None])
def test_one_digit_or_all(digit: int | None) -> None:
    points = Basin(Settings(), FEW, digit).points()
    assert {batch.digit for point in points for batch in point.batches} == {digit}


def test_unknown_is_better_than_black() -> None:
    limits = Limits(cues="200", networks="pseudoinverse,hamming")
    experiment = Unknown(Settings(), limits)
    rows = experiment.rows(run(experiment))
    exact = {(row["memory"], row["panel"]): row["exact"] for row in rows}
    assert exact["pseudoinverse", "hide"] == exact["hamming", "hide"] == 1
    assert exact["pseudoinverse", "blank"] < 0.3
    assert 0.6 < exact["hamming", "blank"] < 0.9


def test_ghosts_are_grouped_and_counted() -> None:
    experiment = Ghosts(Settings(rule="hebb", stored=2), FEW)
    results = run(experiment)
    rows = experiment.rows(results)
    counts = [row["starts"] for row in rows]
    assert sum(counts) == 20
    assert counts == sorted(counts, reverse=True)
    assert len({row["state"] for row in rows}) == len(rows) < 20
    assert {"stored", "reversed"} <= {row["ending"] for row in rows}


def test_csv_has_a_column_for_everything() -> None:
    text = csv_text([{"a": 1, "b": "x,y"}, {"a": 2, "c": 3}])
    assert text == 'a,b,c\n1,"x,y",\n2,,3\n'


def test_every_entrant_has_a_name_of_its_own() -> None:
    assert len({words.experiments.memory(name) for name in ENTRANTS}) == len(ENTRANTS)


def luminance(colour: str) -> float:
    parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(parts <= 0.03928, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("colour", [*charts.COLOURS, charts.GREY])
@pytest.mark.parametrize("page", ["#ffffff", "#11161d"])
def test_colours_can_be_seen_on_both_pages(colour: str, page: str) -> None:
    low, high = sorted((luminance(colour), luminance(page)))
    assert (high + 0.05) / (low + 0.05) >= 3
