"""The Limits page: how much a network can store and how much damage it mends."""

import streamlit as st

from assoc_core.ui import cue, link


def body() -> None:
    """All below the title."""
    _, settings = cue.undrawn()
    link.publish(settings)
    with st.container(key="laboratory"):
        st.write("…")
