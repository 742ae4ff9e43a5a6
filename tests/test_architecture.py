"""The shape of the project: what imports what, how long a file is, what lies at the top."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import assoc_core

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "assoc_core"
CORE = sorted(PACKAGE.glob("*.py"))
SURFACE = sorted(
    path for path in [ROOT / "app.py", *(PACKAGE / "ui").rglob("*.py")] if path.exists()
)
VISIBLE = {"requirements.txt", "README.md", "app.py", "assoc_core", "tests", "assets"}
# what a core module may import of the core: nothing of its own rank or above
RANKS = (
    {"trajectory"},
    {"types"},
    {
        "theory",
        "landscapes",
        "patterns",
        "rules",
        "runs",
        "corruption",
        "mnist",
        "packed",
        "rates",
        "costs",
        "records",
    },
    {"schedules", "revisions", "fields"},
    {"hopfield", "hamming", "dense", "modern", "sequence", "pairs"},
    {"attractors"},
    {"experiments"},
    {"__init__"},
)


def _imports(path: Path) -> set[str]:
    """Dotted names of everything a file imports, at whatever depth."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} has a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def _rank(module: str) -> int:
    return next(rank for rank, modules in enumerate(RANKS) if module in modules)


def test_fresh_core_loads_neither_streamlit_nor_pillow() -> None:
    code = "import sys, assoc_core; print(*sorted({n.split('.')[0] for n in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert "numpy" in loaded
    assert not {"streamlit", "PIL", "streamlit_drawable_canvas"} & set(loaded)


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.stem)
def test_core_imports_only_numpy_and_the_standard_library(path: Path) -> None:
    roots = {name.split(".")[0] for name in _imports(path)}
    assert roots <= {"numpy", "assoc_core"} | sys.stdlib_module_names


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.stem)
def test_core_imports_point_one_way(path: Path) -> None:
    for name in _imports(path):
        if name.startswith("assoc_core"):
            imported = name.split(".")[1]
            assert _rank(imported) < _rank(path.stem), f"{path.stem} imports {imported}"


def test_there_is_a_core() -> None:
    assert {"hopfield", "hamming", "mnist", "__init__"} <= {path.stem for path in CORE}


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.stem)
def test_no_core_file_is_long(path: Path) -> None:
    assert _lines(path) <= 150


@pytest.mark.parametrize("path", SURFACE, ids=lambda path: path.stem)
def test_no_ui_file_is_long(path: Path) -> None:
    assert _lines(path) <= 200


@pytest.mark.parametrize("path", [*CORE, *SURFACE], ids=lambda path: path.stem)
def test_no_function_is_long(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < 40, node.name


@pytest.mark.parametrize("path", [*CORE, *SURFACE], ids=lambda path: path.stem)
def test_names_say_something(path: Path) -> None:
    empty = ("get_", "compute_", "utils", "helper", "manager")
    names = {path.stem} | {
        node.name
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    assert not [name for name in names if any(word in name.lower() for word in empty)]


def test_nothing_else_is_visible_at_the_top() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
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


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.stem)
def test_every_core_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text()))
