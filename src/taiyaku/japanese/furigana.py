"""A word and its reading, fitted to each other: which kana stand above which characters."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.japanese.scripts import is_kanji
from taiyaku.japanese.tokenizer import entries, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.japanese.token import Token

_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_WITH_KANJI = frozenset("ヶヵ0123456789０１２３４５６７８９")
"""What is read with the kanji around it: 茅ヶ崎, ３つ."""


class Ruby(NamedTuple):
    """The half-open range of characters (code points of the word) that a reading in hiragana stands above."""

    start: int
    end: int
    reading: str


def hiragana(kana: str) -> str:
    """Return kana as hiragana."""
    return kana.translate(_KATAKANA_TO_HIRAGANA)


@lru_cache(maxsize=4096)
def fitted(word: str, reading: str) -> tuple[Ruby, ...]:
    """Return the rubies of a word, group by group; none where word and reading do not fit.

    Kana of the word stand for themselves (okurigana). Kanji are read in groups, one for each short unit word of UniDic
    where its readings make up the word's (友好都市: ゆうこう, とし), else one for all kanji that stand together.
    """
    reading = hiragana("".join(reading.split()))
    runs = [("".join(run), kanji) for kanji, run in groupby(word, _is_read)]
    pattern = "".join("(.+?)" if kanji else re.escape(hiragana(run)) for run, kanji in runs)
    lazy = re.fullmatch(pattern, reading)
    greedy = re.fullmatch(pattern.replace("+?", "+"), reading)
    if lazy is None or greedy is None or not any(kanji for _, kanji in runs):
        return ()
    if lazy.groups() != greedy.groups():  # 生き生き and the like: no group alone is certain
        return (Ruby(0, len(word), reading),)
    return tuple(_groups(runs, iter(lazy.groups())))


def _is_read(character: str) -> bool:
    return is_kanji(character) or character in _WITH_KANJI


def _groups(runs: list[tuple[str, bool]], read: Iterator[str]) -> Iterator[Ruby]:
    position = 0
    for run, kanji in runs:
        if kanji:
            yield from _by_word(run, next(read), position)
        position += len(run)


def _by_word(run: str, reading: str, position: int) -> Iterator[Ruby]:
    """Cut a run of kanji where the dictionary's words, read as it reads them, give the reading."""
    words = tokens(run)
    ways = list(_spelled([_readings(word) for word in words], reading)) if len(words) > 1 else []
    if len(ways) == 1:
        for word, read in zip(words, ways[0], strict=True):
            yield Ruby(position + word.span.start, position + word.span.end, read)
    else:
        yield Ruby(position, position + len(run), reading)


def _readings(word: Token) -> frozenset[str]:
    """Return how the dictionary reads a word, here and elsewhere, in hiragana."""
    found = (word.reading, *(entry.reading for entry in entries(word.surface)))
    return frozenset(hiragana(reading) for reading in found if reading)


def _spelled(words: Sequence[frozenset[str]], reading: str) -> Iterator[tuple[str, ...]]:
    """Yield the ways in which words, each read in one of its ways, spell a reading."""
    if not words:
        if not reading:
            yield ()
        return
    for read in words[0]:
        if reading.startswith(read):
            yield from ((read, *rest) for rest in _spelled(words[1:], reading[len(read) :]))
