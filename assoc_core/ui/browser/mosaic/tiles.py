"""Weights as one picture of many tiles, as plain data: facts, no words, no Streamlit."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from assoc_core.types import Bipolar, Real
from assoc_core.ui.browser.constants import NOTHING
from assoc_core.ui.pictures import images
from assoc_core.ui.pictures.images import SIDE


def of_units(weights: Real) -> dict[str, Any]:
    """A tile for each unit, at the unit's place: what it listens to; (784, 784) weights."""
    most, least = weights.argmax(axis=1), weights.argmin(axis=1)
    return {
        "kind": "units",
        **_tiled(weights, SIDE),
        "most": _with_weight(most, weights),
        "least": _with_weight(least, weights),
    }


def _with_weight(chosen: NDArray[np.int64], weights: Real) -> list[tuple[int, float]]:
    """Of each unit the unit chosen for it, and the weight to that one, to three digits."""
    found = weights[np.arange(len(weights)), chosen]
    return [
        (unit, float(f"{w:.3g}") + 0.0)
        for unit, w in zip(chosen.tolist(), found.tolist(), strict=True)
    ]


def of_patterns(patterns: Bipolar, labels: tuple[int, ...]) -> dict[str, Any]:
    """A tile for each stored pattern (P, 784), which is what its unit is sensitive to."""
    columns = int(np.ceil(np.sqrt(len(patterns))))
    return {
        "kind": "patterns",
        **_tiled(patterns.astype(np.float64), columns),
        "labels": labels,
        "whites": (patterns > 0).sum(axis=1).tolist(),
    }


def _tiled(rows: Real, columns: int) -> dict[str, Any]:
    return {"picture": images.png_url(tiles(rows, columns)), "columns": columns, "n": len(rows)}


def tiles(rows: Real, columns: int) -> NDArray[np.uint8]:
    """Rows (n, 784) as tiles of 28 x 28, `columns` side by side; grey, 128 for 0.

    Tiles that are missing in the last line are 0.
    """
    lines = -(-len(rows) // columns)
    shades = np.full((lines * columns, SIDE * SIDE), NOTHING, dtype=np.uint8)
    share = np.clip(rows / images.full_colour(rows), -1, 1)
    shades[: len(rows)] = np.rint(NOTHING + 127 * share)
    grid = shades.reshape(lines, columns, SIDE, SIDE).swapaxes(1, 2)
    return grid.reshape(lines * SIDE, columns * SIDE)
