"""When a fact of one language states what a fact of the other does: the rules of sameness, the surest first."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.text.measures import SPEEDS, UNITS

if TYPE_CHECKING:
    from collections.abc import Callable

    from taiyaku.text.facts import Fact, Kind, Value

COUNTS: frozenset[Kind] = frozenset(
    {
        "number",
        "ordinal",
        "year",
        "day",
        "multiple",
        "money",
        "measure",
        "percent",
        "decade",
        "century",
        "fraction",
        "age",
    }
)
"""Kinds whose bare values may stand for each other across languages: the fourth pact, 4つ目の協定."""


def _equal_value(one: Fact, other: Fact) -> bool:
    if one.kind != other.kind or one.value != other.value:
        return False
    if one.kind == "percent":
        return not _points_for_percent(one, other)
    return one.unit == other.unit or (one.kind not in _OF_UNITS and not _two_durations(one, other))


_OF_UNITS: frozenset[Kind] = frozenset({"money", "measure", "percent", "code"})
"""Kinds of which the unit is part."""


def _points_for_percent(one: Fact, other: Fact) -> bool:
    """Whether one side rose by so many points, and the other by so many percent, which is something else."""
    return {one.unit, other.unit} == {"point", "rate"}


def _equal_time(one: Fact, other: Fact) -> bool:
    """5 p.m. and 17時; 5:30 without its half of the day and either 5時半 or 17時半; the two midnights."""
    if one.kind != "time" or other.kind != "time":
        return False
    if max(one.value, other.value) > 1440:  # noqa: PLR2004 (what no clock shows)
        return one.value == other.value
    return (one.value - other.value) % (720 if "12" in {one.unit, other.unit} else 1440) == 0


def _equal_money(one: Fact, other: Fact) -> bool:
    """100 dollars and 1万円 are no pair; cents are hundredths; a dollar may be any country's when it is not named."""
    if one.kind != "money" or other.kind != "money":
        return False
    units = {_HUNDREDTHS.get(fact.unit, fact.unit) for fact in (one, other)}
    values = {Fraction(fact.value, 100 if fact.unit in _HUNDREDTHS else 1) for fact in (one, other)}
    return len(values) == 1 and (len(units) == 1 or (units <= _DOLLARS and "USD" in units))


_HUNDREDTHS = {"USc": "USD", "GBp": "GBP"}
_DOLLARS = {"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"}


def _two_durations(one: Fact, other: Fact) -> bool:
    return one.base == other.base == "s" and one.unit != other.unit


def _equal_count(one: Fact, other: Fact) -> bool:
    if one.kind not in COUNTS or other.kind not in COUNTS or "relative" in {one.unit, other.unit}:
        return False
    if one.value != other.value or (one.kind == other.kind and one.kind in _OF_UNITS):
        return False
    return not _two_durations(one, other) and "fahrenheit" not in {one.unit, other.unit}


def _equal_share(one: Fact, other: Fact) -> bool:
    """Half and 5割, a third and 33%."""
    for part, percent in ((one, other), (other, one)):
        if part.kind == "fraction" and percent.kind == "percent":
            return abs(Fraction(part.value) * 100 - percent.value) < 1
        if part.kind == "number" and percent.kind == "percent":  # 0.287, .287
            return 0 < part.value < 1 and part.value * 100 == percent.value
    return False


def _lesser(one: Fact, other: Fact) -> Fraction:
    return min(Fraction(one.value), Fraction(other.value))


def _greater(one: Fact, other: Fact) -> Fraction:
    return max(Fraction(one.value), Fraction(other.value))


def _short_year(one: Fact, other: Fact) -> bool:
    """28年 after 2028年, '80s and 1980年代."""
    kinds = {one.kind, other.kind}
    if kinds == {"number"}:  # 2015年から20年にかけて, and 2020
        short, full = (one, other) if one.value < other.value else (other, one)
        if short.unit != "year" or full.unit:
            return False
        return 1900 < full.value < 2100 and short.value == full.value % 100  # noqa: PLR2004 (years)
    return kinds <= _YEARS and _lesser(one, other) == _greater(one, other) % 100


def _old_year(one: Fact, other: Fact) -> bool:
    """安政元年 began in 1854 by one count and in 1855 by another; its last weeks belong to the next year."""
    years = {one.kind, other.kind}
    return "old" in {one.unit, other.unit} and years <= _YEARS and _greater(one, other) - _lesser(one, other) <= 1


def _either_order(one: Fact, other: Fact) -> bool:
    """9/4/2026 may be the fourth of September or the ninth of April."""
    return (
        {one.kind, other.kind} == {"month", "day"} and "either" in {one.unit, other.unit} and one.value == other.value
    )


_YEARS: frozenset[Kind] = frozenset({"year", "number", "decade"})


