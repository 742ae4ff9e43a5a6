"""The words of every choice, by its name: its label, its options, its help."""

from typing import Any

SIDES = {"bottom": "bottom", "top": "top", "left": "left", "right": "right"}

LABEL = {
    "network": "Network",
    "rule": "Rule",
    "power": "Energy",
    "beta": "β",
    "epsilon": "Inhibition",
    "order": "Order of updates",
    "temperature": "Temperature",
    "stored": "Digits stored",
    "choice": "Which digits are stored",
    "classes": "Of these classes",
    "picked": "Picked",
    "threshold": "A pixel is white from",
    "planted": "Planted",
    "source": "Start from",
    "digit": "No.",
    "damage": "Damage",
    "amount": "Amount, %",
    "seed": "Seed",
    "fit": "Fit to MNIST",
    "drawing": "Drawing",
    "page": "Page",
    "run": "Computing",
    "mode": "Shown at the",
    "predict": "Before Play",
    "hide": "Hidden",
    "why": "Pixel asked about",
    "experiment": "Experiment",
    "memories": "Networks",
    "kinds": "Patterns",
    "damages": "Kinds of damage",
    "networks": "Networks",
    "half": "Missing",
    "missing": "Missing, %",
    "cues": "Damaged patterns at each point",
    "of_all": "Which are damaged",
    "meant": "Which one",
    "measure": "Measured",
    "guess": "Your guess first: up to which P?",
    "racers": "Who runs, at most 4",
    "all_digits": "All 60,000",
    "clock": "Clock",
    "look": "What to look at",
    "tile": "Enlarged",
    "scale": "Eigenvalues",
    "state_of": "The state",
    "line_from": "From no.",
    "line_to": "to no.",
    "numbers": "Your numbers, with commas",
    "inhibition": "ε",
    "maxnet_step": "Step",
    "after": "The state",
    "learned": "Learned by",
    "sample": "Which digit of each class",
    "begin": "Start with a",
    "closed": "After the 9",
    "code": "The label",
}

POWER = {
    **{power: f"F(z) = z^{power}" for power in ("2", "3", "10", "20", "30")},
    "exp": "F(z) = exp z",
}
OPTIONS: dict[str, dict[Any, str]] = {
    "network": {
        "hopfield": "Hopfield",
        "hamming": "Hamming",
        "dense": "Dense Hopfield",
        "modern": "Modern Hopfield",
    },
    "rule": {
        "hebb": "Hebb (the lecture’s)",
        "storkey": "Storkey",
        "pseudoinverse": "Pseudo-inverse",
        "perceptron": "Perceptron",
    },
    "power": POWER,
    "epsilon": {"1/P": "ε = 1/P (the lecture’s)", "1/active": "ε = 1/active"},
    "order": {
        "steepest": "Steepest",
        "asynchronous": "One by one, random",
        "cyclic": "One by one, in turn",
        "synchronous": "All at once",
    },
    "choice": {
        "first": "The first ones",
        "each": "One of each class",
        "classes": "The first of some classes",
        "picked": "Picked by hand",
        "shuffled": "The first ones, pixels shuffled",
        "random": "Random patterns",
    },
    "source": {
        "stored": "Stored digit",
        "unseen": "Unseen digit",
        "black": "Black canvas",
        "unknown": "Unknown canvas",
    },
    "damage": {
        "flip": "Flip pixels",
        "hide": "Make pixels unknown",
        "blank": "Paint pixels black",
        **{f"hide_{side}": f"Make the {said} unknown" for side, said in SIDES.items()},
        **{f"blank_{side}": f"Paint the {said} black" for side, said in SIDES.items()},
    },
    "page": {"recall": "Recall", "limits": "Limits", "race": "Race", "inside": "Inside"},
    "mode": {"desk": "Desk", "projector": "Projector"},
    "predict": {1: "Ask for a prediction", 0: "Do not ask"},
    "experiment": {
        "cliff": "Capacity cliff",
        "basin": "Basin",
        "ghosts": "Ghosts",
        "unknown": "Unknown or black",
    },
    "kinds": {"random": "Random patterns", "first": "Digits", "shuffled": "Shuffled digits"},
    "half": {"bottom": "Bottom", "top": "Top", "left": "Left", "right": "Right"},
    "of_all": {1: "All stored", 0: "One digit"},
    "measure": {"exact": "Exact recall", "overlap": "Mean overlap"},
    "look": {
        "weights": "Weights",
        "spectrum": "Spectrum",
        "field": "Field",
        "margins": "Margins",
        "line": "Energy",
        "maxnet": "MAXNET",
        "beta": "β",
        "sequence": "Sequence",
        "pairs": "Pairs",
    },
    "scale": {"linear": "Linear", "log": "Logarithmic"},
    "state_of": {"cue": "The cue, damaged", "digit": "The digit, undamaged"},
    "after": {"one": "After one step", "end": "At the end"},
    "learned": {"pseudoinverse": "Pseudo-inverse", "hebb": "Hebb’s sum"},
    "closed": {0: "It stays", 1: "Again the 0"},
    "code": {"one-hot": "One of 10 units", "random": "64 random units"},
}
OPTIONS["damages"] = OPTIONS["damage"]

HELP = {
    "rule": "Hebb: each weight is the sum of x_i x_j over the stored digits, as in the lecture. "
    "Pseudo-inverse: the projector onto the stored digits, which also works when they resemble "
    "each other.",
    "order": "Steepest: always the pixel whose change lowers the energy most. One by one: pixel "
    "after pixel, each seeing the changes before it. All at once: every pixel from the same "
    "picture; this order alone can end in two pictures that take turns.",
    "power": "The energy is minus the sum of F over z, the matching pixels minus the others, of "
    "each stored digit. The steeper F, the less the worse matches count; z^2 is Hebb’s rule.",
    "beta": "How sharply the attention picks: small blends many digits, large takes the nearest "
    "one.",
    "epsilon": "How much the units inhibit each other. 1/P never kills all; 1/active follows the "
    "units still in the race and decides in far fewer steps.",
    "temperature": "In units of the mean field of the stored digits. At a temperature a pixel "
    "follows its field only with a probability, the energy may rise, and the network never rests.",
    "stored": "2 to 300. 118 is 0.15 N for N = 784 pixels, the lecture’s load.",
    "choice": "Shuffled: the pixels of each digit in an order of its own, which takes away what "
    "the strokes share, but leaves most pixels black. Random patterns share nothing: of them "
    "Hebb’s rule stores up to 0.138 N, if a few wrong pixels are allowed.",
    "threshold": "Grey values of MNIST go from 0, black, to 255, white.",
    "damage": "Unknown is not black: a black pixel votes “black” (−1), an unknown one does not "
    "vote at all.",
    "seed": "The same seed gives the same damage and the same order of updates, everywhere.",
    "measure": "Exact recall: the share of the damaged patterns that come back with every pixel "
    "right. An overlap of 0.75 may look like much, but two digits have nearly as much with each "
    "other.",
    "all_digits": "Stores the whole training set of MNIST. Start and damage stay as they are.",
    "sample": "0 is the first of its class in the training set, 1 the second, and so on.",
    "code": "Of ten units one is white: easy to read, but two such labels agree in eight units. "
    "Random labels have nothing in common on average, which Hebb’s sum needs; the pictures still "
    "have.",
}


def up_to(label: str, last: int) -> str:
    """The label of a number that goes from 0 to its last value."""
    return f"{label}, 0 to {last}" if not label.endswith(".") else f"{label[:-1]}., 0 to {last}"
