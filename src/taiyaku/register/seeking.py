"""Kanji that the dictionary does not take for a name, found by an English name that they are read as."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.japanese.readings import person_reads_as, place_reads_as
from taiyaku.japanese.scripts import is_kanji
from taiyaku.register.beside import titles_after
from taiyaku.register.evidence import is_romaji
from taiyaku.register.mention import Mention
from taiyaku.register.names import Name
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from taiyaku.checks.passage import Passage

_LENGTHS = {1: range(2, 5), 2: range(3, 7)}
"""How many kanji a place's name, or a person's full name, may have."""
_SHORTEST = 4
"""A place's name of fewer letters is read out of anything."""


def sought(name: Name, japanese: Callable[[int], Passage | None]) -> Name | None:
    """Return the kanji that a name without a partner is read as, in every translation that has them; None if none has.

    A name of two words is sought as a person's, one word as a place's.
    """
    if len(name.pieces) not in _LENGTHS or name.head or not all(map(is_romaji, name.pieces)):
        return None
    if len(name.pieces) == 1 and len(name.text) < _SHORTEST:
        return None
    found: Name | None = None
    for number in sorted({number for number, _ in name.mentions}):
        passage = japanese(number)
        for mention in _mentions(name, passage, found) if passage is not None else ():
            found = found or Name("ja", mention.text, mention.pieces)
            found.mentions.append((number, mention))
    return found


def _mentions(name: Name, passage: Passage, found: Name | None) -> Iterator[Mention]:
    text = passage.masked
    texts = {found.text} if found is not None else _reads(name, passage)
    for kanji in sorted(texts, key=len)[:1]:
        for match in re.finditer(re.escape(kanji), text):
            kind = "person" if len(name.pieces) > 1 else "place"
            titles = titles_after(text, match.end())
            yield Mention("ja", kanji, Span(*match.span()), (kanji,), kind, titles=titles)  # type: ignore[arg-type]


def _reads(name: Name, passage: Passage) -> set[str]:
    """Return the runs of kanji, of whole words, that are read as a name."""
    starts = [token.span.start for token in passage.tokens if is_kanji(token.surface[0])]
    ends = {token.span.end for token in passage.tokens}
    pieces = {
        passage.masked[start : start + length]
        for start in starts
        for length in _LENGTHS[len(name.pieces)]
        if start + length in ends and all(map(is_kanji, passage.masked[start : start + length]))
    }
    if len(name.pieces) > 1:
        return {piece for piece in pieces if person_reads_as(piece, name.pieces)}
    return {piece for piece in pieces if place_reads_as(piece, name.text)}
