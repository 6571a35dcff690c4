"""Readings above words: the termbase's, and on request the dictionary's.

A wrong reading is worse than none. What an author or translator has written, `{漢字|かんじ}`, is on the page already;
the termbase is the desk's word; UniDic's readings are drafts, printed only where they are asked for and not doubtful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.editions.typesetting.passages import OBJECT, Addition, Insert, Wrap
from taiyaku.japanese.furigana import Ruby, fitted
from taiyaku.japanese.tokenizer import tokens
from taiyaku.termbase.names import name_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taiyaku.editions.typesetting.passages import Passage
    from taiyaku.termbase.concept import ConceptEntry, Term
    from taiyaku.termbase.termbase import Termbase

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_OPENING = '<ruby class="furigana">'
_WORD_JOINER = "&#x2060;"  # between a family name and a given name
_TWO = 2


class Furigana:
    """Says what readings a passage of an article gets: each word's at its first occurrence, or `every` time.

    One object serves one article on one page, since it remembers what has been read.
    """

    def __init__(self, termbase: Termbase, *, every: bool = False) -> None:
        self._termbase, self._every = termbase, every
        self._read: set[str] = set()

    def __call__(self, passage: Passage) -> Iterator[Addition]:
        """Yield the rubies of a passage. Headings have none, nor has what has a reading already."""
        if passage.lang.partition("-")[0] != "ja" or passage.element in _HEADINGS:
            return
        self._read.update(passage.text[start:end] for start, end in passage.ruby)
        for start, term, entry in self._terms(passage):
            if self._every or term.text not in self._read:
                yield from _above(start, _rubies(entry, term))
                self._read.update([term.text, *(name_parts(entry, term) or ())])

    def _terms(self, passage: Passage) -> Iterable[tuple[int, Term, ConceptEntry]]:
        text = passage.text.replace(OBJECT, " ")
        words = tokens(text, self._termbase.names(text, "ja"))
        position = 0
        for found in self._termbase.occurrences(text, "ja", words):
            start, end = found.span
            is_written_so = found.term.reading and found.term.text == text[start:end]
            if is_written_so and start >= position and not passage.has_reading(start, end):
                yield start, found.term, found.entry
                position = end


def _rubies(entry: ConceptEntry, term: Term) -> list[tuple[Ruby, ...]]:
    """Return the rubies of a term; of a person's name those of the family name and of the given name apart."""
    parts = name_parts(entry, term) if entry.kind == "person" else None
    readings = term.reading.split()
    if parts is None or len(readings) != _TWO or "".join(parts) != term.text:
        return [fitted(term.text, term.reading)]
    family, given = (fitted(part, reading) for part, reading in zip(parts, readings, strict=True))
    moved = tuple(Ruby(r.start + len(parts.family), r.end + len(parts.family), r.reading) for r in given)
    return [family, moved] if family and given else []


def _above(start: int, groups: list[tuple[Ruby, ...]]) -> Iterator[Addition]:
    """Yield rubies as HTML; between two groups nothing breaks."""
    for index, rubies in enumerate(groups):
        if index and rubies:
            yield Insert(start + rubies[0].start, _WORD_JOINER)
        for ruby in rubies:
            closing = f"<rp>（</rp><rt>{ruby.reading}</rt><rp>）</rp></ruby>"
            yield Wrap(start + ruby.start, start + ruby.end, _OPENING, closing, whole=True)
