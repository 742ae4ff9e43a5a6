"""Numbers that a learner types for MAXNET to compete with. No Streamlit here."""

import re

FEWEST, MOST = 2, 20
USUAL = "10,9,7,3"
PLAIN = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4})?")


def read(text: str) -> list[float]:
    """The numbers in a text like "10, 9, 9"; ValueError with a sentence for the learner."""
    words = [word for word in re.split(r"[,;\s]+", text.strip()) if word]
    numbers = [_number(word) for word in words]
    if not FEWEST <= len(numbers) <= MOST:
        raise ValueError(
            f"{len(numbers)} numbers are given; wanted are {FEWEST} to {MOST}, like {USUAL}."
        )
    if not any(numbers):
        raise ValueError("All numbers are 0, so no unit is in the race; one at least must be more.")
    return numbers


def written(numbers: list[float]) -> str:
    """The numbers as a URL holds them; `read` gives them back."""
    return ",".join(f"{number:.8g}" for number in numbers)


def is_inhibition(text: str) -> bool:
    """Whether the text is an epsilon: above 0, at most 10, three decimals."""
    return bool(re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,3})?", text)) and 0 < float(text) <= 10


def _number(word: str) -> float:
    given = word if len(word) <= 12 else word[:12] + "…"
    if re.fullmatch(r"[-−].*", word):
        raise ValueError(f"“{given}” is below 0; a unit counts matches, so wanted is 0 or more.")
    if not PLAIN.fullmatch(word):
        raise ValueError(
            f"“{given}” is not a number that can be used; wanted are plain numbers below 10,000, "
            "like 9 or 9.5, with a comma between two of them."
        )
    return float(word)
