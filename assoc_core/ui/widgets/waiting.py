"""What one sees while a memory is trained."""

import streamlit as st

from assoc_core.ui import words
from assoc_core.ui.choices.settings import Recipe
from assoc_core.ui.model import compute


def train(recipe: Recipe) -> None:
    """Have the memory trained, and say so while that takes time."""
    if not compute.is_ready(recipe):
        with st.spinner(words.shared.TRAINING, show_time=True):
            compute.trained(recipe)
