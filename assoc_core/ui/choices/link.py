"""The URL and the widgets: the widgets' state follows the URL, and the URL follows the widgets."""

from dataclasses import asdict, fields

import streamlit as st

from assoc_core.types import Bipolar
from assoc_core.ui.choices.codec import decode
from assoc_core.ui.choices.linked import Linked
from assoc_core.ui.choices.query import Choices, from_query, read
from assoc_core.ui.choices.settings import ADDED, OF_DIGITS, Settings, View, last_digit
from assoc_core.ui.model import compute

STATE = st.session_state
OF_START = ("source", "digit", "damage", "amount", "seed", *OF_DIGITS)
KINDS: tuple[type[Linked], ...] = (
    Settings,
    View,
    *(kind for page in ADDED.values() for kind in page),
)
USUAL = {name: value for kind in KINDS for name, value in asdict(kind()).items()}
IN_STATE = tuple(name for name in USUAL if name != "drawing")


def adopt_url() -> list[str]:
    """Take over the settings of a URL that was opened, or gone back to; -> complaints about it.

    A rerun that a widget caused may still carry the URL of before: then the widget wins.
    """
    query = st.query_params.to_dict()
    if "shown" in STATE:
        for name in IN_STATE:  # Streamlit forgets a widget that the last run did not show
            STATE[name] = STATE.get(name, STATE.shown[name])
        STATE.digit = min(STATE.digit, last_digit(STATE.source, settings().n_patterns))
        by_widget = any(STATE[name] != STATE.shown[name] for name in IN_STATE)
        if by_widget or query == STATE.shown_query:
            return []
    linked, complaints = from_query(query)
    view, more_complaints = read(View, query)
    complaints += more_complaints
    asked = {**asdict(linked), **asdict(view)}
    for kind in ADDED[view.page]:
        added, more_complaints = read(kind, query)
        complaints += more_complaints
        asked |= asdict(added)
    for name in IN_STATE:  # what only other pages show stays as it was
        STATE[name] = asked.get(name, STATE.get(name, USUAL[name]))
    on_it = decode(linked.drawing) if linked.drawing else compute.cue(linked)
    STATE.on_canvas = (_start_of(linked), on_it)
    return complaints


def publish(settings: Settings) -> None:
    """Write settings, view and what the page adds to the URL, beside parameters not ours."""
    parts = (settings, *(chosen(kind) for kind in (*ADDED[STATE.page], View)))
    query = {name: text for part in parts for name, text in part.to_query().items()}
    there = st.query_params.to_dict()
    wanted = {name: value for name, value in there.items() if name not in USUAL} | query
    if wanted != there:
        st.query_params.from_dict(wanted)  # at once: each write is an entry of the history
    STATE.shown = {**{name: STATE[name] for name in IN_STATE}, "drawing": settings.drawing}
    STATE.shown_query = st.query_params.to_dict()


def on_canvas(settings: Settings, plain: Bipolar) -> Bipolar:
    """The cue that lies on the canvas before anything is drawn on it.

    It stays the same while one draws, and is `plain` again when the start or the damage changes.
    """
    start_of = _start_of(settings)
    if STATE.get("on_canvas", (None,))[0] != start_of:
        STATE.on_canvas = (start_of, plain)
    base: Bipolar = STATE.on_canvas[1]
    return base


def lay(cue: Bipolar) -> None:
    """Lay another cue on the canvas, in place of what the settings make."""
    STATE.on_canvas = (_start_of(settings()), cue)


def wipe() -> None:
    """Forget what lies on the canvas and what was drawn."""
    STATE.pop("on_canvas", None)
    STATE.pop("drawn", None)


def keep_drawn(drawn: Bipolar) -> None:
    """Remember what is drawn now: a canvas that is not shown any more forgets it."""
    STATE.drawn = (_start_of(settings()), drawn)


def lay_drawn() -> None:
    """Where the canvas has gone, what was drawn on it becomes the cue that lies on it."""
    start_of, drawn = STATE.pop("drawn", (None, None))
    if start_of == _start_of(settings()):
        lay(drawn)


def _start_of(settings: Settings) -> tuple[object, ...]:
    own = settings.source in ("black", "unknown")
    return tuple(getattr(settings, name) for name in (("source",) if own else OF_START))


def settings(drawing: str = "") -> Settings:
    """What the widgets say now."""
    names = asdict(Settings()).keys() - {"drawing"}
    return Settings(**{name: STATE[name] for name in names}, drawing=drawing)


def view() -> View:
    """How it is to be shown now."""
    return chosen(View)


def chosen(kind: type[Choices]) -> Choices:
    """What the widgets say now of one kind of choices."""
    return kind(**{field.name: STATE[field.name] for field in fields(kind)})
