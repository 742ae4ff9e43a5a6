"""The bidirectional memory: from a picture to its label, and from a label to its picture."""

import numpy as np
import streamlit as st

from assoc_core import CORRUPTIONS, Pairs, overlap, random_patterns
from assoc_core.types import Bipolar
from assoc_core.ui import words
from assoc_core.ui.choices.session import chosen
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model.kept import kept
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures.images import rgb, rgb_of
from assoc_core.ui.widgets import charts, controls

N_CODE = 64  # units of a random label, shown 8 x 8
CODE_SEED = 64  # of the random labels: always the same ones


def show(settings: Settings, _cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    inside = chosen().inside
    memory = _memory(inside.sample, settings.threshold, inside.learned, inside.code)
    cues = _damaged(memory.left, settings)
    named, drawn = labels_of(memory, cues), pictures_of(memory)
    with left:
        stage.explain("pairs")
        controls.segments("code")
        stage.learned()
        stage.damage()
        n_named = int((named == memory.right).all(axis=1).sum())
        n_drawn = int((drawn == memory.left).all(axis=1).sum())
        st.write(words.findings.pairs_result(n_named, n_drawn))
    with right:
        _rows(memory, cues, named, drawn)


@kept(32)
def _memory(sample: int, threshold: int, learned: str, code: str) -> Pairs:
    digits = stage.one_of_each(sample, threshold)
    return Pairs.store(digits, labels(code), correlated=learned == "pseudoinverse")


def labels(code: str) -> Bipolar:
    """The label of each class: one unit of ten is on, or a random pattern; (10, M)."""
    if code == "random":
        return random_patterns(10, N_CODE, rng=np.random.default_rng(CODE_SEED))
    return np.where(np.eye(10, dtype=bool), np.int8(1), np.int8(-1))


def _damaged(digits: Bipolar, settings: Settings) -> Bipolar:
    rng = np.random.default_rng([settings.seed, 0])
    corrupt = CORRUPTIONS[settings.damage]
    return np.array([corrupt(digit, settings.amount / 100, rng) for digit in digits])


def labels_of(memory: Pairs, cues: Bipolar) -> Bipolar:
    """The labels that pictures (10, 784) are given, (10, M)."""
    unknown = np.zeros(memory.right.shape[1], dtype=np.int8)
    ends = [memory.recall(np.concatenate([cue, unknown])).recalled for cue in cues]
    return np.array(ends)[:, memory.left.shape[1] :]


def pictures_of(memory: Pairs) -> Bipolar:
    """The pictures that the labels lead to, (10, 784)."""
    unknown = np.zeros(memory.left.shape[1], dtype=np.int8)
    ends = [memory.recall(np.concatenate([unknown, label])).recalled for label in memory.right]
    return np.array(ends)[:, : memory.left.shape[1]]


def _rows(memory: Pairs, cues: Bipolar, named: Bipolar, drawn: Bipolar) -> None:
    to_label, to_picture = _answers(named, memory.right), _answers(drawn, memory.left)
    st.markdown(words.inside.TO_LABEL)
    rows = zip(cues, named, strict=True)
    stage.strip([stacked(rgb(cue), _code(label)) for cue, label in rows], to_label, 72)
    st.markdown(words.inside.TO_PICTURE)
    rows = zip(memory.right, drawn, strict=True)
    stage.strip([stacked(_code(label), rgb(picture)) for label, picture in rows], to_picture, 72)
    table: charts.Table = {"class": [*range(10)], "label": to_label, "picture": to_picture}
    titled = charts.titled(table, words.inside.COLUMNS["pairs"])
    charts.tabulate(titled, words.inside.ALT["pairs"])


def _answers(states: Bipolar, patterns: Bipolar) -> list[str]:
    """What came out for each class, in words; (10, M) both."""
    m, exact = overlap(states, patterns), (states == patterns).all(axis=1)
    nearest = zip(exact.tolist(), m.argmax(axis=1).tolist(), m.max(axis=1).tolist(), strict=True)
    return [words.findings.answer(k, *what) for k, what in enumerate(nearest)]


def stacked(upper: stage.Picture, lower: stage.Picture) -> stage.Picture:
    """One picture above the other, equally wide, with a transparent gap; -> (H, 280, 4)."""
    large = [np.kron(picture, _square(280 // picture.shape[1])) for picture in (upper, lower)]
    gap = np.zeros((24, 280, 4), dtype=np.uint8)
    top, bottom = (np.dstack([p, np.full(p.shape[:2], 255, np.uint8)]) for p in large)
    return np.vstack([top, gap, bottom])


def _square(side: int) -> stage.Picture:
    return np.ones((side, side, 1), dtype=np.uint8)


def _code(label: Bipolar) -> stage.Picture:
    """A label as a picture: 2 x 5 or 8 x 8 units."""
    return rgb_of(label, (2, 5) if label.size == 10 else (8, 8))
