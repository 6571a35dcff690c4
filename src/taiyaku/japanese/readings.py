"""Whether a Japanese name can be read as an English spelling says.

The dictionary is a witness whose yes counts more than its no: given names have readings that no dictionary lists.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from taiyaku.japanese import tokenizer
from taiyaku.japanese.romaji import folded, folded_kana
from taiyaku.japanese.scripts import HIRAGANA, KANJI
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_MANY = 100
"""How many readings of a name are asked for: the right one of 大谷 comes second, of longer names much later."""

_LONGEST = 8
"""More kanji than any name of a person has. Readings multiply, so longer texts are not asked about."""

_STEM = lazy_pattern(r"(?<=[aiueon])(?:shi|ra|ru|mu)$")
"""Names that are adjectives or verbs give their stems to longer names: Takashi, Taka-aki; Masaru, Masa-hiro."""

_MORAE = lazy_pattern("(?:[^aiueo]{0,2}[aiueo]n?){1,2}")
"""What a kanji whose reading nobody lists may sound like: one or two morae."""

_EVIDENCE = 3
"""How many letters the other kanji of a given name must account for where one is read in a way nobody lists."""

_OFFICE = lazy_pattern(
    "(?<=..)[都道府県市区町村郡島州藩]$|(?<=.)[県市区町村郡藩]$|(?<=..)(?:学校|神社|公園|温泉|[駅城港寺])$"
)
_NAME = lazy_pattern(f"[{KANJI}{HIRAGANA}]{{1,{_LONGEST}}}")


@lru_cache(maxsize=4096)
def keys(text: str) -> frozenset[str]:
    """Return the readings that the dictionary can find for a text, each folded as `romaji.folded` does it."""
    return frozenset(filter(None, map(folded_kana, tokenizer.readings(text, _MANY))))


def person_reads_as(japanese: str, english: Sequence[str]) -> bool:
    """Whether a person's Japanese name, family name first, can be read as the English words, in either order.

    One word is taken for the family name alone, two for family and given name. A middle name has no Japanese.
    """
    japanese = re.sub(r"[\s・　]", "", japanese)
    words = [folded(word) for word in english]
    if _NAME.fullmatch(japanese) is None or not all(words):
        return False
    if len(words) == 1:
        return any(words[0] in keys(japanese[:end]) for end in range(1, len(japanese) + 1))
    if len(words) != 2:  # noqa: PLR2004 (family and given name)
        return False
    given, family = words
    return any(split_at(japanese, *names) is not None for names in ((family, given), (given, family)))


def split_at(japanese: str, family: str, given: str) -> int | None:
    """Return where the given name begins in a Japanese name, or None if it cannot be read so. Names are folded."""
    if family + given in keys(japanese):
        for end in range(1, len(japanese)):
            if family in keys(japanese[:end]):
                return end
    for end in range(1, len(japanese)):
        if family in keys(japanese[:end]) and _given_reads_as(japanese[end:], given):
            return end
    return None


def _given_reads_as(japanese: str, key: str) -> bool:
    return key in keys(japanese) or _spells(
        [_in_a_name(kanji) for kanji in japanese], key, known=0, free=len(japanese) > 1
    )


def _spells(pieces: Sequence[frozenset[str]], key: str, *, known: int, free: bool) -> bool:
    """Whether the kanji, by their readings, spell the key.

    One of them may be read freely, if the others (`known` letters so far) account for enough.
    """
    if not pieces:
        return not key and known >= _EVIDENCE
    rest = pieces[1:]
    if any(
        key.startswith(reading) and _spells(rest, key[len(reading) :], known=known + len(reading), free=free)
        for reading in pieces[0]
    ):
        return True
    return free and any(
        _MORAE.fullmatch(key, 0, end) is not None and _spells(rest, key[end:], known=known, free=False)
        for end in range(1, len(key) + 1)
    )


@lru_cache(maxsize=4096)
def _in_a_name(character: str) -> frozenset[str]:
    """Return the readings of one kanji, with their stems."""
    readings = keys(character)
    return readings | {_STEM.sub("", reading) for reading in readings}


def place_reads_as(japanese: str, english: str) -> bool:
    """Whether a place's Japanese name can be read as an English one, with or without its 市, 県 and so on."""
    key = folded(english)
    if _NAME.fullmatch(japanese) is None or not key:
        return False
    return key in keys(japanese) or key in keys(_OFFICE.sub("", japanese))
