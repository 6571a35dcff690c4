"""What a Japanese text says of dates and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.japanese.eras import ERAS, OLD_ERAS
from taiyaku.japanese.numerals import DIGIT, KANJI, NUMERAL, counted_by, value_of
from taiyaku.japanese.scripts import NO_KANJI
from taiyaku.span import Span
from taiyaku.text.facts import Fact, Finder, one
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from taiyaku.text.facts import Kind

WEEKDAYS = {day: number for number, day in enumerate("月火水木金土日")}
_ENGLISH_WEEKDAYS = ["マン", "チューズ", "ウェンズ", "サーズ", "フライ", "サタ", "サン"]
"""In names of newspapers and shows: サンデー・タイムズ."""

N = rf"(?:{NUMERAL}|{KANJI})"
TO = r"\s?(?:[-–—~〜～−－]|から|または|か|、|ないし)\s?"
NOT_AFTER_DIGIT = rf"(?<![{DIGIT}.．,，A-Za-z])"
_RANGE = r"\s?[-–—~〜～−－]\s?"
_YEAR = rf"[{DIGIT}]{{4}}|[一二][〇零一二三四五六七八九]{{3}}"
_PART = lazy_pattern("(?P<part>午前|午後|朝|夜|夕方|昼|未明|早朝|深夜)の?$")
_AFTERNOON = frozenset({"午後", "夜", "夕方", "昼"})
_RELATIVE: dict[str, tuple[Kind, int]] = {
    "一昨日": ("day", -2),
    "昨日": ("day", -1),
    "きのう": ("day", -1),
    "今日": ("day", 0),
    "きょう": ("day", 0),
    "本日": ("day", 0),
    "明日": ("day", 1),
    "あす": ("day", 1),
    "先月": ("month", -1),
    "今月": ("month", 0),
    "来月": ("month", 1),
    "一昨年": ("year", -2),
    "昨年": ("year", -1),
    "去年": ("year", -1),
    "前年": ("year", -1),
    "今年": ("year", 0),
    "ことし": ("year", 0),
    "本年": ("year", 0),
    "来年": ("year", 1),
}


def span_of(match: re.Match[str], group: str | int = 0) -> Span:
    """Return the span of a match's group."""
    return Span(*match.span(group))


def of_kind(kind: Kind, *, soft: bool = False) -> Callable[[re.Match[str]], Iterable[Fact]]:
    """Return what reads a match's `number` as a fact of a kind."""

    def facts(match: re.Match[str]) -> Iterable[Fact]:
        return one(kind, value_of(match["number"]), span_of(match), soft=soft)

    return facts


def _era(match: re.Match[str]) -> Iterator[Fact]:
    number = 1 if match["number"] == "元" else value_of(match["number"])
    return one("year", ERAS[match["era"]] + number, span_of(match))


def _slashed(match: re.Match[str]) -> Iterator[Fact]:
    """7/15/2026, left as it was: either number may be the month."""
    yield Fact("month", value_of(match["first"]), span_of(match, "first"), "either")
    yield Fact("day", value_of(match["second"]), span_of(match, "second"), "either")
    yield Fact("year", value_of(match["year"]), span_of(match, "year"))


def _era_decade(match: re.Match[str]) -> Iterator[Fact]:
    """昭和30年代, 1955 to 1964: parts of two decades."""
    first = ERAS[match["era"]] + int(value_of(match["number"]))
    for year in (first, first + 9):
        yield Fact("decade", year - year % 10, span_of(match), soft=True)


def _old_era(match: re.Match[str]) -> Iterator[Fact]:
    number = 1 if match["number"] == "元" else value_of(match["number"])
    return one("year", OLD_ERAS[match["era"]] + number, span_of(match), "old")


def _year(match: re.Match[str]) -> Iterator[Fact]:
    value = value_of(match["number"])
    return one("year", value, span_of(match), "2" if value < 100 else "")  # noqa: PLR2004 (two digits)


def _years(match: re.Match[str]) -> Iterator[Fact]:
    """1900〜85年: the second year in full."""
    low, high = int(value_of(match["low"])), int(value_of(match["high"]))
    if high < 100:  # noqa: PLR2004 (two digits)
        if high <= low % 100:
            return
        high += low - low % 100
    yield Fact("year", low, span_of(match, "low"))
    yield Fact("year", high, span_of(match, "high"))


def _decade(match: re.Match[str]) -> Iterator[Fact]:
    value = value_of(match["number"])
    return one("decade", value, span_of(match), "2" if value < 100 else "")  # noqa: PLR2004 (two digits)


