"""The modern Hopfield network: real units, and an update that is attention."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from assoc_core.memories.attention import blended, soft_maximum, softmax
from assoc_core.memories.sums import agreements, parts, summable
from assoc_core.trajectory import Stop, Trajectory, assign
from assoc_core.types import Bipolar, Real, as_batch, as_cue, as_patterns, number, sized

STILL = 1e-4  # a step that changes no unit by more is the last
LARGEST = 1e100  # of beta, 1 / beta and a state: products of two of them are far from overflow


@dataclass(frozen=True, slots=True, eq=False)
class ModernHopfield:
    """s <- X' softmax(beta z), z = xi . s; E = s.s/2 - 1/beta ln sum_mu exp(beta z) [Ramsauer21].

    patterns (P, N) of -1/+1, read-only; states are real. beta is per unit of z, not of z / N: a
    large one recalls the nearest pattern, a small one blends many. No step raises the energy by
    more than rounding, some 1e-16 of it.
    """

    patterns: Bipolar
    beta: float

    def __post_init__(self) -> None:
        assign(self, patterns=as_patterns(self.patterns), beta=_checked(self.beta))

    @classmethod
    def store(cls, patterns: ArrayLike, beta: float = 0.25) -> "ModernHopfield":
        """The memory of the patterns (P, N); ValueError unless all are -1/+1 and beta > 0."""
        return cls(np.asarray(patterns), beta)

    def __repr__(self) -> str:
        return f"ModernHopfield({sized(self.patterns)}, beta={self.beta})"

    def attention(self, states: ArrayLike) -> Real:
        """softmax(beta z) over the patterns; real states (..., N) -> (..., P), sums 1."""
        s = self._real(states)
        shares = softmax(agreements(s.reshape(-1, s.shape[-1]), self.patterns), self.beta)
        return np.asarray(shares.reshape(*s.shape[:-1], len(self.patterns)))

    def energy(self, states: ArrayLike) -> Real:
        """E = s.s/2 - 1/beta ln sum_mu exp(beta z_mu); real states (..., N) -> (...)."""
        s = self._real(states)
        z = agreements(s.reshape(-1, s.shape[-1]), self.patterns)
        highest = soft_maximum(z, self.beta).reshape(s.shape[:-1])
        return np.asarray((s * s).sum(axis=-1) / 2 - highest)

    def step(self, states: ArrayLike) -> Real:
        """X' softmax(beta z): attention to the patterns, once; real states (..., N) -> (..., N)."""
        s = self._real(states)
        rows, then = s.reshape(-1, s.shape[-1]), np.empty(s.shape)
        for part in parts(len(rows), len(self.patterns)):
            z = agreements(rows[part], self.patterns)
            then.reshape(rows.shape)[part] = blended(z, self.beta, self.patterns)
        return then

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

    def _real(self, states: ArrayLike) -> Real:
        given, n_units = np.asarray(states), self.patterns.shape[1]
        fits = given.ndim > 0 and given.shape[-1] == n_units and given.dtype.kind in "iuf"
        if not (fits and (np.abs(given) <= LARGEST).all()):
            raise ValueError(
                f"States of {given.dtype} and shape {given.shape}; wanted are finite numbers of at "
                f"most {LARGEST:g}, {n_units} in a state."
            )
        return summable(given.astype(np.float64))


def _checked(beta: Any) -> float:
    if 1 / LARGEST <= (value := number(beta)) <= LARGEST:
        return value
    raise ValueError(
        f"beta is {beta!r}; wanted is a number above 0, from {1 / LARGEST:g} to {LARGEST:g}, "
        "for digits about 0.25."
    )
