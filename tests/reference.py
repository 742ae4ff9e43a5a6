"""Textbook versions, one literal loop for each sum: slow, independent of the core, easy to check.

Weights and states are indexed like the formulas; a Record is (states, sweeps, stop).
"""

import math
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[Any]
Record: TypeAlias = tuple[list[list[int]], list[int], str]


def hebb(patterns: Matrix) -> Matrix:
    n_patterns, n_units = patterns.shape
    w = np.zeros((n_units, n_units))
    for i in range(n_units):
        for j in range(n_units):
            for mu in range(n_patterns):
                if i != j:
                    w[i, j] += int(patterns[mu, i]) * int(patterns[mu, j])
    return w


def pseudoinverse(patterns: Matrix) -> Matrix:
    x = patterns.astype(float).T  # (N, P), one pattern a column, as in the literature
    w = x @ np.linalg.pinv(x)
    for i in range(len(w)):
        w[i, i] = 0
    return np.asarray(w)


def storkey(patterns: Matrix) -> Matrix:
    n = patterns.shape[1]
    w = np.zeros((n, n))
    for pattern in patterns:
        x, old = [int(v) for v in pattern], w.copy()
        for i in range(n):
            for j in range(n):
                if i != j:
                    h_ij, h_ji = storkey_field(old, x, i, j), storkey_field(old, x, j, i)
                    w[i, j] += (x[i] * x[j] - x[i] * h_ji - h_ij * x[j]) / n
    return w


def storkey_field(w: Matrix, x: Sequence[int], i: int, j: int) -> float:
    """h_ij = sum_(k != i, j) w_ik x_k."""
    return sum(float(w[i, k]) * x[k] for k in range(len(x)) if k not in (i, j))


def perceptron(patterns: Matrix, margin: float = 0.7, max_epochs: int = 500) -> Matrix:
    n_patterns, n = patterns.shape
    w = np.zeros((n, n))
    for _ in range(max_epochs):
        old, stable = w.copy(), True
        for mu in range(n_patterns):
            x = [int(v) for v in patterns[mu]]
            for i in range(n):
                norm = math.sqrt(sum(old[i, j] ** 2 for j in range(n)))
                if x[i] * field(old, x, i) <= margin * norm:
                    stable = False
                    for j in range(n):
                        if i != j:
                            w[i, j] += x[i] * x[j]
                            w[j, i] += x[i] * x[j]
        if stable:
            return w
    return w


def perceptron_by_matrices(patterns: Matrix, margin: float = 0.7, max_epochs: int = 500) -> Matrix:
    """The same with its sums over patterns and units as products: fast enough for digits."""
    x = patterns.astype(float)
    w = np.zeros((x.shape[1], x.shape[1]))
    for _ in range(max_epochs):
        unstable = x * (x @ w) <= margin * np.sqrt((w * w).sum(axis=1))
        if not unstable.any():
            return w
        step = (unstable * x).T @ x
        w += step + step.T
        np.fill_diagonal(w, 0)
    return w


def field(w: Matrix, s: Sequence[int], i: int) -> float:
    return sum(float(w[i, j]) * s[j] for j in range(len(s)))


def energy(w: Matrix, s: Sequence[int]) -> float:
    return -0.5 * sum(s[i] * field(w, s, i) for i in range(len(s)))


def threshold(h: float, s: int) -> int:
    if h > 0:
        return 1
    if h < 0:
        return -1
    return s


def synchronous(w: Matrix, cue: Sequence[int], max_sweeps: int) -> Record:
    states, sweeps = [list(cue)], [0]
    for sweep in range(1, max_sweeps + 1):
        s = states[-1]
        new = [threshold(field(w, s, i), s[i]) for i in range(len(s))]
        if new == s:
            return states, sweeps, "fixed point"
        states.append(new)
        sweeps.append(sweep)
        if len(states) > 2 and new == states[-3]:
            return states, sweeps, "2-cycle"
    return states, sweeps, "step limit"


