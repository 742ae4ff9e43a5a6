"""ES modules -> one script. An element's script is a blob to the browser, which imports no files.

Each module becomes a function that runs once, after those it imports, and returns what it exports;
so all its other names are its own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Source: TypeAlias = Path | str  # a file, or the name of a module that is made

IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?(?:class|const|function) (\w+))", re.MULTILINE)
DEFAULT = re.compile(r"^export default ", re.MULTILINE)
UNREAD = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Module:
    name: str  # in the script
    code: str
    exports: frozenset[str]


def bundle(entry: Path, made: Mapping[str, str]) -> str:
    """The script of the module `entry`; its default export is the script's.

    `made` are the texts of modules that are no files, by the name they are imported by. ValueError
    if a module or what it is to export is missing, or if two modules import each other.
    """
    modules: dict[Source, _Module] = {}  # in the order in which they run
    _add(entry, made, modules, ())
    if "$default" not in modules[entry].exports:
        raise ValueError(f"{_called(entry)} has no default export.")
    codes = [module.code for module in modules.values()]
    return "\n".join([*codes, f"export default {modules[entry].name}.$default;\n"])


def _add(
    source: Source, made: Mapping[str, str], modules: dict[Source, _Module], by: tuple[Source, ...]
) -> None:
    """Add a module that the last of `by` imports, after all that it imports itself."""
    if source in modules:
        return
    if source in by:
        raise ValueError(f"{_called(by[-1])} and {_called(source)} import each other.")
    text = _text(source, made, by)

    def imported(match: re.Match[str]) -> str:
        wanted = {name.strip() for name in match[1].split(",")} - {""}
        needed = _source(source, match[2], made)
        _add(needed, made, modules, (*by, source))
        missing = sorted(wanted - modules[needed].exports)
        if missing:
            names = ", ".join(missing)
            raise ValueError(f"{_called(source)} imports {names}; {_called(needed)} exports none.")
        return f"const {{ {', '.join(sorted(wanted))} }} = {modules[needed].name};"

    code = IMPORT.sub(imported, text)
    exports = [match[2] for match in EXPORT.finditer(code)]
    code, n_defaults = DEFAULT.subn("const $default = ", EXPORT.sub(r"\1", code))
    if unread := UNREAD.search(code):
        raise ValueError(f"{_called(source)}: “{unread[0]}” cannot be joined with other modules.")
    exports += ["$default"] * n_defaults
    name = f"$module{len(modules)}"
    head = f"const {name} = (() => {{ // {_called(source)}"
    whole = f"{head}\n{code.strip()}\nreturn {{ {', '.join(exports)} }};\n}})();\n"
    modules[source] = _Module(name, whole, frozenset(exports))


def _source(by: Source, path: str, made: Mapping[str, str]) -> Source:
    return path if path in made or isinstance(by, str) else (by.parent / path).resolve()


def _text(source: Source, made: Mapping[str, str], by: tuple[Source, ...]) -> str:
    if source in made:
        return made[str(source)]
    if isinstance(source, Path) and source.is_file():
        return source.read_text(encoding="utf-8")
    importer = f"{_called(by[-1])} imports it" if by else "it is the entry"
    raise ValueError(f"There is no module {_called(source)}; {importer}.")


def _called(source: Source) -> str:
    return f"{source.parent.name}/{source.name}" if isinstance(source, Path) else source
