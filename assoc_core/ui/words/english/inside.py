"""The explanations, titles and names of the Inside page, beside the words of its choices.

Its sentences with figures are in `findings` and `contest`.
"""

ABOUT = {
    "weights": "Each small picture belongs to one unit, lies at that unit’s own place, and shows "
    "what the unit listens to. Blue: white there pushes the unit to white. Orange: white there "
    "pushes it to black. Click one to enlarge it; the wheel, two fingers or + and − zoom.",
    "spectrum": "The weights stretch some pictures and shrink all others. The eigenvectors are "
    "the pictures that only change in size, the eigenvalues say how much. What is stored should "
    "be stretched, and all of it alike.",
    "field": "Every unit adds up its votes, h = W s. Where h is blue the unit is pushed to white, "
    "where it is orange to black. A unit whose field is against it will flip.",
    "margins": "The margin of a unit is s h divided by the length of its weights: how firmly it "
    "holds its value. A stored digit is only as stable as its weakest unit. Below 0 that unit "
    "flips, so the digit is no fixed point, even without any damage, though one may lie a few "
    "pixels away.",
    "line": "One digit turns into another, pixel by pixel. In a good memory both lie in valleys "
    "with a barrier between them. Without a barrier nothing keeps a state at the digit.",
    "maxnet": "The units of MAXNET inhibit each other: each loses ε times what all the others "
    "have. Who is at or below the kill line dies in the next step.",
    "beta": "A modern Hopfield network blends its memories, and β says how sharply it picks. A "
    "small β gives the mean of all digits, a large one a single digit.",
    "sequence": "These weights do not lead from a digit to itself but to the next one: 0, 1, 2 "
    "and so on. One damaged digit is enough to start.",
    "pairs": "Two layers recall each other: 784 pixels and a label. One layer is given, the other "
    "one starts unknown, and they are updated in turn until both stay.",
}
ALT = {
    "spectrum": "The eigenvalues of W, the largest first, with what theory expects as lines",
    "field": "How many units have which product of state and field; those below 0 will flip",
    "margins": "The smallest margin of each stored digit, the weakest first",
    "line": "The energy on the way from the first digit to the second",
    "maxnet": "The activity of each unit at this step, and the kill line",
    "steps": "All steps: active units, their sum, the largest, the kill line, who died",
    "attention": "How much attention each stored digit gets",
    "sweep": "How much the state is like its target and like the mean of all, for every β",
    "sequence": "The overlap of each state with the digit that is due and with the best other one",
    "pairs": "For each class the label that its picture leads to, and the picture of its label",
}
COLUMNS = {  # of the table behind each chart, and of what is told of an entry
    "spectrum": {"x": "rank", "y": "eigenvalue"},
    "field": {"low": "from", "high": "to", "y": "units", "series": "the field is"},
    "margins": {"x": "rank", "digit": "digit", "y": "smallest margin", "series": "it is"},
    "line": {"x": "share of the way", "y": "energy", "series": "way"},
    "maxnet": {"x": "unit", "y": "activity", "series": "fate"},
    "steps": {
        "step": "step",
        "active": "active",
        "sum": "sum S",
        "largest": "largest",
        "line": "kill line εS/(1+ε)",
        "died": "died in this step",
    },
    "attention": {"x": "number", "digit": "digit", "y": "attention"},
    "sweep": {"x": "β", "y": "cosine", "series": "with", "memories": "memories with a say"},
    "sequence": {"x": "step", "digit": "digit", "y": "overlap", "series": "with"},
    "pairs": {"class": "class", "label": "its label", "picture": "its picture"},
}
TO_HOPFIELD = "Look into a Hopfield network"
_NO_WEIGHTS = (
    "Only a Hopfield network has weights from every pixel to every other one. This network keeps "
    "the stored digits themselves and compares the state with them."
)
_NO_ENERGY = (
    "A Hamming network has no energy: its units compete until one is left. The Hopfield networks "
    "have one."
)
_PATTERNS = {
    "hamming": "A Hamming network has no weights between pixels. It has a unit for each stored "
    "digit, and the weights of that unit are the digit itself, divided by 2: blue where it wants "
    "white, orange where it wants black.",
    "dense": "This network has no weights between pixels. It keeps the stored digits and compares "
    "the state with each of them: blue where a digit is white, orange where it is black.",
    "modern": "This network has no weights between pixels. It attends to the stored digits "
    "themselves: blue where a digit is white, orange where it is black.",
}
EXPECTED = {
    "projected": "1 − P/N, if random",
    "orthogonal": "−P/N, if random",
    "high edge": "(√N + √P)² − P",
    "low edge": "(√N − √P)² − P",
    "lowest": "−P",
}
MEAN = "mean of all"
HEBB_FAILS = (
    "This is why Hebb’s rule fails on digits: whatever the cue is, the weights stretch its share "
    "of the mean far more than all that sets the digits apart."
)
FIELD_OF = {"cue": ("the cue, s", "its field, h"), "digit": ("the digit, s", "its field, h")}
SIGN_OF_FIELD = "after all units follow h"
ALIGNED = "s h"
FOR, AGAINST = "for the unit", "against it"
FIXED, NOT_FIXED = "fixed point", "not a fixed point"
RANKED = "stored digits, the weakest first"
MEAN_WAY, ONE_WAY, STRAIGHT = "the mean", "one order", "straight line"
PRESETS = {"decides": "A winner", "tie": "A dead heat", "kills": "ε too large"}
LIVES, DIES, DEAD = "lives on", "dies in the next step", "dead"
AFTER_OF = {"one": ("the cue", "after one step"), "end": ("the cue", "at the end")}
STORED_NUMBER = "number of the stored digit"
WITH_TARGET, WITH_MEAN = "the stored digit", "the mean of all"
COSINE_WITH, OVERLAP_WITH = "cosine with", "overlap with"
DUE, OTHER = "the digit that is due", "the best other"
TO_LABEL = "**From picture to label:** the damaged digit, and the label it is given"
TO_PICTURE = "**From label to picture:** the label, and the picture it leads to"


def instead(look: str, network: str) -> str:
    """Why this network has nothing to show in a laboratory, or what it shows in its place."""
    if look == "weights":
        return _PATTERNS[network]
    return _NO_ENERGY if look == "line" else _NO_WEIGHTS
