"""Every text of the Race page."""

import numpy as np

from assoc_core.study.costs import Cost
from assoc_core.study.rates import Rate
from assoc_core.trajectory import Trajectory
from assoc_core.types import Bipolar
from assoc_core.ui.choices.settings import Settings

PRESETS = "Examples"
PRESET = {
    "flips": "The lecture’s task, 20 % flipped",
    "half": "The lecture’s task, half unknown",
    "all": "All 60,000 digits",
}
SEEN = "What the networks see"
COMPUTING = "Racing …"
STANDINGS = ("Network", "exactly (95 % interval)")
NOT_RACED = "does not race"

NOT_ALL = "It does not race with all digits. "
REFUSAL = {
    "rule": NOT_ALL
    + "This rule goes through the digits again and again, which takes too long with so many. Hebb "
    "and the pseudo-inverse learn all of them in one product.",
    "maxnet": NOT_ALL
    + "With ε = 1/P a lead grows by one part in P a step, so that MAXNET would go on for more "
    "steps than one can watch. Let it run with ε = 1/active.",
    "power": NOT_ALL
    + "With a power every digit has a say in every flip, which takes too long with so many. Under "
    "exp only the nearest count.",
    "unknown": NOT_ALL
    + "More than half of the cue is unknown: then nearly every digit has a say in every flip, "
    "which takes too long with so many.",
}
INVITATION = {
    "guess": "Who will bring the digit back? Say so, or just press Play.",
    "watch": "Press Play: all start from the same cue, on one clock.",
}


def cost(settings: Settings, trajectory: Trajectory, cost: Cost) -> tuple[str, str]:
    """How many multiplications the recall took, and what for."""
    return f"{cost.total:,} multiplications", f": {_made_of(settings, trajectory)}."


def _made_of(settings: Settings, trajectory: Trajectory) -> str:
    if settings.network == "hopfield" and settings.order == "synchronous":
        idle = " and one more to see that nothing changes"
        return "N² a sweep" + (idle if trajectory.stop == "fixed point" else "")
    return {
        "hopfield": "N² for the first fields, then N a flip",
        "hamming": "PN for the scores, then one a step for each active unit",
        "dense": "2 PN for the first fields, then P (N + 1) a flip",
        "modern": "2 PN a step",
    }[settings.network]


def numbers(settings: Settings, cost: Cost) -> tuple[str, str]:
    """How many numbers the memory stores, and which."""
    which = "N(N − 1)/2 weights" if settings.network == "hopfield" else "P patterns of N pixels"
    return f"{cost.numbers:,} numbers stored", f": {which}."


def computed(n_patterns: int, settings: Settings, cue: Bipolar, undamaged: Bipolar) -> str:
    """What was computed just now, in one line."""
    changed = np.count_nonzero(cue != undamaged)
    of_digit = settings.is_of_digit
    return f"N = {cue.size}, P = {n_patterns:,}, seed {settings.seed}." + (
        f" {changed} pixels of the digit are changed." if of_digit else ""
    )


def standings(n_cues: int) -> str:
    """What is counted over many cues."""
    return f"The same damage to {n_cues} cues, the stored digits in turn: how many come back?"


def standing(rate: Rate) -> str:
    """The share that came back exactly, and its confidence interval; dots while there is none."""
    if not rate.n_cues:
        return "…"
    low, high = rate.exact_interval
    return f"**{rate.exact:.2f}** ({low:.2f} to {high:.2f})"
