"""Settings: what is stored and how it is recalled, from what cue, in one value."""

import re
from dataclasses import dataclass

from assoc_core import CORRUPTIONS, RULES, SCHEDULES
from assoc_core.ui.choices.codec import drawing_text
from assoc_core.ui.choices.fields import Choices, Listed, of_kind, one_of, whole

N_STORED = 60_000
N_UNSEEN = 10_000
MOST_STORED = 300  # beside all of them
MOST_PLANTED = 5
MAX_SEED = 2**31 - 1

PATTERNS = ("first", "each", "classes", "picked", "shuffled", "random")
NETWORKS = ("hopfield", "hamming", "dense", "modern")
BETAS = ("0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1", "0.25", "0.5", "1")
POWERS = ("2", "3", "10", "20", "30", "exp")
TEMPERATURES = ("0", "0.05", "0.1", "0.2", "0.3", "0.5", "1")  # in units of the mean |h|
PARAMETERS = {"hopfield": "rule", "hamming": "epsilon", "dense": "power", "modern": "beta"}


def _label(text: str) -> int:
    if not re.fullmatch("[0-9]", text):
        raise ValueError(text)
    return int(text)


def _number(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or int(text) >= N_STORED:
        raise ValueError(text)
    return int(text)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a memory is made of, and nothing else: the key by which it is trained once for all.

    `parameter` is the rule, epsilon, power or beta; `which` the classes or the numbers of the
    stored digits, where `choice` asks for some. What does not matter is "" or 0.
    """

    network: str
    parameter: str
    choice: str
    stored: int
    which: str
    threshold: int
    planted: str


@dataclass(frozen=True, slots=True)
class Settings(Choices):
    """What is stored, how it is recalled, and from what cue.

    `choice` says which patterns are stored: the first digits, one of each class, those of some
    `classes` ("0,1"), those `picked` by number ("3,17"), digits with shuffled pixels, or random
    patterns. `planted` are encoded cues stored besides, "." between them. `digit` counts within
    `source`; `amount` is in percent; `fit` tells whether a drawing of one's own is made like MNIST.
    """

    network: str = one_of("hopfield", NETWORKS)
    rule: str = one_of("pseudoinverse", RULES)
    stored: int = whole(118, 2, MOST_STORED)
    choice: str = one_of("first", PATTERNS)
    classes: str = of_kind("0,1", Listed(_label, 10, "classes"))
    picked: str = of_kind("0,1,2", Listed(_number, MOST_STORED, "numbers", (("below", N_STORED),)))
    threshold: int = whole(128, 1, 255)
    planted: str = of_kind(
        "", Listed(drawing_text, MOST_PLANTED, "drawings", separator=".", distinct=False)
    )
    power: str = one_of("exp", POWERS)
    beta: str = one_of("0.25", BETAS)
    epsilon: str = one_of("1/P", ("1/P", "1/active"))
    order: str = one_of("steepest", SCHEDULES)
    temperature: str = one_of("0", TEMPERATURES)
    source: str = one_of("stored", ("stored", "unseen", "black", "unknown"))
    digit: int = whole(0, 0, N_UNSEEN - 1)
    damage: str = one_of("flip", CORRUPTIONS)
    amount: int = whole(20, 0, 100)
    seed: int = whole(0, 0, MAX_SEED)
    fit: int = whole(1, 0, 1)

    def __post_init__(self) -> None:
        if self.digit > self.last_digit:  # its source has no such digit
            object.__setattr__(self, "digit", self.last_digit)

    @property
    def n_patterns(self) -> int:
        """P: how many patterns are stored, the planted ones included."""
        n_digits = {"each": 10, "picked": len(self.picked.split(","))}.get(self.choice, self.stored)
        return n_digits + self.n_planted

    @property
    def n_planted(self) -> int:
        """How many patterns were planted beside the digits."""
        return len(self.planted.split(".")) if self.planted else 0

    @property
    def recipe(self) -> Recipe:
        """What the memory is made of."""
        counted = self.choice not in ("each", "picked")
        return Recipe(
            network=self.network,
            parameter=getattr(self, PARAMETERS[self.network]),
            choice=self.choice,
            stored=self.stored if counted else 0,
            which={"classes": self.classes, "picked": self.picked}.get(self.choice, ""),
            threshold=0 if self.choice == "random" else self.threshold,
            planted=self.planted,
        )

    @property
    def warmth(self) -> float:
        """The temperature, in units of the mean |h| of what is stored; 0 but in a Hopfield net."""
        return float(self.temperature) if self.network == "hopfield" else 0.0

    @property
    def is_of_digit(self) -> bool:
        """Whether the cue is made from a digit, not from an empty picture."""
        return self.source in ("stored", "unseen")

    @property
    def target(self) -> int | None:
        """The index of the stored digit that the cue was made from, None if of another."""
        return self.digit if self.source == "stored" else None

    @property
    def last_digit(self) -> int:
        """The largest number a digit can have within its source."""
        return self.n_patterns - 1 if self.source == "stored" else N_UNSEEN - 1
