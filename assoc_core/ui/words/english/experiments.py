"""What pages with experiments say: the names of entrants, and how far the work is."""

from assoc_core.ui.words.english.choices import OPTIONS

SHORT_RULE = {**OPTIONS["rule"], "hebb": "Hebb"}
START, STOP, GO_ON, TRY_AGAIN = "Start", "Stop", "Go on", "Try again"
CSV = "CSV"
COLD = "The temperature of the Recall page is not used here: at one the network never rests."
COLUMN = {
    "memory": "network",
    "panel": "of",
    "P": "P, patterns stored",
    "percent": "Damage, %",
    "cues": "cues",
    "exact": "exact recall",
    "exact_low": "exact, from",
    "exact_high": "exact, to",
    "overlap": "mean overlap",
    "overlap_low": "overlap, from",
    "overlap_high": "overlap, to",
    "starts": "starts",
    "ending": "ending",
    "sentence": "what it is",
}
PANEL = {**OPTIONS["kinds"], **OPTIONS["damage"]}


def panel(name: str) -> str:
    """A kind of patterns or of damage in words."""
    return PANEL[name]


def progress(n_done: int, n_failed: int, n_tasks: int, seconds_left: float | None) -> str:
    """How far an experiment is."""
    if n_done == n_tasks:
        return "All is computed."
    left = "" if seconds_left is None else f", about {seconds_left:.0f} s left"
    failed = f", {n_failed} failed" if n_failed else ""
    return f"{n_done} of {n_tasks} steps{failed}{left}"


def failed(n_failed: int, reasons: list[str]) -> str:
    """What is missing, and why; an empty reason where the process ended."""
    steps = "1 step" if n_failed == 1 else f"{n_failed} steps"
    why = "; ".join(reason or "the process that computed it ended" for reason in reasons)
    return f"{steps} could not be computed: {why}. Try again, or choose other settings."


def memory(name: str) -> str:
    """An entrant's name in words, e.g. "Hebb, all at once" or "Modern, β = 0.25"."""
    kind, _, rest = name.partition("-")
    if kind in SHORT_RULE:
        return SHORT_RULE[kind] + (f", {OPTIONS['order'][rest].lower()}" if rest else "")
    if kind == "hamming":
        return "Hamming" + (f", {OPTIONS['epsilon']['1/active']}" if rest else "")
    return f"Dense, {OPTIONS['power'][rest]}" if kind == "dense" else f"Modern, β = {rest}"
