"""Which fact of one language is which of the other; what is left over differs."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.facts.rules import RULES, is_same
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from taiyaku.text.facts import Fact, Kind


class Leftovers(NamedTuple):
    """What has no counterpart yet, on either side, in the order of the text; and what each side states in all."""

    source: tuple[Fact, ...]
    target: tuple[Fact, ...]
    all_source: tuple[Fact, ...]
    all_target: tuple[Fact, ...]


class Comparison(NamedTuple):
    """What differs: `changed` pairs of one kind, and what only one side has. Soft facts are never missed."""

    changed: tuple[tuple[Fact, Fact], ...]
    missing: tuple[Fact, ...]
    added: tuple[Fact, ...]


def compare(source: Iterable[Fact], target: Iterable[Fact], published: date | None = None) -> Comparison:
    """Pair the facts of two texts and return what differs. `published` is the article's date, where it is known."""
    return settle(match(source, target, published))


def match(source: Iterable[Fact], target: Iterable[Fact], published: date | None = None) -> Leftovers:
    """Pair the facts of two texts, the surest pairs first, and return what is left."""
    all_source = tuple(_dated(fact, published) for fact in source)
    all_target = tuple(_dated(fact, published) for fact in target)
    if not all_source and not all_target:
        return Leftovers((), (), (), ())
    left, right = _without(all_source, all_target)[:_MOST], _without(all_target, all_source)[:_MOST]
    for same in RULES:
        if left and right:
            take(left, right, same)
    if left and right and published is not None:
        take(left, right, lambda fact, other: _same_day(fact, other, published))
    for shares, others in ((left, right), (right, left)):
        _take_quotients(shares, others)
        _take_dates(shares, others)
    return Leftovers(tuple(left), tuple(right), all_source[: 2 * _MOST], all_target[: 2 * _MOST])


_MOST = 200
"""With more facts that have no equal on the other side, a text is no translation, and comparing all would take long."""


def _without(facts: Iterable[Fact], others: Iterable[Fact]) -> list[Fact]:
    """Return the facts that have no equal among others, each of which serves once."""
    known = Counter(fact._replace(span=_NOWHERE) for fact in others)
    left = []
    for fact in facts:
        key = fact._replace(span=_NOWHERE)
        if known[key]:
            known[key] -= 1
        else:
            left.append(fact)
    return left


_NOWHERE = Span(0, 0)


def settle(left: Leftovers) -> Comparison:
    """Tell what was changed from what only one side has."""
    source, target = list(left.source), list(left.target)
    changed = []
    for wanted in (_alike, _rivals):
        for fact in list(source):
            partners = [other for other in target if wanted(fact, other)]
            if partners:
                partner = max(partners, key=lambda other, fact=fact: _likeness(fact, other))  # type: ignore[misc]
                source.remove(fact)
                target.remove(partner)
                changed.append((fact, partner))
    missing = [fact for fact in source if not fact.soft and not _retold(fact, left.all_source, left.all_target)]
    added = [fact for fact in target if not fact.soft and not _retold(fact, left.all_target, left.all_source)]
    return Comparison(tuple(sorted(changed)), tuple(missing), tuple(added))


def take(left: list[Fact], right: list[Fact], same: Callable[[Fact, Fact], bool]) -> None:
    """Take out of both lists what is the same, each fact once."""
    for fact in list(left):
        for other in right:
            if same(fact, other):
                left.remove(fact)
                right.remove(other)
                break


def _retold(fact: Fact, same_side: Sequence[Fact], other_side: Sequence[Fact]) -> bool:
    """Whether the other side says it too, only less often, or it is a sum of money converted for the reader.

    The sides of a score are no repetition.
    """
    if fact.kind == "money":
        others = {other.unit for other in other_side if other.kind == "money"}
        if others and fact.unit not in others and any(own.kind == "money" and own.unit in others for own in same_side):
            return True
    return fact.unit != "score" and any(is_same(fact, other) for other in other_side)


# dates against the date of publication


