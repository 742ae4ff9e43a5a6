"""What theory says of Hebb's rule and random patterns."""

import math
from functools import cache

import numpy as np

from assoc_core.types import Real, frozen

GRID = np.linspace(0.5, 6.0, 200_001)  # y = m / sqrt(2 r alpha); the branch that recalls lies here


def hebb_bit_error(n_units: int, n_patterns: int) -> float:
    """The share of a stored pattern's bits that one update breaks: exactly a binomial's tail.

    P(Bin(n, 1/2) < (n - (N-1)) / 2) with n = (N-1)(P-1), the terms of the other patterns.
    """
    n = (n_units - 1) * (n_patterns - 1)
    below = math.ceil((n - (n_units - 1)) / 2)  # the counts that break a bit: 0 ... below - 1
    log_half = n * math.log(0.5) + math.lgamma(n + 1)
    return math.fsum(
        math.exp(log_half - math.lgamma(k + 1) - math.lgamma(n - k + 1)) for k in range(below)
    )


def hebb_overlap(load: float) -> float:
    """m = erf(y), sqrt(2 alpha) = erf(y)/y - 2/sqrt(pi) exp(-y^2): N to infinity [Amit85].

    0 above the capacity, where no such y is left.
    """
    stable = np.flatnonzero(_loads() >= load)
    return math.erf(GRID[stable[-1]]) if stable.size else 0.0


def hebb_capacity() -> tuple[float, float]:
    """The largest load of that equation, alpha_c = 0.138, and the overlap there, 0.967.

    A limit that allows 1.6 % wrong units. Exact recall is lost before: at N = 784 half of the
    patterns are no fixed points any more from a load of 0.107 on (measured).
    """
    loads = _loads()
    return float(loads.max()), math.erf(GRID[loads.argmax()])


def hebb_spectrum(n_units: int, n_patterns: int) -> tuple[float, float]:
    """Where the P largest eigenvalues of W begin and end, P <= N: (sqrt N -+ sqrt P)^2 - P.

    N and P to infinity; the other N - P eigenvalues are exactly -P [Marchenko67].
    """
    n, p = math.sqrt(n_units), math.sqrt(n_patterns)
    return (n - p) ** 2 - n_patterns, (n + p) ** 2 - n_patterns


@cache
def _loads() -> Real:
    erf = np.array([math.erf(y) for y in GRID])
    return frozen((erf / GRID - 2 / math.sqrt(math.pi) * np.exp(-(GRID**2))) ** 2 / 2)
