"""Settings: all choices of the Recall page as one value that fits in the URL."""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace

import numpy as np

from assoc_core import CORRUPTIONS, RULES, SCHEDULES
from assoc_core.types import Bipolar

N_UNITS = 784
N_UNSEEN = 10_000
MAX_SEED = 2**31 - 1

CHOICES: dict[str, tuple[str, ...]] = {
    "network": ("hopfield", "hamming"),
    "rule": tuple(RULES),
    "order": tuple(SCHEDULES),
    "source": ("stored", "unseen", "black", "unknown"),
    "damage": tuple(CORRUPTIONS),
}
RANGES: dict[str, tuple[int, int]] = {
    "stored": (2, 300),
    "digit": (0, N_UNSEEN - 1),
    "amount": (0, 100),
    "seed": (0, MAX_SEED),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """`digit` counts within `source`; `amount` is in percent; `drawing` is an encoded cue or ""."""

    network: str = "hopfield"
    rule: str = "pseudoinverse"
    stored: int = 118
    order: str = "steepest"
    source: str = "stored"
    digit: int = 0
    damage: str = "flip"
    amount: int = 20
    seed: int = 0
    drawing: str = ""

    @property
    def target(self) -> int | None:
        """The index of the stored digit that the cue was made from, None if of another."""
        return self.digit if self.source == "stored" else None

    def to_query(self) -> dict[str, str]:
        """Every setting by name, so that a link keeps its meaning when a default changes."""
        return {name: str(value) for name, value in asdict(self).items() if value != ""}


def from_query(query: Mapping[str, str]) -> tuple[Settings, list[str]]:
    """The settings a URL asks for, and a sentence for each value that could not be used."""
    values: dict[str, str | int] = {}
    complaints = []
    for field in fields(Settings):
        if query.get(field.name):
            try:
                values[field.name] = _parsed(field.name, query[field.name])
            except ValueError as error:
                complaints.append(str(error))
    settings = Settings(**values)  # type: ignore[arg-type]  # each name is parsed to its own type
    last = last_digit(settings.source, settings.stored)
    if settings.digit > last:
        complaints.append(
            f"The link asks for digit no. {settings.digit}; the last one is {last}, shown instead."
        )
        settings = replace(settings, digit=last)
    return settings, complaints


def last_digit(source: str, n_stored: int) -> int:
    """The largest number a digit can have within its source."""
    return n_stored - 1 if source == "stored" else N_UNSEEN - 1


def _parsed(name: str, text: str) -> str | int:
    if name in CHOICES:
        if text not in CHOICES[name]:
            raise ValueError(_complaint(name, text, "one of " + ", ".join(CHOICES[name])))
        return text
    if name in RANGES:
        low, high = RANGES[name]
        if not (re.fullmatch("[0-9]{1,10}", text) and low <= int(text) <= high):
            raise ValueError(_complaint(name, text, f"a whole number from {low} to {high}"))
        return int(text)
    decode(text)
    return text


def _complaint(name: str, text: str, wanted: str) -> str:
    given = text if len(text) <= 20 else text[:20] + "…"
    return f"The link asks for {name} = “{given}”; wanted is {wanted}. The usual value is used."


def encode(cue: Bipolar) -> str:
    """A cue (784,) as 210 URL-safe characters, five ternary digits to a byte."""
    trits = np.append(cue + 1, 0).reshape(-1, 5).astype(np.int64)
    codes = (trits @ 3 ** np.arange(5)).astype(np.uint8)
    return base64.urlsafe_b64encode(codes.tobytes()).decode().rstrip("=")


def decode(text: str) -> Bipolar:
    """The cue (784,) that `encode` made the text of; ValueError for any other text."""
    try:
        codes = np.frombuffer(
            base64.b64decode(text + "==", altchars=b"-_", validate=True), np.uint8
        )
    except (binascii.Error, ValueError):
        codes = np.array([], np.uint8)
    if codes.size != 157 or codes.max() > 242:
        raise ValueError(
            _complaint("drawing", text, "the 210 characters of a link copied from this page")
        )
    trits = codes.astype(np.int64)[:, None] // 3 ** np.arange(5) % 3
    return (trits.ravel()[:N_UNITS] - 1).astype(np.int8)
