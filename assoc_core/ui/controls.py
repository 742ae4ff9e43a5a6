"""Widgets -> Settings. The widgets' state follows the URL, and the URL follows the widgets."""

from dataclasses import asdict

import streamlit as st

from assoc_core.types import Bipolar
from assoc_core.ui import compute, texts
from assoc_core.ui.settings import (
    CHOICES,
    MAX_SEED,
    RANGES,
    Settings,
    decode,
    from_query,
    last_digit,
)

WIDGETS = tuple(name for name in asdict(Settings()) if name != "drawing")
STATE = st.session_state


def adopt_url() -> list[str]:
    """Take over the settings of a URL that was opened, or gone back to; -> complaints about it.

    A rerun that a widget caused may still carry the URL of before: then the widget wins.
    """
    query = st.query_params.to_dict()
    if "shown" in STATE:
        for name in WIDGETS:  # Streamlit forgets a widget that the last run did not show
            STATE[name] = STATE.get(name, STATE.shown[name])
        by_widget = any(STATE[name] != STATE.shown[name] for name in WIDGETS)
        if by_widget or query == STATE.shown_query:
            return []
    settings, complaints = from_query(query)
    for name in WIDGETS:
        STATE[name] = getattr(settings, name)
    on_it = decode(settings.drawing) if settings.drawing else compute.cue(settings)
    STATE.on_canvas = (_start_of(settings), on_it)
    return complaints


def publish(settings: Settings) -> None:
    """Write the settings to the URL, beside parameters that are not ours."""
    query = settings.to_query()
    for name in asdict(settings):
        if name not in query:
            st.query_params.pop(name, None)
        elif st.query_params.get(name) != query[name]:
            st.query_params[name] = query[name]
    STATE.shown = asdict(settings)
    STATE.shown_query = st.query_params.to_dict()


def network() -> None:
    """The row of the network: which one, how trained, how updated."""
    of_hopfield = STATE.network == "hopfield"
    _choice("network", "Network", texts.NETWORK)
    if of_hopfield:
        _choice("rule", "Rule", texts.RULE, help=texts.HELP_RULE)
        _choice("order", "Order of updates", texts.ORDER, help=texts.HELP_ORDER)
    low, high = RANGES["stored"]
    st.number_input("Digits stored", low, high, key="stored", help=texts.HELP_STORED, width=140)


def start() -> None:
    """The row of the picture to start from."""
    _choice("source", "Start from", texts.SOURCE)
    last = last_digit(STATE.source, STATE.stored)
    STATE.digit = min(STATE.digit, last)
    of_digit = STATE.source in ("stored", "unseen")
    st.number_input(
        f"No., 0 to {last}" if of_digit else "No.", 0, last, key="digit", disabled=not of_digit
    )


def damage() -> None:
    """The rows of the damage done to it."""
    of_digit = STATE.source in ("stored", "unseen")
    _choice("damage", "Damage", texts.DAMAGE, help=texts.HELP_DAMAGE, disabled=not of_digit)
    st.slider("Amount, %", *RANGES["amount"], key="amount", disabled=not of_digit)
    st.number_input("Seed", 0, MAX_SEED, key="seed", help=texts.HELP_SEED)


def pen() -> str:
    """What the pen draws: a key of `texts.PEN`."""
    return str(STATE.setdefault("pen", "white"))


def choose_pen() -> None:
    """The row below the canvas: what the pen draws, and a button that clears."""
    st.segmented_control(
        "The pen draws",
        list(texts.PEN),
        key="pen",
        format_func=texts.PEN.__getitem__,
        required=True,
        label_visibility="collapsed",
    )
    st.button("Clear", on_click=_clear, help=texts.HELP_CLEAR)


def _clear() -> None:
    STATE.source = "black"
    STATE.pop("on_canvas")


def on_canvas(settings: Settings, plain: Bipolar) -> Bipolar:
    """The cue that lies on the canvas before anything is drawn on it.

    It stays the same while one draws, and is `plain` again when the start or the damage changes.
    """
    start_of = _start_of(settings)
    if STATE.get("on_canvas", (None,))[0] != start_of:
        STATE.on_canvas = (start_of, plain)
    base: Bipolar = STATE.on_canvas[1]
    return base


def _start_of(settings: Settings) -> tuple[object, ...]:
    return tuple(
        getattr(settings, name) for name in ("source", "digit", "damage", "amount", "seed")
    )


def _choice(name: str, label: str, words: dict[str, str], **options: object) -> None:
    st.selectbox(label, CHOICES[name], key=name, format_func=words.__getitem__, **options)  # type: ignore[call-overload]


def settings(drawing: str = "") -> Settings:
    """What the widgets say now."""
    return Settings(**{name: STATE[name] for name in WIDGETS}, drawing=drawing)
