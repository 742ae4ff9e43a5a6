"""The associative memory lab: start it with `streamlit run app.py`."""

import os

# One BLAS thread: with more, concurrent users fight for the cores. To be set before NumPy loads.
for threads in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(threads, "1")

import streamlit as st

from assoc_core.ui import texts
from assoc_core.ui.pages import recall

st.set_page_config(page_title=texts.TITLE, page_icon="🧠", layout="wide")
st.navigation([st.Page(recall.page, title="Recall", url_path="", default=True)]).run()
