"""Years that are reckoned from another year: 1600年の4年後 and 1604; two years after it and 1930年."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.facts.sides import Side, drop, stands_after, stands_before
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

    from taiyaku.text.facts import Fact


class _Distance(NamedTuple):
    """Words after a number of years, and where the year meant lies from the known one: 1 is later, -1 earlier.

    `before` holds where the known year is told before the words, `after` where it is told after them.
    """

    words: re.Pattern[str]
    before: int
    after: int


_DISTANCES = (
    _Distance(lazy_pattern(r"(?i)[\s-]+years?\s+(?:later|on|afterwards?)\b|(?:の?後|ののち|を経て|たっ|経っ)"), 1, -1),
    _Distance(lazy_pattern(r"(?i)[\s-]+years?\s+after\b"), -1, 1),
    _Distance(lazy_pattern(r"(?i)[\s-]+years?\s+before\b"), 1, -1),
    _Distance(lazy_pattern(r"(?i)[\s-]+years?\s+(?:earlier|previously|prior|ago)\b|前"), -1, 1),
    _Distance(lazy_pattern(r"(?i)[\s-]+years?[\s-]+old\b|(?i:[\s-]+(?:anniversary|years)\b)|周年|年目"), -1, -1),
)

_SINCE = lazy_pattern("(?:創業|創立|設立|創設|創刊|結成|開業|開校|開館|開店|築)(?:から)?$")
_AGO = lazy_pattern(r"(?i)[\s-]*(?:years?\s+ago\b|前)")
_UNIT = lazy_pattern(r"(?i)[\s-]*years?\b$|年$")
_NOW = range(1990, 2041)
"""Where the year of publication must lie that years ago are counted from."""


def without_reckoned_years(english: Side, japanese: Side) -> None:
    """Take out a year that follows from a year and a number of years of the other side."""
    for side, other in ((english, japanese), (japanese, english)):
        for year in [fact for fact in side.left if _is_year(fact, side)]:
            told = next((told for told in _tellings(other) if _is_reckoned(year, *told)), None)
            if told is not None:
                side.left.remove(year)
                drop(other, {fact for fact in told[:2] if fact is not None and fact in other.left})


def _tellings(side: Side) -> list[tuple[Fact | None, Fact, int]]:
    """Return each year of a side with each number of years, and the sign with which they go together."""
    years = [fact for fact in side.all if _is_full_year(fact)]
    told: list[tuple[Fact | None, Fact, int]] = []
    for length in side.all:
        if length.kind not in {"number", "age", "ordinal"} or (length.base and length.unit != "year"):
            continue
        for year in years:
            if year is not length:
                sign = _sign(side, length, year)
                if sign:
                    told.append((year, length, sign))
        if _is_ago(side, length):
            told.append((None, length, -1))
    return told


def _sign(side: Side, length: Fact, year: Fact) -> int:
    """Return where a year meant lies from a known one: 1 later, -1 earlier, 0 if nothing says so."""
    if stands_after(_SINCE, side, length, 5):
        return -1
    for distance in _DISTANCES:
        if _is_followed(side, length, distance.words):
            return distance.before if year.span.start < length.span.start else distance.after
    return 0


def _is_ago(side: Side, length: Fact) -> bool:
    return _is_followed(side, length, _AGO) or stands_after(_SINCE, side, length, 5)


def _is_followed(side: Side, length: Fact, words: re.Pattern[str]) -> bool:
    """Whether words stand behind a number of years; its unit may be theirs."""
    unit = _UNIT.search(length.span.of(side.text))
    ends = {length.span.end, length.span.start + unit.start() if unit else length.span.end}
    return any(words.match(side.text, end) is not None for end in ends)


def _is_reckoned(year: Fact, known: Fact | None, length: Fact, sign: int) -> bool:
    if known is None:
        return _is_full_year(year) and year.value + length.value in _NOW
    meant = known.value + sign * length.value
    return year.value == (meant % 100 if year.value < 100 else meant)  # noqa: PLR2004 (two digits)


def _is_full_year(fact: Fact) -> bool:
    return fact.kind in {"year", "number"} and not fact.base and 1000 < fact.value < 2200 and not fact.soft  # noqa: PLR2004 (years)


_SHORT_YEAR = lazy_pattern("(?:年度?)?(?:[にの、（(春夏秋冬末初まか]|\\d|$)")


def _is_year(fact: Fact, side: Side) -> bool:
    """Whether a fact is a year, also one of two digits: 18年に."""
    if fact.unit == "year" or (fact.kind == "year" and fact.unit == "2"):
        return fact.value < 100 and stands_before(_SHORT_YEAR, side, fact)  # noqa: PLR2004 (two digits)
    return _is_full_year(fact)
