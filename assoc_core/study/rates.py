"""Rate: how many cues were recalled exactly, how alike the answers were, and how sure that is."""

import math
from dataclasses import dataclass

from assoc_core.types import Bipolar

Z95 = 1.959964  # the normal deviate that 2.5 % of trials exceed


@dataclass(frozen=True, slots=True)
class Rate:
    """Counts over n_cues cues: n_exact came back exactly; the sums of their overlaps m and m^2.

    Rates of different cues add up to the rate of them all.
    """

    n_cues: int = 0
    n_exact: int = 0
    sum_overlap: float = 0.0
    sum_square: float = 0.0

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(
            self.n_cues + other.n_cues,
            self.n_exact + other.n_exact,
            self.sum_overlap + other.sum_overlap,
            self.sum_square + other.sum_square,
        )

    @property
    def exact(self) -> float:
        """The share recalled exactly; NaN of no cues."""
        return self.n_exact / self.n_cues if self.n_cues else math.nan

    @property
    def exact_interval(self) -> tuple[float, float]:
        """The 95 % confidence interval of `exact` [Wilson27]."""
        return wilson(self.n_exact, self.n_cues)

    @property
    def overlap(self) -> float:
        """The mean overlap of the answers with the patterns meant; NaN of no cues."""
        return self.sum_overlap / self.n_cues if self.n_cues else math.nan

    @property
    def overlap_interval(self) -> tuple[float, float]:
        """The 95 % confidence interval of `overlap`: +- Z95 standard errors, within [-1, 1]."""
        if self.n_cues < 2:
            return -1.0, 1.0
        variance = (self.sum_square - self.n_cues * self.overlap**2) / (self.n_cues - 1)
        half = Z95 * math.sqrt(max(0.0, variance) / self.n_cues)
        return max(-1.0, self.overlap - half), min(1.0, self.overlap + half)


def rated(answers: Bipolar, patterns: Bipolar) -> Rate:
    """How well each answer is the pattern meant; (B, N), (B, N)."""
    exact = int((answers == patterns).all(axis=1).sum())
    overlaps = (answers * patterns).mean(axis=1, dtype=float)
    return Rate(len(answers), exact, float(overlaps.sum()), float((overlaps**2).sum()))


def wilson(n_hits: int, n_trials: int) -> tuple[float, float]:
    """The 95 % confidence interval of a share, n_hits of n_trials; (0, 1) of no trials [Wilson27].

    (p + z^2/2n -+ z sqrt(p (1-p)/n + z^2/4n^2)) / (1 + z^2/n): it stays within 0 and 1, and is
    honest where all trials or none were hits.
    """
    if not n_trials:
        return 0.0, 1.0
    share, z2 = n_hits / n_trials, Z95**2 / n_trials
    half = Z95 * math.sqrt(share * (1 - share) / n_trials + z2 / (4 * n_trials))
    return (
        max(0.0, (share + z2 / 2 - half) / (1 + z2)),
        min(1.0, (share + z2 / 2 + half) / (1 + z2)),
    )
