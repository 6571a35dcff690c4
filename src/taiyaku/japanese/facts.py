"""What a Japanese text states: its numbers, dates, times, amounts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from taiyaku.japanese.amounts import AMOUNT_FINDERS, COMPOSITE_FINDER, SENTENCE_FINDER
from taiyaku.japanese.counts import (
    CODE_FINDER,
    COUNT_FINDERS,
    EVENT_FINDER,
    IDIOM_FINDER,
    LISTED_FINDER,
    MIXED_FINDER,
    OR_SO_FINDER,
    PHONE_FINDER,
)
from taiyaku.japanese.dates import DATE_FINDERS
from taiyaku.japanese.numerals import units_in
from taiyaku.span import Span
from taiyaku.text.facts import NUMERAL_CUE, FinderIndex, find_facts
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from taiyaku.text.facts import Fact

_FINDERS = FinderIndex(
    (
        PHONE_FINDER,
        EVENT_FINDER,
        CODE_FINDER,
        IDIOM_FINDER,
        OR_SO_FINDER,
        LISTED_FINDER,
        MIXED_FINDER,
        COMPOSITE_FINDER,
        SENTENCE_FINDER,
        *DATE_FINDERS,
        *AMOUNT_FINDERS,
        *COUNT_FINDERS,
    )
)
"""The most specific first. Cues are characters, "0" for any digit, and "0円" for 円 right behind a numeral."""

_DIGITS = frozenset("0123456789０１２３４５６７８９")
_KANJI_DIGITS = frozenset("〇零一二三四五六七八九十百千元壱弐参")
_DIGIT = lazy_pattern(r"[0-9０-９]")
_ANY = lazy_pattern(
    r"[0-9０-９〇零一二三四五六七八九十百千壱弐参曜元半倍両双今昨本明来先去前正真こきあダペハゼ]|[（(][月火水木金土日]"
)
_KANJI_NUMERAL = lazy_pattern(r"[〇零一二三四五六七八九十百千万億兆壱弐参拾]+")
_JAPANESE = "ぁ-ゖァ-ヶー一-鿿、。（）「」％"
_GAP = lazy_pattern(
    rf"(?<=[0-9０-９]) (?=[{_JAPANESE}%])|(?<=[{_JAPANESE}]) (?=[0-9０-９])|(?<=[万億兆]) (?=[{_JAPANESE}])"
)
"""A blank beside a digit, as some houses set it between scripts."""

_NEAR_DIGIT = lazy_pattern(r"[0-9０-９] [^\x00-\x24\x26-\x7f]|[^\x00-\x7f] [0-9０-９]|[万億兆] [^\x00-\x7f]")
"""Without which there is no such blank."""

_WRONG_OKU = lazy_pattern(
    r"(?<=[0-9０-９〇一二三四五六七八九十百千])憶(?=[0-9０-９〇一二三四五六七八九十百千人円ドルユポ個台件株年])"
)
"""憶 for 億, a slip of the keyboard."""

_CERTAIN = frozenset({"fraction", "century", "percent", "year", "decade", "weekday", "code"})
"""Kinds that are written with a sign of their own, so that no dictionary need be asked for their numerals."""


def japanese_facts(text: str, is_numeral: Callable[[int, int], bool]) -> list[Fact]:
    """Return what a Japanese text states, in the order of the text. Mark-up, URLs and names must be masked before.

    `is_numeral(start, end)` is asked whether the kanji there are a numeral (三万) or part of a word (一般).
    """
    if _ANY.search(text) is None:
        return []
    if "憶" in text:
        text = _WRONG_OKU.sub("億", text)
    gaps: list[int] = []
    if _NEAR_DIGIT.search(text) is not None:
        gaps = [match.start() - number for number, match in enumerate(_GAP.finditer(text))]
    closed = _GAP.sub("", text) if gaps else text
    facts = find_facts(closed, _FINDERS, _cues(closed))
    if gaps:
        facts = [fact._replace(span=Span(*_reopened(fact.span, gaps))) for fact in facts]
    return [fact for fact in facts if _is_fact(text, fact, is_numeral)]


def _cues(text: str) -> set[str]:
    """Return the characters of a text, and what it has behind numerals.

    "0" says that it has a digit, "numeral" that it has one or a kanji for a number.
    """
    present = set(text)
    if not present.isdisjoint(_DIGITS):
        present |= {"0", *NUMERAL_CUE, *units_in(text)}
    elif not present.isdisjoint(_KANJI_DIGITS):
        present |= {*NUMERAL_CUE, *units_in(text)}
    return present


def _reopened(span: Span, gaps: list[int]) -> tuple[int, int]:
    """Return where a span is in the text as it was. `gaps` are the offsets in the closed text where a blank was."""
    return bisect_right(gaps, span.start) + span.start, bisect_left(gaps, span.end) + span.end


def _is_fact(text: str, fact: Fact, is_numeral: Callable[[int, int], bool]) -> bool:
    """Whether the kanji of a fact, if it has no digits, are a numeral at all."""
    words = fact.span.of(text)
    if fact.kind == "day" and text[fact.span.start - 1 : fact.span.start] == "月":  # 五月一日
        return True
    if fact.kind in _CERTAIN or fact.unit in {"relative", "word", "event"} or _DIGIT.search(words):
        return True
    match = _KANJI_NUMERAL.search(words)
    return match is None or is_numeral(fact.span.start + match.start(), fact.span.start + match.end())
