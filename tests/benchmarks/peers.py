"""The same workloads by other packages, where they are installed."""

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeAlias

import numpy as np

from tests.benchmarks.timing import Workload

Run: TypeAlias = Callable[[], object]


def rivals(workload: Workload) -> Iterator[tuple[str, Run]]:
    """(package, run) for each package that is installed and does this workload."""
    for (name, package), prepare in PEERS.items():
        if name == workload.name and find_spec(package):
            yield package, prepare(import_module(package), workload.data)


def _faiss(faiss: Any, data: dict[str, Any], n_cues: int) -> Run:
    index = faiss.IndexBinaryFlat(784)
    index.add(np.packbits(data["patterns"] > 0, axis=1))
    asked = np.packbits(data["cues"] > 0, axis=1)
    turn = iter(range(10**9))

    def run() -> object:
        start = next(turn) % (len(asked) // n_cues) * n_cues
        return index.search(asked[start : start + n_cues], 1)

    return run


def _sklearn(_: Any, data: dict[str, Any], n_cues: int) -> Run:
    neighbors = import_module("sklearn.neighbors")
    index = neighbors.NearestNeighbors(n_neighbors=1, algorithm="brute")
    index.fit(data["patterns"].astype(np.float32))
    asked = data["cues"][:n_cues].astype(np.float32)
    return lambda: index.kneighbors(asked, return_distance=False)


def _torch_hebb(torch: Any, data: dict[str, Any]) -> Run:
    x = torch.tensor(data["patterns"]).float()
    return lambda: (x.T @ x).fill_diagonal_(0)


def _torch_softmax(torch: Any, data: dict[str, Any]) -> Run:
    x, s = (torch.tensor(data[name]).float() for name in ("patterns", "cues"))
    return lambda: torch.softmax(data["beta"] * (s @ x.T), dim=1) @ x


def _hopfieldnetwork_hebb(package: Any, data: dict[str, Any]) -> Run:
    x = data["patterns"].T.astype(float)

    def run() -> object:
        network = package.HopfieldNetwork(N=len(x))
        network.train_pattern(x)
        return network.w

    return run


def _hopfieldnetwork_recall(package: Any, data: dict[str, Any], mode: str) -> Run:
    network = package.HopfieldNetwork(N=784)
    network.w = data["network"].weights.copy()  # the same weights: its own rule recalls no digit

    def run() -> object:
        for cue in data["cues"]:
            network.set_initial_neurons_state(cue.astype(float))
            network.update_neurons(1, mode, run_max=True)
        return network.S

    return run


ONE, MANY = "nearest of 60,000, one cue", "nearest of 60,000, 1,000 cues"
PEERS: dict[tuple[str, str], Callable[[Any, dict[str, Any]], Run]] = {
    ("Hebb, P=118", "torch"): _torch_hebb,
    ("Hebb, P=118", "hopfieldnetwork"): _hopfieldnetwork_hebb,
    ("synchronous recall, 500 cues, P=118", "hopfieldnetwork"): (
        lambda package, data: _hopfieldnetwork_recall(package, data, "sync")
    ),
    ("asynchronous recall, 500 cues, P=118", "hopfieldnetwork"): (
        lambda package, data: _hopfieldnetwork_recall(package, data, "async")
    ),
    (ONE, "faiss"): lambda package, data: _faiss(package, data, 1),
    (MANY, "faiss"): lambda package, data: _faiss(package, data, 1000),
    (ONE, "sklearn"): lambda package, data: _sklearn(package, data, 1),
    (MANY, "sklearn"): lambda package, data: _sklearn(package, data, 1000),
    ("softmax step, 60,000 stored, 100 cues", "torch"): _torch_softmax,
}
