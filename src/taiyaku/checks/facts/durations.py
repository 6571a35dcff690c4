"""Lengths of time in other units: 18-month and 1年6カ月, six weeks and 1カ月半, a quarter of an hour and 15分."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.facts.sides import Side, drop, stands_after, stands_before, take
from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.measures import DURATIONS

if TYPE_CHECKING:
    from taiyaku.text.facts import Fact


class _Length(NamedTuple):
    """A length of time in seconds, and the facts that make it up."""

    seconds: Fraction
    unit: str
    facts: tuple[Fact, ...]


_HALF_MORE = lazy_pattern(r"半(?![分数年月期額])|(?i:[\s-]+(?:and[\s-]+)?a[\s-]+half)\b")
_BETWEEN = lazy_pattern(r"[\s,、と]*(?:and\s+)?(?:生後)?")
_OLD = lazy_pattern(r"(?i)[\s-]*(?:year|yr)s?\b|歳|才")
_ABOUT = Fraction(10, 100)
"""How far a length of one unit may be from its rounding in another: six weeks are a month and a half."""


def without_durations(english: Side, japanese: Side) -> None:
    """Take out lengths of time that the other side tells in another unit or in two."""
    _clocks(english, japanese)
    _nights(english, japanese)
    _days(english, japanese)
    ours, theirs = _lengths(english), _lengths(japanese)
    for one in ours:
        for other in theirs:
            if _is_left(one, english) and _is_left(other, japanese) and _same(one, other):
                _drop(one, english)
                _drop(other, japanese)
                break


def _is_left(length: _Length, side: Side) -> bool:
    """Whether no other fact has answered it: a soft part of it may have been taken for another."""
    return any(fact in side.left for fact in length.facts if not fact.soft)


def _drop(length: _Length, side: Side) -> None:
    drop(side, [fact for fact in length.facts if fact in side.left])


def _same(one: _Length, other: _Length) -> bool:
    if one.unit == other.unit and [fact.kind for fact in one.facts] == [fact.kind for fact in other.facts]:
        return False
    several = max(len(one.facts), len(other.facts)) > 1
    exact = several or one.unit == other.unit or {one.unit, other.unit} <= {"month", "year"}
    greater = max(one.seconds, other.seconds)
    return abs(one.seconds - other.seconds) <= greater * (Fraction(2, 100) if exact else _ABOUT)


def _lengths(side: Side) -> list[_Length]:
    """Return the lengths of time of one side, two neighbours as one: 1年6カ月."""
    found: list[_Length] = []
    for fact in side.all:
        unit = _unit(fact)
        if unit not in DURATIONS:
            continue
        value = Fraction(fact.value)
        if value.denominator == 1 and stands_before(_HALF_MORE, side, fact):
            value += Fraction(1, 2)
        length = _Length(value * Fraction(DURATIONS[unit].factor), unit, (fact,))
        last = found[-1] if found else None
        if last is not None and _go_together(last, length, side.text):
            found[-1] = _Length(last.seconds + length.seconds, unit, (*last.facts, *length.facts))
        else:
            found.append(length)
    return found


def _unit(fact: Fact) -> str:
    """Return what a fact counts time in, if it does: no month has a 70th day."""
    if fact.kind == "day" and not fact.unit and fact.value > _LAST_DAY:
        return "day"
    return "year" if fact.kind == "age" else fact.unit if fact.base == "s" else ""


_LAST_DAY = 31


def _go_together(one: _Length, other: _Length, text: str) -> bool:
    start, end = one.facts[-1].span.end, other.facts[0].span.start
    smaller = DURATIONS[other.unit].factor < DURATIONS[one.unit].factor
    old = _OLD.match(text, start)
    return smaller and _BETWEEN.fullmatch(text, old.end() if old else start, end) is not None


# parts of an hour

_OF_AN_HOUR = lazy_pattern(r"(?i)(?:\s+of)?\s+an\s+hour\b")
_HOUR = 60


def _clocks(english: Side, japanese: Side) -> None:
    """Take out a quarter of an hour and 15分; half past, where the hour is understood, and 6時半."""

    def same(one: Fact, other: Fact) -> bool:
        if one.kind == "fraction" and other.unit == "minute":
            return stands_before(_OF_AN_HOUR, english, one) and Fraction(one.value) * _HOUR == other.value
        half_past = one.unit == "minute" and one.soft and other.kind == "time"
        return half_past and Fraction(other.value) % _HOUR == one.value

    take(english, japanese, same)


# days


def _days(english: Side, japanese: Side) -> None:
    """Take out 48 hours and 2日, two weeks and 14日: days without a word that tells them from dates."""
    take(english, japanese, _in_days)
    take(japanese, english, _in_days)


def _in_days(length: Fact, day: Fact) -> bool:
    if day.kind != "day" or day.unit or length.unit not in {"hour", "week"} or length.soft:
        return False
    return Fraction(length.value) * Fraction(DURATIONS[length.unit].factor) == day.value * Fraction(
        DURATIONS["day"].factor
    )


# nights and days

_NIGHTS = lazy_pattern(r"泊\s?(?:[0-9０-９]+|[一二三四五六七八九十]+)日")
_AFTER_NIGHTS = lazy_pattern(r"泊\s?$")
_DAYS = lazy_pattern(r"(?i)\b(?:days?|overnight)\b")
_STAYS = lazy_pattern(r"(?i)\b(?:nights?|overnight)\b")
_FORTNIGHT = lazy_pattern(r"(?i)\bfortnight(?:ly|s)?\b")


def _nights(english: Side, japanese: Side) -> None:
    """Take out the nights or the days of 2泊3日 where the other side counts only the others; 14日 of a fortnight."""
    nights = [fact for fact in japanese.left if stands_before(_NIGHTS, japanese, fact)]
    days = [fact for fact in japanese.left if stands_after(_AFTER_NIGHTS, japanese, fact, 3)]
    if nights and not days and _DAYS.search(english.text):
        drop(japanese, nights)
    elif days and not nights and _STAYS.search(english.text):
        drop(japanese, days)
    if japanese.left and _FORTNIGHT.search(english.text):
        weeks = [fact for fact in japanese.left if fact.base == "s" or fact.kind == "day"]
        drop(japanese, [fact for fact in weeks if (fact.value, fact.unit) in _TWO_WEEKS][:1])


_TWO_WEEKS = {(14, "day"), (14, ""), (2, "week")}
