"""How Japanese names are read: as the English says, or else as the dictionary does."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from taiyaku.japanese import tokenizer
from taiyaku.japanese.readings import split_at
from taiyaku.japanese.romaji import folded, folded_kana, hepburn
from taiyaku.japanese.scripts import has_japanese

if TYPE_CHECKING:
    from collections.abc import Sequence

_MANY = 100
_TWO = 2
_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


def hiragana_of(kana: str) -> str:
    """Return katakana as hiragana."""
    return kana.translate(_HIRAGANA)


def reading_of_person(japanese: str, words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return how a name in kanji is read if its English words say it, in hiragana, and its family and given name.

    Both are empty where the dictionary has no reading that fits.
    """
    if len(words) != _TWO:
        return reading_as(japanese, " ".join(words)), ()
    for family, given in ((words[1], words[0]), (words[0], words[1])):
        end = split_at(japanese, folded(family), folded(given))
        if end:
            parts = japanese[:end], japanese[end:]
            readings = reading_as(parts[0], family), reading_as(parts[1], given)
            return (" ".join(readings) if all(readings) else ""), parts
    return "", ()


@lru_cache(maxsize=4096)
def reading_as(japanese: str, english: str) -> str:
    """Return the likeliest reading of a text that is spelled like the English, in hiragana; "" if there is none."""
    if not has_japanese(japanese):
        return ""
    key = folded(english)
    for reading in tokenizer.readings(japanese, _MANY):
        if folded_kana(reading) == key:
            return hiragana_of(reading)
    return ""


def romanized(reading: str, *, given_first: bool) -> str:
    """Return a reading in Latin letters, each word with a capital; of a person's, the given name first."""
    words = [hepburn(word)[0].capitalize() for word in reading.split()]
    return " ".join(reversed(words) if given_first else words)