def one_by_one(w: Matrix, cue: Sequence[int], orders: Sequence[Sequence[int]]) -> Record:
    """Asynchronous with the given orders, one a sweep; cyclic if all are 0, 1, ..., N-1."""
    states, sweeps = [list(cue)], [0]
    for sweep, order in enumerate(orders, start=1):
        quiet = True
        for i in order:
            s = states[-1]
            new = threshold(field(w, s, i), s[i])
            if new != s[i]:
                states.append([*s[:i], new, *s[i + 1 :]])
                sweeps.append(sweep)
                quiet = False
        if quiet:
            return states, sweeps, "fixed point"
    return states, sweeps, "step limit"


def glauber(w: Matrix, cue: Sequence[int], numbers: Sequence[tuple[Matrix, Matrix]]) -> Record:
    """Asynchronous; unit i becomes +1 where its field is above a random threshold, else -1."""
    states, sweeps = [list(cue)], [0]
    for sweep, (order, thresholds) in enumerate(numbers, start=1):
        for i in order.tolist():
            s = states[-1]
            new = threshold(field(w, s, i) - float(thresholds[i]), s[i])
            if new != s[i]:
                states.append([*s[:i], new, *s[i + 1 :]])
                sweeps.append(sweep)
    return states, sweeps, "step limit"


def steepest(w: Matrix, cue: Sequence[int], max_sweeps: int) -> Record:
    states, sweeps = [list(cue)], [0]
    n_units = len(cue)
    while True:
        s = states[-1]
        best, best_drop = None, 0.0
        for i in range(n_units):
            new = [*s[:i], threshold(field(w, s, i), s[i]), *s[i + 1 :]]
            drop = energy(w, s) - energy(w, new)
            if drop > best_drop:
                best, best_drop = new, drop
        if best is None:
            return states, sweeps, "fixed point"
        if len(states) - 1 == max_sweeps * n_units:
            return states, sweeps, "step limit"
        states.append(best)
        sweeps.append((len(states) - 2) // n_units + 1)


def hamming_distance(a: Sequence[int], b: Sequence[int]) -> float:
    """Units that differ; an unknown one, 0, counts 1/2."""
    return sum(0.5 if 0 in (p, q) else float(p != q) for p, q in zip(a, b, strict=True))


def maxnet(y: Sequence[float], epsilon: float, max_steps: int) -> list[list[float]]:
    """y'_j = max(0, y_j - epsilon sum_(k != j) y_k), until one or none is active; (T+1, P)."""
    states = [list(y)]
    while sum(v > 0 for v in states[-1]) > 1 and len(states) <= max_steps:
        old = states[-1]
        inhibited = [
            old[j] - epsilon * sum(old[k] for k in range(len(old)) if k != j)
            for j in range(len(old))
        ]
        states.append([max(0.0, v) for v in inhibited])
    return states


def dense_energy(patterns: Matrix, s: Sequence[int], power: int | str, rectified: bool) -> float:
    """-sum_mu F(z_mu), F(z) = N (z/N)^power or exp(z)."""
    n, total = len(s), 0.0
    for pattern in patterns:
        z = float(sum(int(pattern[i]) * int(s[i]) for i in range(n)))
        if power == "exp":
            total += math.exp(z)
        else:
            total += n * ((max(z, 0.0) if rectified else z) / n) ** int(power)
    return -total


def dense_drops(
    patterns: Matrix, s: Sequence[int], power: int | str, rectified: bool
) -> list[float]:
    """What each unit sets free by going to its better value; if unknown no more than half of what
    separates its two values, and nothing if both are worse than to stay unknown.
    """
    drops, now = [], dense_energy(patterns, s, power, rectified)
    for i in range(len(s)):
        up, down = (
            dense_energy(patterns, [*s[:i], value, *s[i + 1 :]], power, rectified)
            for value in (1, -1)
        )
        drop = max(0.0, now - min(up, down))
        drops.append(drop if s[i] else min(drop, abs(up - down) / 2))
    return drops