def _date(match: re.Match[str]) -> Iterator[Fact]:
    groups = match.groupdict()
    for name, kind in _DATE_GROUPS:
        if groups.get(name):
            yield Fact(kind, value_of(groups[name]), span_of(match, name))
    if groups.get("weekday"):  # 8月8日（木）〜10日
        yield Fact("weekday", WEEKDAYS[groups["weekday"]], span_of(match, "weekday"))


_DATE_GROUPS: tuple[tuple[str, Kind], ...] = (
    ("year", "year"),
    ("low", "month"),
    ("month", "month"),
    ("day", "day"),
    ("day2", "day"),
)


def _days(match: re.Match[str]) -> Iterator[Fact]:
    for name in ("low", "number"):
        if match[name]:
            value = value_of(match[name])
            yield Fact("day", value, span_of(match, name), soft=value == 1)  # a day, or the first


def _weekdays(match: re.Match[str]) -> Iterator[Fact]:
    for name in ("day", "day2"):
        if match[name]:
            yield Fact("weekday", WEEKDAYS[match[name][0]], span_of(match, name))


def _weekday(match: re.Match[str]) -> Iterator[Fact]:
    return one("weekday", WEEKDAYS[match["day"]], span_of(match, "day"))


def _relative(match: re.Match[str]) -> Iterator[Fact]:
    kind, distance = _RELATIVE[match[0]]
    return one(kind, distance, span_of(match), "relative", soft=True)


def _part(match: re.Match[str]) -> tuple[int, str]:
    """Return the part of the day before an hour, and where the time begins."""
    before = _PART.search(match.string, max(0, match.start() - 3), match.start())
    return (before.start(), before["part"]) if before else (match.start(), "")


def _time(match: re.Match[str]) -> Iterator[Fact]:
    groups = match.groupdict()
    hour = value_of(match["hour"])
    start, part = _part(match)
    minute = 30 if groups.get("half") else value_of(groups["minute"]) if groups.get("minute") else 0
    if hour >= _LAST_HOUR or minute > 59:  # noqa: PLR2004 (what a clock shows)
        return
    unit = "12" if not part and 0 < hour <= 12 and not match["hour"].startswith("0") else ""  # noqa: PLR2004
    if part in _AFTERNOON and hour < 12:  # noqa: PLR2004 (午後3時)
        hour += 12
    value = hour * 60 + minute
    yield Fact("time", value % _MIDNIGHT if value > _MIDNIGHT else value, Span(start, match.end()), unit)


_LAST_HOUR = 30
"""The night counts on after midnight: 24時15分, 深夜25時."""

_MIDNIGHT = 1440


def _minutes(match: re.Match[str]) -> Iterator[Fact]:
    """13分10秒, which English sport writes as 13:10."""
    return one("time", value_of(match["minute"]) * 60 + value_of(match["second"]), span_of(match), "12")


def _noon(match: re.Match[str]) -> Iterator[Fact]:
    return one("time", 720 if match[0] in {"正午", "真昼"} else 0, span_of(match), soft=True)


_D = frozenset("0")
_MONTH = r"1[0-2]|0?[1-9]|１[０-２]|０?[１-９]|十[一二]?|[一二三四五六七八九]"

