"""What is written for those who work on the lab is true of it: guide, workflow, hooks, citation.

There is no YAML parser among the packages, so the files are looked at as text.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
WRITTEN = {path.name: path.read_text(encoding="utf-8") for path in GITHUB.rglob("*.*")}
HOOKS = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE, WORKFLOW, CITATION = (
    WRITTEN[name] for name in ("CONTRIBUTING.md", "ci.yml", "CITATION.cff")
)
YAML = [
    HOOKS,
    *(text for name, text in WRITTEN.items() if name.endswith((".yml", ".cff"))),
]
FOLDERS = ("assoc_core", "tests", "assets", ".ci", ".github")


def value(text: str, name: str) -> str:
    """What a file of YAML says for a name."""
    found = re.search(rf"^[- ]*{name}: *(.+)$", text, re.M)
    assert found, name
    return found[1].strip('"')


@pytest.mark.parametrize("text", YAML)
def test_the_yaml_is_evenly_indented(text: str) -> None:
    for line in text.splitlines():
        assert "\t" not in line
        assert line == line.rstrip()
        assert (len(line) - len(line.lstrip())) % 2 == 0, line


def test_every_path_in_the_guide_exists() -> None:
    named = re.findall(r"`([\w./-]+)`", GUIDE)
    paths = [name for name in named if name.startswith(tuple(f"{top}/" for top in FOLDERS))]
    assert len(paths) > 25
    assert [path for path in paths if not (ROOT / path).exists()] == []
    linked = re.findall(r"\]\(([^)]+)\)", GUIDE + WRITTEN["CHANGELOG.md"])
    assert [path for path in linked if not (GITHUB / path).exists()] == []


def test_every_name_in_the_guide_is_in_the_code() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("*/**/*.py"))
    names = re.findall(r"`([A-Z][A-Za-z_]+)`", GUIDE)
    assert len(names) > 8
    assert [name for name in names if not re.search(rf"\b{name}\b", code)] == []


def test_the_guide_lists_the_rooms() -> None:
    rooms = re.findall(r"^\| `(assoc_core/[\w/]+)` \| ", GUIDE, re.M)
    listed = {room.replace("/", ".") for room in rooms}
    packages = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for pattern in ("*/__init__.py", "ui/*/__init__.py")
        for path in (ROOT / "assoc_core").glob(pattern)
    }
    assert listed == packages - {"assoc_core.ui"}


def test_the_guide_is_two_pages() -> None:
    assert len(GUIDE.split()) < 1000
    assert all(len(line) <= 125 for line in GUIDE.splitlines())


def test_the_workflow_runs_the_gate_and_the_quick_tests() -> None:
    assert "- run: bash .ci/run" in WORKFLOW
    quick = re.search(r"python -m (pytest .*)", WORKFLOW)
    assert quick
    assert quick[1] in GUIDE


def test_the_workflow_starts_with_the_readmes_python() -> None:
    oldest = re.search(r"With Python (3\.\d+) or newer", README)
    assert oldest
    for versions in re.findall(r"python: \[(.*)\]", WORKFLOW):
        assert versions.split(", ")[0] == f'"{oldest[1]}"'


def test_the_workflow_uses_pinned_actions_and_may_only_read() -> None:
    used = re.findall(r"uses: (.*)", WORKFLOW)
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", action) for action in used)
    assert re.search(r"^permissions:\n  contents: read\n\n", WORKFLOW, re.M)
    assert "write" not in WORKFLOW


def test_the_hooks_are_the_checks_of_the_readme() -> None:
    entries = re.findall(r"^ +entry: (.*)$", HOOKS, re.M)
    assert entries == ["ruff format", "ruff check", "oxlint --deny-warnings assoc_core", "mypy"]
    assert f"ruff format --check . && ruff check . && {entries[2]} && mypy && pytest" in README
    assert HOOKS.count("language: system") == len(entries)  # so in the versions of the requirements
    needed = (ROOT / "tests" / "requirements.txt").read_text(encoding="utf-8")
    assert {"ruff", "oxlint", "mypy"} <= {line.partition("==")[0] for line in needed.splitlines()}


def test_the_citation_agrees_with_the_licence() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith(f"{value(CITATION, 'license')} License")
    author = value(CITATION, "name")
    assert author.lower() in licence.lower()
    assert value(CITATION, "cff-version") == "1.2.0"
    assert value(CITATION, "date-released").startswith(value(CITATION, "version").replace(".", "-"))
    assert {"message", "title", "abstract", "keywords"} <= set(re.findall(r"^\w+", CITATION, re.M))
    assert f"*{value(CITATION, 'title')}*, version {value(CITATION, 'version')}" in README


def test_the_changes_not_yet_in_a_version_come_first() -> None:
    parts = re.findall(r"^## (.*)$", WRITTEN["CHANGELOG.md"], re.M)
    assert parts[0] == "Unreleased"
