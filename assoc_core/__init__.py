"""Associative memories in NumPy. A memory is an immutable value; a recall is an immutable record.

Letters, the same everywhere:

    N   units          P     patterns              B        cues in a batch
    T   steps          D     width of the recurrent layer
    xi  pattern        s     state                 h        local field
    W   weights        E     energy                m        overlap
    alpha  load P/N    beta  inverse temperature   epsilon  inhibition
"""

from assoc_core import experiments, mnist
from assoc_core.attractors import Verdict, classify, margins
from assoc_core.corruption import CORRUPTIONS
from assoc_core.dense import DenseHopfield
from assoc_core.hamming import Hamming
from assoc_core.hopfield import Hopfield
from assoc_core.modern import ModernHopfield
from assoc_core.pairs import Pairs
from assoc_core.patterns import hamming_distance, overlap, random_patterns
from assoc_core.rules import RULES, hebb, perceptron, pseudoinverse, storkey
from assoc_core.schedules import (
    SCHEDULES,
    asynchronous,
    cyclic,
    glauber,
    steepest,
    synchronous,
)
from assoc_core.sequence import Sequence
from assoc_core.trajectory import Trajectory
from assoc_core.types import AssociativeMemory

__all__ = [
    "CORRUPTIONS",
    "RULES",
    "SCHEDULES",
    "AssociativeMemory",
    "DenseHopfield",
    "Hamming",
    "Hopfield",
    "ModernHopfield",
    "Pairs",
    "Sequence",
    "Trajectory",
    "Verdict",
    "asynchronous",
    "classify",
    "cyclic",
    "experiments",
    "glauber",
    "hamming_distance",
    "hebb",
    "margins",
    "mnist",
    "overlap",
    "perceptron",
    "pseudoinverse",
    "random_patterns",
    "steepest",
    "storkey",
    "synchronous",
]
