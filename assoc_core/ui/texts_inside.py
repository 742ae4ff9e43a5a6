"""Every label and explanation of the Inside page."""

from collections.abc import Sequence

import numpy as np

from assoc_core.types import Real
from assoc_core.ui.endings import signed

LOOK = "What to look at"
LOOKS = {
    "weights": "Weights",
    "spectrum": "Spectrum",
    "field": "Field",
    "margins": "Margins",
    "line": "Energy",
    "maxnet": "MAXNET",
    "beta": "β",
    "sequence": "Sequence",
    "pairs": "Pairs",
}
ABOUT = {
    "weights": "Each small picture belongs to one unit, lies at that unit’s own place, and shows "
    "what the unit listens to. Blue: white there pushes the unit to white. Orange: white there "
    "pushes it to black. Click one to enlarge it; the wheel, two fingers or + and − zoom.",
    "spectrum": "The weights stretch some pictures and shrink all others. The eigenvectors are "
    "the pictures that only change in size, the eigenvalues say how much. What is stored should "
    "be stretched, and all of it alike.",
    "field": "Every unit adds up its votes, h = W s. Where h is blue the unit is pushed to white, "
    "where it is orange to black. A unit whose field is against it will flip.",
    "margins": "The margin of a unit is s h divided by the length of its weights: how firmly it "
    "holds its value. A stored digit is only as stable as its weakest unit. Below 0 that unit "
    "flips, so the digit is forgotten even without any damage.",
    "line": "One digit turns into another, pixel by pixel. In a good memory both lie in valleys "
    "with a barrier between them. Without a barrier nothing keeps a state at the digit.",
    "maxnet": "The units of MAXNET inhibit each other: each loses ε times what all the others "
    "have. Who is at or below the kill line dies in the next step.",
    "beta": "A modern Hopfield network blends its memories, and β says how sharply it picks. A "
    "small β gives the mean of all digits, a large one a single digit.",
    "sequence": "These weights do not lead from a digit to itself but to the next one: 0, 1, 2 "
    "and so on. One damaged digit is enough to start.",
    "pairs": "Two layers recall each other: 784 pixels and a label. One layer is given, the other "
    "one starts unknown, and they are updated in turn until both stay.",
}
ALT = {
    "spectrum": "The eigenvalues of W, the largest first, with what theory expects as lines",
    "field": "How many units have which product of state and field; those below 0 will flip",
    "margins": "The smallest margin of each stored digit, the weakest first",
    "line": "The energy on the way from the first digit to the second",
    "maxnet": "The activity of each unit at this step, and the kill line",
    "steps": "All steps: active units, their sum, the largest, the kill line, who died",
    "attention": "How much attention each stored digit gets",
    "sweep": "How much the state is like its target and like the mean of all, for every β",
    "sequence": "The overlap of each state with the digit that is due and with the best other one",
}
TO_HOPFIELD = "Look into a Hopfield network"
NO_WEIGHTS = (
    "Only a Hopfield network has weights from every pixel to every other one. This network keeps "
    "the stored digits themselves and compares the state with them."
)
NO_ENERGY = (
    "A Hamming network has no energy: its units compete until one is left. The Hopfield networks "
    "have one."
)
PATTERNS_INSTEAD = {
    "hamming": "A Hamming network has no weights between pixels. It has a unit for each stored "
    "digit, and the weights of that unit are the digit itself, divided by 2: blue where it wants "
    "white, orange where it wants black.",
    "dense": "This network has no weights between pixels. It keeps the stored digits and compares "
    "the state with each of them: blue where a digit is white, orange where it is black.",
    "modern": "This network has no weights between pixels. It attends to the stored digits "
    "themselves: blue where a digit is white, orange where it is black.",
}
SCALE, SCALES = "Eigenvalues", {"linear": "Linear", "log": "Logarithmic"}
MEAN = "mean of all"
HEBB_FAILS = (
    "This is why Hebb’s rule fails on digits: whatever the cue is, the weights stretch its share "
    "of the mean far more than all that sets the digits apart."
)
STATE_OF = "The state"
STATES = {"cue": "The cue, damaged", "digit": "The digit, undamaged"}
FIELD_OF = {"cue": ("the cue, s", "its field, h"), "digit": ("the digit, s", "its field, h")}
SIGN_OF_FIELD = "after all units follow h"
FOR, AGAINST = "for the unit", "against it"
FIXED, NOT_FIXED = "a fixed point", "not a fixed point"
RANKED = "stored digits, the weakest first"
ENDS = {"line_from": "From no.", "line_to": "to no."}
MEAN_WAY, ONE_WAY, STRAIGHT = "mean of all orders tried", "one order", "straight line"
NUMBERS, INHIBITION, STEP = "Your numbers, with commas", "ε", "Step"
KEPT = "The numbers before are kept."
PRESETS = {"decides": "A winner", "tie": "A dead heat", "kills": "ε too large"}
LIVES, DIES, DEAD = "lives on", "dies in the next step", "dead"
AFTER, AFTER_WORDS = "The state", {"one": "After one step", "end": "At the end"}
AFTER_OF = {"one": ("the cue", "after one step"), "end": ("the cue", "at the end")}
STORED_NUMBER = "number of the stored digit"
WITH_TARGET, WITH_MEAN = "with the target", "with the mean of all"
BEGIN, AFTER_NINE, CLOSED = "Start with a", "After the 9", {0: "It stays", 1: "Again the 0"}
LEARNED = "Learned by"
LEARNED_BY = {"pseudoinverse": "Pseudo-inverse", "hebb": "Hebb’s sum"}
SAMPLE = "Which digit of each class"
HELP_SAMPLE = "0 is the first of its class in the training set, 1 the second, and so on."
DUE, OTHER = "with the digit that is due", "with the best other digit"
CODE, CODES = "The label", {"one-hot": "One of 10 units", "random": "64 random units"}
HELP_CODE = (
    "Of ten units one is white: easy to read, but two such labels agree in eight units. Random "
    "labels have nothing in common, as Hebb’s sum needs it."
)
TO_LABEL = "**From picture to label:** the damaged digit, and the label it is given"
TO_PICTURE = "**From label to picture:** the label, and the picture it leads to"


