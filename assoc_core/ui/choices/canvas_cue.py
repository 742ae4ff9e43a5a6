"""What lies on the canvas before anything is drawn on it, and what was drawn when it went away."""

from assoc_core.types import Bipolar
from assoc_core.ui.choices.codec import decode
from assoc_core.ui.choices.keys import Key
from assoc_core.ui.choices.settings import Settings

# a cue, and the part of the settings that it was laid for: another part makes another cue
_Laid = tuple[tuple[object, ...], Bipolar]
_LAID: Key[_Laid | None] = Key("laid", lambda: None)
_DRAWN: Key[_Laid | None] = Key("drawn", lambda: None)
_CLEARS: Key[int] = Key("clears", int)


def adopt(settings: Settings, drawing: str) -> None:
    """Lay the drawing of a URL on the canvas; without one, what the settings make."""
    wipe()
    if drawing:
        lay(settings, decode(drawing))


def laid(settings: Settings, plain: Bipolar) -> Bipolar:
    """The cue on the canvas.

    It stays the same while one draws, and is `plain` again when the start or the damage changes.
    """
    kept = _LAID.read()
    if kept is None or kept[0] != _start_of(settings):
        kept = (_start_of(settings), plain)
        _LAID.keep(kept)
    return kept[1]


def lay(settings: Settings, cue: Bipolar) -> None:
    """Lay another cue on the canvas, in place of what the settings make."""
    _LAID.keep((_start_of(settings), cue))


def wipe() -> None:
    """Forget what lies on the canvas and what was drawn."""
    _LAID.keep(None)
    _DRAWN.keep(None)


def clear() -> None:
    """Have the canvas drop what was drawn, even where the same cue lies on it again."""
    _LAID.keep(None)
    _CLEARS.keep(n_clears() + 1)


def n_clears() -> int:
    """How often the canvas was cleared."""
    return _CLEARS.read()


def keep_drawn(settings: Settings, drawn: Bipolar) -> None:
    """Remember what is drawn now: a canvas that is not shown any more forgets it."""
    _DRAWN.keep((_start_of(settings), drawn))


def lay_drawn(settings: Settings) -> None:
    """Where the canvas has gone, what was drawn on it becomes the cue that lies on it."""
    kept = _DRAWN.take()
    if kept is not None and kept[0] == _start_of(settings):
        lay(settings, kept[1])


def _start_of(settings: Settings) -> tuple[object, ...]:
    """What of the settings decides on the cue; on an empty canvas what was drawn stays."""
    if not settings.is_of_digit:
        return (settings.source,)
    s = settings
    own = (s.source, s.digit, s.damage, s.amount, s.seed)
    return (*own, s.choice, s.classes, s.picked, s.threshold)
