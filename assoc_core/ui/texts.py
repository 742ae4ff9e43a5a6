"""Every label and explanation of the interface."""

from assoc_core.types import Bipolar
from assoc_core.ui.settings import Settings

TITLE = "Associative memory lab"

NETWORK = {"hopfield": "Hopfield", "hamming": "Hamming"}
RULE = {"hebb": "Hebb (the lecture’s)", "pseudoinverse": "Pseudo-inverse"}
ORDER = {
    "steepest": "Steepest",
    "asynchronous": "One by one, random",
    "cyclic": "One by one, in turn",
    "synchronous": "All at once",
}
SOURCE = {
    "stored": "Stored digit",
    "unseen": "Unseen digit",
    "black": "Black canvas",
    "unknown": "Unknown canvas",
}
DAMAGE = {
    "flip": "Flip pixels",
    "hide": "Make pixels unknown",
    "blank": "Paint pixels black",
    **{f"hide_{side}": f"Make the {side} unknown" for side in ("bottom", "top", "left", "right")},
    **{f"blank_{side}": f"Paint the {side} black" for side in ("bottom", "top", "left", "right")},
}
PEN = {"white": "White", "black": "Black", "unknown": "Unknown"}
DRAW = "Draw on it, and the network starts from what you drew"

HELP_RULE = (
    "Hebb: each weight is the sum of x_i x_j over the stored digits, as in the lecture. "
    "Pseudo-inverse: the projector onto the stored digits, which also works when they resemble "
    "each other."
)
HELP_ORDER = (
    "Steepest: always the pixel whose change lowers the energy most. One by one: pixel after "
    "pixel, each seeing the changes before it. All at once: every pixel from the same picture; "
    "this order alone can end in two pictures that take turns."
)
HELP_STORED = (
    "2 to 300 digits, the first ones of MNIST’s training set. 118 is 0.15 N for N = 784 pixels, "
    "the lecture’s load."
)
HELP_DAMAGE = (
    "Unknown is not black: a black pixel votes “black” (−1), an unknown one does not vote at all."
)
HELP_SEED = "The same seed gives the same damage and the same order of updates, everywhere."
NO_RULE = "Matching"
HELP_HAMMING = (
    "A Hamming network has no rule or order to choose: each stored digit has a unit that counts "
    "the matching pixels, and MAXNET lets the units compete (inhibition ε = 1/P)."
)

INVITATION = {
    "flip": "Press Play: one pixel changes at a time, and each change lowers the energy.",
    "sweep": "Press Play: all pixels are updated at once, again and again.",
    "step": (
        "Press Play: the stored digits compete. The picture is what those still in the race agree "
        "on; where they differ it is green, lighter where more of them are white."
    ),
}
HELP_CLEAR = "Empties the canvas: all black, to draw on."
SEEN = "What the network sees"


def counts(cue: Bipolar) -> str:
    """How many pixels of the cue are white, black and unknown."""
    white, black, unknown = ((cue == value).sum() for value in (1, -1, 0))
    return f"{white} white (+1), {black} black (−1), {unknown} unknown (0)"


def computed(settings: Settings, likeness: float, cue: Bipolar, undamaged: Bipolar) -> str:
    """What was computed just now, in one line."""
    how = (
        "Hamming, ε = 1/P"
        if settings.network == "hamming"
        else f"{RULE[settings.rule]}, {ORDER[settings.order].lower()}"
    )
    load = f"N = {cue.size}, P = {settings.stored}, {how}, seed {settings.seed}."
    alike = f" Mean overlap of two stored digits: {likeness:.2f} (of random patterns: 0)."
    changed = int((cue != undamaged).sum())
    of_digit = settings.source in ("stored", "unseen")
    return load + (f" {changed} pixels of the digit are changed." if of_digit else "") + alike
