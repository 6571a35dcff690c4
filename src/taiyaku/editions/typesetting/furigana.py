"""Readings above words: the termbase's, and on request the dictionary's.

A wrong reading is worse than none. What an author or translator has written, `{漢字|かんじ}`, is on the page already;
the termbase is the desk's word; the dictionary's readings are asked for, and printed where nobody doubts them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.editions.typesetting.passages import OBJECT, Addition, Insert, Wrap
from taiyaku.japanese.furigana import Ruby, fitted
from taiyaku.japanese.sure_readings import sure_readings
from taiyaku.japanese.tokenizer import tokens
from taiyaku.span import Span
from taiyaku.termbase.names import name_parts
from taiyaku.termbase.termbase import EMPTY, Termbase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from taiyaku.editions.typesetting.passages import Passage
    from taiyaku.termbase.occurrences import Occurrence

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_OPENING = '<ruby class="furigana">'
_WORD_JOINER = "&#x2060;"  # between a family name and a given name
_TWO = 2


@dataclass(frozen=True, slots=True)
class Readings:
    """What readings a publication prints: the termbase's, with `dictionary` all others; each time, or the first one."""

    termbase: Termbase = EMPTY
    dictionary: bool = False
    every: bool = False

    def of_article(self) -> Furigana | None:
        """Return what sets the readings of one article on one page, None where there are none to be set."""
        return Furigana(self) if self.termbase or self.dictionary else None


class _Read(NamedTuple):
    """Rubies at a place of a passage, those of each part of a name apart, and the words that have been read with them.

    The first of the words is what stands there, the rest are its parts.
    """

    start: int
    words: tuple[str, ...]
    groups: tuple[tuple[Ruby, ...], ...]


class Furigana:
    """Says what readings a passage of an article gets: each word's at its first occurrence, or every time.

    One object serves one article on one page, since it remembers what has been read.
    """

    def __init__(self, readings: Readings, read: Iterable[str] = ()) -> None:
        self._readings = readings
        self._read = set(read)

    def copy(self) -> Furigana:
        """Return one that has read as much: for what a page may show in the place of a passage."""
        return Furigana(self._readings, self._read)

    def __call__(self, passage: Passage) -> Iterator[Addition]:
        """Yield the rubies of a passage. Headings have none, nor has what has a reading already."""
        if passage.lang.partition("-")[0] != "ja" or passage.element in _HEADINGS:
            return
        self._read.update(passage.text[start:end] for start, end in passage.ruby)
        for found in self._found(passage):
            if self._readings.every or not self._is_read(*found.words):
                yield from _above(found)
            self._read.update(found.words)

    def _is_read(self, word: str, *parts: str) -> bool:
        return word in self._read or (bool(parts) and self._read.issuperset(parts))

    def _found(self, passage: Passage) -> list[_Read]:
        """Return what can be read in a passage, in order and apart; where the termbase speaks, the dictionary is not."""
        text = passage.text.replace(OBJECT, " ")
        taken = [Span(start, end) for start, end in passage.ruby]
        found = []
        for span, read in self._of_termbase(text):
            if read.groups and not _meets(span, taken):
                found.append(read)
            taken.append(span)
        if self._readings.dictionary:
            for word in sure_readings(text):
                rubies = fitted(word.span.of(text), word.reading)
                if rubies and not _meets(word.span, taken):
                    found.append(_Read(word.span.start, (word.base,), (rubies,)))
        return sorted(found)

    def _of_termbase(self, text: str) -> Iterator[tuple[Span, _Read]]:
        """Yield the places of names, and of terms with a reading; names may have none, or several."""
        termbase, written = self._readings.termbase, self._readings.termbase.written(text)
        if not written or (self._read.issuperset(written) and not self._readings.every):
            return
        words = tokens(text, termbase.names(text, "ja"))
        for span, group in groupby(termbase.occurrences(text, "ja", words), key=lambda found: found.span):
            alike = list(group)
            reads = {read.groups: read for found in alike if (read := _read(found, text)).groups}
            if len(reads) == 1:
                yield span, next(iter(reads.values()))
            elif reads or any(found.entry.is_name for found in alike):
                yield span, _Read(span.start, (), ())


def with_readings(
    furigana: Callable[[Passage], Iterable[Addition]] | None, setter: Callable[[Passage], Iterable[Addition]]
) -> Callable[[Passage], Iterable[Addition]]:
    """Return a setter that adds readings, too; the other one sees where they are."""
    if furigana is None:
        return setter

    def both(passage: Passage) -> Iterator[Addition]:
        rubies = list(furigana(passage))
        spans = [(ruby.start, ruby.end) for ruby in rubies if isinstance(ruby, Wrap)]
        yield from setter(replace(passage, ruby=(*passage.ruby, *spans)) if spans else passage)
        yield from rubies

    return both


def _meets(span: Span, taken: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in taken)


def _read(found: Occurrence, text: str) -> _Read:
    """Return the rubies of a term as it is written here, those of a person's family and given name apart."""
    span, entry, term, family_only = found
    written = span.of(text)
    nothing = _Read(span.start, (), ())
    parts = name_parts(entry, term) if entry.kind == "person" else None
    readings = term.reading.split()
    if parts is None or len(readings) != _TWO or "".join(parts) != term.text:
        rubies = fitted(term.text, term.reading) if term.reading and term.text == written else ()
        return _Read(span.start, (written,), (rubies,)) if rubies else nothing
    family, given = (fitted(part, reading) for part, reading in zip(parts, readings, strict=True))
    if family_only:
        return _Read(span.start, (written,), (family,)) if family and written == parts.family else nothing
    if not family or not given or term.text != written:
        return nothing
    moved = tuple(Ruby(r.start + len(parts.family), r.end + len(parts.family), r.reading) for r in given)
    return _Read(span.start, (written, *parts), (family, moved))


def _above(read: _Read) -> Iterator[Addition]:
    """Yield rubies as HTML; between a family name and a given name nothing breaks."""
    for index, rubies in enumerate(read.groups):
        if index:
            yield Insert(read.start + rubies[0].start, _WORD_JOINER)
        for ruby in rubies:
            closing = f"<rp>（</rp><rt>{ruby.reading}</rt><rp>）</rp></ruby>"
            yield Wrap(read.start + ruby.start, read.start + ruby.end, _OPENING, closing, whole=True)
