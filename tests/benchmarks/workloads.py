"""The workloads, each with the work that no implementation of its kind can leave out."""

import numpy as np

from assoc_core import (
    CORRUPTIONS,
    SCHEDULES,
    Hamming,
    Hopfield,
    ModernHopfield,
    hebb,
    mnist,
    pseudoinverse,
    storkey,
    synchronous,
)
from assoc_core.memories.fields import LinearRun
from assoc_core.types import Bipolar, Real
from tests.benchmarks.timing import Limits, Workload

P, N, B = 118, 784, 500


def workloads() -> list[Workload]:
    return [*_rules(), *_recalls(), *_nearest(), _softmax()]


def _digits(n_patterns: int, split: str = "train") -> Bipolar:
    return mnist.bipolar(mnist.load(split).images[:n_patterns])


def _damaged(patterns: Bipolar, amount: float) -> Bipolar:
    rng = np.random.default_rng(0)
    return np.array([CORRUPTIONS["flip"](x, amount, rng) for x in patterns])


def sequential_storkey(patterns: Bipolar) -> Real:
    """Storkey's rule as it is written, pattern by pattern, each with matrices N x N."""
    n_units = patterns.shape[1]
    weights = np.zeros((n_units, n_units))
    for x in patterns.astype(np.float64):
        h = (weights @ x)[:, None] - weights * x  # h_ij without k = j; k = i has weight 0
        weights += (np.outer(x, x) - x[:, None] * h.T - h * x) / n_units
        np.fill_diagonal(weights, 0.0)
    return weights


def _rules() -> list[Workload]:
    x = _digits(P)
    product = 2 * P * N * N  # operations of X'X
    data = {"patterns": x}
    return [
        Workload(
            "Hebb, P=118", lambda: hebb(x), "patterns", P, lambda m: product / m.float32, data
        ),
        Workload(
            "Storkey, P=118",
            lambda: storkey(x),
            "patterns",
            P,
            lambda m: (product + 4 * P * P * N) / m.float64,
            data,
            {"sequential form": lambda: sequential_storkey(x)},
        ),
        Workload(
            "pseudo-inverse, P=118",
            lambda: pseudoinverse(x),
            "patterns",
            P,
            lambda m: (product + 4 * P * P * N) / m.float64,
            data,
            {"numpy.linalg.pinv": lambda: x.T.astype(float) @ np.linalg.pinv(x.T.astype(float))},
        ),
    ]


def _recalls() -> list[Workload]:
    x = _digits(P)
    network = Hopfield.store(x, pseudoinverse)
    cues = _damaged(x[np.arange(B) % P], 0.2)
    updates = _cue_sweeps(network, cues)  # each a product of a state with the weights
    data = {"network": network, "cues": cues}

    def workload(name: str) -> Workload:
        def run() -> Bipolar:
            return network.settle(cues, rng=np.random.default_rng(0), schedule=SCHEDULES[name])

        n_flips = np.count_nonzero(run() != cues)  # each reads weights, and changes fields

        def limit(machine: Limits) -> float:
            if name == "synchronous":
                return updates * 2 * N * N / machine.float32
            return n_flips * 3 * N * 8 / machine.bandwidth

        return Workload(f"{name} recall, 500 cues, P=118", run, "cues", B, limit, data)

    return [workload(name) for name in ("synchronous", "asynchronous", "steepest")]


def _cue_sweeps(network: Hopfield, cues: Bipolar) -> int:
    """How many cues are updated synchronously, summed over the sweeps."""
    run = LinearRun(network.weights, network.tie, cues, None)
    steps = synchronous(run, np.random.default_rng(0), 50)
    return sum(len(run.states) for _ in steps)


def _nearest() -> list[Workload]:
    x, asked = _digits(60_000), _digits(1000, "test")
    memory = Hamming.store(x)
    packed = x.size / 8  # bytes, all of them read for every cue
    turn = iter(range(10**9))
    return [
        Workload(
            "nearest of 60,000, one cue",
            lambda: memory.nearest(asked[next(turn) % len(asked)]),
            "cues",
            1,
            lambda m: packed / m.bandwidth,
            {"patterns": x, "cues": asked},
        ),
        Workload(
            "nearest of 60,000, 1,000 cues",
            lambda: memory.nearest(asked),
            "cues",
            len(asked),
            lambda m: 2 * x.size * len(asked) / m.float32,
            {"patterns": x, "cues": asked},
        ),
    ]


def _softmax() -> Workload:
    x, cues = _digits(60_000), _damaged(_digits(100), 0.2)
    memory = ModernHopfield.store(x)
    return Workload(
        "softmax step, 60,000 stored, 100 cues",
        lambda: memory.step(cues),
        "cues",
        len(cues),
        lambda m: 4 * x.size * len(cues) / m.float32,
        {"patterns": x, "cues": cues, "beta": memory.beta},
    )
