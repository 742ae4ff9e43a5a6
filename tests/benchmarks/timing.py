"""Clocks: the median of a few runs, and how fast the machine multiplies and copies."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

SECONDS = 1.5  # spent on each measurement, but at least three runs


def median_seconds(run: Callable[[], object]) -> float:
    """The median time of a run, after one that does not count."""
    run()
    times: list[float] = []
    while len(times) < 3 or (sum(times) < SECONDS and len(times) < 1000):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return float(np.median(times))


@dataclass(frozen=True)
class Limits:
    """What the machine can do: operations a second in a matrix product, bytes a second copied."""

    float32: float
    float64: float
    bandwidth: float

    @classmethod
    def measured(cls) -> "Limits":
        source, target = np.ones(25_000_000), np.empty(25_000_000)
        copied = 2 * source.nbytes / median_seconds(lambda: np.copyto(target, source))
        return cls(_product_rate(np.float32), _product_rate(np.float64), copied)


def _product_rate(dtype: type) -> float:
    n = 2000
    a: NDArray[Any] = np.random.default_rng(0).random((n, n)).astype(dtype)
    out = np.empty_like(a)
    return 2 * n**3 / median_seconds(lambda: np.matmul(a, a, out=out))


@dataclass(frozen=True)
class Workload:
    """Something to do, how many items it does, and the least time the machine could need."""

    name: str
    run: Callable[[], object]
    item: str
    n_items: int
    limit: Callable[[Limits], float]  # seconds
    data: dict[str, Any] = field(default_factory=dict)  # what a peer needs to do the same
    rivals: dict[str, Callable[[], object]] = field(default_factory=dict)
