"""What pages with experiments say: the names of entrants, and how far the work is."""

from assoc_core.ui.words.english.choices import OPTIONS

SHORT_RULE = {**OPTIONS["rule"], "hebb": "Hebb"}
START, STOP, GO_ON = "Start", "Stop", "Go on"
CSV = "CSV"


def progress(n_found: int, n_tasks: int, seconds_left: float | None) -> str:
    """How far an experiment is."""
    if n_found == n_tasks:
        return "All is computed."
    left = "" if seconds_left is None else f", about {seconds_left:.0f} s left"
    return f"{n_found} of {n_tasks} steps{left}"


def failed(reason: str) -> str:
    """Why a part of an experiment is missing."""
    return (
        f"A part could not be computed: {reason or 'its process ended'}. Other settings may work."
    )


def memory(name: str) -> str:
    """An entrant's name in words, e.g. "Hebb, all at once" or "Modern, β = 0.25"."""
    kind, _, rest = name.partition("-")
    if kind in SHORT_RULE:
        return SHORT_RULE[kind] + (f", {OPTIONS['order'][rest].lower()}" if rest else "")
    if kind == "hamming":
        return "Hamming" + (f", {OPTIONS['epsilon']['1/active']}" if rest else "")
    return f"Dense, {OPTIONS['power'][rest]}" if kind == "dense" else f"Modern, β = {rest}"
