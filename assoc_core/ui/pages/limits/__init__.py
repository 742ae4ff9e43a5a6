"""The Limits page: how much a network can store, how much damage it mends, and what it invents."""

from typing import TypeAlias

import streamlit as st

from assoc_core.ui import words
from assoc_core.ui.choices.entrants import ENTRANTS
from assoc_core.ui.choices.of_pages import KINDS, MOST_MEMORIES, Limits
from assoc_core.ui.choices.session import chosen, publish
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.pages.limits.basin import Basin
from assoc_core.ui.pages.limits.cliff import Cliff
from assoc_core.ui.pages.limits.ghosts import Ghosts
from assoc_core.ui.pages.limits.unknown import Unknown
from assoc_core.ui.trials.tasks import plain
from assoc_core.ui.widgets import controls, cue, experiment, more

Experiment: TypeAlias = Cliff | Basin | Ghosts | Unknown


def body() -> None:
    """All below the title."""
    view, name = chosen().view, chosen().limits.experiment
    with st.container(horizontal=True, vertical_alignment="bottom", key="experiment_row"):
        controls.segments("experiment", wrap=True)
        more.popover(CONTROLS[name])
    _, drawing = cue.undrawn()
    publish(drawing)
    with st.container(horizontal=True, key="laboratory"):
        if not view.at_projector and "network" not in more.hidden():
            with st.container(key="choices", width=300, gap="small"):
                CONTROLS[name]()
        with st.container(key="results_at_projector" if view.at_projector else "results"):
            _results(name)


def _results(name: str) -> None:
    settings = chosen().settings
    if not chosen().view.at_projector:
        st.markdown(words.limits.ABOUT[name])
        if settings.warmth:
            st.caption(words.experiments.COLD)
    made = _experiment(settings, chosen().limits)
    experiment.run(made.tasks(), made.draw, made.rows)


def _experiment(settings: Settings, limits: Limits) -> Experiment:
    if limits.experiment == "cliff":
        return Cliff(plain(settings), limits)
    if limits.experiment == "basin":
        return Basin(plain(settings), limits, None if limits.of_all else _meant(settings, limits))
    return (Ghosts if limits.experiment == "ghosts" else Unknown)(plain(settings), limits)


def _meant(settings: Settings, limits: Limits) -> int:
    """The stored pattern that Basin damages: the one chosen there, else the cue's own."""
    meant = limits.meant if limits.meant is not None else settings.target or 0
    return min(meant, settings.n_patterns - 1)


def _cliff() -> None:
    _memories("memories")
    controls.several("kinds", {kind: words.experiments.panel(kind) for kind in KINDS})
    controls.select("damage")
    with _in_a_row():
        controls.slider("amount", width=150)
        _seed()
    controls.segments("cues")
    controls.segments("measure")
    limits, settings = chosen().limits, chosen().settings
    memory, kind = Cliff(settings, limits).asked()
    controls.slider("guess", help=words.limits.guess_help(memory, kind))


def _basin() -> None:
    _memories("memories")
    with _in_a_row():
        controls.number("stored", width=150)
        _seed()
    controls.several("damages", words.choices.OPTIONS["damage"])
    settings, limits = chosen().settings, chosen().limits
    with _in_a_row():
        controls.segments("of_all")
        if not limits.of_all:
            last, usual = settings.n_patterns - 1, _meant(settings, limits)
            controls.number("meant", last=last, usual=usual, width=150)
    if not limits.of_all and settings.source == "unseen" and limits.meant is None:
        st.caption(words.limits.unseen_is_not_stored(settings.digit))
    controls.segments("cues")
    controls.segments("measure")


def _ghosts() -> None:
    controls.network(warm=False)
    with _in_a_row():
        controls.segments("cues", label=words.limits.STARTS)
        _seed()


def _unknown() -> None:
    _memories("networks")
    controls.number("stored", width=150)
    controls.segments("half")
    with _in_a_row():
        controls.slider("missing", width=150)
        _seed()
    controls.segments("cues")
    controls.segments("measure")


CONTROLS = {"cliff": _cliff, "basin": _basin, "ghosts": _ghosts, "unknown": _unknown}


def _in_a_row() -> st.delta_generator.DeltaGenerator:
    return st.container(horizontal=True, vertical_alignment="bottom")


def _memories(name: str) -> None:
    said = {entrant: words.experiments.memory(entrant) for entrant in ENTRANTS}
    controls.several(name, said, most=MOST_MEMORIES)


def _seed() -> None:
    controls.number("seed", width=125)
