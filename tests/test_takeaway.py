"""What is taken away: files that hold the recall, and a script that ends as the page does."""

import ast
import gzip
import io
import json
import os
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from assoc_core import RULES, SCHEDULES, Trajectory
from assoc_core.types import Bipolar
from assoc_core.ui.choices.codec import as_text, encode
from assoc_core.ui.choices.settings import Settings
from assoc_core.ui.model import collection, compute, snippets, takeaway
from assoc_core.ui.model import networks as memories
from assoc_core.ui.pictures import images
from tests.samples import CHOICES, damaged, digits, first_digits

ROOT = Path(__file__).parents[1]
P = 30


@pytest.fixture(scope="module")
def beside_the_assets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the data files."""
    folder = tmp_path_factory.mktemp("student")
    (folder / "assets").symlink_to(ROOT / "assets")
    return folder


@pytest.fixture(scope="module")
def beside_some(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the first 1000 digits in files like them, which are read faster."""
    folder = tmp_path_factory.mktemp("quick")
    mnist = folder / "assets" / "mnist"
    mnist.mkdir(parents=True)
    train = digits()
    for kind, n, values in (("images", 3, train.images), ("labels", 1, train.labels)):
        content = bytes(4 + 4 * n) + values[:1000].tobytes()
        (mnist / f"train-{kind}-idx{n}-ubyte.gz").write_bytes(gzip.compress(content, 1))
    return folder


def printed(script: str, folder: Path) -> str:
    """What the script prints, run by itself, where the project cannot be imported."""
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", "-c", script],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


def rows_of(state: Bipolar) -> str:
    """A state as the script prints it."""
    text = as_text(state)
    return "".join(text[i : i + 28] + "\n" for i in range(0, 784, 28))


def recalled(settings: Settings, cue: Bipolar) -> Trajectory:
    """The page's own recall."""
    patterns, _ = collection.chosen(settings.recipe, digits())
    return memories.recall(memories.store(patterns, settings.recipe), settings, cue)


def cue_of(settings: Settings, corruption: str = "flip", amount: float = 0.25) -> Bipolar:
    """The fourth pattern, damaged."""
    patterns, _ = collection.chosen(settings.recipe, digits())
    cue: Bipolar = damaged(patterns[3:4], corruption, amount, seed=2)[0]
    return cue


def same(settings: Settings, cue: Bipolar, folder: Path) -> Trajectory:
    """The page's recall, after the script has been seen to end as it does."""
    trajectory = recalled(settings, cue)
    assert printed(takeaway.script(settings, cue), folder) == rows_of(trajectory.recalled)
    return trajectory


@pytest.mark.parametrize("order", SCHEDULES)
@pytest.mark.parametrize("rule", RULES)
def test_the_script_of_a_hopfield_network(rule: str, order: str, beside_some: Path) -> None:
    settings = Settings(rule=rule, order=order, stored=P, seed=7)
    assert same(settings, cue_of(settings), beside_some).n_steps > 0


@pytest.mark.parametrize("rule", RULES)
def test_the_rules_give_the_same_weights(rule: str) -> None:
    names: dict[str, Any] = {"np": np, "X": first_digits(P).astype(np.float64)}
    exec(snippets.RULES[rule], names)
    wanted = RULES[rule](first_digits(P))
    np.testing.assert_allclose(names["W"], wanted, rtol=0, atol=1e-9 * np.abs(wanted).max())


@pytest.mark.parametrize("order", SCHEDULES)
def test_the_script_of_a_covered_cue(order: str, beside_some: Path) -> None:
    settings = Settings(order=order, stored=P, seed=7)
    assert same(settings, cue_of(settings, "hide_bottom", 0.5), beside_some).n_steps > 0


def test_the_script_of_the_page_as_it_opens(beside_the_assets: Path) -> None:
    settings = Settings()
    trajectory = same(settings, compute.cue(settings), beside_the_assets)
    np.testing.assert_array_equal(trajectory.recalled, first_digits(1)[0])