def _centuries(one: Fact, other: Fact) -> bool:
    """Two centuries, 2世紀; the 1700s, 18世紀."""
    kinds = {one.kind, other.kind}
    if kinds == {"century", "decade"}:
        return _greater(one, other) == 100 * (_lesser(one, other) - 1)
    return kinds == {"century", "number"} and _greater(one, other) == 100 * _lesser(one, other)


def _growth(one: Fact, other: Fact) -> bool:
    """Rise by half, 1.5倍; up 50 percent, 1.5倍; cut to a tenth, 0.1倍; 150 percent of it."""
    for multiple, share in ((one, other), (other, one)):
        if multiple.kind == "multiple" and share.kind in {"fraction", "percent"}:
            part = Fraction(share.value, 100) if share.kind == "percent" else Fraction(share.value)
            return multiple.value in {part, 1 + part}
    return False


def _ratio(one: Fact, other: Fact) -> bool:
    """What looks like a time and is none: 1:25 and 25分の1, 13:10 and 13分10秒, 2:24 and 2時間24分."""
    for time, amount in ((one, other), (other, one)):
        if time.kind == "time" and time.unit == "12":
            first, second = divmod(int(time.value), 60)
            if amount.kind == "fraction":
                return second > 0 and amount.value == Fraction(first, second)
            return amount.base == "s" and amount.converted in {time.value, time.value * 60}
    return False


def _converted(one: Fact, other: Fact) -> bool:
    """20 miles and 32キロ: within what their last digits say. Lengths of time are exact: 18 months, 1年半."""
    if not one.base or one.unit == other.unit or (one.base != other.base and not _kilos(one, other)):
        return False
    distance, size = abs(Fraction(one.converted) - other.converted), abs(Fraction(one.converted))
    if one.base == "s":
        return distance * 100 <= size * 2
    return distance <= max(min(max(Fraction(one.step), Fraction(other.step)) * Fraction(3, 4), size / 10), size / 50)


def _kilos(one: Fact, other: Fact) -> bool:
    """Whether one is so many キロ, which may be kilograms, and the other a weight."""
    return any(kilos.unit == "kilo" and weight.base == "g" for kilos, weight in ((one, other), (other, one)))


def _speed(one: Fact, other: Fact) -> bool:
    """85 miles per hour and 最大風速85マイル: the time is understood."""
    return one.value == other.value and (SPEEDS.get(one.unit) == other.unit or SPEEDS.get(other.unit) == one.unit)


def _unnamed_unit(one: Fact, other: Fact) -> bool:
    """30度 for 86 degrees Fahrenheit; 2.5m, which were millions."""
    for amount, number in ((one, other), (other, one)):
        if amount.kind == "measure" and number.kind == "number" and not number.unit:
            if amount.base == "K":
                return abs(Fraction(number.value) + UNITS["celsius"].zero - amount.converted) <= max(
                    Fraction(amount.step), Fraction(1)
                )
            return amount.unit == "m" and amount.value * 1_000_000 == number.value
    return False


def _clock_number(one: Fact, other: Fact) -> bool:
    """A time on one side, a bare hour or a score like 13:10 on the other."""
    for time, number in ((one, other), (other, one)):
        if time.kind == "time" and number.kind == "number":
            return number.value in {time.value // 60, Fraction(time.value, 60), time.value // 60 % 12}
    return False


def _idiom(one: Fact, other: Fact) -> bool:
    """An idiom's number answers the same number, should it have been meant."""
    for idiom, number in ((one, other), (other, one)):
        if idiom.kind == "code" and idiom.value and number.kind in COUNTS:
            return idiom.value == number.value
    return False


def _code_number(one: Fact, other: Fact) -> bool:
    """Group of Seven, G7; F1, Formula One."""
    for code, number in ((one, other), (other, one)):
        if code.kind == "code" and not code.value and number.kind in COUNTS:
            return _decimal(number.value) in re.findall(r"\d+(?:\.\d+)?", code.unit)
    return False


def _decimal(value: Value) -> str:
    return str(value) if isinstance(value, int) else f"{float(value):.10g}"


def _relative_date(one: Fact, other: Fact) -> bool:
    """Without the date of publication, last year may be any year, and yesterday any day."""
    for relative, fact in ((one, other), (other, one)):
        if relative.unit == "relative":
            return fact.kind == relative.kind or (relative.kind == "day" and fact.kind == "weekday")
    return False


RULES: tuple[Callable[[Fact, Fact], bool], ...] = (
    _equal_value,
    _equal_time,
    _equal_money,
    _equal_share,
    _equal_count,
    _short_year,
    _either_order,
    _old_year,
    _centuries,
    _growth,
    _ratio,
    _converted,
    _speed,
    _unnamed_unit,
    _clock_number,
    _idiom,
    _code_number,
    _relative_date,
)


def is_same(one: Fact, other: Fact) -> bool:
    """Whether two facts of two languages may state the same."""
    return any(same(one, other) for same in RULES)
