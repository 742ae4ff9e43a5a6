"""Every label and explanation of the Limits page."""

from assoc_core.ui.words.english.choices import OPTIONS
from assoc_core.ui.words.english.experiments import COLUMN, panel
from assoc_core.ui.words.english.experiments import memory as name_of

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
STARTS = "Random starts"
THEORY = "theory, N → ∞ [Amit85]"
OPEN = "Watch"
WAY = {"hide": "unknown (0)", "blank": "black (−1)"}  # in which half of a picture is missing
BROKE = "Fewer than half come back exactly"


def guess_help(memory: str, kind: str) -> str:
    """What the guess is about."""
    return (
        f"Up to how many patterns will {name_of(memory)} bring at least half of the damaged ones "
        f"back exactly? ({panel(kind)}; 0 is no guess.)"
    )


def unseen_is_not_stored(digit: int) -> str:
    """Why the digit that is damaged here is not the cue's."""
    return (
        f"The cue is made from unseen digit no. {digit}, which is not stored; here a stored one is "
        "damaged."
    )


def limits(capacity: float, lecture: float, n_units: int, with_theory: bool) -> str:
    """What the two upright lines are, and the dashed curve."""
    lines = (
        f"Upright lines: {capacity:.0f} = {capacity / n_units:.3f} N, the limit of Hebb’s rule for "
        "random patterns if 1.6 % of their pixels may be wrong [Amit85], and "
        f"{lecture:.0f} = {lecture / n_units:.2f} N, the lecture’s."
    )
    curve = " Dashed curve: the theory of Hebb’s rule and random patterns, N → ∞ [Amit85]."
    return lines + curve * with_theory


def broke(memory: str, places: list[tuple[str, int | None]], n_loads_up_to: int) -> str:
    """At which load each kind of patterns fell below one half."""
    parts = [
        f"{panel(kind).lower()} {f'at P = {load}' if load else f'not up to P = {n_loads_up_to}'}"
        for kind, load in places
    ]
    return f"● **{name_of(memory)}**: " + ", ".join(parts) + "."


def verdict(guess: int, memory: str, kind: str, last: int, first: int | None) -> str:
    """The guess beside what came out."""
    found = f"P = {last} still works and P = {first} does not" if first else "it never broke"
    return f"**You said {guess}.** {name_of(memory)}, {panel(kind).lower()}: {found}."


def of_starts(n_starts: int, n_attractors: int, n_stored: int) -> str:
    """The census of the attractors."""
    return (
        f"{n_starts} random starts fell into {n_attractors} different attractors; "
        f"{n_stored} of the starts ended in a stored pattern."
    )


def share(n_hits: int, n_starts: int) -> str:
    """How many starts one attractor drew."""
    return f"{n_hits} of {n_starts}"


def either(names: list[str]) -> str:
    """One or the other."""
    return " or ".join(names)


def alternative(along: str, measure: str, of: str, memories: list[str]) -> str:
    """What a chart shows, for those who do not see it."""
    names = ", ".join(name_of(name) for name in memories)
    what = OPTIONS["measure"][measure]
    return f"{what} against {COLUMN[along]}, {of.lower()}: {names}."
