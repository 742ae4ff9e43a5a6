"""Ghosts: the attractors that random starts end in, each classified, and how many fall there."""

from collections import defaultdict
from dataclasses import asdict, dataclass

import streamlit as st

from assoc_core.ui import words
from assoc_core.ui.choices import canvas_cue
from assoc_core.ui.choices.codec import decode
from assoc_core.ui.choices.of_pages import Limits
from assoc_core.ui.choices.session import chosen
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.pictures import images
from assoc_core.ui.trials.jobs import Task
from assoc_core.ui.trials.points import Results, Rows
from assoc_core.ui.trials.tasks import N_STARTS, Found, Starts
from assoc_core.ui.widgets import charts, controls

N_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Ghosts:
    """The experiment for one choice of settings."""

    settings: Settings
    limits: Limits

    def tasks(self) -> list[Task]:
        return [Starts(self.settings, n) for n in range(int(self.limits.cues) // N_STARTS)]

    def attractors(self, results: Results) -> list[list[Found]]:
        """The starts by where they ended, the largest group first."""
        groups: dict[str, list[Found]] = defaultdict(list)
        for task in self.tasks():
            for found in results.get(task, ()):
                groups[found.state].append(found)
        return sorted(groups.values(), key=len, reverse=True)

    def rows(self, results: Results) -> Rows:
        return [
            {
                "starts": len(group),
                "ending": group[0].ending.verdict,
                "sentence": words.endings.sentence(group[0].ending),
                "state": group[0].state,
                "start": group[0].start,
                **asdict(self.settings),
            }
            for group in self.attractors(results)
        ]

    def draw(self, results: Results) -> None:
        groups = self.attractors(results)
        n_starts = sum(map(len, groups))
        if not groups:
            return
        n_stored = sum(len(g) for g in groups if g[0].ending.verdict in ("stored", "winner"))
        st.markdown(words.limits.of_starts(n_starts, len(groups), n_stored))
        with st.container(horizontal=True, key="ghosts"):
            for rank, group in enumerate(groups[:N_SHOWN]):
                _card(rank, group, n_starts)
        column = words.experiments.COLUMN
        shown = ("starts", "ending", "sentence")
        rows = [{column[name]: row[name] for name in shown} for row in self.rows(results)]
        charts.tabulate(rows, words.limits.ABOUT["ghosts"])


def _card(rank: int, group: list[Found], n_starts: int) -> None:
    """One attractor: its picture, what it is, how many starts it drew, and a way to watch one."""
    title = words.endings.title(group[0].ending)
    sentence = words.endings.sentence(group[0].ending)
    with st.container(width=150, gap="xsmall"):
        st.image(images.url(decode(group[0].state)), width=140, alt=f"{title}. {sentence}")
        st.markdown(f"**{words.limits.share(len(group), n_starts)}** · {title}")
        watched = (group[0].start,)
        if st.button(words.limits.OPEN, key=f"watch_{rank}", on_click=_watch, args=watched):
            st.rerun()  # the whole page, for it is another one now


def _watch(start: str) -> None:
    """Open the start on the Recall page. On an unknown canvas, so that no digit is its target."""
    controls.to_page("recall", source="unknown")
    canvas_cue.lay(chosen().settings, decode(start))
