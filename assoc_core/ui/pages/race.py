"""The Race page: several networks on the same cue, side by side."""

from typing import Any

import streamlit as st

from assoc_core.types import Bipolar
from assoc_core.ui import compute, controls, cue, link, more, texts, texts_race
from assoc_core.ui.entrants import ENTRANTS, named
from assoc_core.ui.lanes import lanes, racing
from assoc_core.ui.settings import MOST_RACERS, N_STORED, Race, Settings

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
            more.popover(_field)
    with st.container(horizontal=True, key="stage"):
        given, settings = _cue(hidden)
        with st.container(key="show"):
            link.publish(settings)
            _show(given, settings)
    if STATE.pop("show_sheet", False):
        more.contact_sheet()


def _cue(hidden: set[str]) -> tuple[Bipolar, Settings]:
    """The column of the cue, without a canvas; -> the cue, and all settings."""
    with st.container(key="cue", width=300):
        if "start" not in hidden:
            with st.container(horizontal=True):
                controls.start()
        if "damage" not in hidden:
            with st.container(horizontal=True):
                controls.damage()
        given, settings = cue.undrawn()
        if "draw" not in hidden:
            with st.container(key="seen", gap="xsmall"):
                cue.seen(given, texts_race.SEEN)
    return given, settings


def _show(given: Bipolar, settings: Settings) -> None:
    race = link.chosen(Race)
    n_patterns = racing.of_race(settings, race).n_patterns
    computed = texts_race.computed(n_patterns, settings, given, compute.start(settings))
    lanes.show(racing.lanes(settings, race, given), race.clock, link.view(), computed)


def _field() -> None:
    """The row of the field: who runs, and how much they have stored."""
    STATE.racer_names = named(STATE.racers)
    st.multiselect(
        texts_race.RACERS,
        list(ENTRANTS),
        key="racer_names",
        format_func=texts_race.racer,
        max_selections=MOST_RACERS,
        wrap=False,
        on_change=_choose,
    )
    if STATE.all_digits:
        st.number_input(texts.N_STORED, value=N_STORED, width=140, disabled=True)
    else:
        controls.n_stored()
    STATE.all_on = bool(STATE.all_digits)
    st.toggle(texts_race.ALL_DIGITS, key="all_on", on_change=_switch, help=texts_race.HELP_ALL)
    with st.popover(texts_race.PRESETS):
        for name, text in texts_race.PRESET.items():
            st.button(text, on_click=_set, args=(PRESETS[name],))


def _choose() -> None:
    """Keep who was chosen; one at least."""
    if STATE.racer_names:
        STATE.racers = ",".join(STATE.racer_names)


def _switch() -> None:
    STATE.all_digits = int(STATE.all_on)


def _set(preset: dict[str, Any]) -> None:
    """A preset starts from its digit, whatever was drawn."""
    for name, value in preset.items():
        STATE[name] = value
    link.wipe()
