"""Associative memories in NumPy. A memory is an immutable value; a recall is an immutable record.

Letters, the same everywhere:

    N   units          P     patterns              B        cues in a batch
    T   steps          D     width of the recurrent layer
    xi  pattern        s     state                 h        local field
    W   weights        E     energy                m        overlap
    alpha  load P/N    beta  inverse temperature   epsilon  inhibition
"""

from assoc_core.data import mnist
from assoc_core.data.corruption import CORRUPTIONS
from assoc_core.data.patterns import hamming_distance, overlap, random_patterns
from assoc_core.memories.dense import DenseHopfield
from assoc_core.memories.hamming import Hamming
from assoc_core.memories.hopfield import Hopfield
from assoc_core.memories.modern import ModernHopfield
from assoc_core.memories.pairs import Pairs
from assoc_core.memories.perceptron import perceptron
from assoc_core.memories.rules import RULES, hebb, pseudoinverse, storkey
from assoc_core.memories.schedules import (
    SCHEDULES,
    asynchronous,
    cyclic,
    glauber,
    steepest,
    synchronous,
)
from assoc_core.memories.sequence import Sequence
from assoc_core.study import experiments
from assoc_core.study.attractors import Verdict, classify, margins
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