def test_the_script_of_a_2_cycle(beside_some: Path) -> None:
    """One found after an odd number of sweeps: 50 sweeps would end in the other picture."""
    settings = Settings(order="synchronous", stored=P)
    cues = damaged(np.repeat(first_digits(P), 9, axis=0), "flip", 0.4, seed=0)
    memory = memories.store(first_digits(P), settings.recipe)
    recalls = (memories.recall(memory, settings, cue) for cue in cues)
    cycle = next(t for t in recalls if t.stop == "2-cycle" and t.n_steps % 2)
    assert same(settings, cycle.cue, beside_some).stop == "2-cycle"


def test_the_seed_matters_and_is_the_pages(beside_some: Path) -> None:
    ends = set()
    for seed in (1, 2):
        settings = Settings(rule="pseudoinverse", order="asynchronous", stored=118, seed=seed)
        cue = cue_of(Settings(), amount=0.35)
        ends.add(as_text(same(settings, cue, beside_some).recalled))
    assert len(ends) == 2


@pytest.mark.parametrize("epsilon", CHOICES["epsilon"])
@pytest.mark.parametrize("stored", [2, 118])
def test_the_script_of_a_hamming_network(stored: int, epsilon: str, beside_some: Path) -> None:
    settings = Settings(network="hamming", stored=stored, epsilon=epsilon)
    cue = cue_of(Settings())
    assert same(settings, cue, beside_some).stop == "winner"


def test_the_script_of_a_tie(beside_some: Path) -> None:
    settings = Settings(network="hamming", stored=5)
    assert same(settings, np.zeros(784, dtype=np.int8), beside_some).stop == "tie"


@pytest.mark.parametrize("choice", CHOICES["choice"])
def test_the_script_stores_the_chosen_patterns(choice: str, beside_some: Path) -> None:
    planted = ".".join(encode(cue_of(Settings(), "hide", amount)) for amount in (0.3, 0.5))
    settings = Settings(
        choice=choice,
        stored=20,
        classes="3,8",
        picked="999,3,17,4",
        threshold=60,
        planted=planted,
    )
    same(settings, cue_of(settings, amount=0.2), beside_some)


@pytest.mark.parametrize("order", SCHEDULES)
@pytest.mark.parametrize("power", ["3", "exp"])
def test_the_script_of_a_dense_network(power: str, order: str, beside_some: Path) -> None:
    settings = Settings(network="dense", power=power, order=order, stored=P, seed=7)
    assert same(settings, cue_of(settings, "hide", 0.5), beside_some).n_steps > 0


@pytest.mark.parametrize("power", [power for power in CHOICES["power"] if power != "3"])
def test_the_script_of_every_power(power: str, beside_some: Path) -> None:
    settings = Settings("dense", power=power, stored=P, choice="random")
    assert same(settings, cue_of(settings), beside_some).n_steps > 0


def test_the_script_of_a_dense_network_that_sees_nothing(beside_some: Path) -> None:
    settings = Settings(network="dense", power="3", stored=P)
    assert same(settings, np.zeros(784, dtype=np.int8), beside_some).n_steps > 0


@pytest.mark.parametrize("beta", ["0.005", "0.25"])
def test_the_script_of_a_modern_network(beta: str, beside_some: Path) -> None:
    settings = Settings(network="modern", beta=beta, stored=P)
    assert same(settings, cue_of(settings), beside_some).n_steps > 0


@pytest.mark.parametrize(
    "settings",
    [
        Settings(rule="hebb"),
        Settings(rule="pseudoinverse", order="synchronous"),
    ],
)
def test_the_script_at_a_temperature(settings: Settings, beside_some: Path) -> None:
    warm = replace(settings, temperature="0.3", stored=P)
    assert same(warm, cue_of(warm), beside_some).stop == "step limit"
    assert "random updates at temperature 0.3" in takeaway.script(warm, cue_of(warm))


def test_the_page_offers_nothing_that_has_no_snippet() -> None:
    assert set(snippets.TITLES) == set(CHOICES["network"])
    assert {*snippets.FIELDS, *snippets.RECALLS} == set(CHOICES["network"])
    assert set(snippets.RIVALS) == set(CHOICES["epsilon"])
    assert set(snippets.RULES) == set(RULES)
    assert set(snippets.ORDERS) == {*SCHEDULES, "warm"}
    assert set(snippets.PATTERNS) == set(CHOICES["choice"])


