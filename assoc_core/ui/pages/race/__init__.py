"""The Race page: several networks on the same cue, side by side."""

from typing import Any

import streamlit as st

from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.browser.lanes import lanes, racing
from assoc_core.ui.choices import canvas_cue
from assoc_core.ui.choices.entrants import ENTRANTS, entrant, named
from assoc_core.ui.choices.of_pages import MOST_RACERS, Race
from assoc_core.ui.choices.session import change, chosen, publish
from assoc_core.ui.choices.settings import N_STORED, Settings
from assoc_core.ui.model import all_digits
from assoc_core.ui.pages.race.standings import Standings
from assoc_core.ui.trials.tasks import plain
from assoc_core.ui.widgets import controls, cue, more, waiting
from assoc_core.ui.widgets.behind import behind
from assoc_core.ui.widgets.rows import network_row

LECTURE = {
    "racers": "hebb,storkey,pseudoinverse,hamming",
    "all_digits": 0,
    "stored": 118,
    "choice": "first",
    "planted": "",
    "source": "stored",
}
PRESETS: dict[str, dict[str, Any]] = {
    "flips": {**LECTURE, "damage": "flip", "amount": 20},
    "half": {**LECTURE, "damage": "hide_bottom", "amount": 50},
    "all": {
        **LECTURE,
        "racers": "hamming-active,dense-exp,modern-0.25",
        "all_digits": 1,
        "damage": "flip",
        "amount": 20,
    },
}


def body() -> None:
    """All below the title."""
    hidden = more.hidden()
    network_row(_field, _controls)
    with st.container(horizontal=True, key="stage"):
        with st.container(key="cue", width=300):
            given, drawing = _cue(hidden)
            publish(drawing)
            settings, race = chosen().settings, chosen().race
            table = Standings(racing.of_race(plain(settings), race), race.racers)
            at_projector = chosen().view.at_projector
            if not at_projector:
                table.show("results_of_race")
        with st.container(key="show"):
            _show(given, settings, race)
            if at_projector and chosen().view.run:
                table.show("results_at_projector")


def _cue(hidden: set[str]) -> tuple[Bipolar, str]:
    """The controls of the cue and its picture, without a canvas; -> the cue, the URL's drawing."""
    with st.container(horizontal=True):
        if "start" not in hidden:
            controls.start()
        if "damage" not in hidden:
            controls.damage()
    given, drawing = cue.undrawn()
    if "draw" not in hidden:
        with st.container(key="seen", horizontal=True):
            with st.container(gap="xsmall", width="stretch"):
                st.caption(words.race.SEEN)
                st.caption(words.shared.counts(given))
            cue.picture(given)
    return given, drawing


def _show(given: Bipolar, settings: Settings, race: Race) -> None:
    for name in named(race.racers):
        racer = entrant(name, racing.of_race(settings, race))
        if not all_digits.refusal(racer, int((given == 0).sum())):
            waiting.train(racer.recipe)
    lanes.show(settings, race, given, chosen().view)


def _controls() -> None:
    _field()
    controls.start()
    controls.damage()


def _field() -> None:
    """The row of the field: who runs, and how much they have stored."""
    said = {name: words.experiments.memory(name) for name in ENTRANTS}
    controls.several("racers", said, most=MOST_RACERS, wrap=False)
    if chosen().race.all_digits:
        controls.counted(N_STORED)
    else:
        controls.n_stored()
    controls.switch("all_digits", also={"racers": racers_of_all(chosen().race)})
    behind(words.race.PRESETS, _presets, key="presets")


def racers_of_all(race: Race) -> str:
    """Who runs after the switch: MAXNET with 1/active, where it is switched on to so many."""
    if race.all_digits:
        return race.racers
    names = ["hamming-active" if name == "hamming" else name for name in named(race.racers)]
    return ",".join(dict.fromkeys(names))


def _presets() -> None:
    for name, text in words.race.PRESET.items():
        st.button(text, on_click=_set, args=(PRESETS[name],))


def _set(preset: dict[str, Any]) -> None:
    """A preset starts from its digit, whatever was drawn."""
    change(**preset)
    canvas_cue.wipe()
