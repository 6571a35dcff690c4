"""Which of the dictionary's readings are beyond doubt: a wrong reading above a word is worse than none."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.japanese.furigana import fitted, hiragana
from taiyaku.japanese.scripts import is_kanji
from taiyaku.japanese.tokenizer import entries, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.japanese.token import Token
    from taiyaku.span import Span

_RARER = 6000
"""By how much more a word must cost than another of the same spelling not to be meant: さいちゅう and もなか, which are
both 最中, lie 5400 apart. The dictionary's costs are logarithms of how often words come."""

_VARIANT = 1200
"""The same for two sounds of one word: 古い as ふりい is 1650 behind."""

_COMMON = 7000
"""The cost of what counts as a word where two words meet."""

_NUMERALS = frozenset("〇一二三四五六七八九十百千万億兆何数幾0123456789０１２３４５６７８９")
_COUNTED = frozenset("人日月年回本個つ歳才時分秒度枚台冊杯匹羽軒階件名晩泊")
"""What a number's reading changes with, or changes itself: 一人, 二十日."""

_WEEKDAYS = frozenset("月火水木金土日祝")

_NOUNS = frozenset(["名詞", "代名詞", "形状詞", "副詞", "連体詞"])
_AFFIXES = frozenset(["接頭辞", "接尾辞"])
_UNVOICED = str.maketrans(
    "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ", "かきくけこさしすせそたちつてとはひふへほはひふへほ"
)


class Reading(NamedTuple):
    """A word with its reading in katakana."""

    span: Span
    reading: str


def sure_readings(text: str) -> Iterator[Reading]:
    """Yield the words with kanji whose reading nobody doubts.

    Names are left out, and so are numbers with what they count, and spellings that several words share (市場, 人気),
    unless all but one of them are rare, or no paper means them.
    """
    words = tokens(text)
    sure = [_is_sure_here(words, place, text) for place in range(len(words))]
    for place, word in enumerate(words):
        # An affix is read where the word is that it belongs to.
        if word.part_of_speech[0] == "接尾辞" and _touching(words, place, place - 1) is not None:
            sure[place] = sure[place] and sure[place - 1]
        if word.part_of_speech[0] == "接頭辞" and _touching(words, place, place + 1) is not None:
            sure[place] = sure[place] and sure[place + 1]
        if sure[place]:
            yield Reading(word.span, word.reading)


def _is_sure_here(words: Sequence[Token], place: int, text: str) -> bool:
    word = words[place]
    if not _is_plain(word) or _is_counted(words, place) or not _fits_in(words, place) or _is_sign(text, word.span):
        return False
    return _is_sure(word, joined=_touching(words, place, place - 1) is not None)


def _is_plain(word: Token) -> bool:
    """Whether the dictionary knows the word, which has kanji and is no name, number or sign."""
    if not word.known or not word.reading or word.is_name or word.is_numeral:
        return False
    return any(map(is_kanji, word.surface)) and word.part_of_speech[0] not in {"記号", "補助記号"}


def _is_counted(words: Sequence[Token], place: int) -> bool:
    """Whether a word has to do with a number: it is one with its counter, or stands beside one."""
    word = words[place]
    if word.surface[0] in _NUMERALS and (word.surface[-1] in _COUNTED or len(word.surface) == 1):
        return True
    beside = [words[at] for at in (place - 1, place + 1) if 0 <= at < len(words)]
    touching = [other for other in beside if other.span.end == word.span.start or other.span.start == word.span.end]
    before = place and words[place - 1].span.end == word.span.start and words[place - 1].surface[-1] in _NUMERALS
    return bool(before) or any(other.is_numeral for other in touching)


