"""What is said of a contest of MAXNET: who dies in which step, and how it ends."""

from collections.abc import Sequence


def competitor(index: int, first: float) -> str:
    """A unit of MAXNET, by its place and what it started with."""
    return f"{'ABCDEFGHIJKLMNOPQRST'[index]} ({first:g})"


def line_at(line: float) -> str:
    """Beside the kill line."""
    return f"kill line {line:.4g}"


def next_line(line: float) -> str:
    """What the next step will do."""
    return f"The next step kills all that are at or below {line:.4g}."


def step_killed(step: int, killed: Sequence[str], line: float) -> str:
    """Who died in a step."""
    if not killed:
        return f"Step {step}: nobody was at or below {line:.4g}, all stay in the race."
    verb = "was" if len(killed) == 1 else "were"
    return f"Step {step}: {_listed(killed)} {verb} at or below {line:.4g} and died."


def end(stop: str, left: Sequence[str], epsilon: float, n_active: int) -> str:
    """How the contest ended."""
    if stop == "winner":
        return f"**{left[0]} wins:** it is the only one left."
    if stop == "tie":
        return (
            f"**A dead heat:** {_listed(left)} are equal. Equal units inhibit each other equally, "
            "so no further step can choose."
        )
    if stop == "fixed point":
        return (
            f"**All are dead:** ε = {epsilon:g} is too large, the kill line lay above even the "
            f"largest. With {n_active} units in the race, any ε below 1/({n_active} − 1) = "
            f"{1 / (n_active - 1):.3g} is safe."
        )
    return "**Not decided:** the limit of steps was reached. A larger ε decides sooner."


def _listed(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"
