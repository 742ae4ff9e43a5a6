"""Numbers that a learner types for MAXNET to compete with, and its inhibition."""

import re

from assoc_core.ui.choices.fields import UnwantedError

FEWEST, MOST = 2, 20
USUAL = "10,9,7,3"
PLAIN = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4})?")


def read(text: str) -> list[float]:
    """The numbers in a text like "10, 9, 9"; UnwantedError for any other."""
    numbers = [_number(word) for word in re.split(r"[,;\s]+", text.strip()) if word]
    if not FEWEST <= len(numbers) <= MOST:
        raise UnwantedError("count", n=len(numbers), fewest=FEWEST, most=MOST, example=USUAL)
    if not any(numbers):
        raise UnwantedError("some above 0")
    return numbers


def written(numbers: list[float]) -> str:
    """The numbers as a URL holds them; `read` gives them back."""
    return ",".join(f"{number:.8g}" for number in numbers)


def inhibition(text: str) -> float:
    """The epsilon in a text: above 0, at most 10, three decimals; UnwantedError for any other."""
    if not re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,3})?", text) or not 0 < float(text) <= 10:
        raise UnwantedError("inhibition", text)
    return float(text)


def _number(word: str) -> float:
    given = word if len(word) <= 12 else word[:12] + "…"
    if re.fullmatch(r"[-−].*", word):
        raise UnwantedError("0 or more", given)
    if not PLAIN.fullmatch(word):
        raise UnwantedError("a plain number", given)
    return float(word)
