"""What is shown of a recall: a picture for each of its steps. No Streamlit here."""

from itertools import pairwise
from typing import Any

from assoc_core import Hamming, Trajectory
from assoc_core.memories.hamming import consensus
from assoc_core.ui.model.networks import Memory


def pictures(memory: Memory, trajectory: Trajectory) -> list[Any]:
    """What is shown of every step, (784,): the state; in a race what the active units agree on."""
    if not isinstance(memory, Hamming):
        return list(trajectory.states)
    active = trajectory.states > 0
    shown = [consensus(memory.patterns[active[0]])]
    for before, after in pairwise(active):
        same = bool((before == after).all())
        shown.append(shown[-1] if same else consensus(memory.patterns[after]))
    return shown
