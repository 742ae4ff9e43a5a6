"""How a recall ended: what kind of ending it is, and the facts that its sentence speaks of."""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from assoc_core import ModernHopfield, Trajectory, Verdict, classify
from assoc_core.data.patterns import agreement
from assoc_core.types import Bipolar
from assoc_core.ui.model.networks import Memory

BLEND_OVERLAP = 0.95  # from here on a ghost is called the blend of all stored patterns
ALIKE = 0.6  # the mean overlap with their blend from which on patterns are said to share much
GREY = 0.005  # a real state that is nearer than this to black and white looks it
N_NAMED = 3  # of the equals of a tie

Kind: TypeAlias = Literal[
    "recalled", "recalled rounded", "stored", "stored rounded", "winner", "other", "other rounded",
    "reversed", "reversed pair", "mixture", "ghost", "blend", "shared blend", "negative blend",
    "unknown", "nobody left", "grey", "tie", "tie of many", "2-cycle", "step limit",
]  # fmt: skip
VERDICTS: dict[str, str] = {  # of a kind the word of data-verdict, where the two differ
    "recalled": "stored",
    "recalled rounded": "stored",
    "stored rounded": "stored",
    "other rounded": "other",
    "reversed pair": "reversed",
    **dict.fromkeys(
        ("ghost", "blend", "shared blend", "negative blend", "unknown", "nobody left", "grey"),
        "spurious",
    ),
    "tie of many": "tie",
}


class Digit(NamedTuple):
    """A stored pattern by its number and its label, as in `collection`; -1 for its negative."""

    number: int
    label: int
    sign: int = 1


Labels: TypeAlias = tuple[int, ...]  # of all stored patterns
Fact: TypeAlias = int | float | Digit | tuple[Digit, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """Made of plain values, so that it can be hashed, pickled and sent; `words.endings` says it."""

    kind: Kind
    facts: tuple[tuple[str, Fact], ...] = ()

    @property
    def verdict(self) -> str:
        """A word of the player's data-verdict."""
        return VERDICTS.get(self.kind, self.kind)

    def plain(self) -> dict[str, Any]:
        """For the browser."""
        return {"kind": self.kind, "verdict": self.verdict, "facts": dict(self.facts)}


def ending(trajectory: Trajectory, memory: Memory, labels: Labels, target: int | None) -> Ending:
    """Name the end of a recall; `target` is the stored pattern that the cue was made from."""
    if trajectory.stop == "2-cycle":
        return Ending("2-cycle")
    if trajectory.stop == "step limit":
        return _told("step limit", n=trajectory.n_steps)
    if trajectory.stop == "tie":
        return _tie(np.flatnonzero(trajectory.states[-1]), labels)
    final = _final(trajectory, memory)
    if not trajectory.recalled.any():
        return _undecided(trajectory, memory, labels)
    verdict = classify(trajectory.recalled, memory.patterns)
    if verdict.kind == "stored":
        return _stored(trajectory, final, labels, target, verdict)
    if verdict.kind == "other":
        return _ghost(final, memory.patterns, labels)
    return _signed(verdict, _is_even(memory, trajectory.recalled), labels)


def _digit(index: int | np.int64, labels: Labels) -> Digit:
    return Digit(int(index), labels[index])


def _told(kind: Kind, **facts: Fact) -> Ending:
    return Ending(kind, tuple(facts.items()))


def _final(trajectory: Trajectory, memory: Memory) -> NDArray[Any]:
    """The state it ended in, (N,); of a race what the units left agree on."""
    real = isinstance(memory, ModernHopfield)
    return np.asarray(trajectory.states[-1] if real else trajectory.recalled)


def _undecided(trajectory: Trajectory, memory: Memory, labels: Labels) -> Ending:
    """No pixel is black or white: the state is grey, nothing was known, or no unit is left."""
    if isinstance(memory, ModernHopfield):
        return _told("grey", **_nearest(_overlaps(trajectory.states[-1], memory.patterns), labels))
    return Ending("nobody left" if trajectory.cue.any() else "unknown")


def _stored(
    trajectory: Trajectory,
    final: NDArray[Any],
    labels: Labels,
    target: int | None,
    verdict: Verdict,
) -> Ending:
    found, n = _digit(verdict.indices[0], labels), trajectory.recalled.size
    rounded = np.abs(final - trajectory.recalled).max() > GREY  # one sees that it is grey
    if target is None and trajectory.stop == "winner":
        return _told("winner", found=found)
    if target is None:
        return _told("stored rounded" if rounded else "stored", found=found, n=n)
    meant = _digit(target, labels)
    if target in verdict.indices:
        return _told("recalled rounded" if rounded else "recalled", found=meant, n=n)
    return _told("other rounded" if rounded else "other", found=found, target=meant)


def _tie(equal: NDArray[np.int64], labels: Labels) -> Ending:
    tied = tuple(_digit(index, labels) for index in equal[:N_NAMED])
    more = equal.size - N_NAMED
    return _told("tie of many", tied=tied, n=more) if more > 0 else _told("tie", tied=tied)


def _signed(verdict: Verdict, even: bool, labels: Labels) -> Ending:
    """The negative of a pattern, or the majority of some and of the negatives of others."""
    members = zip(verdict.indices, verdict.signs, strict=True)
    if verdict.kind == "reversed":
        kind: Kind = "reversed pair" if even else "reversed"
        return _told(kind, found=_digit(verdict.indices[0], labels))
    signed = tuple(_digit(index, labels)._replace(sign=sign) for index, sign in members)
    return _told("mixture", members=signed, overlap=round(verdict.overlap, 2))


def _is_even(memory: Memory, state: Bipolar) -> bool:
    """Whether a state and its negative have the same energy."""
    energy = getattr(memory, "energy", None)
    return energy is not None and bool(np.isclose(energy(state), energy(-state)))


def _ghost(final: NDArray[Any], patterns: Bipolar, labels: Labels) -> Ending:
    m = _overlaps(final, patterns)
    nearest = _nearest(m, labels)
    total = np.sign(patterns.sum(axis=0, dtype=np.int64)).astype(np.int8)
    blend = float(_overlaps(final, total[None])[0])
    if abs(blend) < max(BLEND_OVERLAP, m.max()):
        return _told("ghost", **nearest)
    kind: Kind = "shared blend" if m.mean() > ALIKE else "blend"
    facts: dict[str, Fact] = {"n": len(patterns), "blend": round(blend, 2), **nearest}
    return _told(kind if blend > 0 else "negative blend", **facts)


def _nearest(m: NDArray[Any], labels: Labels) -> dict[str, Fact]:
    nearest = int(m.argmax())
    return {"found": _digit(nearest, labels), "overlap": round(float(m[nearest]), 2)}


def _overlaps(state: NDArray[Any], patterns: Bipolar) -> NDArray[np.float64]:
    """m = xi . s / N, without a copy of all patterns; (N,), (P, N) -> (P,)."""
    return np.asarray(agreement(state[None], patterns)[0].astype(np.float64) / state.size)