@pytest.mark.parametrize("choice", CHOICES["choice"])
@pytest.mark.parametrize("order", SCHEDULES)
@pytest.mark.parametrize("rule", RULES)
def test_the_script_is_short_and_needs_numpy_only(rule: str, order: str, choice: str) -> None:
    picked = ",".join(map(str, range(59_000, 59_100)))
    settings = Settings(rule=rule, order=order, choice=choice, picked=picked)
    script = takeaway.script(settings, np.ones(784, dtype=np.int8))
    imports = [node for node in ast.walk(ast.parse(script)) if isinstance(node, ast.Import)]
    names = {alias.name for node in imports for alias in node.names}
    assert "numpy" in names <= {"numpy", "gzip"}
    assert ("gzip" in names) == (choice != "random")
    assert "from " not in script.split('"""')[2]
    assert n_lines(script) <= 27 + (choice in ("each", "classes")) + 10 * (choice == "picked")
    assert max(map(len, script.splitlines())) <= 100
    assert "\n\n\n" not in script


@pytest.mark.parametrize("order", SCHEDULES)
@pytest.mark.parametrize("rule", ["hebb", "pseudoinverse"])
def test_the_lectures_network_takes_15_lines(rule: str, order: str) -> None:
    assert n_lines_of_method(Settings(rule=rule, order=order)) <= 15


@pytest.mark.parametrize("epsilon", CHOICES["epsilon"])
def test_a_race_takes_10_lines(epsilon: str) -> None:
    assert n_lines_of_method(Settings("hamming", epsilon=epsilon)) <= 10


def test_attention_takes_10_lines() -> None:
    assert n_lines_of_method(Settings("modern")) <= 10


def n_lines_of_method(settings: Settings) -> int:
    """Lines of code without the imports, the picture of the cue and the loop that prints."""
    script = takeaway.script(settings, np.ones(784, dtype=np.int8))
    begin, end = script.index("with gzip.open"), script.index("for row in np.rint(s)")
    method = script[begin:end]
    assert not any(";" in line.split("#")[0] for line in method.splitlines())
    return n_lines(method)


def n_lines(script: str) -> int:
    """Lines of code, without its texts, pictures and remarks."""
    code = "".join(script.split('"""')[::2])
    lines = map(str.strip, code.splitlines())
    return sum(bool(line) and not line.startswith("#") for line in lines)


@pytest.mark.parametrize("cue", [np.ones(783), np.full(784, 2), np.full((28, 28), 1)])
def test_a_script_needs_a_cue(cue: Bipolar) -> None:
    with pytest.raises(ValueError, match=r"wanted is|recall takes|value other"):
        takeaway.script(Settings(), cue)


@pytest.fixture(scope="module")
def trajectory() -> Trajectory:
    settings = Settings(stored=P)
    return recalled(settings, cue_of(settings, "hide_bottom", 0.5))


@pytest.fixture(scope="module")
def race() -> Trajectory:
    settings = Settings(network="hamming", stored=P)
    return recalled(settings, cue_of(settings))


@pytest.mark.parametrize("kind", ["trajectory", "race"])
def test_an_npz_file_holds_the_record(kind: str, request: pytest.FixtureRequest) -> None:
    record: Trajectory = request.getfixturevalue(kind)
    with np.load(io.BytesIO(takeaway.npz(record)), allow_pickle=False) as file:
        assert set(file) == {"cue", "states", "sweeps", "recalled", "stop"}
        for name in ("cue", "states", "sweeps", "recalled"):
            np.testing.assert_array_equal(file[name], getattr(record, name))
            assert file[name].dtype == getattr(record, name).dtype
        assert str(file["stop"]) == record.stop


def test_json_holds_the_record_in_text(trajectory: Trajectory) -> None:
    settings = Settings(stored=P, damage="hide_bottom", amount=50)
    record = json.loads(takeaway.json_text(trajectory, settings))
    assert record["settings"] == asdict(settings)
    assert record["states"] == [as_text(state) for state in trajectory.states]
    assert set("".join(record["states"])) == set("-0+")
    assert record["cue"] == record["states"][0]
    assert record["recalled"] == record["states"][-1]
    assert record["sweeps"] == trajectory.sweeps.tolist()
    assert record["steps"] == len(record["states"]) - 1 == trajectory.n_steps
    assert record["stop"] == "fixed point"
    assert "- black (-1), 0 unknown (0), + white (+1)" in record["about"]


