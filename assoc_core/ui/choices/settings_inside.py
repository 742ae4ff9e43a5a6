"""What the Inside page adds to the URL: what is looked at, and the choices of each laboratory."""

from dataclasses import dataclass

from assoc_core.ui.choices.activities import USUAL
from assoc_core.ui.choices.codec import N_UNITS
from assoc_core.ui.choices.linked import Linked

MOST_MAXNET_STEPS = 500
LOOKS = ("weights", "spectrum", "field", "margins", "line", "maxnet", "beta", "sequence", "pairs")
CHOICES_INSIDE: dict[str, tuple[str, ...]] = {
    "look": LOOKS,
    "scale": ("linear", "log"),
    "state_of": ("cue", "digit"),
    "after": ("one", "end"),
    "learned": ("pseudoinverse", "hebb"),
    "code": ("one-hot", "random"),
}
RANGES_INSIDE: dict[str, tuple[int, int]] = {
    "tile": (0, N_UNITS - 1),
    "line_from": (0, 304),  # 300 digits and five planted ones
    "line_to": (0, 304),
    "maxnet_step": (0, MOST_MAXNET_STEPS),
    "sample": (0, 99),
    "begin": (0, 9),
    "closed": (0, 1),
}


@dataclass(frozen=True, slots=True)
class Inside(Linked):
    """What is looked at, and the choices of each laboratory.

    `tile` is the picture of weights that is enlarged; `line_from` and `line_to` are stored patterns
    by number; `numbers` (by comma) and `inhibition` go into MAXNET; `sample` says which digit of
    each class the sequence and the pairs are made of, `learned` how, `begin` with which class the
    sequence starts.
    """

    look: str = "weights"
    tile: int = 14 * 28 + 14
    scale: str = "linear"
    state_of: str = "cue"
    line_from: int = 0
    line_to: int = 1
    numbers: str = USUAL
    inhibition: str = "0.2"
    maxnet_step: int = 0
    after: str = "end"
    learned: str = "pseudoinverse"
    sample: int = 0
    begin: int = 0
    closed: int = 0
    code: str = "one-hot"
