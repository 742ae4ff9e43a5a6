"""Every label and explanation of the Limits page."""

from assoc_core.ui.words.english import experiments

EXPERIMENT = "Experiment"
EXPERIMENTS = {
    "cliff": "Capacity cliff",
    "basin": "Basin",
    "ghosts": "Ghosts",
    "unknown": "Unknown or black",
}
ABOUT = {
    "cliff": "How many patterns can a network store? At each point, P patterns are stored, "
    "damaged and recalled.",
    "basin": "How much damage does a network mend? At each point, stored patterns are damaged by "
    "as much and recalled.",
    "ghosts": "Where do pictures of pure noise end? Each attractor is shown with the number of "
    "random starts that fell into it.",
    "unknown": "The same half of the picture is missing: once marked as unknown, once painted "
    "black. Black is a statement about every pixel, and it is often false.",
}
MEMORIES, PATTERNS, DAMAGES = "Networks", "Patterns", "Kinds of damage"
KIND = {"random": "Random patterns", "first": "Digits", "shuffled": "Shuffled digits"}
CUES, STARTS, MEASURE = "Damaged patterns at each point", "Random starts", "Measured"
MEASURES = {"exact": "Exact recall", "overlap": "Mean overlap"}
HELP_MEASURE = (
    "Exact recall: the share of the damaged patterns that come back with every pixel right. An "
    "overlap of 0.75 may look like much, but two digits have nearly as much with each other."
)
OF_ALL, ONE = {1: "All stored", 0: "One digit"}, "Which one, no."
DAMAGED = "Which are damaged"
MISSING_SHARE = "Missing, %"
HALF, HALVES = "Missing", {"bottom": "Bottom", "top": "Top", "left": "Left", "right": "Right"}
MISSING = {"hide": "unknown (0)", "blank": "black (−1)"}
LOAD, AMOUNT = "P, patterns stored", "Damage, %"
AMIT = "theory, N → ∞ [Amit85]"
THEORY = " Dashed curve: the theory of Hebb’s rule and random patterns, N → ∞ [Amit85]."
GUESS = "Your guess first: up to which P?"
OPEN = "Watch"


def guess_help(memory: str, kind: str) -> str:
    """What the guess is about."""
    return (
        f"Up to how many patterns will {memory} bring at least half of the damaged ones back "
        f"exactly? ({KIND[kind]}; 0 is no guess.)"
    )


def limits(capacity: float, lecture: float, n_units: int) -> str:
    """What the two upright lines are."""
    return (
        f"Upright lines: {capacity:.0f} = {capacity / n_units:.3f} N, the limit of Hebb’s rule for "
        f"random patterns [Amit85], and {lecture:.0f} = {lecture / n_units:.2f} N, the lecture’s."
    )


def broke(memory: str, places: list[tuple[str, int | None]], n_loads_up_to: int) -> str:
    """At which load each kind of patterns fell below one half."""
    parts = [
        f"{KIND[kind].lower()} {f'at P = {load}' if load else f'not up to P = {n_loads_up_to}'}"
        for kind, load in places
    ]
    return f"● **{memory}**: " + ", ".join(parts) + "."


def verdict(guess: int, memory: str, kind: str, last: int, first: int | None) -> str:
    """The guess beside what came out."""
    found = f"P = {last} still works and P = {first} does not" if first else "it never broke"
    return f"**You said {guess}.** {memory}, {KIND[kind].lower()}: {found}."


BROKE = "Fewer than half come back exactly"


def of_starts(n_starts: int, n_attractors: int, n_stored: int) -> str:
    """The census of the attractors."""
    return (
        f"{n_starts} random starts fell into {n_attractors} different attractors; "
        f"{n_stored} of the starts ended in a stored pattern."
    )


def share(n_hits: int, n_starts: int) -> str:
    """How many starts one attractor drew."""
    return f"{n_hits} of {n_starts}"


def alternative(experiment: str, measure: str, panel: str, memories: list[str]) -> str:
    """What a chart shows, for those who do not see it."""
    names = ", ".join(experiments.memory(name) for name in memories)
    along = LOAD if experiment == "cliff" else AMOUNT
    return f"{MEASURES[measure]} against {along.lower()}, {panel.lower()}: {names}."