def test_json_holds_a_race_in_numbers(race: Trajectory) -> None:
    record = json.loads(takeaway.json_text(race, Settings(network="hamming")))
    np.testing.assert_allclose(record["states"], race.states, rtol=1e-5)
    assert record["recalled"] == as_text(race.recalled)


def decoded(data: bytes, frame: int = 0) -> np.ndarray:
    picture = Image.open(io.BytesIO(data))
    picture.seek(frame)
    return np.asarray(picture.convert("RGB"))


@pytest.mark.parametrize("scale", [1, 20])
def test_a_png_shows_the_state(scale: int, trajectory: Trajectory) -> None:
    data = takeaway.png(trajectory.cue, scale)
    assert data.startswith(b"\x89PNG")
    shown = decoded(data)
    assert shown.shape == (28 * scale, 28 * scale, 3)
    enlarged = np.kron(images.rgb(trajectory.cue), np.ones((scale, scale, 1), dtype=np.uint8))
    np.testing.assert_array_equal(shown, enlarged)
    assert len(data) < 3000


def test_a_png_shows_a_real_state_in_grey() -> None:
    state = np.linspace(-1.2, 1.2, 784)
    shown = decoded(takeaway.png(state.astype(np.float32), 3))
    assert (shown[::3, ::3] == shown[2::3, 2::3]).all()
    shown = shown[::3, ::3]
    assert (shown[..., 0] == shown[..., 1]).all()
    np.testing.assert_allclose(shown[..., 0].ravel() / 127.5 - 1, state.clip(-1, 1), atol=0.005)


def test_a_gif_plays_the_recall(trajectory: Trajectory) -> None:
    data = takeaway.gif(trajectory.states[:50], scale=10, frame_ms=70, hold_ms=1500)
    movie = Image.open(io.BytesIO(data))
    assert (movie.size, movie.n_frames, movie.info["loop"]) == ((280, 280), 50, 0)  # type: ignore[attr-defined]
    for frame in (0, 17, 49):
        np.testing.assert_array_equal(
            decoded(data, frame)[5::10, 5::10], images.rgb(trajectory.states[frame])
        )
    times = []
    for frame in range(50):
        movie.seek(frame)
        times.append(movie.info["duration"])
    assert times == [70] * 49 + [1500]
    assert len(data) < 100_000


def test_a_long_recall_becomes_120_frames() -> None:
    """Each state lights one pixel, so that a frame tells which state it shows."""
    states = (2 * np.eye(784, dtype=np.int8) - 1)[:500]
    data = takeaway.gif(iter(states), scale=1)
    shown = [int(decoded(data, frame)[..., 0].argmax()) for frame in range(120)]
    assert Image.open(io.BytesIO(data)).n_frames == 120  # type: ignore[attr-defined]
    assert (shown[0], shown[-1]) == (0, 499)
    assert set(np.diff(shown)) == {4, 5}


@pytest.mark.parametrize("n_states", [1, 2])
def test_a_short_recall_is_a_movie_too(n_states: int, trajectory: Trajectory) -> None:
    data = takeaway.gif(trajectory.states[:n_states])
    assert Image.open(io.BytesIO(data)).n_frames == n_states  # type: ignore[attr-defined]


def test_a_gif_of_real_states_is_grey() -> None:
    states = [np.linspace(-1, 1, 784) * factor for factor in (0.1, 0.5, 1.0)]
    data = takeaway.gif(states, scale=1)
    np.testing.assert_allclose(decoded(data, 2)[..., 1].ravel() / 127.5 - 1, states[2], atol=0.005)


def test_no_states_and_other_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="no state to show"):
        takeaway.gif([])
    with pytest.raises(ValueError, match=r"shape \(28, 28\); wanted is \(784,\)"):
        takeaway.png(np.ones((28, 28)))


def test_no_module_of_these_needs_streamlit() -> None:
    code = (
        "import sys, assoc_core.ui.model.takeaway;"
        "import assoc_core.ui.pictures.upload, assoc_core.ui.pictures.strokes;"
        "print('streamlit' in sys.modules, 'PIL' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "False True\n"
