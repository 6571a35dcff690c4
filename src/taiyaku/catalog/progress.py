"""How far a translation is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.catalog.message import Message


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of messages in use. `fuzzy` ones have a translation that a person must look at again."""

    translated: int
    fuzzy: int
    untranslated: int

    @property
    def total(self) -> int:
        """All messages in use."""
        return self.translated + self.fuzzy + self.untranslated

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do."""
        return self.translated == self.total

    @property
    def percent(self) -> int:
        """The part that is translated, rounded down, so that 100 means all. 100 for nothing at all."""
        return self.translated * 100 // self.total if self.total else 100


def progress_of(messages: Iterable[Message]) -> Progress:
    """Count the messages in use."""
    counts = [0, 0, 0]
    for message in messages:
        if not message.obsolete:
            counts[0 if message.translated else 1 if message.has_translation else 2] += 1
    return Progress(*counts)
