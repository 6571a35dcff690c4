"""English numerals, in digits and in words, as exact values."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.text.facts import LONGEST_NUMERAL, Value, exact
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL = {word: number for number, word in enumerate(_UNITS)} | {
    word: number * 10 for number, word in enumerate(_TENS, 2)
}
MAGNITUDES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "lakh": 100_000,
    "crore": 10_000_000,
}
SHORT_MAGNITUDES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "b": 1_000_000_000, "bn": 1_000_000_000}
SHORT_MAGNITUDES |= {"t": 1_000_000_000_000, "tn": 1_000_000_000_000}
"""After an amount of money, or in capitals: 1.5m is a length elsewhere."""

_IRREGULAR_ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
_REGULAR_STEMS = [
    "four",
    "six",
    "seven",
    "ten",
    "eleven",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
ORDINALS = (
    _IRREGULAR_ORDINALS
    | {f"{word}th": SMALL[word] for word in _REGULAR_STEMS}
    | {f"{word[:-1]}ieth": SMALL[word] for word in _TENS}
    | {f"{word}th": number for word, number in MAGNITUDES.items()}
)
"""The last word of an ordinal and its value."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first, and white space of any kind for a blank."""
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in sorted(words, key=len, reverse=True))


_SMALL = any_of(SMALL)
_MAGNITUDE = any_of(MAGNITUDES)
DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,9}(?!\d)|\d{1,40})(?:\.\d{1,40}|(?<!\d{4})\s[1-9]/[1-9]\d?(?![\d/]))?"
"""Digits with or without separators and decimals, or a fraction behind a blank: 4 3/4.

What must not stand before or after is the pattern's affair.
"""

WORDS = (
    rf"(?:(?:an?\s+(?=(?:{_MAGNITUDE})\b)(?:{_MAGNITUDE})\b|(?:{_SMALL})\b)"
    rf"(?:(?:-|\s+)(?:and\s+)?(?:(?:{_SMALL})\b|(?:{_MAGNITUDE})s?\b)){{0,15}})"
)
"""Numerals in words: twenty-five, three hundred and one, a million. May be several side by side: one two."""

ORDINAL_WORDS = rf"(?:(?:{_SMALL}|{_MAGNITUDE})(?:-|\s+)(?:and\s+)?){{0,9}}(?:{any_of(ORDINALS)})"
_WORD = lazy_pattern(r"[a-z]+")
_HUNDRED = 100


def value_of_digits(text: str, magnitude: str = "") -> Value:
    """Return the value of `DIGITS`, times that of a magnitude word."""
    whole, *part = text.replace(",", "")[:LONGEST_NUMERAL].split()
    value = Fraction(whole) + sum(map(Fraction, part))
    return exact(value * value_of_magnitude(magnitude))


def value_of_magnitude(word: str) -> int:
    """Return the value of a word for a magnitude, long or short, singular or plural; 1 if there is none."""
    word = word.lower()
    return MAGNITUDES.get(word.removesuffix("s")) or SHORT_MAGNITUDES.get(word, 1)


def value_of_words(text: str) -> int | None:
    """Return the value of one numeral in words, cardinal or ordinal; None if the words make no numeral (one two)."""
    numerals = [value for value, _, _ in numerals_of(text)]
    return numerals[0] if len(numerals) == 1 else None


def numerals_of(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the value of each numeral in words side by side, with its start and end in the text (code points)."""
    numeral = _Numeral()
    start = end = 0
    for match in _WORD.finditer(text.lower()):
        word = match[0]
        if word in {"a", "an", "and"}:
            continue
        if not numeral.takes(word):
            yield numeral.value, start, end
            numeral = _Numeral()
        if numeral.empty:
            start = match.start()
        numeral.add(word)
        end = match.end()
    if not numeral.empty:
        yield numeral.value, start, end


class _Numeral:
    """A numeral as it grows word by word."""

    def __init__(self) -> None:
        self.empty = True
        self._total = self._current = 0
        self._room = 1_000  # the next small word must be smaller: after twenty comes one to nine, after five nothing
        self._largest = 10**18  # and the next magnitude: after thousand comes no million

    @property
    def value(self) -> int:
        return self._total + self._current

    def takes(self, word: str) -> bool:
        """Whether the word can go on this numeral."""
        magnitude = _magnitude(word)
        if magnitude == _HUNDRED:
            return self._current < _HUNDRED
        if magnitude:
            return self.empty or magnitude < self._largest
        return _small(word) < self._room

    def add(self, word: str) -> None:
        self.empty = False
        magnitude = _magnitude(word)
        if magnitude == _HUNDRED:
            self._current = (self._current or 1) * _HUNDRED
            self._room = _HUNDRED
        elif magnitude:
            self._total += (self._current or 1) * magnitude
            self._current, self._room, self._largest = 0, 1_000, magnitude
        else:
            size = _small(word)
            self._current += size
            self._room = 10 if size in _ROUND else 0


def _magnitude(word: str) -> int:
    return MAGNITUDES.get(word) or MAGNITUDES.get(word.removesuffix("s")) or MAGNITUDES.get(word.removesuffix("th"), 0)


def _small(word: str) -> int:
    value = SMALL.get(word)
    return ORDINALS[word] if value is None else value


_ROUND = frozenset(SMALL[word] for word in _TENS)
