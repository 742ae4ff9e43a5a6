"""What a final state is: a stored pattern, its negative, a mixture, or something else."""

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.data.patterns import overlap
from assoc_core.memories.hopfield import Hopfield
from assoc_core.types import Bipolar, Real, as_cues, as_patterns

N_CANDIDATES = 8  # mixtures are sought among the patterns of largest |overlap|
EXACT: tuple[tuple[Literal["stored", "reversed"], int], ...] = (("stored", 1), ("reversed", -1))
MIXTURE_OVERLAP = 0.98  # from here on a state is the mixture: at finite load few units differ


@dataclass(frozen=True, slots=True)
class Verdict:
    """kind; the patterns involved and their signs, largest |overlap| first; overlap with it all.

    For "stored" and "reversed" one index, two or more if the pattern is stored repeatedly; for
    "mixture" three or five; for "other" the pattern of largest |overlap|.
    """

    kind: Literal["stored", "reversed", "mixture", "other"]
    indices: tuple[int, ...]
    signs: tuple[int, ...]
    overlap: float


def margins(memory: Hopfield, states: ArrayLike) -> Real:
    """gamma_i = s_i h_i / |W_i|: how firmly each unit holds its value; (..., N) -> (..., N).

    Above 0 for every unit: a fixed point. The smallest margin tells how much damage it mends, and
    a unit without weights has margin 0 [Gardner88].
    """
    norms = np.linalg.norm(memory.weights, axis=0)
    return np.asarray(memory.field(states) * np.asarray(states) / np.where(norms > 0, norms, 1.0))


def classify(state: ArrayLike, patterns: ArrayLike) -> Verdict:
    """Name the state (N,) by the patterns (P, N): stored and reversed exactly, else a mixture
    sign(sum of an odd number of signed patterns) within MIXTURE_OVERLAP, else other [Amit85].
    """
    xi = as_patterns(patterns)
    s = as_cues(state, xi.shape[1])
    if s.ndim != 1:
        raise ValueError(f"One state (N,) is classified at a time; {s.shape} was given.")
    m = overlap(s, xi)
    for kind, sign in EXACT:
        (equal,) = np.nonzero(m == sign)
        if equal.size:
            n = equal.size
            return Verdict(kind, tuple(map(int, equal)), (sign,) * n, float(sign))
    return _best_mixture(s, xi, m) or _nearest(m)


def _best_mixture(state: Bipolar, patterns: Bipolar, m: Real) -> Verdict | None:
    strongest = np.argsort(-np.abs(m), kind="stable")[:N_CANDIDATES]
    best = None
    for size in (3, 5):
        for members in combinations(strongest, size):
            signs = np.where(m[list(members)] < 0, -1, 1)
            mixture = np.sign(signs @ patterns[list(members)].astype(np.int64))
            match = float(overlap(state, mixture[None])[0])
            if match >= MIXTURE_OVERLAP and (best is None or match > best.overlap):
                best = Verdict("mixture", tuple(map(int, members)), tuple(map(int, signs)), match)
    return best


def _nearest(m: Real) -> Verdict:
    index = int(np.abs(m).argmax())
    return Verdict("other", (index,), (1 if m[index] >= 0 else -1,), float(m[index]))
