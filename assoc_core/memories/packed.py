"""Patterns as bits: the nearest of many, by exclusive or and counting."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from assoc_core.types import Bipolar, frozen

Words: TypeAlias = NDArray[np.uint64]
Counts: TypeAlias = NDArray[np.uint8]

N_FIRST = 3  # words in which every pattern is compared: counts up to 192, which fit in uint8
TILE = 8192  # patterns packed at a time, so that no large copy of them is made


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """words (K, P), 64 units in each; units (n,), which unit each bit is.

    Units that are equal in all patterns tell nothing and are left out; those that divide the
    patterns most evenly come first, so that the first words rule out nearly all patterns.
    """

    words: Words
    units: NDArray[np.intp]

    @classmethod
    def store(cls, patterns: Bipolar) -> "Packed":
        """The bits of the patterns (P, N) of -1/+1."""
        n_white = np.count_nonzero(patterns > 0, axis=0)
        evenness = np.minimum(n_white, len(patterns) - n_white)
        units = np.argsort(-evenness, kind="stable")[: max(1, np.count_nonzero(evenness))]
        words = np.empty((-(-units.size // 64), len(patterns)), dtype=np.uint64)
        for start in range(0, len(patterns), TILE):
            words[:, start : start + TILE] = _packed(patterns[start : start + TILE, units] > 0).T
        return cls(frozen(words), frozen(units))

    def nearest(self, cue: Bipolar) -> NDArray[np.intp]:
        """The indices (n,) of the patterns nearest to the cue (N,) of -1/0/+1: all equals.

        Exact: a pattern is passed over only when the first words alone put it further away than
        the one that is nearest in them is in all words. Unknown units do not count.
        """
        values = cue[self.units][None]
        own, known = _packed(values > 0)[0], _packed(values != 0)[0]
        early = np.zeros(self.words.shape[1], dtype=np.uint8)
        for word, bits, mask in zip(self.words[:N_FIRST], own, known, strict=False):
            early += _differing(word, bits, mask)
        best = int(early.argmin())
        bound = _differing(self.words[:, best], own, known).sum()
        near = np.flatnonzero(early <= bound)
        distances = _differing(self.words[:, near], own[:, None], known[:, None]).sum(axis=0)
        return np.asarray(near[distances == distances.min()])


def _differing(words: Words, own: Words | np.uint64, known: Words | np.uint64) -> Counts:
    """How many known bits differ in each word; the shape of the words."""
    return np.asarray(np.bitwise_count((words ^ own) & known))


def _packed(bits: NDArray[np.bool_]) -> Words:
    """(B, n) -> (B, K), the last word filled up with zeros."""
    octets = np.zeros((len(bits), -(-bits.shape[1] // 64) * 8), dtype=np.uint8)
    packed = np.packbits(bits, axis=1)
    octets[:, : packed.shape[1]] = packed
    return octets.view(np.uint64)
