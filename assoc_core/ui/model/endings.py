"""How a recall ended: the verdict, a title, and one sentence that explains it."""

from dataclasses import dataclass

import numpy as np

from assoc_core import Trajectory, Verdict, classify, overlap
from assoc_core.types import Bipolar
from assoc_core.ui.model.collection import PLANTED

BLEND_OVERLAP = 0.95  # from here on a ghost is called the blend of all stored digits


@dataclass(frozen=True, slots=True)
class Ending:
    """`verdict` is a word of the player's data-verdict."""

    verdict: str
    title: str
    sentence: str


def ending(
    trajectory: Trajectory, patterns: Bipolar, labels: tuple[int, ...], target: int | None
) -> Ending:
    """Name the end of a recall; `target` is the stored digit that the cue was made from."""
    if trajectory.stop in _WITHOUT_ANSWER:
        return _WITHOUT_ANSWER[trajectory.stop]
    if trajectory.stop == "tie":
        return _tie(trajectory, labels)
    if not trajectory.recalled.any():
        return Ending(
            "spurious",
            "Nothing to go on",
            "No pixel of the cue is known, so no unit is pushed either way and nothing can change.",
        )
    verdict = classify(trajectory.recalled, patterns)
    if verdict.kind == "stored":
        return _stored(trajectory, verdict, labels, target)
    if verdict.kind == "other":
        return _spurious(trajectory.recalled, patterns, labels)
    return _reversed(verdict, labels) if verdict.kind == "reversed" else _mixture(verdict, labels)


def name(index: int, labels: tuple[int, ...]) -> str:
    """A stored pattern in words, e.g. "no. 8, a 1"; labels below 0 as in `collection`."""
    if labels[index] < 0:
        return f"no. {index}" + (", planted" if labels[index] == PLANTED else "")
    return f"no. {index}, {'an' if labels[index] == 8 else 'a'} {labels[index]}"


_WITHOUT_ANSWER = {
    "2-cycle": Ending(
        "2-cycle",
        "Two pictures in turn, for ever",
        "Updating all pixels at once can end like this. Convergence is guaranteed when one pixel "
        "is updated at a time, with symmetric weights and zero diagonal.",
    ),
    "step limit": Ending(
        "step limit",
        "Still moving",
        "The network had not come to rest when the limit of steps was reached.",
    ),
}


def _stored(
    trajectory: Trajectory, verdict: Verdict, labels: tuple[int, ...], target: int | None
) -> Ending:
    found = verdict.indices[0]
    n_units = trajectory.recalled.size
    if target is None:
        won = trajectory.stop == "winner"
        sentence = (
            f"Of all stored digits {name(found, labels)}, matches the cue best."
            if won
            else f"The state is stored digit {name(found, labels)}, in all {n_units} pixels."
        )
        return Ending("winner" if won else "stored", "Ended in a stored digit", sentence)
    if target in verdict.indices:
        return Ending(
            "stored",
            "Recalled exactly",
            f"All {n_units} pixels are those of stored digit {name(target, labels)}.",
        )
    return Ending(
        "other",
        "Another memory",
        f"It ended in stored digit {name(found, labels)}; the cue was made from "
        f"{name(target, labels)}.",
    )


def _tie(trajectory: Trajectory, labels: tuple[int, ...]) -> Ending:
    equal = np.flatnonzero(trajectory.states[-1])
    named = " and ".join(name(int(index), labels) for index in equal[:3])
    more = f" and {equal.size - 3} more" if equal.size > 3 else ""
    return Ending(
        "tie",
        "A dead heat",
        f"The cue matches {named}{more} equally well. Equal units inhibit each other equally, so "
        "no further step can choose.",
    )


def _reversed(verdict: Verdict, labels: tuple[int, ...]) -> Ending:
    return Ending(
        "reversed",
        "The negative of a memory",
        f"Every pixel is the opposite of stored digit {name(verdict.indices[0], labels)}. The "
        "energy of a picture and of its negative are the same, so both attract.",
    )


def _mixture(verdict: Verdict, labels: tuple[int, ...]) -> Ending:
    members = " + ".join(
        f"{'' if sign > 0 else 'negative of '}{name(index, labels)}"
        for index, sign in zip(verdict.indices, verdict.signs, strict=True)
    )
    return Ending(
        "mixture",
        "A mixture of memories",
        f"The majority of {members} (overlap {verdict.overlap:.2f}): an attractor that nobody "
        "stored.",
    )


def _spurious(state: Bipolar, patterns: Bipolar, labels: tuple[int, ...]) -> Ending:
    m = overlap(state, patterns)
    nearest = int(m.argmax())
    blend = float(overlap(state, np.sign(patterns.sum(axis=0, dtype=np.int64))[None])[0])
    found = f"Nearest is {name(nearest, labels)}, overlap {signed(m[nearest])}"
    if abs(blend) < max(BLEND_OVERLAP, m[nearest]):
        return Ending("spurious", "A ghost", f"A state at rest that nobody stored. {found}.")
    of = "the negative of the blend" if blend < 0 else "the blend"
    return Ending(
        "spurious",
        "A ghost",
        f"A state at rest that nobody stored, near {of} of all {len(patterns)} patterns "
        f"(overlap {signed(blend)}). {found}. What they share outweighs what sets each apart.",
    )


def signed(value: float) -> str:
    """Two digits, with a true minus sign."""
    return f"{value + 0.0:.2f}".replace("-", "−")
