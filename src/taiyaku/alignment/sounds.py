"""Katakana words and the English words they were borrowed from, by their consonants.

Japanese spells a borrowed word by its sound, with a vowel after nearly every consonant. Without vowels, and without the
sounds that Japanese does not tell apart (l and r, b and v, s and th), `コンテナ` and `container` are nearly the same.
"""

from __future__ import annotations

import re
import unicodedata

_ROWS = {
    "k": "カキクケコヵヶ",
    "g": "ガギグゲゴ",
    "s": "サシスセソザジズゼゾ",
    "t": "タチツテト",
    "d": "ダヂヅデド",
    "n": "ナニヌネノンマミムメモ",
    "h": "ハヒフヘホ",
    "b": "バビブベボヴ",
    "p": "パピプペポ",
    "l": "ラリルレロ",
}
_KANA = {kana: consonant for consonant, row in _ROWS.items() for kana in row}
_SPELLINGS = (
    (re.compile(r"tch|ch|ts|tz"), "t"),
    (re.compile(r"sch|sh|c(?=[eiy])|th|z|j|x(?=\b)|dge?(?=\b)|g(?=[ey])|ti(?=on)|ci(?=a)"), "s"),
    (re.compile(r"ph|f"), "h"),
    (re.compile(r"gh(?=t|\b)|(?<=[aeiou])r(?![aeiouy])|(?<=[aeiou])r(?=e\b)|w|y|h(?=\b)|kn(?<=\bkn)"), ""),
    (re.compile(r"c|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"v"), "b"),
    (re.compile(r"m"), "n"),
    (re.compile(r"r"), "l"),
    (re.compile(r"[^kgstdnhbpl]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_LONG_ENOUGH_TO_DIFFER = 4
_SHORTEST = 2


def katakana_sound(word: str) -> str:
    """Return the consonants of a katakana word."""
    sound = "".join(_KANA.get(kana, "") for kana in word)
    return re.sub(r"(.)\1+", r"\1", sound)


def english_sound(word: str) -> str:
    """Return the consonants of an English word as Japanese would hear them."""
    sound = "".join(char for char in unicodedata.normalize("NFKD", word.lower()) if char.isalpha() and char.isascii())
    for spelling, consonant in _SPELLINGS:
        sound = spelling.sub(consonant, sound)
    return sound


def alike(first: str, second: str) -> bool:
    """Whether two sounds may be one word: equal, or in longer ones all but one consonant."""
    if min(len(first), len(second)) < _SHORTEST:
        return False
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    if (
        len(shorter) < _LONG_ENOUGH_TO_DIFFER - 1
        or len(longer) < _LONG_ENOUGH_TO_DIFFER
        or len(longer) - len(shorter) > 1
    ):
        return False
    rest = longer[_common(shorter, longer) :]
    start = _common(shorter, longer)
    return shorter[start:] == rest[1:] or (len(shorter) == len(longer) and shorter[start + 1 :] == rest[1:])


def _common(first: str, second: str) -> int:
    """How many consonants two sounds begin with in common."""
    return next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
