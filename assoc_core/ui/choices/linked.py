"""Linked: choices that a URL can hold."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Linked:
    """Choices that a URL can hold."""

    def to_query(self) -> dict[str, str]:
        """Every choice by name, so that a link keeps its meaning when a default changes."""
        chosen = asdict(self).items()
        return {name: str(value) for name, value in chosen if value not in ("", None)}
