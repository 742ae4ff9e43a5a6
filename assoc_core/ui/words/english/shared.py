"""What several pages say, and the Recall page, beside the words of choices."""

from assoc_core.types import Bipolar

TITLE = "Associative memory lab"
PEN_DRAWS = "The pen draws"
PEN = {"white": "White", "black": "Black", "unknown": "Unknown"}
DRAW = {
    "white": "Draw on it in white, and the network starts from that",
    "black": "Draw on it in black, and the network starts from that",
    "unknown": "Draw unknown pixels, and the network starts from that",
}
MORE = "More"
SERIES = "kind"  # what tells the marks of a chart apart, for those who hear it
TABLE = "The numbers"  # behind a chart
TRAINING = "Training the network …"
CLEAR, PLANT, FORGET = "Clear", "Plant", "Forget"
HELP_PLANT = "Stores what is on the canvas as one more memory (an unknown pixel as black)."
HELP_FORGET = "Takes the memory planted last out again."
TAKE_AWAY, RECALL_AS = "Take away", "The recall, step by step, as a file"
FILES = {"npz": "NPZ", "json": "JSON", "gif": "GIF", "python": "Python"}
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
