"""Print the benchmark: python -m tests.benchmarks [part of a workload's name ...]."""

import os
import platform
import sys
from datetime import UTC, datetime

import numpy as np

from tests.benchmarks import peers
from tests.benchmarks.timing import Limits, Workload, median_seconds
from tests.benchmarks.workloads import workloads

HEADER = ("workload", "by", "median", "rate", "limit", "share of the limit")


def row(workload: Workload, name: str, seconds: float, limits: Limits) -> tuple[str, ...]:
    limit = workload.limit(limits)
    return (
        workload.name,
        name,
        f"{1e3 * seconds:.3g} ms",
        f"{workload.n_items / seconds:,.0f} {workload.item}/s",
        f"{1e3 * limit:.3g} ms",
        f"{limit / seconds:.0%}",
    )


def line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"


def main(wanted: list[str]) -> None:
    limits = Limits.measured()
    print(
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, Python {platform.python_version()}"
    )
    print(f"NumPy {np.__version__}, its BLAS with the default number of threads")
    print(f"matrix product {limits.float32 / 1e9:.0f} GFLOP/s float32, ", end="")
    print(f"{limits.float64 / 1e9:.0f} GFLOP/s float64; ", end="")
    print(f"memory {limits.bandwidth / 1e9:.1f} GB/s\n")
    print(line(HEADER))
    print(line(("---",) * len(HEADER)))
    for workload in workloads():
        if wanted and not any(word in workload.name for word in wanted):
            continue
        print(line(row(workload, "this", median_seconds(workload.run), limits)), flush=True)
        for name, run in [*workload.rivals.items(), *peers.rivals(workload)]:
            print(line(row(workload, name, median_seconds(run), limits)), flush=True)


main(sys.argv[1:])
