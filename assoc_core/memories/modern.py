"""The modern Hopfield network: real units, and an update that is attention."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.memories.sums import agreements, parts, tiles, weighted
from assoc_core.trajectory import Stop, Trajectory
from assoc_core.types import Bipolar, Real, as_batch, as_cue, as_patterns, sized

STILL = 1e-4  # a step that changes no unit by more is the last
LARGEST = 1e100  # of beta, 1 / beta and a state: products of two of them are far from overflow
CACHED = 100_000  # weights made at a time, so that they stay in the processor's cache


@dataclass(frozen=True, slots=True, eq=False)
class ModernHopfield:
    """s <- X' softmax(beta z), z = xi . s; E = s.s/2 - 1/beta ln sum_mu exp(beta z) [Ramsauer21].

    patterns (P, N) of -1/+1, read-only; states are real. beta is per unit of z, not of z / N: a
    large one recalls the nearest pattern, a small one blends many. No step raises the energy.
    """

    patterns: Bipolar
    beta: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "patterns", as_patterns(self.patterns))
        object.__setattr__(self, "beta", _checked(self.beta))

    @classmethod
    def store(cls, patterns: ArrayLike, beta: float = 0.25) -> "ModernHopfield":
        """The memory of the patterns (P, N); ValueError unless all are -1/+1 and beta > 0."""
        return cls(np.asarray(patterns), beta)

    def __repr__(self) -> str:
        return f"ModernHopfield({sized(self.patterns)}, beta={self.beta})"

    def attention(self, states: ArrayLike) -> Real:
        """softmax(beta z) over the patterns; real states (..., N) -> (..., P), sums 1."""
        s = self._real(states)
        shares = self._shares(agreements(s.reshape(-1, s.shape[-1]), self.patterns))
        return np.asarray(shares.reshape(*s.shape[:-1], len(self.patterns)))

    def energy(self, states: ArrayLike) -> Real:
        """E = s.s/2 - 1/beta ln sum_mu exp(beta z_mu); real states (..., N) -> (...)."""
        s = self._real(states)
        z = agreements(s.reshape(-1, s.shape[-1]), self.patterns).astype(np.float64)
        top = z.max(axis=1)
        above = np.log(np.exp(self.beta * (z - top[:, None])).sum(axis=1)) / self.beta
        return np.asarray((s * s).sum(axis=-1) / 2 - (top + above).reshape(s.shape[:-1]))

    def step(self, states: ArrayLike) -> Real:
        """X' softmax(beta z): attention to the patterns, once; real states (..., N) -> (..., N)."""
        s = self._real(states)
        rows, mixed = s.reshape(-1, s.shape[-1]), np.empty(s.shape)
        for part in parts(len(rows), len(self.patterns)):
            mixed.reshape(rows.shape)[part] = self._mixed(rows[part])
        return mixed

    def recall(
        self,
        cue: ArrayLike,
        *,
        rng: np.random.Generator | None = None,
        max_sweeps: int = 50,
    ) -> Trajectory:
        """One cue (N,) of -1/0/+1, step by step; states (T+1, N) are real. Nothing is random.

        Recalled is the nearest whole number, so 0 where the attention is divided.
        """
        del rng
        start = as_cue(cue, self.patterns.shape[1])
        states = [start.astype(np.float64)]
        stop: Stop = "step limit"
        while stop == "step limit" and len(states) <= max_sweeps:
            states.append(self.step(states[-1]))
            if np.abs(states[-1] - states[-2]).max() <= STILL:
                stop = "fixed point"
        recalled = np.rint(states[-1]).astype(np.int8)
        return Trajectory(start, np.array(states), np.arange(len(states)), recalled, stop)

    def settle(
        self,
        cues: ArrayLike,
        *,
        rng: np.random.Generator | None = None,
        max_sweeps: int = 50,
    ) -> Bipolar:
        """The final states of many cues, rounded, (B, N) -> (B, N): what `recall` gives."""
        del rng
        now = as_batch(cues, self.patterns.shape[1]).astype(np.float64)
        going = np.arange(len(now))
        for _ in range(max_sweeps):
            if not going.size:
                break
            then = self.step(now[going])
            moved = np.abs(then - now[going]).max(axis=1) > STILL
            now[going] = then
            going = going[moved]
        return np.rint(now).astype(np.int8)

    def _shares(self, z: NDArray[np.floating]) -> Real:
        """softmax(beta z); (B, P)."""
        shares = np.subtract(z, z.max(axis=1, keepdims=True), dtype=np.float64)
        shares *= self.beta
        np.exp(shares, out=shares)
        shares /= shares.sum(axis=1, keepdims=True)
        return np.asarray(shares)

    def _mixed(self, states: Real) -> Real:
        """One step of a part of the batch; (B, N).

        In float32 for speed, and yet exact: of each share the whole multiples of 2^-23, and of
        what is left those of a grid so fine that float32 can just hold the sum of P.
        """
        z, n_patterns = agreements(states, self.patterns), len(self.patterns)
        finer = 2.0 ** (24 - n_patterns.bit_length())
        wholes, rests = np.empty((2, *z.shape), dtype=np.float32)
        for part in parts(len(z), n_patterns, CACHED):
            shares = self._shares(z[part]) * 2.0**23
            np.rint(shares, out=wholes[part], casting="same_kind")
            shares -= wholes[part]
            np.rint(shares * finer, out=rests[part], casting="same_kind")
        mixed = np.zeros(states.shape)
        for tile in tiles(n_patterns):
            x = self.patterns[tile].astype(np.float32)
            mixed += weighted(wholes[:, tile], x)
            mixed += weighted(rests[:, tile], x) / finer
        return mixed / 2.0**23

    def _real(self, states: ArrayLike) -> Real:
        s = np.asarray(states, dtype=np.float64)
        n_units = self.patterns.shape[1]
        if s.ndim == 0 or s.shape[-1] != n_units or not (np.abs(s) <= LARGEST).all():
            raise ValueError(
                f"States of shape {s.shape}; wanted are finite numbers of at most {LARGEST:g}, "
                f"{n_units} in a state."
            )
        return s


def _checked(beta: Any) -> float:
    value = beta.item() if isinstance(beta, np.generic) else beta
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and 1 / LARGEST <= value <= LARGEST:
        return float(value)
    raise ValueError(
        f"beta is {beta!r}; wanted is a number above 0, from {1 / LARGEST:g} to {LARGEST:g}, "
        "for digits about 0.25."
    )
