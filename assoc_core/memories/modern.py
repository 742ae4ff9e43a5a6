"""The modern Hopfield network: real units, and an update that is attention."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.data.patterns import agreement
from assoc_core.trajectory import Stop, Trajectory
from assoc_core.types import Bipolar, Real, as_cue, as_cues, as_patterns

TILE = 2048  # patterns made float32 at a time
STILL = 1e-4  # a step that changes no unit by more is the last
Floats: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class ModernHopfield:
    """s <- X' softmax(beta z), z = xi . s; E = s.s/2 - 1/beta ln sum_mu exp(beta z) [Ramsauer21].

    patterns (P, N) of -1/+1, read-only; states are real. beta is per unit of z, not of z / N: a
    large one recalls the nearest pattern, a small one blends many.
    """

    patterns: Bipolar
    beta: float

    @classmethod
    def store(cls, patterns: ArrayLike, beta: float = 0.25) -> "ModernHopfield":
        """The memory of the patterns (P, N); ValueError unless all are -1/+1 and beta > 0."""
        if not 0 < beta < np.inf:
            raise ValueError(f"beta is {beta}; wanted is a number above 0, for digits about 0.25.")
        return cls(as_patterns(patterns), float(beta))

    def attention(self, states: ArrayLike) -> Real:
        """softmax(beta z) over the patterns; real states (..., N) -> (..., P), sums 1."""
        s = self._real(states)
        z = self.beta * agreement(s.reshape(-1, s.shape[-1]), self.patterns).astype(np.float64)
        weights = np.exp(z - z.max(axis=1, keepdims=True))
        weights /= weights.sum(axis=1, keepdims=True)
        return np.asarray(weights.reshape(*s.shape[:-1], len(self.patterns)))

    def energy(self, states: ArrayLike) -> Real:
        """E = s.s/2 - 1/beta ln sum_mu exp(beta z_mu); real states (..., N) -> (...)."""
        s = self._real(states)
        z = self.beta * agreement(s.reshape(-1, s.shape[-1]), self.patterns).astype(np.float64)
        top = z.max(axis=1)
        highest = top + np.log(np.exp(z - top[:, None]).sum(axis=1))  # a soft maximum
        own = (s.astype(np.float64) ** 2).sum(axis=-1) / 2
        return np.asarray(own - highest.reshape(s.shape[:-1]) / self.beta)

    def step(self, states: ArrayLike) -> Floats:
        """X' softmax(beta z): attention to the patterns, once; real states (..., N) -> (..., N).

        Tile by tile, with the largest exponent so far, so that no P x N floats are ever held.
        """
        s = self._real(states)
        rows = s.reshape(-1, s.shape[-1]) * np.float32(self.beta)
        top = np.full((len(rows), 1), -np.inf, dtype=np.float32)
        total, mix = np.zeros_like(top), np.zeros_like(rows)
        for start in range(0, len(self.patterns), TILE):
            x = self.patterns[start : start + TILE].astype(np.float32)
            z = rows @ x.T
            higher = np.maximum(top, z.max(axis=1, keepdims=True))
            z -= higher
            np.exp(z, out=z)
            fade = np.exp(top - higher)
            total = total * fade + z.sum(axis=1, keepdims=True)
            mix = mix * fade + z @ x
            top = higher
        mix /= total
        return mix.reshape(s.shape)

    def recall(
        self,
        cue: ArrayLike,
        *,
        rng: np.random.Generator | None = None,  # noqa: ARG002 - nothing here is random
        max_sweeps: int = 50,
    ) -> Trajectory:
        """One cue (N,) of -1/0/+1, step by step; states (T+1, N) are real.

        Recalled is the nearest whole number, so 0 where the attention is divided.
        """
        start = as_cue(cue, self.patterns.shape[1])
        states = [start.astype(np.float32)]
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
        rng: np.random.Generator | None = None,  # noqa: ARG002 - nothing here is random
        max_sweeps: int = 50,
    ) -> Bipolar:
        """The final states of many cues, rounded, (B, N) -> (B, N): what `recall` gives."""
        now = np.atleast_2d(as_cues(cues, self.patterns.shape[1])).astype(np.float32)
        going = np.arange(len(now))
        for _ in range(max_sweeps):
            if not going.size:
                break
            then = self.step(now[going])
            moved = np.abs(then - now[going]).max(axis=1) > STILL
            now[going] = then
            going = going[moved]
        return np.rint(now).astype(np.int8)

    def _real(self, states: ArrayLike) -> Floats:
        s = np.asarray(states, dtype=np.float32)
        n_units = self.patterns.shape[1]
        if s.ndim == 0 or s.shape[-1] != n_units or not np.isfinite(s).all():
            raise ValueError(
                f"States of shape {s.shape}; wanted are finite numbers, {n_units} in a state."
            )
        return s
