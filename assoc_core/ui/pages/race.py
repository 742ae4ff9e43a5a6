"""The Race page: several networks on the same cue, side by side."""

import streamlit as st

from assoc_core.ui import cue, link


def body() -> None:
    """All below the title."""
    _, settings = cue.undrawn()
    link.publish(settings)
    with st.container(key="laboratory"):
        st.write("…")