def _dated(fact: Fact, published: date | None) -> Fact:
    """Return a relative date as an absolute one, where the date of publication is known."""
    if fact.unit != "relative" or published is None:
        return fact
    distance = int(fact.value)
    value = {
        "year": published.year + distance,
        "month": (published.month - 1 + distance) % 12 + 1,
        "day": (published + timedelta(days=distance)).day,
    }[fact.kind]
    return fact._replace(value=value, unit="", soft=True)


_WEEK = 7


def _same_day(one: Fact, other: Fact, published: date) -> bool:
    """Friday and 8日, when that is the Friday of the week before or after."""
    for weekday, day in ((one, other), (other, one)):
        if weekday.kind == "weekday" and day.kind in {"day", "number"}:
            near = (published + timedelta(days=distance) for distance in range(-_WEEK, _WEEK + 1))
            return any(that.weekday() == weekday.value and that.day == day.value for that in near)
    return False


def _take_quotients(shares: list[Fact], numbers: list[Fact]) -> None:
    """Take out 9割 where the other side has nine out of ten, 4分の3 where it has three of the four."""
    for share in [fact for fact in shares if fact.kind in {"fraction", "percent"}]:
        part = Fraction(share.value, 100) if share.kind == "percent" else share.value
        counts = [fact for fact in numbers if fact.kind in {"number", "ordinal"} and fact.value]
        for lower in counts:
            others = (fact for fact in counts if fact is not lower)
            upper = next((fact for fact in others if Fraction(fact.value) / lower.value == part), None)
            if upper is not None:
                shares.remove(share)
                numbers.remove(upper)
                numbers.remove(lower)
                break


def _take_dates(shares: list[Fact], others: list[Fact]) -> None:
    """Take out 7/15 where the other side has the month and the day."""
    for share in [fact for fact in shares if fact.kind == "fraction" and "/" in fact.unit]:
        first, second = (int(part) for part in share.unit.split("/"))
        for month, day in ((first, second), (second, first)):
            date = [
                next((fact for fact in others if fact.kind == kind and fact.value == value), None)
                for kind, value in (("month", month), ("day", day))
            ]
            found = [fact for fact in date if fact is not None]
            if len(found) == len(date):
                shares.remove(share)
                for fact in found:
                    others.remove(fact)
                break


# what was changed into what


_CLASSES: dict[Kind, str] = {"month": "month", "weekday": "weekday", "time": "time", "code": "code"}


def _alike(one: Fact, other: Fact) -> bool:
    """Whether two facts without counterparts are surely one that was changed: of one kind, or a power of ten apart."""
    return _rivals(one, other) and not one.soft and not other.soft and (one.kind == other.kind or is_power(one, other))


def _rivals(one: Fact, other: Fact) -> bool:
    """Whether two facts without counterparts may be one that was changed.

    A soft one proves little: it must be of the same kind, and a numeral.
    """
    if _CLASSES.get(one.kind, "count") != _CLASSES.get(other.kind, "count"):
        return False
    if one.kind == "code":
        return _renumbered(one.unit, other.unit)
    if one.soft or other.soft:
        soft = one if one.soft else other
        return one.soft != other.soft and one.kind == other.kind and soft.value > 0 and soft.unit not in _NO_NUMERALS
    return True


_NO_NUMERALS = frozenset({"word", "relative"})


def _renumbered(one: str, other: str) -> bool:
    """Whether two codes have the same letters and other digits: HER2, HER4; or are versions: 19.0.4, 19.1.4."""
    letters = re.sub(r"\d", "", one)
    return letters == re.sub(r"\d", "", other) and re.search(r"[A-Z]|\..*\.", letters) is not None


def is_power(one: Fact, other: Fact) -> bool:
    """Whether two values are a power of ten apart."""
    if one.value <= 0 or other.value <= 0 or one.value == other.value:
        return False
    ratio = Fraction(max(one.value, other.value)) / Fraction(min(one.value, other.value))
    return ratio.denominator == 1 and str(ratio.numerator).strip("0") == "1"


def _likeness(one: Fact, other: Fact) -> tuple[bool, bool, int, Fraction]:
    """How much a fact looks like another that was changed: kind, power of ten, digits in common, nearness."""
    digits = sum(a == b for a, b in zip(str(one.value), str(other.value), strict=False))
    return (one.kind == other.kind, is_power(one, other), digits, -abs(Fraction(one.value) - other.value))
