"""Ways to damage a pattern. Each takes (pattern, amount, rng) and returns a cue.

`flip` inverts, `hide` makes unknown (0), `blank` makes black (-1); `amount` is the share of the N
units, and exactly round(amount N) distinct units are touched. `hide_bottom` and its kin cover the
picture from one side, unit by unit, and need no randomness.
"""

import math
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from assoc_core.types import Bipolar, as_cues

Corruption: TypeAlias = Callable[[ArrayLike, float, np.random.Generator], Bipolar]
Units: TypeAlias = NDArray[np.int64]
Pick: TypeAlias = Callable[[int, int, np.random.Generator], Units]  # (n, N, rng) -> n units
Change: TypeAlias = Callable[[Bipolar], Bipolar]


def _anywhere(n_touched: int, n_units: int, rng: np.random.Generator) -> Units:
    return rng.choice(n_units, size=n_touched, replace=False)


def _from_side(side: str) -> Pick:
    def pick(n_touched: int, n_units: int, _rng: np.random.Generator) -> Units:
        units = np.arange(n_units)
        if side in ("left", "right"):
            units = units.reshape(_picture_side(n_units), -1).T.ravel()
        return (units if side in ("top", "left") else units[::-1])[:n_touched]

    return pick


def _picture_side(n_units: int) -> int:
    side = math.isqrt(n_units)
    if side * side != n_units:
        raise ValueError(
            f"{n_units} units do not make a square picture, so it has no left and right; "
            "cover its top or bottom instead."
        )
    return side


def _corruption(pick: Pick, change: Change) -> Corruption:
    def corrupt(pattern: ArrayLike, amount: float, rng: np.random.Generator) -> Bipolar:
        if not 0 <= amount <= 1:
            raise ValueError(f"The amount of damage is {amount}; wanted is a share from 0 to 1.")
        if np.ndim(pattern) != 1:
            raise ValueError(
                f"One pattern (N,) is damaged at a time; {np.shape(pattern)} was given."
            )
        cue = as_cues(pattern, np.size(pattern)).copy()
        touched = pick(round(amount * cue.size), cue.size, rng)
        cue[touched] = change(cue[touched])
        return cue

    return corrupt


def _invert(values: Bipolar) -> Bipolar:
    return -values


def _unknown(values: Bipolar) -> Bipolar:
    return np.zeros_like(values)


def _black(values: Bipolar) -> Bipolar:
    return np.full_like(values, -1)


SIDES = ("bottom", "top", "left", "right")
CORRUPTIONS: dict[str, Corruption] = {
    "flip": _corruption(_anywhere, _invert),
    "hide": _corruption(_anywhere, _unknown),
    "blank": _corruption(_anywhere, _black),
    **{f"hide_{side}": _corruption(_from_side(side), _unknown) for side in SIDES},
    **{f"blank_{side}": _corruption(_from_side(side), _black) for side in SIDES},
}
