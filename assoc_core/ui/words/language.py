"""Which catalogue is spoken: a package with the modules and names of `words.english`."""

from types import ModuleType

from assoc_core.ui.words import english

_spoken: ModuleType = english


def speak(catalogue: ModuleType) -> None:
    """Draw everything in the words of this catalogue from now on."""
    global _spoken
    _spoken = catalogue


def spoken() -> ModuleType:
    """The catalogue that is spoken: English, unless another one was chosen."""
    return _spoken
