"""The associative memory lab: start it with `streamlit run app.py`."""

import os

# One BLAS thread: with more, concurrent users fight for the cores. To be set before NumPy loads.
for threads in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(threads, "1")

import streamlit as st

from assoc_core.ui.app import server

# Streamlit finds this by reading the file, so it stands here unguarded and plainly.
app = st.App(server.PAGE, lifespan=server.lifespan, routes=server.routes())
