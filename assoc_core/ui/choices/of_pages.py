"""What a page adds to the settings, and View: on which page, and how it is shown."""

from dataclasses import dataclass

from assoc_core import CORRUPTIONS
from assoc_core.data.corruption import SIDES
from assoc_core.ui.choices import competitors
from assoc_core.ui.choices.codec import N_UNITS
from assoc_core.ui.choices.entrants import ENTRANTS
from assoc_core.ui.choices.fields import (
    Choices,
    Listed,
    Text,
    names,
    of_kind,
    one_name,
    one_of,
    whole,
)
from assoc_core.ui.choices.settings import MOST_PLANTED, MOST_STORED

MOST_MEMORIES = 8  # compared on one chart
MOST_RACERS = 4
MOST_MAXNET_STEPS = 500
KINDS = ("random", "first", "shuffled")  # of patterns: those that experiments compare
PARTS = ("network", "start", "damage", "draw", "side", "curve", "more")  # what `hide` can name
EXPERIMENTS = ("cliff", "basin", "ghosts", "unknown")
LOOKS = ("weights", "spectrum", "field", "margins", "line", "maxnet", "beta", "sequence", "pairs")
LAST_STORED = MOST_STORED + MOST_PLANTED - 1


@dataclass(frozen=True, slots=True)
class Limits(Choices):
    """What the Limits page adds: which experiment, with which memories, and how it is drawn.

    `memories` are entrants by comma (see `entrants`), as are the `networks` for which a `half` of
    the picture, `missing` percent of it, is once unknown and once black; `kinds` are choices of
    patterns, `damages` ways to damage them; `of_all` tells whether all stored patterns are damaged
    or only one, that is `meant` (the cue's own digit where nothing is said); `guess` is the load at
    which recall is expected to break, 0 is none.
    """

    experiment: str = one_of("cliff", EXPERIMENTS)
    memories: str = names("hebb,storkey,pseudoinverse", ENTRANTS, MOST_MEMORIES, "hebb,hamming")
    kinds: str = names("random,first,shuffled", KINDS, len(KINDS), ",".join(KINDS))
    damages: str = names("flip,hide,blank", CORRUPTIONS, len(CORRUPTIONS), "flip,hide_bottom")
    networks: str = names(
        "hebb,storkey,perceptron,pseudoinverse,hamming,dense-exp,modern-0.25",
        ENTRANTS,
        MOST_MEMORIES,
        "hebb,hamming",
    )
    half: str = one_of("bottom", SIDES)
    missing: int = whole(50, 0, 100)
    cues: str = one_of("200", ("20", "200", "500"))
    of_all: int = whole(1, 0, 1)
    meant: int | None = whole(None, 0, LAST_STORED)
    measure: str = one_of("exact", ("exact", "overlap"))
    guess: int = whole(0, 0, MOST_STORED)


@dataclass(frozen=True, slots=True)
class Race(Choices):
    """What the Race page adds: who runs, entrants by comma, on which clock, and whether all digits
    of the training set are stored in place of those that Settings names.
    """

    racers: str = names("hebb,storkey,pseudoinverse,hamming", ENTRANTS, MOST_RACERS, "hebb,hamming")
    all_digits: int = whole(0, 0, 1)
    clock: str = one_of("step", ("step", "work"))


@dataclass(frozen=True, slots=True)
class Inside(Choices):
    """What the Inside page adds: what is looked at, and the choices of each laboratory.

    `tile` is the picture of weights that is enlarged; `line_from` and `line_to` are stored patterns
    by number; `numbers` (by comma) and `inhibition` go into MAXNET; `sample` says which digit of
    each class the sequence and the pairs are made of, `learned` how, `begin` with which class the
    sequence starts.
    """

    look: str = one_of("weights", LOOKS)
    tile: int = whole(14 * 28 + 14, 0, N_UNITS - 1)
    scale: str = one_of("linear", ("linear", "log"))
    state_of: str = one_of("cue", ("cue", "digit"))
    line_from: int = whole(0, 0, LAST_STORED)
    line_to: int = whole(1, 0, LAST_STORED)
    numbers: str = of_kind(
        competitors.USUAL,
        Text(
            competitors.read,
            "competitors",
            (
                ("fewest", competitors.FEWEST),
                ("most", competitors.MOST),
                ("example", competitors.USUAL),
            ),
        ),
    )
    inhibition: str = of_kind("0.2", Text(competitors.inhibition, "inhibition"))
    maxnet_step: int = whole(0, 0, MOST_MAXNET_STEPS)
    after: str = one_of("end", ("one", "end"))
    learned: str = one_of("pseudoinverse", ("pseudoinverse", "hebb"))
    sample: int = whole(0, 0, 99)
    begin: int = whole(0, 0, 9)
    closed: int = whole(0, 0, 1)
    code: str = one_of("one-hot", ("one-hot", "random"))


@dataclass(frozen=True, slots=True)
class View(Choices):
    """How it is shown: on which page, and what of it.

    `why` is the pixel asked about, `hide` the parts left out, by comma; `run` whether the page's
    experiment is to be computed.
    """

    page: str = one_of("recall", ("recall", "limits", "race", "inside"))
    run: int = whole(0, 0, 1)
    mode: str = one_of("desk", ("desk", "projector"))
    predict: int = whole(1, 0, 1)
    hide: str = of_kind(
        "", Listed(one_name(PARTS), 99, "parts", (("known", PARTS),), distinct=False)
    )
    why: int | None = whole(None, 0, N_UNITS - 1)

    @property
    def at_projector(self) -> bool:
        return self.mode == "projector"

    @property
    def hidden(self) -> set[str]:
        """The parts that the link leaves out."""
        return set(self.hide.split(",")) - {""}
