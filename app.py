"""The associative memory lab: start it with `streamlit run app.py`."""

import os

# One BLAS thread: with more, concurrent users fight for the cores. To be set before NumPy loads.
for threads in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(threads, "1")

if __name__ == "__main__":  # the process that computes experiments imports this file, too
    from assoc_core.ui import frame

    frame.show()
