"""How far a translation is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.catalog.message import Message


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of messages in use, or of the words or characters in their originals.

    `fuzzy` ones have a translation that a person must look at again.
    """

    translated: int
    fuzzy: int
    untranslated: int

    @property
    def total(self) -> int:
        """All messages in use."""
        return self.translated + self.fuzzy + self.untranslated

    @property
    def left(self) -> int:
        """What waits for a translator."""
        return self.fuzzy + self.untranslated

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do."""
        return self.translated == self.total

    @property
    def percent(self) -> int:
        """The part that is translated, rounded down, so that 100 means all. 100 for nothing at all."""
        return self.translated * 100 // self.total if self.total else 100

    def __add__(self, other: Progress) -> Progress:
        return Progress(
            self.translated + other.translated, self.fuzzy + other.fuzzy, self.untranslated + other.untranslated
        )


def progress_of(messages: Iterable[Message]) -> Progress:
    """Count the messages in use. A translation of blanks only is none: no edition takes it."""
    counts = [0, 0, 0]
    for message in messages:
        if not message.obsolete:
            has_text = any(text.strip() for text in (message.msgstr, *message.plural_forms))
            counts[2 if not has_text else 1 if message.fuzzy else 0] += 1
    return Progress(*counts)
