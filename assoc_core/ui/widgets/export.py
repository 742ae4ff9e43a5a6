"""The button "Take away": the recall as files, and the same as a script."""

from functools import partial

import streamlit as st

from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import compute, takeaway
from assoc_core.ui.model.shown import pictures
from assoc_core.ui.widgets.behind import behind


def popover(cue: Bipolar, settings: Settings) -> None:
    """The button, and behind it the files and the script."""
    behind(words.shared.TAKE_AWAY, partial(_files, cue, settings), key="take_away")


def _files(cue: Bipolar, settings: Settings) -> None:
    recall = compute.trajectory(settings, cue.tobytes())
    script = takeaway.script(settings, cue)
    names = words.shared.FILES
    st.caption(words.shared.RECALL_AS)
    with st.container(horizontal=True, gap="xsmall"):
        st.download_button(names["npz"], lambda: takeaway.npz(recall), "recall.npz")
        st.download_button(
            names["json"], lambda: takeaway.json_text(recall, settings), "recall.json"
        )
        st.download_button(names["gif"], lambda: _gif(cue, settings), "recall.gif")
        st.download_button(names["python"], script, "recall.py")
    st.caption(words.shared.SAME_IN_NUMPY)
    st.code(script, language="python", height=320)


def _gif(cue: Bipolar, settings: Settings) -> bytes:
    memory = compute.trained(settings.recipe).memory
    return takeaway.gif(pictures(memory, compute.trajectory(settings, cue.tobytes())))
