"""Every text of the Race page."""

from assoc_core.study.rates import Rate

PRESETS = "Examples"
PRESET = {
    "flips": "The lecture’s task, 20 % flipped",
    "half": "The lecture’s task, half unknown",
    "all": "All 60,000 digits",
}
SEEN = "What the networks see"
STANDINGS = ("Network", "exactly (95 % interval)")
NOT_RACED = "does not race"


def standings(n_cues: int) -> str:
    """What is counted over many cues."""
    return f"The same damage to {n_cues} cues, the stored digits in turn: how many come back?"


def standing(rate: Rate) -> str:
    """The share that came back exactly, and its confidence interval; dots while there is none."""
    if not rate.n_cues:
        return "…"
    low, high = rate.exact_interval
    return f"**{rate.exact:.2f}** ({low:.2f} to {high:.2f})"
