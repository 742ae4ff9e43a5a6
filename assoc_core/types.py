"""Array aliases, the interface every memory keeps, and the checks at its border."""

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.trajectory import Trajectory

Bipolar: TypeAlias = NDArray[np.int8]  # patterns: -1/+1; cues and states: -1/0/+1, 0 = unknown
Real: TypeAlias = NDArray[np.float64]
Rule: TypeAlias = Callable[[Bipolar], Real]


class AssociativeMemory(Protocol):
    """An immutable value: made by `store`, asked by `recall`."""

    @property
    def patterns(self) -> Bipolar: ...

    def recall(self, cue: ArrayLike, *, rng: np.random.Generator) -> Trajectory: ...


def as_patterns(patterns: ArrayLike) -> Bipolar:
    """A read-only (P, N) int8 copy; ValueError unless P, N >= 1 and all values are -1/+1."""
    given = np.asarray(patterns)
    if given.ndim != 2 or given.size == 0:
        raise ValueError(
            f"Patterns have the shape {given.shape}; wanted is (P, N) with at least one pattern "
            "of at least one unit. A single pattern x is stored as x[None, :]."
        )
    if not _only(given, (-1, 1)):
        raise ValueError(
            "Patterns hold a value other than -1 and +1. "
            "Make pictures bipolar first, for example with mnist.bipolar(images)."
        )
    return frozen(given.astype(np.int8))


def as_cues(cues: ArrayLike, n_units: int) -> Bipolar:
    """A read-only (..., N) int8 copy of the cues; ValueError unless N fits and all are -1/0/+1."""
    given = np.asarray(cues)
    if given.ndim == 0 or given.shape[-1] != n_units:
        raise ValueError(
            f"The cue has the shape {given.shape}; this memory has {n_units} units, "
            f"so wanted is ({n_units},), or (B, {n_units}) for a batch."
        )
    if not _only(given, (-1, 0, 1)):
        raise ValueError(
            "The cue holds a value other than -1, 0 and +1. "
            "Use -1 for black, +1 for white and 0 for an unknown pixel."
        )
    return frozen(given.astype(np.int8))


def as_cue(cue: ArrayLike, n_units: int) -> Bipolar:
    """One cue, (N,); ValueError as in `as_cues`, and for a batch."""
    if np.ndim(cue) != 1:
        raise ValueError(
            f"recall takes one cue of shape ({n_units},), not {np.shape(cue)}; "
            "for a batch of cues use settle."
        )
    return as_cues(cue, n_units)


def frozen(array: NDArray[Any]) -> NDArray[Any]:
    """The same array, made read-only, so that sessions can share it without locks."""
    array.flags.writeable = False
    return array


def on_exact_grid(values: Real) -> tuple[Real, float]:
    """The values rounded to multiples of 2^k, and 2^k: the finest that keeps sums in 53 bits."""
    _, exponent = np.frexp(np.abs(values).sum())
    grid = float(np.ldexp(1.0, int(exponent) - 53))
    return np.rint(values / grid) * grid, grid


def _only(array: NDArray[Any], values: tuple[int, ...]) -> bool:
    if array.dtype.kind not in "iufb":
        return False
    allowed = array == values[0]
    for value in values[1:]:
        allowed |= array == value
    return bool(allowed.all())
