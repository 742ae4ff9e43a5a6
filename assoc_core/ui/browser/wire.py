"""What is sent to the browser, as text: made once, and shared by all sessions as it is."""

import base64
import hashlib
import json
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assoc_core.types import Bipolar, Real
from assoc_core.ui.browser.constants import WHITE


@dataclass(frozen=True, slots=True)
class Wire:
    """JSON, and an id that tells it apart: the browser reads a text only if its id is new."""

    id: str
    json: str


def wire(data: Any) -> Wire:
    """The data as text."""
    text = json.dumps(data, separators=(",", ":"))
    return Wire(hashlib.sha1(text.encode()).hexdigest(), text)


def base64_of(array: NDArray[Any]) -> str:
    """The bytes of an array, as they are in memory."""
    return base64.b64encode(array.tobytes()).decode()


def frames(states: Real) -> list[str]:
    """Real states (T, N) in 16 bits."""
    return [base64_of(state) for state in np.rint(WHITE * states).astype("<i2")]


def changes(states: Bipolar) -> list[list[int]]:
    """What each step changes, as numbers 3 i + s_i + 1: unit i takes the value s_i; (T+1, N) -> T.

    Units are counted from 0, values are -1, 0 and +1.
    """
    steps, units = np.nonzero(states[1:] != states[:-1])
    values = states[1:][steps, units]
    return by_row(3 * units + values + 1, steps, len(states) - 1)


def by_row(values: NDArray[Any], rows: NDArray[np.int64], n_rows: int) -> list[list[Any]]:
    """The values as a list for each row, whose numbers are given beside them and ascend."""
    plain, ends = values.tolist(), np.searchsorted(rows, np.arange(n_rows + 1)).tolist()
    return [plain[first:last] for first, last in pairwise(ends)]
