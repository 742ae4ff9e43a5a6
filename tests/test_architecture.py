"""The shape of the project: what imports what, how long a file is, what lies at the top."""

import ast
import statistics
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import assoc_core

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "assoc_core"
UI = PACKAGE / "ui"
CORE = sorted(path for path in PACKAGE.rglob("*.py") if UI not in path.parents)
SURFACE = [ROOT / "app.py", *sorted(UI.rglob("*.py"))]
VISIBLE = {"requirements.txt", "README.md", "app.py", "assoc_core", "tests", "assets"}
# Rooms from the ground up: one may import what lies below it, never what lies beside or above.
ROOMS = (
    ("assoc_core.trajectory",),
    ("assoc_core.types",),
    ("assoc_core.data",),
    ("assoc_core.memories",),
    ("assoc_core.study",),
    ("assoc_core",),
    ("assoc_core.ui.pictures",),
    ("assoc_core.ui.choices",),
    ("assoc_core.ui.model",),
    ("assoc_core.ui.words",),
    ("assoc_core.ui.trials",),
    ("assoc_core.ui.browser",),
    ("assoc_core.ui.widgets",),
    ("assoc_core.ui.pages",),
    ("assoc_core.ui.app",),
    ("app",),
)


def _imports(path: Path) -> set[str]:
    """Dotted names of everything a file imports, at whatever depth."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} has a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _rank(module: str) -> int:
    """The floor of the room that a dotted name lies in: the longest room that it begins with."""
    fits = [
        (len(room), rank)
        for rank, rooms in enumerate(ROOMS)
        for room in rooms
        if f"{module}.".startswith(f"{room}.")
    ]
    return max(fits)[1]


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _room(module: str) -> str:
    return max(
        (room for rooms in ROOMS for room in rooms if f"{module}.".startswith(f"{room}.")), key=len
    )


def test_fresh_core_loads_neither_streamlit_nor_pillow() -> None:
    code = "import sys, assoc_core; print(*sorted({n.split('.')[0] for n in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout.split()
    assert "numpy" in loaded
    assert not {"streamlit", "PIL", "streamlit_drawable_canvas"} & set(loaded)


@pytest.mark.parametrize("path", CORE, ids=_module)
def test_core_imports_only_numpy_and_the_standard_library(path: Path) -> None:
    roots = {name.split(".")[0] for name in _imports(path)}
    assert roots <= {"numpy", "assoc_core"} | sys.stdlib_module_names


@pytest.mark.parametrize("path", [*CORE, *SURFACE], ids=_module)
def test_imports_point_down(path: Path) -> None:
    own = _module(path)
    for name in _imports(path):
        if name.startswith("assoc_core") and _room(name) != _room(own):
            assert _rank(name) < _rank(own), f"{own} imports {name}"


OF_SESSION = {"assoc_core.ui.choices.keys"}  # who may touch Streamlit's state


@pytest.mark.parametrize("path", SURFACE, ids=_module)
def test_the_state_of_a_session_has_one_door(path: Path) -> None:
    assert ("session_state" in path.read_text()) == (_module(path) in OF_SESSION)


@pytest.mark.parametrize("path", SURFACE, ids=_module)
def test_words_are_looked_up_when_they_are_drawn(path: Path) -> None:
    """Nothing that runs at import (constants, decorators, defaults) may hold a word."""
    tree = ast.parse(path.read_text())
    later = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for statement in (node.body if isinstance(node.body, list) else [node.body])
        for inner in ast.walk(statement)
    }
    bound = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id == "words" and id(node) not in later
    ]
    assert bound == []


def test_a_catalogue_is_reached_by_lookup_only() -> None:
    for path in SURFACE:
        if "words" not in path.parts:
            assert not any(".words.english" in name for name in _imports(path)), path.name


def test_there_is_no_circle_of_imports() -> None:
    """Within a room as well: each file can be put after all that it imports."""
    names = {_module(path): path for path in [*CORE, *SURFACE]}
    needs = {
        name: {
            known
            for known in names
            for used in _imports(path)
            if f"{used}.".startswith(f"{known}.")
        }
        - {name}
        for name, path in names.items()
    }
    packages = {name for name, path in names.items() if path.stem == "__init__"}
    list(TopologicalSorter({name: needs[name] - packages for name in names}).static_order())


def test_there_is_a_core() -> None:
    assert {"hopfield", "hamming", "mnist", "__init__"} <= {path.stem for path in CORE}
    assert len(CORE) > 25


@pytest.mark.parametrize("path", CORE, ids=_module)
def test_no_core_file_is_long(path: Path) -> None:
    assert _lines(path) <= 150


@pytest.mark.parametrize("path", SURFACE, ids=_module)
def test_no_ui_file_is_long(path: Path) -> None:
    assert _lines(path) <= 200


def test_functions_are_short() -> None:
    lengths = [
        (node.body[-1].end_lineno or 0) - node.body[bool(ast.get_docstring(node))].lineno + 1
        for path in [*CORE, *SURFACE]
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and len(node.body) > bool(ast.get_docstring(node))
    ]
    assert statistics.median(lengths) <= 8


@pytest.mark.parametrize("path", [*CORE, *SURFACE], ids=_module)
def test_no_function_is_long(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < 40, node.name


@pytest.mark.parametrize("path", [*CORE, *SURFACE], ids=_module)
def test_names_say_something(path: Path) -> None:
    empty = ("get_", "compute_", "utils", "helper", "manager")
    names = {path.stem} | {
        node.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    assert not [name for name in names if any(word in name.lower() for word in empty)]


def test_nothing_else_is_visible_at_the_top() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout.splitlines()
    top = {name.split("/")[0] for name in listed}
    assert {name for name in top if not name.startswith(".")} - {"LICENSE"} == VISIBLE


def test_every_public_name_exists_and_says_what_it_is() -> None:
    assert assoc_core.__all__
    assert len(set(assoc_core.__all__)) == len(assoc_core.__all__)
    for name in assoc_core.__all__:
        public = getattr(assoc_core, name)
        if callable(public):
            assert public.__doc__, name


@pytest.mark.parametrize("path", CORE, ids=_module)
def test_every_core_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
