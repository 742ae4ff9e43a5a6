"""The Limits page: how much a network can store, how much damage it mends, and what it invents."""

from typing import TypeAlias

import streamlit as st

from assoc_core.ui import controls, cue, experiments, link, more, texts
from assoc_core.ui import texts_limits as own
from assoc_core.ui.entrants import ENTRANTS, named
from assoc_core.ui.pages.limits.basin import Basin
from assoc_core.ui.pages.limits.cliff import Cliff
from assoc_core.ui.pages.limits.ghosts import Ghosts
from assoc_core.ui.pages.limits.unknown import Unknown
from assoc_core.ui.settings import CHOICES, KINDS, MAX_SEED, MOST_MEMORIES, RANGES, Limits, Settings
from assoc_core.ui.texts_experiments import memory as memory_name
from assoc_core.ui.trials import plain

STATE = st.session_state
Experiment: TypeAlias = Cliff | Basin | Ghosts | Unknown


def body() -> None:
    """All below the title."""
    at_projector = STATE.mode == "projector"
    with st.container(horizontal=True, vertical_alignment="bottom", key="experiment_row"):
        controls.segments("experiment", own.EXPERIMENT, own.EXPERIMENTS, wrap=True)
        more.popover(CONTROLS[STATE.experiment])
    _, settings = cue.undrawn()
    with st.container(horizontal=True, key="laboratory"):
        if not at_projector and "network" not in more.hidden():
            with st.container(key="choices", width=300, gap="small"):
                CONTROLS[STATE.experiment]()
        with st.container(key="results_at_projector" if at_projector else "results"):
            if not at_projector:
                st.markdown(own.ABOUT[STATE.experiment])
            settings = link.settings(settings.drawing)
            link.publish(settings)
            _run(_experiment(settings, link.chosen(Limits)))


def _experiment(settings: Settings, limits: Limits) -> Experiment:
    if limits.experiment == "cliff":
        return Cliff(plain(settings), limits)
    if limits.experiment == "basin":
        return Basin(plain(settings), limits, min(settings.digit, settings.n_patterns - 1))
    return (Ghosts if limits.experiment == "ghosts" else Unknown)(plain(settings), limits)


def _run(experiment: Experiment) -> None:
    experiments.run(experiment.tasks(), experiment.draw, experiment.rows)


def _cliff() -> None:
    _memories()
    controls.several("kinds", own.PATTERNS, {kind: own.KIND[kind] for kind in KINDS})
    _damage()
    _cues()
    controls.segments("measure", own.MEASURE, own.MEASURES, help=own.HELP_MEASURE)
    memory, kinds = memory_name(named(STATE.memories)[0]), named(STATE.kinds)
    help_guess = own.guess_help(memory, "first" if "first" in kinds else kinds[0])
    st.slider(own.GUESS, *RANGES["guess"], key="guess", help=help_guess)


def _basin() -> None:
    _memories()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _stored()
        _seed()
    controls.several("damages", own.DAMAGES, texts.DAMAGE)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        controls.segments("of_all", own.DAMAGED, own.OF_ALL)
        if not STATE.of_all:
            st.number_input(own.ONE, 0, link.settings().n_patterns - 1, key="digit", width=110)
    _cues()
    controls.segments("measure", own.MEASURE, own.MEASURES, help=own.HELP_MEASURE)


def _ghosts() -> None:
    controls.network()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _cues(own.STARTS)
        _seed()


def _unknown() -> None:
    _memories("networks")
    _stored()
    controls.segments("half", own.HALF, own.HALVES)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.slider(own.MISSING_SHARE, *RANGES["missing"], key="missing", width=150)
        _seed()
    _cues()
    controls.segments("measure", own.MEASURE, own.MEASURES, help=own.HELP_MEASURE)


CONTROLS = {"cliff": _cliff, "basin": _basin, "ghosts": _ghosts, "unknown": _unknown}


def _memories(setting: str = "memories") -> None:
    words = {name: memory_name(name) for name in ENTRANTS}
    controls.several(setting, own.MEMORIES, words, most=MOST_MEMORIES)


def _stored() -> None:
    low, high = RANGES["stored"]
    st.number_input(texts.N_STORED, low, high, key="stored", help=texts.HELP_STORED, width=150)


def _damage() -> None:
    controls.choice("damage", "Damage", texts.DAMAGE, help=texts.HELP_DAMAGE)
    _amount()


def _amount() -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.slider("Amount, %", *RANGES["amount"], key="amount", width=150)
        _seed()


def _seed() -> None:
    st.number_input("Seed", 0, MAX_SEED, key="seed", help=texts.HELP_SEED, width=125)


def _cues(label: str = own.CUES) -> None:
    controls.segments("cues", label, {cues: cues for cues in CHOICES["cues"]})
