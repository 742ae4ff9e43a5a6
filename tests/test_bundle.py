"""The bundler: modules run in order, keep their names to themselves, and mistakes are named."""

from pathlib import Path

import pytest

from assoc_core.ui.browser import element
from assoc_core.ui.browser.bundle import bundle
from assoc_core.ui.browser.lanes.lanes import LANES
from assoc_core.ui.browser.mosaic.mosaic import MOSAIC
from assoc_core.ui.browser.player.player import PLAYER
from assoc_core.ui.browser.sheet.sheet import SHEET
from assoc_core.ui.words import english

ELEMENTS = (PLAYER, LANES, MOSAIC, SHEET)


def written(folder: Path, **modules: str) -> Path:
    """The modules as files; -> the first of them."""
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder / f"{next(iter(modules))}.js"


def test_a_module_runs_after_what_it_imports(tmp_path: Path) -> None:
    entry = written(
        tmp_path,
        main='import { a } from "./one.js";\n'
        'import { b } from "./two.js";\nexport default a + b;\n',
        one='import { b } from "./two.js";\nexport const a = b + 1;\n',
        two="export const b = 2;\n",
    )
    script = bundle(entry, {})
    assert script.index("const b = 2") < script.index("const a = b + 1") < script.index("a + b")
    assert script.count("const b = 2") == 1
    assert script.endswith("export default $module2.$default;\n")
    assert "import" not in script


def test_everything_that_can_be_exported(tmp_path: Path) -> None:
    names = "ABlock, async_one, constant, plain"
    exports = (
        "export class ABlock {}\nexport async function async_one() {}\n"
        "export const constant = 1;\nexport function plain() {}\nfunction own() {}\n"
    )
    long = 'import {\n  ABlock,\n  async_one,\n  constant,\n  plain,\n} from "./one.js";\n'
    entry = written(tmp_path, main=f"{long}export default plain;\n", one=exports)
    script = bundle(entry, {})
    assert f"const {{ {names} }} = $module0;" in script
    assert "return { ABlock, async_one, constant, plain };" in script
    assert "own" in script
    assert "own," not in script


def test_modules_can_be_made(tmp_path: Path) -> None:
    entry = written(tmp_path, main='import { SIDE } from "made";\nexport default SIDE;\n')
    assert "const SIDE = 28;" in bundle(entry, {"made": "export const SIDE = 28;\n"})


@pytest.mark.parametrize(
    ("modules", "complaint"),
    [
        (
            {"main": 'import { a } from "./gone.js";\nexport default a;\n'},
            r"no module .*/gone\.js; .*/main\.js imports it",
        ),
        (
            {"main": 'import { a } from "unheard";\nexport default a;\n'},
            r"no module .*unheard; .*/main\.js imports it",
        ),
        (
            {
                "main": 'import { a, b } from "./one.js";\nexport default a;\n',
                "one": "export const a = 1;\nconst b = 2;\n",
            },
            r"/main\.js imports b; .*/one\.js has none",
        ),
        (
            {
                "main": 'import { a } from "./one.js";\nexport default a;\n',
                "one": 'import { b } from "./two.js";\nexport const a = b;\n',
                "two": 'import { a } from "./one.js";\nexport const b = a;\n',
            },
            r"/two\.js and .*/one\.js import each other",
        ),
        (
            {"main": 'import * as all from "./one.js";\nexport default 1;\n'},
            r"/main\.js: “import \* as all .*” cannot be joined",
        ),
        ({"main": "export { a };\n"}, r"/main\.js: “export \{ a \};” cannot be joined"),
        ({"main": "export const a = 1;\n"}, r"/main\.js has no default export"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, modules: dict[str, str], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        bundle(written(tmp_path, **modules), {})


def test_an_entry_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no module .*/gone\.js; it is the entry"):
        bundle(tmp_path / "gone.js", {})


@pytest.mark.parametrize("one", ELEMENTS, ids=lambda one: one.name)
def test_every_element_becomes_one_script(one: element.Element) -> None:
    script = bundle(one.script, element.made(english, one.name))
    assert script.count("export default") == 1
    assert len(script) < 100_000


def test_no_script_is_long() -> None:
    scripts = sorted(Path(element.__file__).parent.rglob("*.js"))
    assert len(scripts) > 20
    for script in scripts:
        assert len(script.read_text(encoding="utf-8").splitlines()) <= 200, script.name


def test_what_idles_is_left_out_and_what_is_said_is_not(tmp_path: Path) -> None:
    text = (
        "// one\nfunction f() {\n  // two\n\n  return '// three'; // four\n}\nexport default f;\n"
    )
    script = bundle(written(tmp_path, main=text), {})
    assert "one" not in script
    assert "two" not in script
    assert "\nfunction f() {\nreturn '// three'; // four\n}\n" in script


def test_no_text_of_several_lines_loses_its_indents() -> None:
    for script in Path(element.__file__).parent.rglob("*.js"):
        for line in script.read_text(encoding="utf-8").splitlines():
            assert line.count("`") % 2 == 0, script.name
