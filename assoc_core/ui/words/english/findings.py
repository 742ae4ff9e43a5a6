"""What the Inside page says of figures that were computed just now; of MAXNET see `contest`."""

from collections.abc import Sequence

import numpy as np

from assoc_core.types import Real
from assoc_core.ui.words.english.endings import signed


def colour(largest: float) -> str:
    """From which weight on the colour is full."""
    return f"Full colour from |w| = {largest:.3g} on. The weight of a unit to itself is 0."


def above(n_positive: int, n_half: int) -> str:
    """How many eigenvalues are large."""
    return (
        f"{n_positive} of the eigenvalues are above 0, {n_half} of them above half of the largest."
    )


def first_vector(alike: float, first: float, second: float) -> str:
    """What the leading eigenvector is."""
    return (
        f"The sign of the first eigenvector has overlap {signed(alike)} with the sign of the mean "
        f"of all stored patterns. Its eigenvalue is {quantity(first)}; the second one is "
        f"{quantity(second)}."
    )


def quantity(value: float) -> str:
    """A number of any size with about four digits."""
    text = f"{value:.4g}" if abs(value) < 1000 else f"{value:,.0f}"
    return text.replace("-", "−")


def flips(n_flips: int, n_unknown: int, n_units: int) -> str:
    """What the field would do."""
    unknown = f", {n_unknown} of which are unknown now" if n_unknown else ""
    if n_unknown == n_units:
        return "Nothing is known, so no unit gets a vote and none would change."
    if not n_flips:
        return f"No unit of {n_units} would flip: the state is a fixed point."
    return f"{n_flips} of {n_units} units would change{unknown}."


def fixed_points(n_fixed: int, n_patterns: int) -> str:
    """How many stored digits are stable."""
    return f"Fixed points: {n_fixed} of {n_patterns} stored digits."


def margins_between(low: float, high: float, rule: str) -> str:
    """Between what the smallest margins lie."""
    if rule == "pseudoinverse" and high - low < 1e-6:
        return (
            f"Each has the same smallest margin, {signed(low)}: the pseudo-inverse makes all "
            "stored digits equally stable."
        )
    return f"Their smallest margins go from {signed(low)} to {signed(high)}."


def margin_of(name: str, margin: float) -> str:
    """Below a stored digit."""
    return f"{name}: {signed(margin)}"


def broken(share: float, expected: float | None) -> str:
    """How many stored pixels one update breaks, and what theory says of it."""
    found = f"One update of all units breaks {_part(share)} of the stored pixels."
    theory = "" if expected is None else f" For random patterns theory expects {_part(expected)}."
    return found + theory


def _part(share: float) -> str:
    if not share:
        return "none"
    return f"{share:.2%}" if share >= 0.0001 else "less than 0.01%"


def reached(margin: float, wanted: float, most: int) -> str:
    """Which margin the perceptron rule has reached."""
    return (
        f"The perceptron rule learns until every margin is above {wanted:g}; where {most} epochs "
        f"do not suffice, it asks for less. The smallest margin it has reached is {signed(margin)}."
    )


def path(n_flips: int, network: str, n_paths: int, seed: int) -> str:
    """Which way the energy is taken on."""
    if not n_flips:
        return "The two are the same pattern. Choose another number."
    if network == "modern":
        return (
            f"The two differ in {n_flips} pixels. The units of this network are real numbers, so "
            "the state goes straight: all these pixels change together, little by little."
        )
    of = "all possible orders, exactly" if network == "hopfield" else f"{n_paths} random orders"
    return (
        f"The two differ in {n_flips} pixels, which flip one after another. The mean is that of "
        f"{of}; the one order shown is drawn with seed {seed}."
    )


def barriers(names: Sequence[str], network: str, from_first: float, from_last: float) -> str:
    """How high the barrier is, seen from both ends."""
    of = "" if network == "modern" else " of the mean"
    if min(from_first, from_last) <= 1e-9 * max(from_first, from_last, 1.0):
        high = names[0] if from_first <= from_last else names[1]
        return f"There is no barrier{of}: {high}, is the highest point of the way."
    return (
        f"The barrier{of} is {quantity(from_first)} high from {names[0]}, and "
        f"{quantity(from_last)} from {names[1]}."
    )


def on_the_way(share: float) -> str:
    """Below a state on the way."""
    return f"{share:.0%}"


def from_to(first: str, last: str) -> str:
    """Below the energy."""
    return f"from {first}, to {last}"


def have_a_say(n_memories: float, n_patterns: int) -> str:
    """How many memories the attention is spread over."""
    return f"About {n_memories:.3g} of {n_patterns} memories have a say in this state."


def like(target: float, mean: float, name: str) -> str:
    """What the state is like."""
    return (
        f"The cosine of the state with {name}, is {signed(target)}, with the mean of all digits "
        f"{signed(mean)}. 1 means the same picture."
    )


def sequence_result(n_right: int, n_states: int) -> str:
    """How far the sequence went right."""
    return f"{n_right} of the {n_states} states after the start are exactly the digit that is due."


def state_named(step: int, m: Real) -> str:
    """Below a state: what it is, or what it is most like."""
    nearest = int(np.argmax(m))
    what = f"a {nearest}" if m[nearest] == 1 else f"like a {nearest}, {signed(float(m[nearest]))}"
    return f"start: {what}" if step == 0 else f"{step}: {what}"


def pairs_result(n_named: int, n_drawn: int) -> str:
    """How many answers are right."""
    return f"{n_named} of 10 labels and {n_drawn} of 10 pictures come out exactly."


def answer(k: int, exact: bool, nearest: int, m: float) -> str:
    """Whether an answer is exactly right, or what it is most like instead."""
    return f"{k}, right" if exact else f"wrong, like {nearest}: {signed(m)}"
