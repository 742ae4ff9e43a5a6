"""ES modules -> one script. An element's script is a blob to the browser, which imports no files.

Each module becomes a function that runs once, after those it imports, and returns what it exports;
so all its other names are its own.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

Source: TypeAlias = Path | str  # a file, or the name of a module that is made

IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?(?:class|const|function) (\w+))", re.MULTILINE)
DEFAULT = re.compile(r"^export default ", re.MULTILINE)
IDLE = re.compile(r"^(?:[ \t]*(?://.*)?\n|[ \t]+)", re.MULTILINE)  # remarks and indents
UNREAD = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def bundle(entry: Path, made: Mapping[str, str]) -> str:
    """The script of the module `entry`; its default export is the script's.

    `made` are the texts of modules that are no files, by the name they are imported by. ValueError
    if a module or what it is to export is missing, or if two modules import each other.
    """
    script = _Script(made)
    script.add(entry, ())
    if "$default" not in script.exports[entry]:
        raise ValueError(f"{_called(entry)} has no default export.")
    return "\n".join([*script.parts, f"export default {script.names[entry]}.$default;\n"])


class _Script:
    """Modules as functions, `parts` in the order in which they run."""

    def __init__(self, made: Mapping[str, str]) -> None:
        self.made = made
        self.parts: list[str] = []
        self.names: dict[Source, str] = {}
        self.exports: dict[Source, list[str]] = {}

    def add(self, source: Source, by: tuple[Source, ...]) -> None:
        """Add a module that the last of `by` imports, after all that it imports itself."""
        if source in by:
            raise ValueError(f"{_called(by[-1])} and {_called(source)} import each other.")
        if source in self.names:
            return
        text = self._text(source, by)
        code = IMPORT.sub(lambda match: self._imported(match, source, by), text)
        exports = [match[2] for match in EXPORT.finditer(code)]
        code, n_defaults = DEFAULT.subn("const $default = ", EXPORT.sub(r"\1", code))
        if unread := UNREAD.search(code):
            raise ValueError(f"{_called(source)}: “{unread[0]}” cannot be joined with others.")
        self.exports[source] = exports + ["$default"] * n_defaults
        self.names[source] = name = f"$module{len(self.names)}"
        returned = f"return {{ {', '.join(self.exports[source])} }};"
        head = f"const {name} = (() => {{ // {_called(source)}"
        self.parts.append("\n".join([head, IDLE.sub("", code).strip(), returned, "})();"]))

    def _imported(self, match: re.Match[str], source: Source, by: tuple[Source, ...]) -> str:
        """What takes the place of an import."""
        wanted = sorted({name.strip() for name in match[1].split(",")} - {""})
        needed: Source = match[2]
        if isinstance(source, Path) and needed not in self.made:
            needed = (source.parent / match[2]).resolve()
        self.add(needed, (*by, source))
        missing = ", ".join(name for name in wanted if name not in self.exports[needed])
        if missing:
            raise ValueError(f"{_called(source)} imports {missing}; {_called(needed)} has none.")
        return f"const {{ {', '.join(wanted)} }} = {self.names[needed]};"

    def _text(self, source: Source, by: tuple[Source, ...]) -> str:
        if isinstance(source, str) and source in self.made:
            return self.made[source]
        if isinstance(source, Path) and source.is_file():
            return source.read_text(encoding="utf-8")
        importer = f"{_called(by[-1])} imports it" if by else "it is the entry"
        raise ValueError(f"There is no module {_called(source)}; {importer}.")


def _called(source: Source) -> str:
    return f"{source.parent.name}/{source.name}" if isinstance(source, Path) else source
