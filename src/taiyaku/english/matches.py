"""Pieces of which the patterns for English amounts and counts are made, and how to read their matches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.english.numerals import DIGITS, MAGNITUDES, WORDS, any_of, value_of_digits, value_of_words
from taiyaku.span import Span

if TYPE_CHECKING:
    import re

    from taiyaku.text.facts import Value

BIG = any_of(name for name in MAGNITUDES if name != "hundred")
MAGNITUDE = rf"(?:[\s-]*(?P<magnitude>(?:{BIG})s?\b))?"
NUMERAL = rf"(?:(?<![\w.,])(?P<digits>{DIGITS}){MAGNITUDE}|\b(?P<words>{WORDS}))"
RANGE = rf"(?:(?<![\w.,])(?P<low>{DIGITS})(?:\s*[-–—]\s*|\s+(?:to|or)\s+))?"
D = frozenset({"0"})


def span_of(match: re.Match[str], group: str | int = 0) -> Span:
    """Return the span of a match's group."""
    return Span(*match.span(group))


def value_of(match: re.Match[str]) -> Value | None:
    """Return the value of a match of `NUMERAL`; None where the words make no numeral."""
    if match["digits"]:
        return value_of_digits(match["digits"], match["magnitude"] or "")
    return value_of_words(match["words"])


def decimals_of(digits: str | None) -> int:
    """Return how many digits stand after the point."""
    return len((digits or "").partition(".")[2])
