"""Katakana against the Latin spelling of a foreign name, by sound."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from taiyaku.japanese.romaji import romaji
from taiyaku.text.lazy_pattern import lazy_pattern

ALIKE = 0.65
"""From this likeness on, a katakana word and a Latin one are taken for the same name. Of 481 countries, cities and
languages not looked at before, 90 % reach it (and some of the others are no names by sound), as do 0.5 % of the pairs
made of different ones."""

_LATIN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (lazy_pattern(pattern), sound)
    for pattern, sound in (
        ("^(?:kn|gn)", "n"),
        ("^(?:wr)", "r"),
        ("^ps", "s"),
        ("^x", "z"),
        ("tch|tsch|cz|cs", "C"),
        ("sch|sh|ssi(?=[aou])|[st]i(?=on)|ci(?=[aou])", "S"),
        ("ch(?=[rln]|$)", "k"),
        ("ch", "C"),
        ("ph", "f"),
        ("th", "s"),
        ("ck|cc(?![ei])|[cq]u(?=[aeio])|q", "k"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("x", "ks"),
        ("dge?|g[ie](?=[aou])|ge$|j", "J"),
        ("g(?=[eiy])", "G"),
        ("gh(?=[^aeiou]|$)", ""),
        ("gh", "g"),
        ("wh|w(?=[aeiouy])", "w"),
        ("y(?=[aeiou])", "y"),
        ("[yw]", "i"),
        ("ie|ee|ea", "i"),
        ("ou|oo", "u"),
        ("e$", ""),
        ("l", "r"),
        ("v", "b"),
        (r"(.)\1+", r"\1"),
        ("r(?![aiueo])", "R"),
    )
)
_KANA: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (lazy_pattern(pattern), sound)
    for pattern, sound in (
        ("tch|ch", "C"),
        ("sh", "S"),
        ("j", "J"),
        ("ts", "T"),
        ("v", "b"),
        ("-", ""),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = frozenset("aiueo")
_NEAR_PAIRS = (
    "ae ao iy iJ ie uo uw kg kC gJ gG GJ Gz GC sS sz sT st sJ SC SJ zJ Jy Jd Ct CT td tT dz Tz fh fb fp hk bp bw mn rR"
)
_NEAR = frozenset(near for pair in _NEAR_PAIRS.split() for near in (pair, pair[::-1]))
"""Sounds that Japanese hears or writes alike."""

_NEARNESS = 0.35
"""What it costs to hear one sound for a near one; other consonants cost a whole one."""

_OMISSION = {"h": 0.3, "R": 0.2, "r": 0.7, "n": 0.7, "w": 0.4, "y": 0.4}
"""What it costs to leave out a consonant that often goes unheard; others cost a whole one, and vowels `_VOWEL`."""

_VOWEL = 0.4
_OTHER_VOWEL = 0.5
_EPENTHETIC = 0.1
"""u and o that Japanese puts after a consonant, and the vowels of English spelling in their place."""


@lru_cache(maxsize=8192)
def latin_sounds(word: str) -> str:
    """Return what a Latin spelling may sound like to a Japanese ear, a letter a sound."""
    plain = unicodedata.normalize("NFKD", word).lower()
    sounds = re.sub("[^a-z]", "", plain)
    for pattern, sound in _LATIN:
        sounds = pattern.sub(sound, sounds)
    return sounds


@lru_cache(maxsize=8192)
def kana_sounds(kana: str) -> str:
    """Return the sounds of a katakana word, comparable with `latin_sounds`."""
    sounds = re.sub("[^a-z-]", "", romaji(kana))
    for pattern, sound in _KANA:
        sounds = pattern.sub(sound, sounds)
    return sounds


@lru_cache(maxsize=8192)
def likeness(katakana: str, latin: str) -> float:
    """Return how much a katakana word and a Latin one sound like one name: 0 to 1. Consonants count most."""
    return _likeness(kana_sounds(katakana), latin_sounds(latin))


@lru_cache(maxsize=8192)
def kana_likeness(katakana: str, other: str) -> float:
    """Return how much two katakana words sound alike: チェン and チェイン are nearly one."""
    return _likeness(kana_sounds(katakana), kana_sounds(other))


def _likeness(left: str, right: str) -> float:
    if not left or not right:
        return 0.0
    whole = max(_weight(left), _weight(right))
    return max(0.0, 1 - _distance(left, right) / whole)


def _weight(sounds: str) -> float:
    return sum(_VOWEL if sound in _VOWELS else 1.0 for sound in sounds)


@cache
def _omitted(sound: str) -> float:
    if sound in "uo":
        return _EPENTHETIC
    return _VOWEL if sound in _VOWELS else _OMISSION.get(sound, 1.0)


@cache
def _replaced(sound: str, other: str) -> float:
    if sound == other:
        return 0.0
    near = sound + other in _NEAR
    if sound in _VOWELS and other in _VOWELS:
        return _EPENTHETIC if near else _OTHER_VOWEL
    return _NEARNESS if near else 1.3


def _distance(left: str, right: str) -> float:
    """Return the weight of the cheapest way from one row of sounds to the other."""
    omitted = [_omitted(sound) for sound in right]
    row = [0.0]
    for cost in omitted:
        row.append(row[-1] + cost)
    for sound in left:
        gone = _omitted(sound)
        diagonal = row[0]
        best = row[0] = diagonal + gone
        for place, other in enumerate(right, 1):
            best = min(diagonal + _replaced(sound, other), row[place] + gone, best + omitted[place - 1])
            diagonal, row[place] = row[place], best
    return row[-1]
