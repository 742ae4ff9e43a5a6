"""One interface for every memory, and examples that run."""

import doctest
import importlib
import inspect
import pkgutil
from dataclasses import FrozenInstanceError, fields
from typing import Any

import numpy as np
import pytest

import assoc_core
from assoc_core import (
    AssociativeMemory,
    DenseHopfield,
    Hamming,
    Hopfield,
    ModernHopfield,
    Pairs,
    Sequence,
    Trajectory,
    pseudoinverse,
    random_patterns,
)
from assoc_core.types import Bipolar
from tests.samples import damaged

RNG = np.random.default_rng
PATTERNS = random_patterns(6, 40, rng=RNG(0))
MEMORIES: dict[str, AssociativeMemory] = {
    "hebb": Hopfield.store(PATTERNS),
    "pseudoinverse": Hopfield.store(PATTERNS, pseudoinverse),
    "dense": DenseHopfield.store(PATTERNS),
    "exponential": DenseHopfield.store(PATTERNS, "exp"),
    "modern": ModernHopfield.store(PATTERNS),
    "hamming": Hamming.store(PATTERNS),
    "1/active": Hamming.store(PATTERNS, "1/active"),
    "too much inhibition": Hamming.store(PATTERNS, 0.9),
    "sequence": Sequence.store(PATTERNS),
    "closed sequence": Sequence.store(PATTERNS, closed=True, correlated=False),
    "pairs": Pairs.store(PATTERNS[:, :25], PATTERNS[:, 25:]),
    "correlated pairs": Pairs.store(PATTERNS[:, :25], PATTERNS[:, 25:], correlated=True),
}
CORE = [
    module.name
    for module in pkgutil.walk_packages(assoc_core.__path__, "assoc_core.")
    if not module.name.startswith("assoc_core.ui")
]


def public_memories() -> set[type]:
    """Every class of the package that can recall."""
    classes = [getattr(assoc_core, name) for name in assoc_core.__all__]
    return {c for c in classes if inspect.isclass(c) and hasattr(c, "store")}


def _cues(n_units: int) -> Bipolar:
    """Damaged patterns, unknown units, two equally good patterns, nothing known, all wrong."""
    x = PATTERNS
    known = damaged(x, "flip", 0.3, seed=1), damaged(x, "hide_bottom", 0.6, seed=2)
    between = np.where(x[0] == x[1], x[0], 0)
    return np.vstack([*known, between, np.zeros(n_units), -x[:2]]).astype(np.int8)


def test_every_memory_of_the_package_is_tried() -> None:
    assert public_memories() == {type(memory) for memory in MEMORIES.values()}


@pytest.mark.parametrize("memory", MEMORIES.values(), ids=MEMORIES)
def test_every_memory_keeps_the_interface(memory: AssociativeMemory) -> None:
    assert isinstance(memory, AssociativeMemory)
    for name, asked in (("recall", "cue"), ("settle", "cues")):
        (first, *rest) = inspect.signature(getattr(memory, name)).parameters.values()
        assert first.name == asked
        assert rest[0].name == "rng"
        assert all(one.kind is inspect.Parameter.KEYWORD_ONLY for one in rest)
        assert all(one.default is not inspect.Parameter.empty for one in rest[1:])


@pytest.mark.parametrize("memory", MEMORIES.values(), ids=MEMORIES)
def test_settle_is_what_recall_gives_cue_by_cue(memory: AssociativeMemory) -> None:
    cues = _cues(40)
    settled = memory.settle(cues, rng=RNG(0))
    assert settled.shape == cues.shape
    assert settled.dtype == np.int8
    for cue, final in zip(cues, settled, strict=True):
        trajectory = memory.recall(cue, rng=RNG(0))
        assert isinstance(trajectory, Trajectory)
        assert trajectory.recalled.tolist() == final.tolist()
        assert memory.settle(cue, rng=RNG(0)).tolist() == [final.tolist()]
    assert memory.settle(cues[:0], rng=RNG(0)).shape == (0, 40)


@pytest.mark.parametrize("memory", MEMORIES.values(), ids=MEMORIES)
@pytest.mark.parametrize(
    ("cue", "complaint"),
    [
        (np.ones(39), "has 40 units"),
        (np.ones((2, 2, 40)), r"cues of shape \(B, 40\)"),
        (1, r"cues of shape \(B, 40\)"),
        (np.ones(40, dtype=bool), "True and False"),
        (np.full(40, np.nan), r"other than -1, 0 and \+1"),
        (["1"] * 40, r"other than -1, 0 and \+1"),
    ],
)
def test_bad_cues_are_refused_in_the_same_words(
    memory: AssociativeMemory, cue: Any, complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        memory.settle(cue, rng=RNG(0))
    with pytest.raises(ValueError, match=f"{complaint}|recall takes one cue"):
        memory.recall(cue, rng=RNG(0))


@pytest.mark.parametrize("memory", MEMORIES.values(), ids=MEMORIES)
def test_a_memory_cannot_be_changed(memory: AssociativeMemory) -> None:
    assert memory.patterns is memory.patterns
    with pytest.raises(FrozenInstanceError):
        memory.patterns = PATTERNS  # type: ignore[misc]
    for one in fields(memory):  # type: ignore[arg-type]
        value = getattr(memory, one.name)
        assert not (isinstance(value, np.ndarray) and value.flags.writeable), one.name


@pytest.mark.parametrize("memory", MEMORIES.values(), ids=MEMORIES)
def test_repr_is_one_line(memory: AssociativeMemory) -> None:
    said = repr(memory)
    assert said.startswith(f"{type(memory).__name__}(6 patterns of ")
    assert len(said) < 100
    assert "\n" not in said
    assert "array" not in said


@pytest.mark.parametrize("module", CORE)
def test_examples_do_what_they_say(module: str) -> None:
    public: dict[str, Any] = {name: getattr(assoc_core, name) for name in assoc_core.__all__}
    result = doctest.testmod(importlib.import_module(module), extraglobs={"np": np, **public})
    assert not result.failed


def test_the_main_memories_have_an_example() -> None:
    for example in (Hopfield, Hamming, assoc_core.experiments):
        assert ">>> " in (example.__doc__ or "")
