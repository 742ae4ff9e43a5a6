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
MODE = {"desk": "Desk", "projector": "Projector"}
PREDICT = {1: "Ask for a prediction", 0: "Do not ask"}
MORE = "More"
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
CLEAR, PLANT, FORGET = "Clear", "Plant", "Forget"
HELP_PLANT = "Stores what is on the canvas as one more memory (an unknown pixel as black)."
HELP_FORGET = "Takes the memory planted last out again."
SHOWN, BEFORE_PLAY = "Shown at the", "Before Play"
WHICH, CLASSES, THRESHOLD = "Which digits are stored", "Of these classes", "A pixel is white from"
CHOICE = {
    "first": "The first ones",
    "each": "One of each class",
    "classes": "The first of some classes",
    "picked": "Picked by hand",
    "shuffled": "The first ones, pixels shuffled",
    "random": "Random patterns",
}
HELP_WHICH = (
    "Shuffled: the pixels of each digit in an order of its own, which takes away what the strokes "
    "share, but leaves most pixels black. Random patterns share nothing: for them the lecture’s "
    "0.15 N is near the limit."
)
HELP_THRESHOLD = "Grey values of MNIST go from 0, black, to 255, white."
PICK, SHEET, DIGIT, STORE_THESE = "Pick …", "Pick the digits to store", "digit", "Store these"
CHANGE_OF_W = "The change of W, 784 x 784: blue weights grew, orange ones fell"
PLANTING = "What planting has changed"
HELP_CLEAR = "Empties the canvas: all black, to draw on."
SEEN = "What the network sees"


def n_picked(number: int) -> str:
    """How many digits are picked on the contact sheet."""
    return f"{number} picked. Tick the rows of the digits to store."


def planting(n_before: int, n_after: int, n_old: int) -> str:
    """What planting did to the digits stored before."""
    return (
        f"Of the {n_old} digits stored before, damaged as on the page, {n_before} came back "
        f"exactly without the new memory, and {n_after} come back with it."
    )


def hurt(names: list[str]) -> str:
    """Which old digits no longer come back."""
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return "It hurts " + "; ".join(names[:6]) + more + "."


def counts(cue: Bipolar) -> str:
    """How many pixels of the cue are white, black and unknown."""
    white, black, unknown = ((cue == value).sum() for value in (1, -1, 0))
    return f"{white} white (+1), {black} black (−1), {unknown} unknown (0)"


def computed(settings: Settings, cue: Bipolar, undamaged: Bipolar) -> str:
    """What was computed just now, in one line."""
    how = (
        "Hamming, ε = 1/P"
        if settings.network == "hamming"
        else f"{RULE[settings.rule]}, {ORDER[settings.order].lower()}"
    )
    load = f"N = {cue.size}, P = {settings.n_patterns}, {how}, seed {settings.seed}."
    changed = int((cue != undamaged).sum())
    of_digit = settings.source in ("stored", "unseen")
    return load + (f" {changed} pixels of the digit are changed." if of_digit else "")


def likeness(mean_overlap: float) -> str:
    """How much two stored digits resemble each other."""
    return f"Mean overlap of two stored patterns: {mean_overlap + 0.0:.2f}."
