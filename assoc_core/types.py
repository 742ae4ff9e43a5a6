"""Array aliases, the interface every memory keeps, and the checks at its border."""

import math
from collections.abc import Callable
from typing import Any, Protocol, TypeAlias, runtime_checkable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.trajectory import Trajectory
from assoc_core.trajectory import frozen as frozen

SMALLEST = -1074  # the exponent of the smallest float64 above 0
Bipolar: TypeAlias = NDArray[np.int8]  # patterns: -1/+1; cues and states: -1/0/+1, 0 = unknown
Real: TypeAlias = NDArray[np.float64]
Rule: TypeAlias = Callable[[Bipolar], Real]


@runtime_checkable
class AssociativeMemory(Protocol):
    """An immutable value: made by `store`; asked by `recall` for one cue with its record, by
    `settle` for the answers to many: those of `recall` cue by cue, save where chance decides.
    """

    @property
    def patterns(self) -> Bipolar:
        """What is stored, (P, N)."""
        ...

    def recall(self, cue: ArrayLike, *, rng: np.random.Generator) -> Trajectory:
        """The record of one cue (N,)."""
        ...

    def settle(self, cues: ArrayLike, *, rng: np.random.Generator) -> Bipolar:
        """The answers to the cues, (B, N) -> (B, N); a single one (N,) is a batch of one."""
        ...


def as_patterns(patterns: ArrayLike) -> Bipolar:
    """Read-only (P, N) int8; ValueError unless P, N >= 1 and all values are -1/+1."""
    given = np.asarray(patterns)
    if given.ndim != 2 or given.size == 0:
        raise ValueError(
            f"Patterns have the shape {given.shape}; wanted is (P, N) with at least one pattern "
            "of at least one unit. A single pattern x is stored as x[None, :]."
        )
    _refuse_truth(given, "Patterns")
    if not _only(given, (-1, 1)):
        raise ValueError(
            "Patterns hold a value other than -1 and +1. "
            "Make pictures bipolar first, for example with mnist.bipolar(images)."
        )
    return frozen(given.astype(np.int8, copy=False))


def as_cues(cues: ArrayLike, n_units: int) -> Bipolar:
    """Read-only (..., N) int8 cues or states; ValueError unless N fits and all are -1/0/+1."""
    given = np.asarray(cues)
    if given.ndim == 0 or given.shape[-1] != n_units:
        raise ValueError(
            f"The cue has the shape {given.shape}; this memory has {n_units} units, "
            f"so wanted is ({n_units},), or (B, {n_units}) for a batch."
        )
    _refuse_truth(given, "The cue")
    if not _only(given, (-1, 0, 1)):
        raise ValueError(
            "The cue holds a value other than -1, 0 and +1. "
            "Use -1 for black, +1 for white and 0 for an unknown pixel."
        )
    return frozen(given.astype(np.int8, copy=False))


def as_cue(cue: ArrayLike, n_units: int) -> Bipolar:
    """One cue, (N,); ValueError as in `as_cues`, and for a batch."""
    if np.ndim(cue) != 1:
        raise ValueError(
            f"recall takes one cue of shape ({n_units},), not {np.shape(cue)}; "
            "for a batch of cues use settle."
        )
    return as_cues(cue, n_units)


def as_batch(cues: ArrayLike, n_units: int) -> Bipolar:
    """The cues of a batch, (B, N), a single one (N,) as (1, N); ValueError as in `as_cues`."""
    if np.ndim(cues) not in (1, 2):
        raise ValueError(
            f"settle takes cues of shape (B, {n_units}), or one of ({n_units},), not "
            f"{np.shape(cues)}; make a batch of them with cues.reshape(-1, {n_units})."
        )
    return np.atleast_2d(as_cues(cues, n_units))


def as_weights(weights: ArrayLike, shape: tuple[int, int]) -> Real:
    """Read-only float64 weights; ValueError unless they have the shape and are all finite."""
    given = np.asarray(weights)
    if given.shape != shape or given.dtype.kind not in "iuf" or not np.isfinite(given).all():
        raise ValueError(
            f"Weights of shape {given.shape} and type {given.dtype}; wanted for these patterns are "
            f"finite numbers of shape {shape}, a row for each unit that they lead to."
        )
    return frozen(given.astype(np.float64, copy=False))


def number(value: object) -> float:
    """The number as a float, NaN for what is none, and for True and False."""
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
        return math.nan
    try:
        return float(value)
    except OverflowError:  # a whole number that float64 has no room for
        return math.inf if value > 0 else -math.inf


def sized(patterns: Bipolar) -> str:
    """How many there are, for the `repr` of a memory: "118 patterns of 784 units"."""
    n_patterns, n_units = patterns.shape
    patterns_of = "pattern" if n_patterns == 1 else "patterns"
    return f"{n_patterns} {patterns_of} of {n_units} {'unit' if n_units == 1 else 'units'}"


def on_exact_grid(values: Real) -> tuple[Real, float]:
    """The values rounded to multiples of 2^k, and 2^k: the finest that keeps sums in 53 bits."""
    _, exponent = np.frexp(np.abs(values).sum())
    grid = float(np.ldexp(1.0, max(int(exponent) - 53, SMALLEST)))
    return np.rint(values / grid) * grid, grid


def _refuse_truth(array: NDArray[Any], what: str) -> None:
    if array.dtype == bool:
        raise ValueError(
            f"{what}: True and False were given; wanted are -1 and +1. "
            "Of a mask make np.where(mask, 1, -1)."
        )


def _only(array: NDArray[Any], values: tuple[int, ...]) -> bool:
    if array.dtype.kind not in "iuf":
        return False
    allowed = array == values[0]
    for value in values[1:]:
        allowed |= array == value
    return bool(allowed.all())
