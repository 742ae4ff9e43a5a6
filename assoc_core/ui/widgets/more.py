"""What is needed less often: which digits are stored, and how the page is shown."""

from collections.abc import Callable, Collection

import streamlit as st

from assoc_core.ui import words
from assoc_core.ui.choices.session import bound, chosen
from assoc_core.ui.widgets import controls, dialogs
from assoc_core.ui.widgets.behind import behind


def hidden() -> set[str]:
    """The parts that are not shown: those the URL hides, at the projector all controls."""
    view = chosen().view
    return view.hidden | ({"network", "start", "damage", "draw"} if view.at_projector else set())


def popover(
    of_page: Callable[[], None], *, warm: bool = False, without: Collection[str] = ()
) -> None:
    """The button "More" and what is behind it: at the projector also the controls of the page.

    `warm` where a temperature has a meaning; `without` the choices that change nothing here.
    """

    def draw() -> None:
        view, settings = chosen().view, chosen().settings
        if view.at_projector:
            of_page()
        if "network" not in view.hidden:
            _which_digits(settings.choice, without)
            if warm and settings.network == "hopfield":
                controls.steps("temperature")
        controls.segments("mode")
        if "predict" not in without:
            controls.segments("predict")

    # Another key closes it: the dialog that a button in it opens would lie below it.
    behind(words.shared.MORE, draw, key=f"more-{dialogs.n_asked()}")


def _which_digits(choice: str, without: Collection[str]) -> None:
    if "choice" not in without:
        controls.select("choice")
        if choice == "classes":
            _classes()
        if choice == "picked":
            st.button(words.shared.PICK, on_click=dialogs.ask, args=("sheet",))
    if "threshold" not in without:
        controls.slider("threshold")


def _classes() -> None:
    """Keep the classes that were chosen; one at least."""
    at = bound(
        "classes",
        key="class_pills",
        to_widget=lambda listed: [int(label) for label in listed.split(",")],
        from_widget=lambda labels: ",".join(map(str, sorted(labels))),
    )
    st.pills(words.choices.LABEL["classes"], range(10), selection_mode="multi", **at)
