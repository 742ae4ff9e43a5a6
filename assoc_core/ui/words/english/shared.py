"""Every label and explanation of the interface."""

import numpy as np

from assoc_core.types import Bipolar
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.words.english.choices import OPTIONS

TITLE = "Associative memory lab"
PEN_DRAWS = "The pen draws"
PEN = {"white": "White", "black": "Black", "unknown": "Unknown"}
DRAW = {
    "white": "Draw on it in white, and the network starts from that",
    "black": "Draw on it in black, and the network starts from that",
    "unknown": "Draw unknown pixels, and the network starts from that",
}
MORE = "More"
TABLE = "The numbers"  # behind a chart
TRAINING = "Training the network …"
INVITATION = {
    "at rest": "Already at rest: nothing will change. Play names the ending.",
    "warm": "Press Play: pixels follow their field by chance, the more so the weaker it is.",
    "attention": "Press Play: the state becomes the mean of the memories that it attends to.",
    "flip": "Press Play: one pixel changes at a time, and each change lowers the energy.",
    "sweep": "Press Play: all pixels are updated at once, again and again.",
    "step": "Press Play: the stored digits compete. Green pixels: those left in the race differ.",
}
CLEAR, PLANT, FORGET = "Clear", "Plant", "Forget"
HELP_PLANT = "Stores what is on the canvas as one more memory (an unknown pixel as black)."
HELP_FORGET = "Takes the memory planted last out again."
TAKE_AWAY, RECALL_AS = "Take away", "The recall, step by step, as a file"
SAME_IN_NUMPY = "The same in NumPy alone: run it in the folder that holds assets"
CLASS, UPLOAD = "Class", "Upload"
UPLOAD_LABEL = "A picture of one digit, PNG or JPEG, at most 1 MB"
PICK, STORE_THESE = "Pick …", "Store these"
SHEET = "Pick from the first 300"
CHANGE_OF_W = "The change of W, 784 x 784: blue weights grew, orange ones fell"
PLANTING = "What planting has changed"
HELP_CLEAR = "Empties the canvas: all black, to draw on."
SEEN = "What the network sees"


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
    how = ", ".join(_how(settings))
    load = f"N = {cue.size}, P = {settings.n_patterns}, {how}, seed {settings.seed}."
    changed = int((cue != undamaged).sum())
    of_digit = settings.is_of_digit
    return load + (f" {changed} pixels of the digit are changed." if of_digit else "")


def _how(settings: Settings) -> list[str]:
    order = OPTIONS["order"][settings.order].lower()
    if settings.warmth:
        order = f"temperature {settings.temperature}"
    return {
        "hopfield": [OPTIONS["rule"][settings.rule], order],
        "hamming": ["Hamming", OPTIONS["epsilon"][settings.epsilon]],
        "dense": [OPTIONS["power"][settings.power], order],
        "modern": ["Modern Hopfield", f"β = {settings.beta}"],
    }[settings.network]


def likeness(mean_overlap: float) -> str:
    """How much two stored patterns resemble each other; nothing where there is only one."""
    if np.isnan(mean_overlap):
        return ""
    return f"Mean overlap of two stored patterns: {mean_overlap + 0.0:.2f}."