def unit(number: int) -> str:
    """A unit by its place, column first."""
    return f"unit ({number % 28}, {number // 28})"


def listens(most: tuple[int, float], least: tuple[int, float]) -> str:
    """The strongest weights of a unit, (unit, weight) each."""
    (a, high), (b, low) = most, least
    return (
        f"strongest + from ({a % 28}, {a // 28}), {high:.3g}; "
        f"strongest − from ({b % 28}, {b // 28}), {low:.3g}".replace("-", "−")
    )


def matches(n_white: int, n_units: int) -> str:
    """What the unit of a stored digit is."""
    return f"matches {n_white} white and {n_units - n_white} black pixels"


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
        f"of all stored patterns. Its eigenvalue is {first / second:.3g} times the second one."
    )


def eigenvalue(value: float) -> str:
    """Below its eigenvector."""
    return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"


def flips(n_flips: int, n_unknown: int, n_units: int) -> str:
    """What the field would do."""
    unknown = f", {n_unknown} of which are unknown now" if n_unknown else ""
    if not n_flips:
        return f"No unit of {n_units} would flip: the state is a fixed point."
    return f"{n_flips} of {n_units} units would change{unknown}."


def fixed_points(n_fixed: int, n_patterns: int) -> str:
    """How many stored digits are stable."""
    return f"{n_fixed} of {n_patterns} stored digits are fixed points."


def margins_between(low: float, high: float) -> str:
    """Between what the smallest margins lie."""
    return f"Their smallest margins go from {signed(low)} to {signed(high)}."


def path(n_flips: int, n_paths: int, seed: int, real: bool) -> str:
    """Which way the energy is taken on."""
    if not n_flips:
        return "The two are the same pattern. Choose another number."
    if real:
        return (
            f"The two differ in {n_flips} pixels. The units of this network are real numbers, so "
            "the state goes straight: all these pixels change together, little by little."
        )
    return (
        f"The two differ in {n_flips} pixels, which flip one after another. Which one first is "
        f"left to chance: {n_paths} orders were tried, seed {seed}."
    )


def barriers(names: Sequence[str], from_first: float, from_last: float) -> str:
    """How high the barrier is, seen from both ends."""
    if max(from_first, from_last) <= 0 or min(from_first, from_last) < 1e-9:
        low = names[0] if from_first <= from_last else names[1]
        return f"No barrier: from {low}, the way leads only down."
    return (
        f"On the mean the barrier is {from_first:,.4g} high, seen from {names[0]}, and "
        f"{from_last:,.4g}, seen from {names[1]}."
    )


def on_the_way(share: float) -> str:
    """Below a state on the way."""
    return f"{share:.0%}"


def from_to(first: str, last: str) -> str:
    """Below the energy."""
    return f"from {first}, to {last}"


def competitor(index: int, first: float) -> str:
    """A unit of MAXNET, by its place and what it started with."""
    return f"{'ABCDEFGHIJKLMNOPQRST'[index]}: {first:g}"


def line_at(line: float) -> str:
    """Beside the kill line."""
    return f"kill line {line:.4g}"


def next_line(line: float) -> str:
    """What the next step will do."""
    return f"In the next step all die that are at or below {line:.4g}."


def step_killed(step: int, killed: Sequence[str], line: float) -> str:
    """Who died in a step."""
    if not killed:
        return f"Step {step}: nobody was at or below {line:.4g}, all stay in the race."
    verb = "was" if len(killed) == 1 else "were"
    return f"Step {step}: {_listed(killed)} {verb} at or below {line:.4g} and died."


def contest_end(stop: str, left: Sequence[str], epsilon: float, n_active: int) -> str:
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
            f"largest. With {n_active} units in the race, safe is any ε below 1/{n_active - 1}."
        )
    return "**Not decided:** the limit of steps was reached. A larger ε decides sooner."


def _listed(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{'; '.join(names[:-1])} and {names[-1]}"


def have_a_say(n_memories: float, n_patterns: int) -> str:
    """How many memories the attention is spread over."""
    return f"About {n_memories:.3g} of {n_patterns} memories have a say in this state."


def like(target: float, mean: float, name: str) -> str:
    """What the state is like; 1 is the same."""
    return f"It is like {name}, by {signed(target)}, and like the mean of all by {signed(mean)}."


def sequence_result(n_right: int, n_states: int) -> str:
    """How far the sequence went right."""
    return f"{n_right} of the {n_states} states shown are exactly the digit that is due."


def state_named(step: int, m: Real) -> str:
    """Below a state: what it is, or what it is most like."""
    nearest = int(np.argmax(m))
    what = f"a {nearest}" if m[nearest] == 1 else f"like a {nearest}, {signed(float(m[nearest]))}"
    return f"start: {what}" if step == 0 else f"{step}: {what}"


def pairs_result(n_named: int, n_drawn: int) -> str:
    """How many answers are right."""
    return f"{n_named} of 10 labels and {n_drawn} of 10 pictures come out exactly."


def right(k: int) -> str:
    """An answer that is exactly right."""
    return f"{k}, right"


def wrong(nearest: int, m: float) -> str:
    """An answer that is not: what it is most like."""
    return f"wrong, like {nearest}: {signed(m)}"