DATE_FINDERS: tuple[Finder, ...] = (
    Finder(
        lazy_pattern(
            rf"{NOT_AFTER_DIGIT}(?P<year>[{DIGIT}]{{4}})[-/／.](?P<month>[01]?[0-9])[-/／.](?P<day>[0-3]?[0-9])"
            rf"(?![{DIGIT}.])"
        ),
        _date,
        _D,
        frozenset("-/／."),
    ),
    Finder(
        lazy_pattern(
            rf"(?<![A-Za-z{DIGIT}./:-])(?P<first>[{DIGIT}]{{1,2}})[/／](?P<second>[{DIGIT}]{{1,2}})[/／](?P<year>[12１２][{DIGIT}]{{3}})"
            rf"(?![{DIGIT}/])"
        ),
        _slashed,
        _D,
        frozenset("/／"),
    ),
    Finder(
        lazy_pattern(rf"(?P<era>{'|'.join(ERAS)})(?P<number>{N})年代"),
        _era_decade,
        frozenset("平昭大明"),
        frozenset("代"),
    ),
    Finder(
        lazy_pattern(rf"(?P<era>{'|'.join(ERAS)})(?P<number>元|{N})(?:年度?|(?=[)）]|[（(][{DIGIT}]{{4}}年?[)）]))"),
        _era,
        frozenset("令平昭大明"),
        counted_by("年）)（(") | {"元"},
    ),
    Finder(lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<number>[{DIGIT}]{{2}})年度"), _year, counted_by("年"), frozenset("度")),
    Finder(
        lazy_pattern(
            rf"(?<![^{NO_KANJI}])(?P<era>{'|'.join(OLD_ERAS)})(?P<number>元|[{DIGIT}]{{1,2}}|[一二三四五六七八九十]{{1,3}})年(?![間ぶ以])"
        ),
        _old_era,
        frozenset(era[0] for era in OLD_ERAS),
        counted_by("年") | {"元"},
    ),
    Finder(
        lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<low>{_YEAR})年?(?:度)?{_RANGE}(?P<high>{_YEAR}|[{DIGIT}]{{2}})(?=年)"),
        _years,
        counted_by("年"),
        frozenset("-–—~〜～−－"),
    ),
    Finder(
        lazy_pattern(
            rf"{NOT_AFTER_DIGIT}(?P<low>[12]\d{{3}}){_RANGE}(?P<high>[12]\d{{3}}|\d{{2}})(?![{DIGIT}人円億万ドル])"
        ),
        _years,
        _D,
        counted_by("-–—~〜～−－"),
    ),
    Finder(
        lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<number>[{DIGIT}]{{2}}|{_YEAR})年代"),
        _decade,
        counted_by("年"),
        frozenset("代"),
    ),
    Finder(
        lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<number>[1-9１-９][0０])代(?![目表理わ金])"), _decade, counted_by("代"), _D
    ),
    Finder(
        lazy_pattern(
            rf"(?P<number>(?:{NOT_AFTER_DIGIT}(?:{_YEAR})|[’'‘][{DIGIT}]{{2}}))年(?!間|ぶり|以上|前|後|分|代|生|物)度?"
        ),
        _year,
        counted_by("年"),
    ),
    Finder(lazy_pattern(rf"(?:第)?(?P<number>{N})世紀"), of_kind("century"), counted_by("世"), frozenset("紀")),
    Finder(
        lazy_pattern(
            rf"{NOT_AFTER_DIGIT}(?P<month>(?:{_MONTH})月)\s?(?P<day>{N}日)(?:\s?[（(]?(?P<weekday>[月火水木金土日]?)(?:曜日?)?[）)]?{TO}"
            rf"(?P<day2>{N}日))?(?!間)"
        ),
        _date,
        counted_by("月"),
        counted_by("日"),
    ),
    Finder(
        lazy_pattern(
            rf"{NOT_AFTER_DIGIT}(?:(?P<low>{_MONTH})月?(?:{_RANGE}|、|から))?(?P<month>(?:{_MONTH})月)(?!面|曜|刊|賦|謝|光|夜|末?ぶり)"
        ),
        _date,
        counted_by("月"),
    ),
    Finder(
        lazy_pattern(r"(?:(?P<day>[月火水木金土日])(?:曜日?)?[・、〜～~–－-])?(?P<day2>[月火水木金土日]曜日?)"),
        _weekdays,
        frozenset("曜"),
    ),
    Finder(
        lazy_pattern(r"(?<=[日0-9０-９\x00])\s?[（(](?P<day>[月火水木金土日])(?:[・･]祝)?[）)]"),
        _weekday,
        frozenset("（("),
    ),
    Finder(
        lazy_pattern(rf"{NOT_AFTER_DIGIT}(?:(?P<low>{N}){_RANGE})?(?P<number>{N}日)(?![間本々数])"),
        _days,
        counted_by("日"),
    ),
    Finder(
        lazy_pattern(rf"(?P<day>{'|'.join(_ENGLISH_WEEKDAYS)})デー"),
        lambda match: one("weekday", _ENGLISH_WEEKDAYS.index(match["day"]), span_of(match), soft=True),
        frozenset("デ"),
    ),
    Finder(lazy_pattern("|".join(sorted(_RELATIVE, key=len, reverse=True))), _relative, frozenset("日月年きこあ")),
    Finder(
        lazy_pattern(
            rf"{NOT_AFTER_DIGIT}(?P<hour>{N})時(?!間|代|計|速|点|期|刻|給|事|に|的|差)"
            rf"(?:(?P<minute>{N})分|(?P<half>半))?"
        ),
        _time,
        counted_by("時"),
    ),
    Finder(lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<hour>{N})時(?=に)"), _time, counted_by("時"), frozenset("に")),
    Finder(
        lazy_pattern(
            rf"{NOT_AFTER_DIGIT}(?P<hour>[{DIGIT}]{{1,2}})[:：](?P<minute>[0-5０-５][{DIGIT}])(?![{DIGIT}:：])"
        ),
        _time,
        counted_by(":："),
        _D,
    ),
    Finder(
        lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<minute>{N})分\s?(?P<second>{N})秒"),
        _minutes,
        counted_by("秒"),
        counted_by("分"),
    ),
    Finder(lazy_pattern(r"正午|真昼|真夜中|午前零時"), _noon, frozenset("正真零")),
    Finder(lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<number>{N})(?:歳|才(?!能))"), of_kind("age"), counted_by("歳才")),
)
