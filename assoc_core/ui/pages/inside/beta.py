"""The inverse temperature of attention: from the mean of all memories to a single one."""

from dataclasses import dataclass, replace

import altair as alt
import numpy as np
import streamlit as st

from assoc_core import ModernHopfield
from assoc_core.study.landscapes import effective_number
from assoc_core.trajectory import freeze_arrays
from assoc_core.types import Bipolar, Real, frozen
from assoc_core.ui import words
from assoc_core.ui.choices.session import chosen
from assoc_core.ui.choices.settings import BETAS, Recipe, Settings
from assoc_core.ui.model import compute
from assoc_core.ui.model.kept import kept
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts, controls, more

SWEPT = frozen(np.geomspace(float(BETAS[0]), float(BETAS[-1]), 61))


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """Over SWEPT: cosine with the target and the mean, and how many memories have a say."""

    target: Real
    mean: Real
    n_memories: Real

    def __post_init__(self) -> None:
        freeze_arrays(self)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A state, the attention that led to it, and the stored digit it is compared with."""

    after: Real
    attention: Real
    target: int


def show(settings: Settings, cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    recipe = replace(settings, network="modern").recipe
    stored, after = compute.trained(recipe), chosen().inside.after
    memory = stored.memory
    assert isinstance(memory, ModernHopfield)
    seen = _seen(memory, cue, after, settings.target)
    name = words.endings.name(seen.target, stored.labels)
    target, mean = memory.patterns[seen.target], memory.patterns.mean(axis=0)
    with left:
        _controls()
        n_memories = float(effective_number(seen.attention))
        st.write(words.findings.have_a_say(n_memories, seen.attention.size))
        likeness = cosine(seen.after, target), cosine(seen.after, mean)
        st.write(words.findings.like(*likeness, name))
    with right:
        shown = [images.rgb(cue), images.grey(seen.after), images.rgb(target), images.grey(mean)]
        captions = [*words.inside.AFTER_OF[after], name, words.inside.MEAN]
        stage.strip(shown, captions, 130, abreast=True)
        one, other = st.columns(2)
        with one:
            _attention_chart(seen.attention, stored.labels)
        with other:
            sweep = _sweep(replace(recipe, parameter=BETAS[0]), cue.tobytes(), seen.target, after)
            _sweep_chart(sweep, float(settings.beta))


def _seen(memory: ModernHopfield, cue: Bipolar, after: str, target: int | None) -> Seen:
    state = state_after(memory, cue, after)
    attention = memory.attention(cue if after == "one" else state)
    return Seen(state, attention, int(attention.argmax()) if target is None else target)


def _controls() -> None:
    stage.explain("beta")
    controls.steps("beta", key="beta_here")
    controls.segments("after")
    controls.start_and_damage(more.hidden())


def state_after(memory: ModernHopfield, cue: Bipolar, after: str) -> Real:
    """The state (N,) after one step from the cue, or at the end."""
    end = memory.step(cue) if after == "one" else memory.recall(cue).states[-1]
    return np.asarray(end, dtype=np.float64)


def cosine(a: Real | Bipolar, b: Real | Bipolar) -> float:
    """a . b / (|a| |b|): 1 for the same picture, whatever its contrast."""
    x, y = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    size = float(np.linalg.norm(x) * np.linalg.norm(y))
    return float(x @ y) / size if size else 0.0


@kept(64)
def _sweep(recipe: Recipe, cue: bytes, target: int, after: str) -> Sweep:
    """The patterns of the recipe under every beta; its own does not matter."""
    patterns = compute.trained(recipe).memory.patterns
    x, mean = np.frombuffer(cue, np.int8), patterns.mean(axis=0)
    found = []
    for beta in SWEPT:
        seen = _seen(ModernHopfield.store(patterns, beta), x, after, target)
        likeness = cosine(seen.after, patterns[target]), cosine(seen.after, mean)
        found.append((*likeness, effective_number(seen.attention)))
    return Sweep(*np.array(found).T)


def _attention_chart(attention: Real, labels: tuple[int, ...]) -> None:
    numbers = range(attention.size)
    table: charts.Table = {
        "x": list(numbers),
        "digit": [words.endings.name(number, labels) for number in numbers],
        "y": [float(f"{share:.4g}") for share in attention],
    }
    all_of_them = alt.Scale(domain=(-1, attention.size), nice=False)
    bars = (
        stage.plot("attention", table)
        .mark_bar(color=charts.BLUE)
        .encode(
            alt.X("x:Q", title=words.inside.STORED_NUMBER, scale=all_of_them),
            alt.Y("y:Q", title=words.inside.COLUMNS["attention"]["y"]).scale(domain=(0, 1)),
        )
    )
    stage.show("attention", bars, table, 340)


def _sweep_chart(sweep: Sweep, beta: float) -> None:
    lines = {words.inside.WITH_TARGET: sweep.target, words.inside.WITH_MEAN: sweep.mean}
    table = stage.curves([float(f"{b:.3g}") for b in SWEPT], lines)
    table["memories"] = [float(f"{n:.4g}") for n in sweep.n_memories] * len(lines)
    x = alt.X("x:Q", title=words.choices.LABEL["beta"]).scale(type="log")
    curves = (
        stage.plot("sweep", table)
        .mark_line(strokeWidth=2)
        .encode(
            x.axis(values=[0.001, 0.01, 0.1, 1]),
            alt.Y("y:Q", title=words.inside.COSINE_WITH).scale(zero=False),
            **charts.dashed(list(lines)),
        )
    )
    here = alt.Chart(charts.points({"x": [beta]})).mark_rule(color=charts.GREY, strokeWidth=2)
    stage.show("sweep", curves + here.encode(x="x:Q"), table, 340)
