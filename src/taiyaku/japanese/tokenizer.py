"""Japanese text -> tokens: the only door to fugashi, MeCab and UniDic."""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.japanese.token import Token
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    import fugashi

_KATAKANA_NAME = lazy_pattern(r"(?<![ァ-ヴー])[ァ-ヴー]++(?:[・＝][ァ-ヴー]++)+")
"""ジョナサン・カジ: cut at the dot and judged word by word, such names become 父|ランス."""

_PROTECTED = ("名詞", "固有名詞", "一般", "*")
_UNREADABLE = lazy_pattern(r"[\x00-\x08\x0e-\x1f\ud800-\udfff]")
_LONGEST = 2_000
"""Longer texts are read in pieces of so many code points: for an endless katakana word MeCab takes quadratic time."""

_READINGS = 60
"""How many ways to read a word are asked for: cut into two and three, it has more than as one."""

_KNOWN = "+"
_Knowledge = tuple[str, str, str, str, tuple[str, str, str, str], tuple[str, str], str, bool]
_made: Callable[[Any, tuple[Any, ...]], Any] = tuple.__new__
"""Makes a named tuple of its values, in half the time that its own class takes."""


def tokens(text: str, protected: Iterable[Span] = ()) -> tuple[Token, ...]:
    """Return the tokens of a text; between them is only white space.

    Each of the `protected` spans (registered names, not empty, not overlapping) and each run of katakana words joined
    by ・ becomes one token, a proper noun without a reading.
    """
    found: list[Token] = []
    position = 0
    for span in _merged(protected, text):
        found.extend(_read(text, position, span.start))
        surface = span.of(text)
        found.append(Token(surface, span, surface, surface, "", "", _PROTECTED, ("*", "*"), "固", known=True))
        position = span.end
    found.extend(_read(text, position, len(text)))
    return tuple(found)


def readings(text: str, count: int) -> list[str]:
    """Return up to so many different readings of a text in katakana, the likeliest first."""
    found: dict[str, None] = {}
    reading = ""
    for line in _tagger().nbest(_UNREADABLE.sub(" ", text), count).split("\n"):
        if "\t" in line:
            surface, _, knowledge = _word(line)
            reading += knowledge[2] or surface
        elif line:  # the end of one of them: EOS
            found[reading] = None
            reading = ""
    return list(found)


class Entry(NamedTuple):
    """What the dictionary has for a word: a reading, that of its lemma, its part of speech, and how rare it is."""

    reading: str
    lemma_reading: str
    part_of_speech: tuple[str, str]
    cost: int


_NO_ENTRY = Entry("", "", ("", ""), 0)


@lru_cache(maxsize=8192)
def entries(word: str) -> tuple[Entry, ...]:
    """Return what the dictionary has for a text that is one word, the likeliest first; nothing where it is none."""
    found = []
    row: list[Entry] = []
    for line in _entry_tagger().nbest(_UNREADABLE.sub(" ", word), _READINGS).split("\n"):
        if line.startswith(_KNOWN):
            reading, lemma_reading, *part_of_speech, cost = line.split("\t")[1:]
            row.append(Entry(reading, lemma_reading, (part_of_speech[0], part_of_speech[1]), int(cost)))
        elif line == "EOS":
            found += row if len(row) == 1 else []
            row = []
        elif line:  # a piece that is no word
            row += [_NO_ENTRY, _NO_ENTRY]
    return tuple(found)


def _merged(protected: Iterable[Span], text: str) -> list[Span]:
    """Return the protected spans, and the katakana names that touch none of them, in order."""
    registered = sorted(protected)
    if not registered:
        return [Span(*match.span()) for match in _KATAKANA_NAME.finditer(text)]
    merged: list[Span] = []
    position = 0
    for match in _KATAKANA_NAME.finditer(text):
        while position < len(registered) and registered[position].end <= match.start():
            merged.append(registered[position])
            position += 1
        if position == len(registered) or match.end() <= registered[position].start:
            merged.append(Span(*match.span()))
    return merged + registered[position:]


def _read(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    while end - start > _LONGEST:
        cut = text.rfind("。", start, start + _LONGEST) + 1 or start + _LONGEST
        found += _read(text, start, cut)
        start = cut
    piece = text[start:end]
    if not piece or piece.isspace():
        return found
    piece = _UNREADABLE.sub(" ", piece)
    position = 0
    for line in _tagger().parse(piece).split("\n"):
        if "\t" not in line:  # the last: EOS
            break
        surface, length, knowledge = _word(line)
        begin = piece.index(surface, position)
        position = begin + length
        span = _made(Span, (start + begin, start + position))
        found.append(_made(Token, (surface, span, *knowledge)))
    return found


@lru_cache(maxsize=1 << 16)
def _word(line: str) -> tuple[str, int, _Knowledge]:
    """Return a word, its length, and what UniDic 2.1.2 knows of it in the order of `Token`, and last whether it does.

    Most words come again and again.
    """
    surface, known, raw = line.split("\t", 2)
    fields = next(csv.reader([raw])) if '"' in raw else raw.split(",")
    fields += [""] * (18 - len(fields))
    knowledge = (
        fields[7] or surface,
        fields[10] or surface,
        fields[17],
        fields[9],
        (fields[0], fields[1], fields[2], fields[3]),
        (fields[4], fields[5]),
        fields[12],
        known == _KNOWN,
    )
    return surface, len(surface), knowledge


@cache
def _tagger() -> fugashi.GenericTagger:
    # One string: asking each node costs three times as much.
    return _tagger_with(f'-F "%m\\t{_KNOWN}\\t%H\\n" -U "%m\\t\\t%H\\n"')


@cache
def _entry_tagger() -> fugashi.GenericTagger:
    return _tagger_with(f'-F "{_KNOWN}\\t%f[17]\\t%f[6]\\t%f[0]\\t%f[1]\\t%c\\n" -U "-\\n"')


def _tagger_with(words: str) -> fugashi.GenericTagger:
    import fugashi
    import unidic_lite

    dictionary = f'-d "{unidic_lite.DICDIR}" -r "{unidic_lite.DICDIR}/mecabrc"'
    return fugashi.GenericTagger(f'{dictionary} -O "" {words}')
