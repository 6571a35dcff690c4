"""Readings above words: the termbase's, and on request the dictionary's.

A wrong reading is worse than none. What an author or translator has written, `{漢字|かんじ}`, is on the page already;
the termbase is the desk's word; the dictionary's readings are asked for, and printed where nobody doubts them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
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
_SENTENCE = re.compile("[^。]+。*|。+")
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


NO_READINGS = Readings()


class _Read(NamedTuple):
    """A word at a place of a passage with its rubies, those of each part of a name apart."""

    start: int
    word: str
    groups: tuple[tuple[Ruby, ...], ...]


class Furigana:
    """Says what readings a passage of an article gets: each word's at its first occurrence, or every time.

    One object serves one article on one page, since it remembers what has been read: whole words, and each ruby as
    `漢字|かんじ`, so that 岡山藩 after 岡山県 has a reading for 藩 only.
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
        for sentence in _SENTENCE.finditer(passage.text):
            for found in self._found(passage, sentence.start(), sentence[0].replace(OBJECT, " ")):
                if self._readings.every or found.word not in self._read:
                    yield from self._above(found)
                self._read.add(found.word)

    def _above(self, read: _Read) -> Iterator[Addition]:
        """Yield the rubies of a word that are not read yet; between a family name and a given name nothing breaks."""
        for index, rubies in enumerate(read.groups):
            if index:
                yield Insert(read.start + rubies[0].start, _WORD_JOINER)
            for ruby in rubies:
                base = read.word[ruby.start : ruby.end]
                if self._readings.every or self._read.isdisjoint((base, f"{base}|{ruby.reading}")):
                    closing = f"<rp>（</rp><rt>{ruby.reading}</rt><rp>）</rp></ruby>"
                    yield Wrap(read.start + ruby.start, read.start + ruby.end, _OPENING, closing, whole=True)
                    self._read.add(f"{base}|{ruby.reading}")

    def _found(self, passage: Passage, offset: int, sentence: str) -> list[_Read]:
        """Return what can be read in a sentence, in order and apart; what the termbase says goes first."""
        if not self._readings.dictionary and not self._may_read(sentence):
            return []
        taken = [Span(start - offset, end - offset) for start, end in passage.ruby]
        found = []
        for span, read in _of_termbase(self._readings.termbase, sentence):
            if read.groups and not _meets(span, taken):
                found.append(read)
            taken.append(span)
        if self._readings.dictionary:
            found += [read for span, read in _of_dictionary(sentence) if not _meets(span, taken)]
        return [read._replace(start=offset + read.start) for read in sorted(found)]

    def _may_read(self, text: str) -> bool:
        """Whether a text may have a word of the termbase that is to be read: to look closer takes time."""
        termbase = self._readings.termbase
        forms = termbase.written(text, readable=True)
        if self._readings.every or not forms:
            return bool(forms)
        for word in sorted(self._read.intersection(termbase.written(text)), key=len, reverse=True):
            text = text.replace(word, OBJECT)
        return any(form in text for form in forms - self._read)


@lru_cache(maxsize=1024)
def _of_dictionary(text: str) -> tuple[tuple[Span, _Read], ...]:
    """Return the places of words that the dictionary reads for sure."""
    found = []
    for word in sure_readings(text):
        written = word.span.of(text)
        rubies = fitted(written, word.reading)
        if rubies:
            found.append((word.span, _Read(word.span.start, written, (rubies,))))
    return tuple(found)


@lru_cache(maxsize=1024)  # a text stands on several pages
def _of_termbase(termbase: Termbase, text: str) -> tuple[tuple[Span, _Read], ...]:
    """Return the places of names, and of terms with a reading; names may have none, or several."""
    if not termbase.written(text):
        return ()
    found = []
    words = tokens(text, termbase.names(text, "ja"))
    for span, group in groupby(termbase.occurrences(text, "ja", words), key=lambda occurrence: occurrence.span):
        alike = list(group)
        reads = {read.groups: read for occurrence in alike if (read := _read(occurrence, text)).groups}
        if len(reads) == 1:
            found.append((span, next(iter(reads.values()))))
        elif reads or any(occurrence.entry.is_name for occurrence in alike):
            found.append((span, _Read(span.start, "", ())))
    return tuple(found)


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
    nothing = _Read(span.start, written, ())
    parts = name_parts(entry, term) if entry.kind == "person" else None
    readings = term.reading.split()
    if parts is None or len(readings) != _TWO or "".join(parts) != term.text:
        rubies = fitted(term.text, term.reading) if term.reading and term.text == written else ()
        return _Read(span.start, written, (rubies,)) if rubies else nothing
    family, given = (fitted(part, reading) for part, reading in zip(parts, readings, strict=True))
    if family_only:
        return _Read(span.start, written, (family,)) if family and written == parts.family else nothing
    if not family or not given or term.text != written:
        return nothing
    moved = tuple(Ruby(r.start + len(parts.family), r.end + len(parts.family), r.reading) for r in given)
    return _Read(span.start, written, (family, moved))
