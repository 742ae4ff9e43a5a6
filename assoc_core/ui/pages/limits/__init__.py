"""The Limits page: how much a network can store, how much damage it mends, and what it invents."""

from typing import TypeAlias

import streamlit as st

from assoc_core.ui import words
from assoc_core.ui.choices import link
from assoc_core.ui.choices.entrants import ENTRANTS, named
from assoc_core.ui.choices.settings import (
    CHOICES,
    KINDS,
    MAX_SEED,
    MOST_MEMORIES,
    RANGES,
    Limits,
    Settings,
)
from assoc_core.ui.pages.limits.basin import Basin
from assoc_core.ui.pages.limits.cliff import Cliff
from assoc_core.ui.pages.limits.ghosts import Ghosts
from assoc_core.ui.pages.limits.unknown import Unknown
from assoc_core.ui.trials import runner as experiments
from assoc_core.ui.trials.tasks import plain
from assoc_core.ui.widgets import controls, cue, more

STATE = st.session_state
Experiment: TypeAlias = Cliff | Basin | Ghosts | Unknown


def body() -> None:
    """All below the title."""
    at_projector = STATE.mode == "projector"
    with st.container(horizontal=True, vertical_alignment="bottom", key="experiment_row"):
        controls.segments(
            "experiment", words.limits.EXPERIMENT, words.limits.EXPERIMENTS, wrap=True
        )
        more.popover(CONTROLS[STATE.experiment])
    _, settings = cue.undrawn()
    with st.container(horizontal=True, key="laboratory"):
        if not at_projector and "network" not in more.hidden():
            with st.container(key="choices", width=300, gap="small"):
                CONTROLS[STATE.experiment]()
        with st.container(key="results_at_projector" if at_projector else "results"):
            if not at_projector:
                st.markdown(words.limits.ABOUT[STATE.experiment])
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
    controls.several(
        "kinds", words.limits.PATTERNS, {kind: words.limits.KIND[kind] for kind in KINDS}
    )
    _damage()
    _cues()
    controls.segments(
        "measure", words.limits.MEASURE, words.limits.MEASURES, help=words.limits.HELP_MEASURE
    )
    memory, kinds = words.experiments.memory(named(STATE.memories)[0]), named(STATE.kinds)
    help_guess = words.limits.guess_help(memory, "first" if "first" in kinds else kinds[0])
    st.slider(words.limits.GUESS, *RANGES["guess"], key="guess", help=help_guess)


def _basin() -> None:
    _memories()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _stored()
        _seed()
    controls.several("damages", words.limits.DAMAGES, words.shared.DAMAGE)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        controls.segments("of_all", words.limits.DAMAGED, words.limits.OF_ALL)
        if not STATE.of_all:
            st.number_input(
                words.limits.ONE, 0, link.settings().n_patterns - 1, key="digit", width=110
            )
    _cues()
    controls.segments(
        "measure", words.limits.MEASURE, words.limits.MEASURES, help=words.limits.HELP_MEASURE
    )


def _ghosts() -> None:
    controls.network()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _cues(words.limits.STARTS)
        _seed()


def _unknown() -> None:
    _memories("networks")
    _stored()
    controls.segments("half", words.limits.HALF, words.limits.HALVES)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.slider(words.limits.MISSING_SHARE, *RANGES["missing"], key="missing", width=150)
        _seed()
    _cues()
    controls.segments(
        "measure", words.limits.MEASURE, words.limits.MEASURES, help=words.limits.HELP_MEASURE
    )


CONTROLS = {"cliff": _cliff, "basin": _basin, "ghosts": _ghosts, "unknown": _unknown}


def _memories(setting: str = "memories") -> None:
    of_entrants = {name: words.experiments.memory(name) for name in ENTRANTS}
    controls.several(setting, words.limits.MEMORIES, of_entrants, most=MOST_MEMORIES)


def _stored() -> None:
    low, high = RANGES["stored"]
    st.number_input(
        words.shared.N_STORED, low, high, key="stored", help=words.shared.HELP_STORED, width=150
    )


def _damage() -> None:
    controls.choice("damage", "Damage", words.shared.DAMAGE, help=words.shared.HELP_DAMAGE)
    _amount()


def _amount() -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.slider("Amount, %", *RANGES["amount"], key="amount", width=150)
        _seed()


def _seed() -> None:
    st.number_input("Seed", 0, MAX_SEED, key="seed", help=words.shared.HELP_SEED, width=125)


def _cues(label: str = words.limits.CUES) -> None:
    controls.segments("cues", label, {cues: cues for cues in CHOICES["cues"]})