def _fits_in(words: Sequence[Token], place: int) -> bool:
    """Whether the word is one among the kanji around it: of a compound, the dictionary knows how its parts sound alone.

    A single kanji beside others may sound otherwise (新酒, 灯台守), and where two words meet a third may lie (大人|気).
    """
    word = words[place]
    before = _touching(words, place, place - 1)
    after = _touching(words, place, place + 1)
    if len(word.surface) == 1 and word.part_of_speech[0] not in _AFFIXES and (before or after):
        return False
    return not (before and _straddled(before.surface, word.surface)) and not (
        after and _straddled(word.surface, after.surface)
    )


def _is_sign(text: str, span: Span) -> bool:
    """Whether one kanji stands for a longer word: （土）, 月・水, or belongs to what is written before it: パン屋."""
    if span.end - span.start > 1:
        return False
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    if before and ("ァ" <= before <= "ー" or (before.isascii() and before.isalnum())):
        return True
    is_weekday = span.of(text) in _WEEKDAYS
    return is_weekday and (before in set("（(・") or not "ぁ" <= after <= "ん")


def _touching(words: Sequence[Token], place: int, other: int) -> Token | None:
    """Return a neighbour of a word, where kanji meets kanji."""
    if not 0 <= other < len(words):
        return None
    first, second = words[min(place, other)], words[max(place, other)]
    meets = first.span.end == second.span.start and is_kanji(first.surface[-1]) and is_kanji(second.surface[0])
    return words[other] if meets else None


@lru_cache(maxsize=8192)
def _straddled(first: str, second: str) -> bool:
    """Whether another word may lie across the place where two meet: 大人 in 大 + 人気."""
    row = first[-2:] + second[:2]
    middle = len(first[-2:])
    parts = (row[start:end] for start in range(middle) for end in range(middle + 1, len(row) + 1))
    return any(
        entry.cost < _COMMON and entry.part_of_speech[1] != "固有名詞"
        for part in parts
        if part != first + second
        for entry in entries(part)
    )


@lru_cache(maxsize=8192)
def _is_sure(word: Token, *, joined: bool) -> bool:
    """Whether no other word of the same spelling could be meant; what is `joined` to kanji before it may be voiced."""
    everyday = _everyday().get(word.base)
    if everyday is not None and not joined:
        return _of_kanji(word.surface, word.reading) == _of_kanji(word.base, everyday)
    kind = _kind(word.part_of_speech[0])
    alike = [entry for entry in entries(word.surface) if _kind(entry.part_of_speech[0]) == kind]
    alike = [entry for entry in alike if entry.part_of_speech[1] not in {"固有名詞", "数詞"}]
    own = [entry for entry in alike if entry.reading == word.reading]
    if not own:
        return False
    cost = min(entry.cost for entry in own)
    lemmas = {entry.lemma_reading for entry in own}
    others = [entry for entry in alike if entry.reading != word.reading]
    if not joined:
        others = [entry for entry in others if _unvoiced(entry.reading) != _unvoiced(word.reading)]
    return all(
        entry.cost - cost >= (_VARIANT if entry.lemma_reading in lemmas and not joined else _RARER) for entry in others
    )


def _of_kanji(word: str, reading: str) -> str:
    """Return how a word's first kanji are read, which stays the same where the word inflects."""
    return next((ruby.reading for ruby in fitted(word, reading)), "")


def _unvoiced(reading: str) -> str:
    """Return a reading with its first consonant as it is where nothing stands before it."""
    return hiragana(reading[:1]).translate(_UNVOICED) + hiragana(reading[1:])


@cache
def _everyday() -> dict[str, str]:
    """Return the words that are read in one way wherever they stand alone, by their dictionary forms."""
    lines = files("taiyaku.japanese").joinpath("everyday_readings.txt").read_text("utf-8").split("\n")
    pairs = (pair.split("=") for line in lines if not line.startswith("#") for pair in line.split())
    return {word: reading for word, reading in pairs}  # noqa: C416 (lists of two, to a type checker, are no pairs)


def _kind(part_of_speech: str) -> str:
    return "名詞" if part_of_speech in _NOUNS else part_of_speech
