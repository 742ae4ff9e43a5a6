"""Every label and explanation of the interface."""

from assoc_core.types import Bipolar

TITLE = "Associative memory lab"
PAGE = "Page"
PAGES = {"recall": "Recall", "limits": "Limits", "race": "Race", "inside": "Inside"}

NETWORK = {
    "hopfield": "Hopfield",
    "hamming": "Hamming",
    "dense": "Dense Hopfield",
    "modern": "Modern Hopfield",
}
RULE = {
    "hebb": "Hebb (the lecture’s)",
    "storkey": "Storkey",
    "pseudoinverse": "Pseudo-inverse",
    "perceptron": "Perceptron",
}
POWER = {
    **{power: f"F(z) = z^{power}" for power in ("2", "3", "10", "20", "30")},
    "exp": "F(z) = exp z",
}
EPSILON = {"1/P": "ε = 1/P (the lecture’s)", "1/active": "ε = 1/active"}
WARMTH = "Temperature"
HELP_POWER = (
    "The energy is minus the sum of F over the overlaps z with the stored digits. The steeper F, "
    "the less the weaker overlaps count; z^2 is Hebb’s rule."
)
HELP_BETA = (
    "How sharply the attention picks: small blends many digits, large takes the nearest one."
)
HELP_EPSILON = (
    "How much the units inhibit each other. 1/P never kills all; 1/active follows the units still "
    "in the race and decides in far fewer steps."
)
HELP_TEMPERATURE = (
    "In units of the mean field of the stored digits. At a temperature a pixel follows its field "
    "only with a probability, the energy may rise, and the network never rests."
)
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
DRAW = {
    "white": "Draw on it in white, and the network starts from that",
    "black": "Draw on it in black, and the network starts from that",
    "unknown": "Draw unknown pixels, and the network starts from that",
}

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
N_STORED = "Digits stored"
HELP_STORED = "2 to 300. 118 is 0.15 N for N = 784 pixels, the lecture’s load."
HELP_DAMAGE = (
    "Unknown is not black: a black pixel votes “black” (−1), an unknown one does not vote at all."
)
HELP_SEED = "The same seed gives the same damage and the same order of updates, everywhere."
CLEAR, PLANT, FORGET = "Clear", "Plant", "Forget"
HELP_PLANT = "Stores what is on the canvas as one more memory (an unknown pixel as black)."
HELP_FORGET = "Takes the memory planted last out again."
TAKE_AWAY, RECALL_AS = "Take away", "The recall, step by step, as a file"
SAME_IN_NUMPY = "The same in NumPy alone: run it in the folder that holds assets"
CLASS, FIT, UPLOAD = "Class", "Fit to MNIST", "Upload"
UPLOAD_LABEL = "A picture of one digit, PNG or JPEG, at most 1 MB"
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
