"""Settings: what is stored and recalled, in one value. What each page adds. View: how it looks."""

from dataclasses import dataclass

from assoc_core import CORRUPTIONS, RULES, SCHEDULES
from assoc_core.data.corruption import SIDES
from assoc_core.ui.choices.codec import N_UNITS
from assoc_core.ui.choices.linked import Linked
from assoc_core.ui.choices.settings_inside import CHOICES_INSIDE, RANGES_INSIDE, Inside

N_STORED = 60_000
N_UNSEEN = 10_000
MOST_PLANTED = 5
MOST_MEMORIES = 8  # compared on one chart
MOST_RACERS = 4
MAX_SEED = 2**31 - 1

PAGES = ("recall", "limits", "race", "inside")
CHOICES: dict[str, tuple[str, ...]] = {
    "page": PAGES,
    "network": ("hopfield", "hamming", "dense", "modern"),
    "rule": tuple(RULES),
    "order": tuple(SCHEDULES),
    "power": ("2", "3", "10", "20", "30", "exp"),
    "beta": ("0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1", "0.25", "0.5", "1"),
    "epsilon": ("1/P", "1/active"),
    "temperature": ("0", "0.05", "0.1", "0.2", "0.3", "0.5", "1"),  # in units of the mean |h|
    "source": ("stored", "unseen", "black", "unknown"),
    "damage": tuple(CORRUPTIONS),
    "choice": ("first", "each", "classes", "picked", "shuffled", "random"),
    "mode": ("desk", "projector"),
    "experiment": ("cliff", "basin", "ghosts", "unknown"),
    "measure": ("exact", "overlap"),
    "cues": ("20", "200", "500"),
    "half": SIDES,
    "clock": ("step", "work"),
    **CHOICES_INSIDE,
}
KINDS = ("random", "first", "shuffled")  # of CHOICES["choice"], those that experiments compare
PARTS = ("network", "start", "damage", "draw", "side", "curve", "more")  # what `hide` can name
RANGES: dict[str, tuple[int, int]] = {
    "stored": (2, 300),
    "digit": (0, N_UNSEEN - 1),
    "amount": (0, 100),
    "seed": (0, MAX_SEED),
    "threshold": (1, 255),
    "fit": (0, 1),
    "predict": (0, 1),
    "run": (0, 1),
    "of_all": (0, 1),
    "guess": (0, 300),
    "missing": (0, 100),
    "all_digits": (0, 1),
    "why": (0, N_UNITS - 1),
    **RANGES_INSIDE,
}


OF_DIGITS = ("choice", "classes", "picked", "threshold")
PARAMETERS = {"hopfield": "rule", "hamming": "epsilon", "dense": "power", "modern": "beta"}
OF_MEMORY = ("network", *PARAMETERS.values(), "stored", "planted", *OF_DIGITS)


@dataclass(frozen=True, slots=True)
class Settings(Linked):
    """What is stored, how it is recalled, and from what cue.

    `choice` says which patterns are stored: the first digits, one of each class, those of some
    `classes` ("0,1"), those `picked` by number ("3,17"), digits with shuffled pixels, or random
    patterns. `planted` are encoded cues stored besides, "." between them. `digit` counts within
    `source`; `amount` is in percent; `drawing` is an encoded cue or "".
    """

    network: str = "hopfield"
    rule: str = "pseudoinverse"
    stored: int = 118
    choice: str = "first"
    classes: str = "0,1"
    picked: str = "0,1,2"
    threshold: int = 128
    planted: str = ""
    power: str = "exp"
    beta: str = "0.25"
    epsilon: str = "1/P"
    order: str = "steepest"
    temperature: str = "0"
    source: str = "stored"
    digit: int = 0
    damage: str = "flip"
    amount: int = 20
    seed: int = 0
    drawing: str = ""
    fit: int = 1

    @property
    def n_patterns(self) -> int:
        """P: how many patterns are stored, the planted ones included."""
        n_digits = {"each": 10, "picked": len(self.picked.split(","))}.get(self.choice, self.stored)
        return n_digits + len(self.planted.split(".")) * bool(self.planted)

    def of_memory(self) -> "Settings":
        """The same with all that does not matter to what is stored at its usual value."""
        kept = {name: getattr(self, name) for name in OF_MEMORY}
        unused = set(PARAMETERS.values()) - {PARAMETERS[self.network]}
        return Settings(**{name: kept[name] for name in kept.keys() - unused})

    @property
    def warmth(self) -> float:
        """The temperature, in units of the mean |h| of what is stored; 0 but in a Hopfield net."""
        return float(self.temperature) if self.network == "hopfield" else 0.0

    @property
    def target(self) -> int | None:
        """The index of the stored digit that the cue was made from, None if of another."""
        return self.digit if self.source == "stored" else None


@dataclass(frozen=True, slots=True)
class Limits(Linked):
    """What the Limits page adds: which experiment, with which memories, and how it is drawn.

    `memories` are entrants by comma (see `entrants`), as are the `networks` for which a `half` of
    the picture, `missing` percent of it, is once unknown and once black; `kinds` are choices of
    patterns, `damages` ways to damage them; `of_all` tells whether all stored patterns are damaged
    or only the chosen one; `guess` is the load at which recall is expected to break, 0 is none.
    """

    experiment: str = "cliff"
    memories: str = "hebb,storkey,pseudoinverse"
    kinds: str = "random,first,shuffled"
    damages: str = "flip,hide,blank"
    networks: str = "hebb,storkey,perceptron,pseudoinverse,hamming,dense-exp,modern-0.25"
    half: str = "bottom"
    missing: int = 50
    cues: str = "200"
    of_all: int = 1
    measure: str = "exact"
    guess: int = 0


@dataclass(frozen=True, slots=True)
class Race(Linked):
    """What the Race page adds: who runs, entrants by comma, on which clock, and whether all digits
    of the training set are stored in place of those that Settings names.
    """

    racers: str = "hebb,storkey,pseudoinverse,hamming"
    all_digits: int = 0
    clock: str = "step"


@dataclass(frozen=True, slots=True)
class View(Linked):
    """How it is shown: on which page, and what of it.

    `why` is the pixel asked about, `hide` the parts left out, by comma; `run` whether the page's
    experiment is to be computed.
    """

    page: str = "recall"
    run: int = 0
    mode: str = "desk"
    predict: int = 1
    hide: str = ""
    why: int | None = None

    @property
    def hidden(self) -> set[str]:
        return set(self.hide.split(",")) - {""}


ADDED: dict[str, tuple[type[Linked], ...]] = {  # what a page's URL holds beside Settings and View
    "recall": (),
    "limits": (Limits,),
    "race": (Race,),
    "inside": (Inside,),
}


def last_digit(source: str, n_stored: int) -> int:
    """The largest number a digit can have within its source."""
    return n_stored - 1 if source == "stored" else N_UNSEEN - 1
