"""Numbers that each language counts on a scale of its own: floors, minutes of a half, years of business, 149円台."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.checks.facts.sides import Side, drop, stands_after, stands_before, take
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.text.facts import Fact


def without_scales(english: Side, japanese: Side) -> None:
    """Take out what is one thing by two counts."""
    for same in (_basis_points, _within, _minutes_of_play, _birthdays, _school_ages, _streaks, _parts_of_centuries):
        if english.left and japanese.left:
            take(english, japanese, lambda one, other, same=same: same(english, one, japanese, other))  # type: ignore[misc]
    if japanese.left:
        _floors(english, japanese)
        _counted_from_one(japanese)
        _quarters(english, japanese)
    if english.left and japanese.left:
        _business_years(english, japanese)
        _complements(english, japanese)


_BASIS_POINTS = lazy_pattern(r"(?i)[\s-]*(?:basis[\s-]+points?|bps?)\b|ベーシスポイント|ベーシス・ポイント")
_POINTS = lazy_pattern(
    r"(?i)[\s-]*(?:(?:of\s+)?an?\s+)?(?:percent(?:age)?[\s-]+)?points?\b|[\s-]*(?:percent|%)|ポイント"
)


def _basis_points(english: Side, one: Fact, japanese: Side, other: Fact) -> bool:
    """25 basis points and 0.25ポイント."""
    if stands_before(_BASIS_POINTS, english, one):
        points, share, side = one, other, japanese
    elif stands_before(_BASIS_POINTS, japanese, other):
        points, share, side = other, one, english
    else:
        return False
    said = share.kind in {"percent", "fraction"} or stands_before(_POINTS, side, share)
    return said and Fraction(share.value) * 100 == points.value


_RANGE = lazy_pattern("[人円件票台%％度歳点ドル]{0,3}台(?!目|車|湾|風|本|数|所|座|詞|紙|帳|北|中|南)")
_BELOW = lazy_pattern(
    r"(?i)\b(?:past|below|under|fewer than|less than|short of|through|breaking|broke|stronger than|not quite|almost"
    r"|nearly|shy of|beyond|dipped to)(?:\s+the)?\s+\S{0,2}$"
)


def _within(english: Side, one: Fact, japanese: Side, other: Fact) -> bool:
    """Fewer than 690,000 and 68万人台, which runs from 680,000 up to there."""
    if one.kind not in {other.kind, "number", "money"} or not stands_before(_RANGE, japanese, other):
        return False
    value = Fraction(other.value)
    step = Fraction(1, 10) if value.denominator > 1 else 1
    while value >= step * 100 and value % (step * 10) == 0:
        step *= 10
    if one.value == value + step:
        return stands_after(_BELOW, english, one, 24)
    return value < one.value < value + step


_MINUTE = lazy_pattern(r"(?i)(?:(?:,\s*|,?\s+and\s+|\s*[-–]\s*)(?:\d+|[a-z-]+)(?:st|nd|rd|th)){0,4}[\s-]+minutes?\b")
_MINUTES_BEFORE = r"(?:\d+分?(?:と|、|・|に\w{1,8}、)){0,3}"
_HALVES = (
    (45, lazy_pattern(rf"(?<!延長)後半の?{_MINUTES_BEFORE}$")),
    (90, lazy_pattern(rf"延長前半の?{_MINUTES_BEFORE}$")),
    (105, lazy_pattern(rf"延長後半の?{_MINUTES_BEFORE}$")),
)


def _minutes_of_play(english: Side, one: Fact, japanese: Side, other: Fact) -> bool:
    """The 88th minute and 後半43分."""
    if other.unit != "minute" or not stands_before(_MINUTE, english, one):
        return False
    return any(
        one.value - other.value == played and stands_after(half, japanese, other, 24) for played, half in _HALVES
    )


_STREAK = lazy_pattern(
    r"(?i)(?:[\s-]+(?:day|session|week|month|year|game|quarter)s?)?[\s-]+(?:\w+[\s-]+){0,2}?"
    r"(?:streak|skid|run|rally|slide|advance|gains?|losses|slump|winning|losing)\b"
)
_AFTER_A_WHILE = lazy_pattern("[日週月年試期四半営業か間カ]{0,4}ぶり")


def _streaks(english: Side, one: Fact, japanese: Side, other: Fact) -> bool:
    """A streak of four days that ends, and 5日ぶり."""
    if other.value - one.value != 1 or not (other.base == one.base or other.kind == "day"):
        return False
    return stands_before(_STREAK, english, one) and stands_before(_AFTER_A_WHILE, japanese, other)


_PART_OF_CENTURY = lazy_pattern("の?(?:初|末|前半|後半|半ば|中[頃ご]|最初|最後)")


def _parts_of_centuries(_: Side, one: Fact, japanese: Side, other: Fact) -> bool:
    """The late 1990s and 20世紀末."""
    if other.kind != "century" or one.kind not in {"decade", "year", "number"} or one.base:
        return False
    within = 100 * (other.value - 1) <= one.value <= 100 * other.value
    return within and stands_before(_PART_OF_CENTURY, japanese, other)


_EXCLUSIVE = lazy_pattern(
    r"(?i)\b(?:under|younger than|before (?:\w+ )?(?:turn\w*|reach\w*|age)|below|less than|until)\s+(?:\w+ ){0,2}$"
)
_BIRTHDAY = lazy_pattern(r"(?i)\s+birthday\b|(?:の誕生日|になる|に達する|を迎える)(?:まで|前|を迎える)|未満|に満たない")
_INCLUSIVE = lazy_pattern(
    r"(?i)\b(?:through|up to|to|until|no older than|aged?)\s+(?:and including |age |the age of )?$"
)
_AND_UNDER = lazy_pattern(
    r"(?i)(?:[\s-]+years?(?:[\s-]+olds?)?)?\s+(?:and|or)\s+(?:under|younger|below)\b|(?:まで|以下)(?!の誕生日|前)"
)
_MORE = lazy_pattern(r"(?i)\b(?:over|older than|above|past|more than)\s+(?:the age of |age )?$")
_AND_OVER = lazy_pattern("以上")


def _birthdays(english: Side, one: Fact, japanese: Side, other: Fact) -> bool:
    """Through 4 years old and 5歳の誕生日まで; under 5 and 4歳以下, under 1 and 0歳; over 64 and 65歳以上."""
    if other.kind != "age" or one.kind not in {"age", "number", "ordinal"}:
        return False
    distance = one.value - other.value
    if distance == -1 and stands_after(_MORE, english, one, 24):
        return stands_before(_AND_OVER, japanese, other)
    through = stands_after(_INCLUSIVE, english, one, 24) or stands_before(_AND_UNDER, english, one)
    if distance == -1 and through:
        return stands_before(_BIRTHDAY, japanese, other)
    before = stands_after(_EXCLUSIVE, english, one, 30) or stands_before(_BIRTHDAY, english, one)
    return distance == 1 and before and (other.value == 0 or stands_before(_AND_UNDER, japanese, other))


_SCHOOLS = (
    (5, lazy_pattern("小学校?の?$|小$")),
    (11, lazy_pattern("中学校?の?$|中$")),
    (14, lazy_pattern("高校の?$|高$")),
)
"""How much older than their year of school pupils are, or a year more after their birthday."""


def _school_ages(_: Side, one: Fact, japanese: Side, other: Fact) -> bool:
    """Six years old and 小学1年."""
    if one.kind not in {"age", "number"} or one.base:
        return False
    return any(
        0 <= one.value - other.value - years <= 1 and stands_after(school, japanese, other, 5)
        for years, school in _SCHOOLS
    )


_FLOOR = lazy_pattern(r"(?i)[\s-]+(?:floor|stor(?:e?y|ies))\b")
_FLOOR_IN_JAPANESE = lazy_pattern("階(?![級段層建])")
_BRITISH = lazy_pattern(
    r"(?i:ground[\s-]+floor|street level|above the)"
    r"|\b(?:London|Brit\w+|English|U\.?K\.?|Scot\w+|Paris|French|Europe\w*|German\w*)\b"
)
_LOW_FLOOR = 5
"""Up to here a translator may have counted from the ground; higher floors are no talk of ground floors."""


def _floors(english: Side, japanese: Side) -> None:
    """Take out 2階 where the other side has a first floor, which stands above the ground."""
    floors = [fact for fact in english.all if fact.kind == "ordinal" and stands_before(_FLOOR, english, fact)]
    if not _BRITISH.search(english.text):
        floors = [floor for floor in floors if floor.value <= _LOW_FLOOR]
    for fact in [fact for fact in japanese.left if stands_before(_FLOOR_IN_JAPANESE, japanese, fact)]:
        floor = next((floor for floor in floors if fact.value - floor.value == 1), None)
        if floor is not None:
            japanese.left.remove(fact)
            drop(english, [floor] if floor in english.left else [])
    for school in [
        fact for fact in japanese.left if any(stands_after(each, japanese, fact, 5) for _, each in _SCHOOLS)
    ]:
        ages = [fact for fact in english.left if _school_ages(english, fact, japanese, school)]
        if ages:
            japanese.left.remove(school)
            english.left.remove(ages[0])


_FROM = lazy_pattern("[^、。「」]{0,4}(?:から|〜|～)")


def _counted_from_one(japanese: Side) -> None:
    """Take out the first of 1番から3番まで, which are all three."""
    ends = [fact for fact in japanese.all if fact.value > 1 and fact not in japanese.left]
    for fact in [fact for fact in japanese.left if fact.value == 1 and stands_before(_FROM, japanese, fact)]:
        if any(end.kind == fact.kind and 0 <= end.span.start - fact.span.end <= _A_RANGE for end in ends):
            japanese.left.remove(fact)


_A_RANGE = 6
"""How far the end of a range may be from its beginning (code points)."""

_NEARLY = Fraction(1, 4)


def _quarters(english: Side, japanese: Side) -> None:
    """Take out 25％ where the other side says a quarter, which might have been one of a year."""
    quarters = [
        fact for fact in english.left if fact.unit == "word" and english.text[fact.span.start :].startswith("quarter")
    ]
    for fact in [fact for fact in japanese.left if fact.kind in {"percent", "fraction"}]:
        share = Fraction(fact.value) / (100 if fact.kind == "percent" else 1)
        if quarters and share == _NEARLY:
            japanese.left.remove(fact)
            english.left.remove(quarters.pop())


_OF_BUSINESS = lazy_pattern("年度")
_END = lazy_pattern("年度?$")
_BY_FISCAL = lazy_pattern(r"(?i)\b(?:fiscal|business|financial|school|academic)(?: year)?\s+$|\bFY\s?$")
_FIRST_MONTHS = frozenset({1, 2, 3})


def _business_years(english: Side, japanese: Side) -> None:
    """Take out 2027年度 and March 2028, the last month of it; fiscal 2027 and 2028年3月."""
    for year in [fact for fact in japanese.left if _is_year(fact)]:
        for other in [fact for fact in english.left if _is_year(fact)]:
            later, earlier, side = (other, year, english) if other.value > year.value else (year, other, japanese)
            spring = [fact for fact in side.all if fact.kind == "month" and fact.value in _FIRST_MONTHS]
            fiscal = (
                _OF_BUSINESS.search(japanese.text, year.span.start, year.span.end + 2)
                if side is english
                else stands_after(_BY_FISCAL, english, other, 24)
            )
            if later.value - earlier.value == 1 and spring and fiscal:
                english.left.remove(other)
                japanese.left.remove(year)
                drop(side, [fact for fact in spring[:1] if fact in side.left])
                break


def _is_year(fact: Fact) -> bool:
    return fact.kind in {"year", "number"} and not fact.base and 1800 < fact.value < 2200 and not fact.soft  # noqa: PLR2004 (years)


_OPPOSITE = lazy_pattern(
    r"(?i)\b(?:fewer|less|under|below|not|no|without|never|only|just|neither|none|\w+n[’']t|lack\w*|un\w{4,})\b"
)
_OPPOSITE_IN_JAPANESE = lazy_pattern(
    "すぎな|過ぎな|未満|以下|わずか|だけ|のみ|しか|ない|なかった|なし|無|ず|未|棄権|欠席|反対|不|残り|以外"
)
_OUT_OF = lazy_pattern(r"(?i)\s+(?:out\s+of|in|of)\s+(?:every\s+)?$")


def _complements(english: Side, japanese: Side) -> None:
    """Take out three out of four with fewer than four, and 4分の1 with four or more."""
    if not (_OPPOSITE.search(english.text) and _OPPOSITE_IN_JAPANESE.search(japanese.text)):
        return
    for share in [fact for fact in japanese.left if fact.kind in {"fraction", "percent"}]:
        part = 1 - Fraction(share.value) / (100 if share.kind == "percent" else 1)
        for upper, lower in zip(english.all, english.all[1:], strict=False):
            between = english.text[upper.span.end : lower.span.start]
            told = lower.value and Fraction(upper.value) / Fraction(lower.value) == part and _OUT_OF.fullmatch(between)
            left = [next((fact for fact in english.left if fact.value == each.value), None) for each in (upper, lower)]
            if told and any(left):
                japanese.left.remove(share)
                drop(english, [fact for fact in left if fact is not None])
                break
