"""The inverse temperature of attention: from the mean of all memories to a single one."""

from dataclasses import dataclass, replace

import altair as alt
import numpy as np
import streamlit as st

from assoc_core import ModernHopfield
from assoc_core.study.landscapes import effective_number
from assoc_core.types import Bipolar, Real
from assoc_core.ui import words
from assoc_core.ui.choices.settings import CHOICES, Settings
from assoc_core.ui.model import compute
from assoc_core.ui.pages.inside import stage
from assoc_core.ui.pictures import images
from assoc_core.ui.widgets import charts, controls, more

STATE = st.session_state
BETAS = np.geomspace(float(CHOICES["beta"][0]), float(CHOICES["beta"][-1]), 61)


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """Over BETAS: cosine with the target and the mean, and how many memories have a say."""

    target: Real
    mean: Real
    n_memories: Real


def show(settings: Settings, cue: Bipolar) -> None:
    """The laboratory."""
    left, right = stage.halves()
    stored = compute.trained(replace(settings, network="modern"))
    memory = stored.memory
    assert isinstance(memory, ModernHopfield)
    with left:
        stage.explain("beta")
        _controls()
    after = state_after(memory, cue, STATE.after)
    before = cue if STATE.after == "one" else after
    attention = memory.attention(before)
    target = settings.target if settings.target is not None else int(attention.argmax())
    mean = memory.patterns.mean(axis=0)
    with left:
        st.write(words.findings.have_a_say(float(effective_number(attention)), attention.size))
        name = words.endings.name(target, stored.labels)
        st.write(
            words.findings.like(cosine(after, memory.patterns[target]), cosine(after, mean), name)
        )
    with right:
        shown = [images.rgb(cue), images.grey(after), images.rgb(memory.patterns[target])]
        captions = [*words.inside.AFTER_OF[STATE.after], name, words.inside.MEAN]
        stage.strip([*shown, images.grey(mean)], captions, 130, abreast=True)
        sweep = _sweep(settings.of_memory(), cue.tobytes(), target, STATE.after)
        one, other = st.columns(2)
        with one:
            _attention_chart(attention, stored.labels)
        with other:
            _sweep_chart(sweep, float(STATE.beta))


def _controls() -> None:
    # A key of its own: behind "More" there may be the same slider for the network of the page.
    STATE.beta_here = STATE.beta
    st.select_slider("β", CHOICES["beta"], key="beta_here", on_change=_set_beta)
    controls.segments("after", words.inside.AFTER, words.inside.AFTER_WORDS)
    controls.start_and_damage(more.hidden())


def _set_beta() -> None:
    STATE.beta = STATE.beta_here


def state_after(memory: ModernHopfield, cue: Bipolar, after: str) -> Real:
    """The state (N,) after one step from the cue, or at the end."""
    end = memory.step(cue) if after == "one" else memory.recall(cue).states[-1]
    return np.asarray(end, dtype=np.float64)


def cosine(a: Real | Bipolar, b: Real | Bipolar) -> float:
    """a . b / (|a| |b|): 1 for the same picture, whatever its contrast."""
    x, y = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    size = float(np.linalg.norm(x) * np.linalg.norm(y))
    return float(x @ y) / size if size else 0.0


@st.cache_resource(show_spinner=False, max_entries=64)
def _sweep(settings: Settings, cue: bytes, target: int, after: str) -> Sweep:
    patterns = compute.trained(settings).memory.patterns
    x, mean = np.frombuffer(cue, np.int8), patterns.mean(axis=0)
    found = []
    for beta in BETAS:
        memory = ModernHopfield.store(patterns, beta)
        end = state_after(memory, x, after)
        shares = memory.attention(x if after == "one" else end)
        found.append((cosine(end, patterns[target]), cosine(end, mean), effective_number(shares)))
    return Sweep(*np.array(found).T)


def _attention_chart(attention: Real, labels: tuple[int, ...]) -> None:
    table: charts.Table = {
        "number": list(range(attention.size)),
        "digit": [words.endings.name(index, labels) for index in range(attention.size)],
        "attention": [float(f"{share:.4g}") for share in attention],
    }
    chart = (
        alt.Chart(charts.points(table))
        .mark_bar(color=charts.BLUE)
        .encode(
            alt.X("number:Q", title=words.inside.STORED_NUMBER).scale(
                domain=(-1, attention.size), nice=False
            ),
            alt.Y("attention:Q").scale(domain=(0, 1)),
            tooltip=charts.tips(table),
        )
    )
    charts.show(chart.properties(height=340), table, words.inside.ALT["attention"])


def _sweep_chart(sweep: Sweep, beta: float) -> None:
    betas = [float(f"{b:.3g}") for b in BETAS]
    lines = {words.inside.WITH_TARGET: sweep.target, words.inside.WITH_MEAN: sweep.mean}
    table: charts.Table = {
        "β": betas * 2,
        "cosine": [round(float(v), 4) for values in lines.values() for v in values],
        "with": [name for name in lines for _ in betas],
        "memories with a say": [round(float(v), 2) for v in sweep.n_memories] * 2,
    }
    curves = (
        alt.Chart(charts.points(table))
        .mark_line(strokeWidth=2)
        .encode(
            alt.X("β:Q").scale(type="log").axis(values=[0.001, 0.01, 0.1, 1]),
            alt.Y("cosine:Q", title=words.inside.COSINE_WITH).scale(zero=False),
            alt.Color("with:N")
            .scale(domain=list(lines), range=[charts.BLUE, charts.ORANGE])
            .legend(orient="top", title=None),
            alt.StrokeDash("with:N").scale(domain=list(lines), range=[[1, 0], [5, 3]]).legend(None),
            tooltip=charts.tips(table),
        )
    )
    here = alt.Chart(charts.points({"β": [beta]})).mark_rule(color=charts.GREY, strokeWidth=2)
    chart = (curves + here.encode(x="β:Q")).properties(height=340)
    charts.show(chart, table, words.inside.ALT["sweep"])
