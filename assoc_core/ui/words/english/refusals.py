"""What cannot be had, of a link, a file, a typed number or the data: why, and what would do."""

from collections.abc import Mapping
from typing import Any

WANTED = {
    "one of": "one of {allowed}",
    "whole": "a whole number from {low} to {high}",
    "names": "a list of at most {most} names like {example}",
    "classes": "a list of digits like 0,1",
    "numbers": "a list of at most {most} different numbers below {below} like 3,17",
    "drawings": "at most {most} drawings from a link copied from this page",
    "drawing": "the 210 characters of a link copied from this page",
    "competitors": "{fewest} to {most} numbers like {example}",
    "inhibition": "a number above 0, at most 10, like 0.2",
    "parts": "a list of {known}",
}


def refused(name: str, given: str, wanted: str, facts: Mapping[str, Any]) -> str:
    """Why a link cannot have what it asks for, and what is shown instead."""
    if wanted == "digit":
        last = facts["last"]
        return f"The link asks for digit no. {given}; the last one is {last}, shown instead."
    listed = {key: _listed(value) for key, value in facts.items()}
    short = given if len(given) <= 20 else given[:20] + "…"
    return (
        f"The link asks for {name} = “{short}”; wanted is {WANTED[wanted].format(**listed)}. "
        "The usual value is used."
    )


def _listed(value: Any) -> Any:
    return ", ".join(value) if isinstance(value, tuple) else value


def numbers_refused(given: str, wanted: str, facts: Mapping[str, Any]) -> str:
    """Why the numbers that were typed for MAXNET cannot be used; those before are kept."""
    return {
        "count": "{n} numbers are given; wanted are {fewest} to {most}, like {example}.",
        "some above 0": "All numbers are 0, so no unit is in the race; one at least must be more.",
        "0 or more": "“{given}” is below 0; a unit counts matches, so wanted is 0 or more.",
        "a plain number": "“{given}” is not a number that can be used; wanted are plain numbers "
        "below 10,000, like 9 or 9.5, with a comma between two of them.",
    }[wanted].format(given=given, **facts) + " The numbers before are kept."


UPLOAD_REFUSED = {
    "too many bytes": "The file has {given:,} bytes; wanted are at most {most:,}. {smaller}",
    "too many pixels": "The picture has {width} x {height} pixels; wanted are at most {most:,}. "
    "{smaller}",
    "far too many pixels": "The picture has far too many pixels; wanted are at most {most:,}. "
    "{smaller}",
    "animated": "The picture is animated; wanted is one that stands still. {other}",
    "damaged": "The picture is damaged or incomplete. {other}",
    "no picture": "The file is not a PNG or JPEG picture. {other}",
    "transparent": "The picture is fully transparent. {other}",
    "blank": "The picture is blank: nothing on it differs enough from its border. "
    "Please choose a picture of one digit with paper around it.",
}
SMALLER = "Please crop it to the digit, or save it smaller."
OTHER_FILE = "Please choose a PNG or JPEG picture of one digit."


def upload_refused(why: str, facts: dict[str, Any]) -> str:
    """Why a file cannot be used, and what would do."""
    return UPLOAD_REFUSED[why].format(smaller=SMALLER, other=OTHER_FILE, **facts)


def no_data(file: str, what: str) -> str:
    """Why there are no digits, and how to mend it."""
    wrong = {
        "missing": "cannot be read",
        "damaged": "is damaged",
        "other": "is not the MNIST file: its checksum differs",
    }[what]
    return f"{file} {wrong}. Put the original back with: git checkout -- {file}"
