"""How a recall ended, in words: a title, and a sentence or two for each kind of ending.

Templates are plain, for the browser words its endings with the same ones. In them {found} is a
stored pattern by its number, "no. 8, a 1", and {found_stored} "stored digit no. 8, a 1".
"""

from assoc_core.ui.model.endings import Digit, Ending

TITLE = {
    "recalled": "Recalled exactly",
    "recalled rounded": "Recalled, once rounded",
    "stored": "Ended in a memory",
    "stored rounded": "Ended in a memory, once rounded",
    "winner": "Ended in a memory",
    "other": "Another memory",
    "other rounded": "Another memory, once rounded",
    "reversed": "The negative of a memory",
    "reversed pair": "The negative of a memory",
    "mixture": "A mixture of memories",
    "ghost": "A ghost",
    "blend": "A ghost",
    "shared blend": "A ghost",
    "negative blend": "A ghost",
    "unknown": "Nothing to go on",
    "nobody left": "Nobody is left",
    "grey": "Nothing but grey",
    "tie": "A dead heat",
    "tie of many": "A dead heat",
    "2-cycle": "Two pictures in turn, for ever",
    "step limit": "Still moving",
}
_ROUNDED = "Rounded to black and white, all {n} pixels are those of {found_stored}."
_GREY = "The state itself is a blend, in which other memories still have a share."
_NEAREST = "Nearest is {found}, overlap {overlap}."
_NEGATIVE = "Every pixel is the opposite of {found_stored}."
_NO_CHOICE = "Equal units inhibit each other equally, so no further step can choose."
SENTENCES: dict[str, tuple[str, ...]] = {
    "recalled": ("All {n} pixels are those of {found_stored}.",),
    "recalled rounded": (_ROUNDED, _GREY),
    "stored": ("All {n} pixels are those of {found_stored}.",),
    "stored rounded": (_ROUNDED, _GREY),
    "winner": ("Of all stored patterns {found}, matches the cue best.",),
    "other": ("It ended in {found_stored}; the cue was made from {target}.",),
    "other rounded": (
        "Rounded to black and white, it ended in {found_stored}; the cue was made from {target}.",
    ),
    "reversed": (_NEGATIVE,),
    "reversed pair": (
        _NEGATIVE,
        "Here a picture and its negative have the same energy, so where one is at rest, the other "
        "is, too.",
    ),
    "mixture": (
        "The majority of {members} (overlap {overlap}): a state at rest that nobody stored.",
    ),
    "ghost": ("A state at rest that nobody stored.", _NEAREST),
    "blend": (
        "A state at rest that nobody stored, near the blend of all {n} patterns (overlap {blend}), "
        "which has in each pixel what most of them have.",
        _NEAREST,
    ),
    "shared blend": (
        "A state at rest that nobody stored, near the blend of all {n} patterns (overlap {blend}).",
        _NEAREST,
        "What they share outweighs what sets each apart.",
    ),
    "negative blend": (
        "A state at rest that nobody stored, near the negative of the blend of all {n} patterns "
        "(overlap {blend}).",
        _NEAREST,
    ),
    "unknown": (
        "No pixel of the cue is known, so no unit is pushed either way and nothing can change.",
    ),
    "nobody left": (
        "No unit is active any more, so the network has no answer: the cue matches nothing that is "
        "stored, or the units have killed each other.",
    ),
    "grey": (
        "The memories blend, and every pixel ends nearer to the grey in the middle than to black "
        "or white.",
        _NEAREST,
    ),
    "tie": ("The cue matches {tied} equally well.", _NO_CHOICE),
    "tie of many": ("The cue matches {tied} and {n} more equally well.", _NO_CHOICE),
    "2-cycle": (
        "Updating all pixels at once can end like this.",
        "One pixel at a time, a network with symmetric weights and no negative diagonal always "
        "comes to rest.",
    ),
    "step limit": ("It was stopped at the limit, after {n} steps, before it had come to rest.",),
}
_AMONG = {label: f"no. {{number}}, {'an' if label == 8 else 'a'} {label}" for label in range(10)}
DIGIT = {
    -1: "no. {number}",
    -2: "no. {number}, planted",
    **_AMONG,
}  # by the label, see `collection`
STORED = {
    -1: "stored pattern no. {number}",
    -2: "the planted pattern no. {number}",
    **{label: f"stored digit {template}" for label, template in _AMONG.items()},
}
NEGATIVE = "negative of {digit}"
AND, PLUS = " and ", " + "


def title(ending: Ending) -> str:
    """What it is called."""
    return TITLE[ending.kind]


def sentence(ending: Ending) -> str:
    """What it is, with its facts."""
    words: dict[str, str] = {}
    for fact, value in ending.facts:
        if isinstance(value, Digit):
            words[f"{fact}_stored"] = STORED[value.label].format(number=value.number)
            words[fact] = _named(value)
        elif isinstance(value, int | float):
            words[fact] = signed(value) if isinstance(value, float) else f"{value:,}"
        else:
            words[fact] = (PLUS if fact == "members" else AND).join(map(_named, value))
    return " ".join(SENTENCES[ending.kind]).format(**words)


def name(index: int, labels: tuple[int, ...]) -> str:
    """A stored pattern in words, e.g. "no. 8, a 1"; labels below 0 as in `collection`."""
    return DIGIT[labels[index]].format(number=index)


def _named(digit: Digit) -> str:
    positive = DIGIT[digit.label].format(number=digit.number)
    return positive if digit.sign > 0 else NEGATIVE.format(digit=positive)


def signed(value: float) -> str:
    """Two digits, with a true minus sign."""
    return f"{value + 0.0:.2f}".replace("-", "−")
