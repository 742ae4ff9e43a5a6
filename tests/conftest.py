"""For every test: hypothesis tries the same examples each time and ignores the clock."""

import os

# Two test workers with two BLAS threads each would fight for two cores. Set before NumPy loads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from hypothesis import settings

from assoc_core import Hamming
from tests.samples import first_digits

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def all_digits() -> Hamming:
    """All 60,000 training digits."""
    return Hamming.store(first_digits(60_000), inhibition="1/active")
