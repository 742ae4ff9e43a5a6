"""A second catalogue, made of the English one: every letter of every sentence is a wide one.

What the page then shows in plain letters did not come from the catalogue. Names in braces, keys,
comparisons and formats keep their letters, so that the catalogue works as before.
"""

import ast
import pkgutil
import re
import sys
from pathlib import Path
from types import ModuleType

from assoc_core.ui.words import english

NAME = "tests.marked_catalogue"
WIDE = {
    ord(letter): ord(letter) + 0xFEE0
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
}
PLAIN = {"en"}  # the locale, by which numbers are written


def wide(text: str) -> str:
    """The text with wide letters, but for names in braces."""
    if text in PLAIN:
        return text
    parts = re.split(r"(\{[^{}]*\})", text)
    return "".join(part if part.startswith("{") else part.translate(WIDE) for part in parts)


class _Marker(ast.NodeTransformer):
    """Makes the letters of all sentences in a module wide."""

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant(wide(node.value)) if isinstance(node.value, str) else node

    def visit_Dict(self, node: ast.Dict) -> ast.Dict:
        values = [self.visit(value) for value in node.values]
        return ast.Dict(node.keys, values)  # what is looked up keeps its letters

    def visit_DictComp(self, node: ast.DictComp) -> ast.DictComp:
        node.value = self.visit(node.value)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.Subscript:
        node.value = self.visit(node.value)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.Compare:
        return node

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.FormattedValue:
        node.value = self.visit(node.value)
        return node

    def visit_Call(self, node: ast.Call) -> ast.Call:
        """Arguments of a method (`get`, `startswith`, `format`) are no sentences."""
        node.func = self.visit(node.func)
        if not isinstance(node.func, ast.Attribute) or node.func.attr == "join":
            node.args = [self.visit(argument) for argument in node.args]
        return node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.ImportFrom:
        node.module = str(node.module).replace(english.__name__, NAME)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.body = [self.visit(statement) for statement in node.body]
        return node


def catalogue() -> ModuleType:
    """The marked catalogue, a package like `words.english`."""
    if NAME not in sys.modules:
        sys.modules[NAME] = ModuleType(NAME)
        for module in pkgutil.iter_modules(english.__path__):
            _make(module.name)
    return sys.modules[NAME]


def _make(name: str) -> None:
    """The marked module of that name, after those that it imports."""
    if f"{NAME}.{name}" in sys.modules:
        return
    path = Path(english.__path__[0]) / f"{name}.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(english.__name__):
            for needed in _modules(node):
                _make(needed)
    module = sys.modules[f"{NAME}.{name}"] = ModuleType(f"{NAME}.{name}")
    setattr(sys.modules[NAME], name, module)
    marked = ast.fix_missing_locations(_Marker().visit(tree))
    exec(compile(marked, str(path), "exec"), module.__dict__)


def _modules(node: ast.ImportFrom) -> list[str]:
    """Which modules of the catalogue an import needs."""
    own = str(node.module).removeprefix(english.__name__).removeprefix(".")
    return [own] if own else [alias.name for alias in node.names]
