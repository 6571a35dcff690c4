"""The termbase: all names and terms of a project, found in texts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from taiyaku.termbase.occurrences import EnglishIndex, JapaneseIndex, longest_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from taiyaku.japanese.token import Token
    from taiyaku.span import Span
    from taiyaku.termbase.concept import ConceptEntry
    from taiyaku.termbase.occurrences import Occurrence


class Termbase:
    """Entries in the order of their file. What finds them in texts is built when it is first asked."""

    def __init__(self, entries: Iterable[ConceptEntry] = ()) -> None:
        self.entries = tuple(entries)

    def __repr__(self) -> str:
        return f"Termbase({len(self.entries)} entries)"

    def __bool__(self) -> bool:
        return bool(self.entries)

    @cached_property
    def _english(self) -> EnglishIndex:
        return EnglishIndex(self.entries)

    @cached_property
    def _japanese(self) -> JapaneseIndex:
        return JapaneseIndex(self.entries)

    def occurrences(self, text: str, language: str, tokens: Sequence[Token] = ()) -> list[Occurrence]:
        """Return the names and terms in a text, in order; where they overlap, the longest.

        Entries with the same form stand side by side with one span. A Japanese text needs its tokens.
        """
        return longest_first(self.nested(text, language, tokens))

    def nested(self, text: str, language: str, tokens: Sequence[Token] = ()) -> list[Occurrence]:
        """Return the names and terms in a text, also those inside of longer ones, in no order."""
        if not self.entries:
            return []
        return self._japanese.find(text, tokens) if language == "ja" else self._english.find(text)

    def written(self, text: str, *, readable: bool = False) -> frozenset[str]:
        """Return the Japanese forms (that have a reading) whose characters are in a text; that is quickly said."""
        return self._japanese.written(text, readable=readable) if self.entries else frozenset()

    def names(self, text: str, language: str) -> list[Span]:
        """Return the spans of registered forms that are to be kept whole when a text is read, in order."""
        if not self.entries:
            return []
        if language == "ja":
            return self._japanese.names(text)
        found = [item for item in longest_first(self._english.find(text)) if item.entry.is_name]
        return list(dict.fromkeys(item.span for item in found))


EMPTY = Termbase()
