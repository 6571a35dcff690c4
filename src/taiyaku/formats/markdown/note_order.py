"""The order of footnotes at the end of a text: by number, which the first reference gives, then the others."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from taiyaku.formats.markdown.tree import Node


class NoteOrder:
    """Gathers the notes of a text, and hands them out in their order; writing one may number another.

    `numbers` holds the number of each label, and is added to.
    """

    def __init__(self, numbers: dict[str, int]) -> None:
        self.numbers = numbers
        self.blocks: dict[str, list[Node]] = {}
        self._numbered: list[tuple[int, str]] = []
        self._others: dict[str, None] = {}

    def number(self, label: str) -> int:
        """Return the number of a note, the next one where it has none yet."""
        number = self.numbers.get(label)
        if number is None:
            number = self.numbers[label] = len(self.numbers) + 1
            if label in self._others:
                del self._others[label]
                heappush(self._numbered, (number, label))
        return number

    def add(self, label: str, blocks: list[Node]) -> None:
        """Keep what a note says; of two with one label, both are told."""
        if label not in self.blocks:
            if label in self.numbers:
                heappush(self._numbered, (self.numbers[label], label))
            else:
                self._others[label] = None
        self.blocks.setdefault(label, []).extend(blocks)

    def take(self) -> tuple[str, list[Node]] | None:
        """Return the next note by number, at last those that nothing refers to; None where there is none left."""
        if not self.blocks:
            return None
        label = heappop(self._numbered)[1] if self._numbered else next(iter(self._others))
        self._others.pop(label, None)
        return label, self.blocks.pop(label)
