"""MNIST from the IDX files in assets/mnist: read, checked, made bipolar, chosen from."""

import gzip
import hashlib
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from assoc_core.types import Bipolar

FOLDER = Path(__file__).parents[2] / "assets" / "mnist"
MD5 = {  # of the uncompressed files, as published with the data set
    "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
    "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
    "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
    "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
}
Fault: TypeAlias = Literal["missing", "damaged", "other"]
SAID: dict[Fault, str] = {
    "missing": "cannot be read",
    "damaged": "is damaged",
    "other": "is not the MNIST file: its checksum differs",
}
FILES = {
    "train": ("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    "test": ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
}


class DataError(RuntimeError):
    """A data file does not hold what it should; the message names it and the remedy.

    file, its place in the repository; what is wrong with it: "missing" (it cannot be read),
    "damaged" (it is cut off or no gzip file), "other" (it is whole, but not the file of MNIST).
    """

    def __init__(self, file: str, what: Fault) -> None:
        super().__init__(file, what)
        self.file, self.what = file, what

    def __str__(self) -> str:
        remedy = f"Put the original back with: git checkout -- {self.file}"
        return f"{self.file} {SAID[self.what]}. {remedy}"


@dataclass(frozen=True, slots=True, eq=False)
class Digits:
    """images (M, 28, 28) uint8, 0 black to 255 white; labels (M,) uint8, 0 to 9. Read-only."""

    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]


def load(split: str = "train", folder: Path = FOLDER) -> Digits:
    """All digits of a split: "train", M = 60,000, or "test", M = 10,000.

    DataError if a file is missing or its checksum differs, ValueError for another split.
    """
    if split not in FILES:
        raise ValueError(f'There is no split {split!r}; wanted is "train" or "test".')
    images, labels = (_read(folder / f"{name}.gz", MD5[name]) for name in FILES[split])
    return Digits(
        np.frombuffer(images, np.uint8, offset=16).reshape(-1, 28, 28),
        np.frombuffer(labels, np.uint8, offset=8),
    )


def _read(path: Path, md5: str) -> bytes:
    file = f"assets/mnist/{path.name}"
    try:
        content = gzip.decompress(path.read_bytes())
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DataError(file, "damaged") from error
    except OSError as error:
        raise DataError(file, "missing") from error
    if hashlib.md5(content, usedforsecurity=False).hexdigest() != md5:
        raise DataError(file, "other")
    return content


def bipolar(images: NDArray[np.uint8], threshold: int = 128) -> Bipolar:
    """+1 where a pixel is >= threshold, else -1; (..., 28, 28) uint8 -> (..., 784) int8."""
    flat = images.reshape(*images.shape[:-2], -1)
    return np.where(flat >= threshold, np.int8(1), np.int8(-1))


def choose(
    digits: Digits,
    n_patterns: int,
    *,
    rng: np.random.Generator | None = None,
    classes: Collection[int] | None = None,
) -> NDArray[np.int64]:
    """Indices (P,) of distinct digits, of the given classes only: the first ones, or random ones.

    ValueError if there are not that many.
    """
    wanted = range(10) if classes is None else classes
    candidates = np.flatnonzero(np.isin(digits.labels, list(wanted)))
    if not 0 < n_patterns <= candidates.size:
        raise ValueError(
            f"{n_patterns} digits were asked for; wanted is a number from 1 to {candidates.size}, "
            "the digits there are of these classes."
        )
    if rng is None:
        return candidates[:n_patterns]
    return rng.choice(candidates, size=n_patterns, replace=False)
