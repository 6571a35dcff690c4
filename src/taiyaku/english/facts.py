"""What an English text states: its numbers, dates, times, amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.english.amounts import AMOUNT_FINDERS
from taiyaku.english.counts import CODE_FINDER, COUNT_FINDERS, GROUP_FINDER, IDIOM_FINDER, PHONE_FINDER, POINT_FINDER
from taiyaku.english.dates import DATE_FINDERS
from taiyaku.english.numerals import MAGNITUDES, ORDINALS, SMALL
from taiyaku.text.facts import NUMERAL_CUE, FinderIndex, find_facts
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.text.facts import Fact

_WORD = lazy_pattern(r"[a-z]+")
_FINDERS = FinderIndex(
    (
        PHONE_FINDER,
        IDIOM_FINDER,
        CODE_FINDER,
        *DATE_FINDERS,
        GROUP_FINDER,
        POINT_FINDER,
        *AMOUNT_FINDERS,
        *COUNT_FINDERS,
    )
)
"""The most specific first."""

_DIGITS = frozenset("0123456789")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_NUMBER_WORDS = frozenset(SMALL) | frozenset(MAGNITUDES) | {f"{word}s" for word in MAGNITUDES} | frozenset(ORDINALS)


def english_facts(text: str) -> list[Fact]:
    """Return what an English text states, in the order of the text. Mark-up, URLs and names must be masked before."""
    return find_facts(text, _FINDERS, _cues(text.lower()))


def _cues(text: str) -> set[str]:
    """Return the words and signs of a text, "0" if it has a digit, and "numeral" for that or a word for a number."""
    present = set(_WORD.findall(text))
    characters = set(text)
    present |= characters.difference(_LETTERS)
    if not characters.isdisjoint(_DIGITS):
        present |= {"0", *NUMERAL_CUE}
    elif not present.isdisjoint(_NUMBER_WORDS):
        present |= NUMERAL_CUE
    return present
