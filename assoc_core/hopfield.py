"""The Hopfield network: binary units, symmetric weights, an energy that only falls."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.rules import hebb
from assoc_core.schedules import Rows, Schedule, steepest
from assoc_core.trajectory import Stop, Trajectory
from assoc_core.types import Bipolar, Real, Rule, as_cue, as_cues, as_patterns, frozen


@dataclass(frozen=True, slots=True, eq=False)
class Hopfield:
    """N units with symmetric weights W and energy E = -1/2 sum_ij s_i W_ij s_j [Hopfield82].

    patterns (P, N), weights (N, N), both read-only. The weights are rounded to a binary grid (a
    relative change near 1e-12) on which every sum of them is exact in float64. So fields do not
    depend on the order of summation, a batch and a single cue agree bit for bit, and the energy
    cannot rise by rounding.
    """

    patterns: Bipolar
    weights: Real
    tie: float = field(init=False)  # fields up to this size count as zero

    def __post_init__(self) -> None:
        weights, grid = _on_exact_grid(_symmetric(self.weights))
        object.__setattr__(self, "patterns", as_patterns(self.patterns))
        object.__setattr__(self, "weights", frozen(weights))
        object.__setattr__(self, "tie", grid * len(weights))

    @classmethod
    def store(cls, patterns: ArrayLike, rule: Rule = hebb) -> "Hopfield":
        """The network that `rule` makes of the patterns (P, N); ValueError unless all are -1/+1."""
        checked = as_patterns(patterns)
        return cls(checked, rule(checked))

    def field(self, states: ArrayLike) -> Real:
        """h_i = sum_j W_ij s_j; (..., N) -> (..., N)."""
        return as_cues(states, len(self.weights)).astype(np.float64) @ self.weights

    def energy(self, states: ArrayLike) -> Real:
        """E = -1/2 sum_i s_i h_i; (..., N) -> (...)."""
        return np.asarray(-0.5 * (np.asarray(states) * self.field(states)).sum(axis=-1))

    def recall(
        self,
        cue: ArrayLike,
        *,
        rng: np.random.Generator,
        schedule: Schedule = steepest,
        max_sweeps: int = 50,
        clamp: ArrayLike | None = None,
    ) -> Trajectory:
        """One cue (N,), step by step; the units where `clamp` (N,) is True keep their value.

        A step is one flip, or one sweep under `synchronous`. ValueError for a cue that is not
        (N,) of -1/0/+1.
        """
        start = as_cue(cue, len(self.weights))
        run = _Run(self, start[None], clamp)
        states, sweeps = [start], [0]
        for sweep in schedule(run, rng, max_sweeps):
            states.append(run.states[0].astype(np.int8))
            sweeps.append(sweep)
        return Trajectory(start, np.array(states), np.array(sweeps), states[-1], run.stops[0])

    def settle(
        self,
        cues: ArrayLike,
        *,
        rng: np.random.Generator,
        schedule: Schedule = steepest,
        max_sweeps: int = 50,
        clamp: ArrayLike | None = None,
    ) -> Bipolar:
        """The final states of many cues, (B, N) -> (B, N): what `recall` gives cue by cue.

        `clamp` is (N,) or (B, N). Under `asynchronous` all cues share one random order.
        """
        run = _Run(self, np.atleast_2d(as_cues(cues, len(self.weights))), clamp)
        for _ in schedule(run, rng, max_sweeps):
            pass
        return run.states.astype(np.int8)


class _Run:
    """Cues on their way through one Hopfield network; fields follow the flips, O(N) a flip."""

    def __init__(self, network: Hopfield, cues: Bipolar, clamp: ArrayLike | None) -> None:
        self.states: Real = cues.astype(np.float64)
        self.stops: list[Stop] = ["step limit"] * len(cues)
        self._network = network
        self._free = _free_units(clamp, cues.shape)
        self._fields = self._gains = np.empty((0, 0))

    def gains(self) -> Real:
        if not self._gains.size:
            self._fields = self.states @ self._network.weights
            self._gains = np.empty_like(self._fields)
            self._measure(np.arange(len(self.states)))
        return self._gains

    def update(self, rows: Rows, units: Rows) -> None:
        old = self.states[rows, units]
        new = np.sign(self._fields[rows, units])  # never 0: the gain is above 0
        self.states[rows, units] = new
        self._fields[rows] += (new - old)[:, None] * self._network.weights[units]
        self._measure(rows)

    def updated(self, rows: Rows) -> Real:
        states = self.states[rows]
        fields = states @ self._network.weights
        keeps = (np.abs(fields) <= self._network.tie) | ~self._free[rows]
        return np.where(keeps, states, np.sign(fields))

    def _measure(self, rows: Rows) -> None:
        """Gain |h| - h s: 2 |h| in a wrong unit, |h| in an unknown one, 0 in a right one."""
        h = self._fields[rows]
        gains = np.abs(h) - h * self.states[rows]
        gains *= (gains > self._network.tie) & self._free[rows]
        self._gains[rows] = gains


def _free_units(clamp: ArrayLike | None, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    held = np.zeros(shape[-1], dtype=bool) if clamp is None else np.asarray(clamp)
    if held.dtype != bool or held.shape not in (shape, shape[-1:]):
        raise ValueError(
            f"clamp is {held.dtype} of shape {held.shape}; wanted is one boolean for each of the "
            f"{shape[-1]} units, True where the unit keeps the cue's value, e.g. clamp=cue != 0."
        )
    return np.broadcast_to(~held, shape)


def _symmetric(weights: ArrayLike) -> Real:
    w = np.array(weights, dtype=np.float64)
    if w.ndim != 2 or w.shape[0] != w.shape[1] or not np.isfinite(w).all():
        raise ValueError(f"Weights of shape {w.shape} are not a square matrix of finite numbers.")
    if not np.allclose(w, w.T, rtol=0, atol=1e-9 * np.abs(w).max()):
        raise ValueError("Weights must be symmetric: only then does the network have an energy.")
    return (w + w.T) / 2


def _on_exact_grid(weights: Real) -> tuple[Real, float]:
    """The weights rounded to multiples of 2^k, and 2^k: the finest that keeps sums in 53 bits."""
    _, exponent = np.frexp(np.abs(weights).sum())
    grid = float(np.ldexp(1.0, int(exponent) - 53))
    return np.rint(weights / grid) * grid, grid
