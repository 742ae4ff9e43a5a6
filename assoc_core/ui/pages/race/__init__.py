"""The Race page: several networks on the same cue, side by side."""

from typing import Any

import streamlit as st

from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.browser.lanes import lanes, racing
from assoc_core.ui.browser.sheet import sheet
from assoc_core.ui.choices import link
from assoc_core.ui.choices.entrants import ENTRANTS
from assoc_core.ui.choices.settings import MOST_RACERS, N_STORED, Race, Settings
from assoc_core.ui.pages.race.standings import Standings
from assoc_core.ui.trials.tasks import plain
from assoc_core.ui.widgets import controls, cue, more

STATE = st.session_state
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
    with st.container(horizontal=True, vertical_alignment="bottom", key="network_row"):
        with st.container(horizontal=True, vertical_alignment="bottom", key="network_controls"):
            if "network" not in hidden:
                _field()
        if "more" not in hidden:
            more.popover(_controls)
    with st.container(horizontal=True, key="stage"):
        with st.container(key="cue", width=300):
            given, settings = _cue(hidden)
            link.publish(settings)
            table = Standings(racing.of_race(plain(settings), link.chosen(Race)), STATE.racers)
            if STATE.mode == "desk":
                table.show("results_of_race")
        with st.container(key="show"):
            lanes.show(settings, link.chosen(Race), given, link.view())
            if STATE.mode == "projector" and STATE.run:
                table.show("results_at_projector")
    if STATE.pop("show_sheet", False):
        sheet.dialog()


def _cue(hidden: set[str]) -> tuple[Bipolar, Settings]:
    """The controls of the cue and its picture, without a canvas; -> the cue, and all settings."""
    with st.container(horizontal=True):
        if "start" not in hidden:
            controls.start()
        if "damage" not in hidden:
            controls.damage()
    given, settings = cue.undrawn()
    if "draw" not in hidden:
        with st.container(key="seen", horizontal=True):
            with st.container(gap="xsmall", width="stretch"):
                st.caption(words.race.SEEN)
                st.caption(words.shared.counts(given))
            cue.picture(given)
    return given, settings


def _controls() -> None:
    _field()
    controls.start()
    controls.damage()


def _field() -> None:
    """The row of the field: who runs, and how much they have stored."""
    of_entrants = {name: words.experiments.memory(name) for name in ENTRANTS}
    controls.several("racers", words.race.RACERS, of_entrants, most=MOST_RACERS, wrap=False)
    if STATE.all_digits:
        st.number_input(words.shared.N_STORED, value=N_STORED, width=140, disabled=True)
    else:
        controls.n_stored()
    STATE.all_on = bool(STATE.all_digits)
    st.toggle(words.race.ALL_DIGITS, key="all_on", on_change=_switch, help=words.race.HELP_ALL)
    with st.popover(words.race.PRESETS):
        for name, text in words.race.PRESET.items():
            st.button(text, on_click=_set, args=(PRESETS[name],))


def _switch() -> None:
    STATE.all_digits = int(STATE.all_on)


def _set(preset: dict[str, Any]) -> None:
    """A preset starts from its digit, whatever was drawn."""
    for name, value in preset.items():
        STATE[name] = value
    link.wipe()
