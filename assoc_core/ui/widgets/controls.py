"""The widgets of the Recall page. Each keeps its value in the session state, under its name."""

from typing import Any

import numpy as np
import streamlit as st

from assoc_core.ui import words
from assoc_core.ui.choices import link
from assoc_core.ui.choices.settings import CHOICES, MAX_SEED, MOST_PLANTED, RANGES, last_digit
from assoc_core.ui.model import compute

STATE = st.session_state


def network() -> None:
    """The row of the network: which one, how trained, how updated."""
    choice("network", "Network", words.shared.NETWORK)
    parameter()
    if STATE.network in ("hopfield", "dense"):
        warm = link.settings().warmth > 0
        choice(
            "order",
            "Order of updates",
            words.shared.ORDER,
            help=words.shared.HELP_ORDER,
            disabled=warm,
        )
    n_stored()


def n_stored() -> None:
    """How many digits are stored, where that is not said by which ones."""
    low, high = RANGES["stored"]
    if STATE.choice in ("each", "picked"):
        n_patterns = link.settings().n_patterns
        st.number_input(words.shared.N_STORED, value=n_patterns, width=140, disabled=True)
    else:
        st.number_input(
            words.shared.N_STORED, low, high, key="stored", help=words.shared.HELP_STORED, width=140
        )


def parameter() -> None:
    """What makes the memory of the chosen network what it is."""
    if STATE.network == "hopfield":
        choice("rule", "Rule", words.shared.RULE, help=words.shared.HELP_RULE)
    elif STATE.network == "dense":
        choice("power", "Energy", words.shared.POWER, help=words.shared.HELP_POWER)
    elif STATE.network == "hamming":
        choice("epsilon", "Inhibition", words.shared.EPSILON, help=words.shared.HELP_EPSILON)
    else:
        st.select_slider("β", CHOICES["beta"], key="beta", help=words.shared.HELP_BETA)


def start() -> None:
    """The row of the picture to start from."""
    choice("source", "Start from", words.shared.SOURCE)
    last = last_digit(STATE.source, link.settings().n_patterns)
    of_digit = STATE.source in ("stored", "unseen")
    st.number_input(
        f"No., 0 to {last}" if of_digit else "No.", 0, last, key="digit", disabled=not of_digit
    )
    labels = compute.labels(link.settings()) if of_digit else ()
    of_class = of_digit and labels[STATE.digit] >= 0
    STATE.digit_class = labels[STATE.digit] if of_class else None
    st.selectbox(
        words.shared.CLASS, range(10), key="digit_class", on_change=_to_class, disabled=not of_class
    )


def _to_class() -> None:
    """Go to the next digit of the class that was chosen, from the first one again at the end."""
    labels = np.array(compute.labels(link.settings()))
    of_class = np.flatnonzero(labels == STATE.digit_class)
    if of_class.size:
        later = of_class[of_class > STATE.digit]
        STATE.digit = int((later if later.size else of_class)[0])


def damage() -> None:
    """The rows of the damage done to it."""
    damage_of(STATE.source in ("stored", "unseen"))


def damage_of(of_digit: bool) -> None:
    """The same, for a picture that is a digit or is not."""
    choice(
        "damage",
        "Damage",
        words.shared.DAMAGE,
        help=words.shared.HELP_DAMAGE,
        disabled=not of_digit,
    )
    st.slider("Amount, %", *RANGES["amount"], key="amount", disabled=not of_digit)
    st.number_input("Seed", 0, MAX_SEED, key="seed", help=words.shared.HELP_SEED)


def start_and_damage(hidden: set[str]) -> None:
    """The rows of the cue, without those of its parts that are hidden."""
    if "start" not in hidden:
        with st.container(horizontal=True):
            start()
    if "damage" not in hidden:
        with st.container(horizontal=True):
            damage()


def pen() -> str:
    """What the pen draws: a key of `words.shared.PEN`."""
    return str(STATE.setdefault("pen", "white"))


def choose_pen() -> None:
    """The row below the canvas: what the pen draws, and a button that clears."""
    segments("pen", "The pen draws", words.shared.PEN, label_visibility="collapsed")
    st.button(words.shared.CLEAR, on_click=clear, help=words.shared.HELP_CLEAR)
    can_plant = STATE.planted.count(".") + bool(STATE.planted) < MOST_PLANTED
    st.button(
        words.shared.PLANT, on_click=_plant, help=words.shared.HELP_PLANT, disabled=not can_plant
    )
    if STATE.planted:
        st.button(words.shared.FORGET, on_click=_forget, help=words.shared.HELP_FORGET)


def _plant() -> None:
    STATE.planted = ".".join(filter(None, [STATE.planted, STATE.shown_cue]))
    STATE.show_planting = True


def _forget() -> None:
    STATE.planted = STATE.planted.rpartition(".")[0]


def clear() -> None:
    """Empty the canvas, whatever was loaded or drawn."""
    STATE.source = "black"
    STATE.n_clears = STATE.get("n_clears", 0) + 1
    STATE.pop("on_canvas", None)


def segments(name: str, label: str, words: dict[Any, str], **options: Any) -> None:
    """A row of words of which one is chosen."""
    st.segmented_control(
        label, list(words), key=name, format_func=words.__getitem__, required=True, **options
    )


def several(
    name: str, label: str, words: dict[str, str], *, most: int | None = None, **options: Any
) -> None:
    """Some of many words; the setting keeps them as a list by comma, and one at least."""
    STATE[f"{name}_list"] = STATE[name].split(",")
    st.multiselect(
        label,
        list(words),
        key=f"{name}_list",
        format_func=words.__getitem__,
        max_selections=most,
        on_change=_keep_several,
        args=(name,),
        **options,
    )


def _keep_several(name: str) -> None:
    if STATE[f"{name}_list"]:
        STATE[name] = ",".join(STATE[f"{name}_list"])


def choice(name: str, label: str, words: dict[str, str], **options: Any) -> None:
    """One of the CHOICES of a setting, in words."""
    st.selectbox(label, CHOICES[name], key=name, format_func=words.__getitem__, **options)
