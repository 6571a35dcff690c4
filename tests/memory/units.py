"""Memories for tests: sources whose units are given, and that count how often they are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taiyaku.errors import CatalogError, Phrase
from taiyaku.memory.store import Source
from taiyaku.memory.unit import TranslationUnit

if TYPE_CHECKING:
    from collections.abc import Iterator


def unit(source: str, target: str, **more: object) -> TranslationUnit:
    """Return a unit from English into Japanese."""
    return TranslationUnit(**{"source": source, "target": target, "source_locale": "en", "target_locale": "ja", **more})  # type: ignore[arg-type]


@dataclass
class Files:
    """Files that units come from, by their name. Setting one anew is what saving it would be."""

    held: dict[str, list[TranslationUnit]] = field(default_factory=dict)
    read: list[str] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    saves: int = 0
    _stamps: dict[str, int] = field(default_factory=dict)

    def save(self, name: str, *units: TranslationUnit) -> None:
        """Let a file hold these units."""
        self.saves += 1
        self.held[name] = list(units)
        self._stamps[name] = self.saves

    def sources(self) -> list[Source]:
        """Return them as a memory wants them."""
        return [Source(name, str(self._stamps[name]), f"from {name}", self._reader(name)) for name in self.held]

    def _reader(self, name: str) -> _Reader:
        return _Reader(self, name)


@dataclass
class _Reader:
    files: Files
    name: str

    def __call__(self) -> Iterator[TranslationUnit]:
        self.files.read.append(self.name)
        yield from self.files.held[self.name]
        if self.name in self.files.broken:
            raise CatalogError(Phrase("the file was cut"))
