"""What an English text says of dates and times."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.english.numerals import ORDINAL_WORDS, WORDS, any_of, value_of_words
from taiyaku.span import Span
from taiyaku.text.facts import NUMERAL_CUE, Fact, Finder, exact, one
from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.measures import DURATIONS, duration

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS = {name[: length or None]: number for number, name in enumerate(_MONTH_NAMES, 1) for length in (0, 3)} | {
    "sept": 9
}
_DAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS = {name[: length or None]: number for number, name in enumerate(_DAY_NAMES) for length in (0, 3, 4)} | {
    "thurs": 3
}
_NOT_IN_WORD = r"(?<![\w.,:-])"
_MONTH = rf"(?P<month>{any_of(MONTHS)})\b\.?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DAY2 = r"(?:\s*[-–—]\s*(?P<day2>[1-3]?\d)(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>[12]\d{3})\b"
_NO_AMOUNT = r"(?!\s*(?:%|percent|(?:thousand|million|billion|trillion)\b))"
_BEFORE_MONTH = [
    "in",
    "on",
    "of",
    "since",
    "until",
    "till",
    "by",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
    "through",
    "to",
    "from",
    "between",
    "during",
    "before",
    "after",
    "and",
]


def _span(match: re.Match[str], group: str | int = 0) -> Span:
    return Span(*match.span(group))


def _date(match: re.Match[str]) -> Iterator[Fact]:
    groups = match.groupdict()
    month = groups["month"].lower()
    yield Fact("month", int(month) if month.isdigit() else MONTHS[month], _span(match, "month"))
    for name in ("day", "day2"):
        if groups.get(name):
            yield Fact("day", int(groups[name]), _span(match, name))
    if groups.get("year"):
        yield Fact("year", int(groups["year"]), _span(match, "year"))


def _numbered_date(match: re.Match[str]) -> Iterator[Fact]:
    """The 14th day of the 12th month, by the old calendar."""
    for name in ("month", "day"):
        value = int(match[name][:-2]) if match[name][0].isdigit() else value_of_words(match[name])
        if value is not None:
            yield Fact(name, value, _span(match, name))


_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORDS})"


def _slashed(match: re.Match[str]) -> Iterator[Fact]:
    """7/15/2026 and 15/7/2026: which comes first only shows where a day cannot be a month."""
    first, second, year = (int(match[name]) for name in ("first", "second", "year"))
    places = ["first", "second"]
    if first > 12:  # noqa: PLR2004 (months of a year)
        places.reverse()
    month, day = (int(match[name]) for name in places)
    if not (1 <= month <= 12 and 1 <= day <= 31):  # noqa: PLR2004 (months of a year, days of a month)
        return
    unit = "either" if max(first, second) <= 12 else ""  # noqa: PLR2004 (months of a year)
    yield Fact("month", month, _span(match, places[0]), unit)
    yield Fact("day", day, _span(match, places[1]), unit)
    yield Fact("year", year, _span(match, "year"), "2" if year < 100 else "")  # noqa: PLR2004 (two digits)


def _era(match: re.Match[str]) -> Iterator[Fact]:
    """Showa 38, the 38th year of Showa."""
    era = match["era"].lower().replace("ō", "o")
    return one("year", _ERAS[era] + int(match["number"]), _span(match))


_ERAS = {"reiwa": 2018, "heisei": 1988, "showa": 1925, "taisho": 1911, "meiji": 1867}
"""The year before the first of each era."""


def _stopwatch(match: re.Match[str]) -> Iterator[Fact]:
    """2:24:09, 1:52.34, 9:58:03.5: hours, minutes and seconds of a race."""
    groups = match.groupdict()
    seconds = int(groups.get("hours") or 0) * 3600 + int(match["minutes"]) * 60 + Fraction(match["seconds"])
    yield duration(exact(seconds), DURATIONS["second"], _span(match))


def _weekday(match: re.Match[str]) -> Iterator[Fact]:
    return one("weekday", WEEKDAYS[match["name"].lower()], _span(match))


def _relative(match: re.Match[str]) -> Iterator[Fact]:
    kind, distance = _RELATIVE[" ".join(match[0].lower().split())]
    yield Fact(kind, distance, _span(match), "relative", soft=True)  # type: ignore[arg-type]  # a kind by its name


_RELATIVE = {
    "yesterday": ("day", -1),
    "today": ("day", 0),
    "tomorrow": ("day", 1),
    "last month": ("month", -1),
    "this month": ("month", 0),
    "next month": ("month", 1),
    "last year": ("year", -1),
    "previous year": ("year", -1),
    "a year ago": ("year", -1),
    "a year earlier": ("year", -1),
    "this year": ("year", 0),
    "next year": ("year", 1),
}


def _time(match: re.Match[str]) -> Iterator[Fact]:
    groups = match.groupdict()
    hour, minute = _hour(match["hour"]), int(groups.get("minute") or 0)
    half = (groups.get("half") or "").lower()[:1]
    if not 0 <= hour <= 24:  # noqa: PLR2004 (hours of a day)
        return
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    certain = half or hour > 12 or hour == 0 or match["hour"].startswith("0")  # noqa: PLR2004 (hours of a half)
    yield Fact("time", hour * 60 + minute, _span(match), "" if certain else "12")


def _minutes(match: re.Match[str]) -> Iterator[Fact]:
    """27:37, what a clock does not show: minutes and seconds."""
    return one("time", int(match["minute"]) * 60 + int(match["second"]), _span(match), "12")


def _quarter_hour(match: re.Match[str]) -> Iterator[Fact]:
    return one("number", 15, _span(match), "minute", soft=True)


def _past(match: re.Match[str]) -> Iterator[Fact]:
    """Half past five, a quarter to six."""
    minutes = 30 if match["part"].lower() == "half" else 15
    hour = _hour(match["hour"]) if match["hour"] else -1
    if hour < 0:
        yield Fact("number", minutes, _span(match), "minute", soft=True)
    elif hour <= 24:  # noqa: PLR2004 (hours of a day)
        yield Fact("time", hour * 60 + (minutes if match["side"].lower() == "past" else -minutes), _span(match), "12")


def _hour(text: str) -> int:
    if text.isdigit():
        return int(text)
    value = value_of_words(text)
    return -1 if value is None else value


def _hours(match: re.Match[str]) -> Iterator[Fact]:
    """9 to 5 p.m.: both ends are times."""
    start, end = int(match["low"]), int(match["hour"])
    afternoon = match["half"].lower().startswith("p")
    yield Fact("time", start % 12 * 60, _span(match, "low"), "12")
    yield Fact("time", (end % 12 + (12 if afternoon else 0)) * 60 + int(match["minute"] or 0), _span(match, "hour"))


def _noon(match: re.Match[str]) -> Iterator[Fact]:
    return one("time", 0 if match[0].lower() == "midnight" else 720, _span(match), soft=True)


def _decade(match: re.Match[str]) -> Iterator[Fact]:
    digits = match["decade"]
    value = int(digits) if digits.isdigit() else value_of_words(_singular_tens(digits)) or 0
    yield Fact("decade", value, _span(match), "2" if value < 100 else "", soft=not digits.isdigit())  # noqa: PLR2004


def _singular_tens(word: str) -> str:
    return word.lower().removesuffix("ies") + "y"


def _teens(match: re.Match[str]) -> Iterator[Fact]:
    return one("decade", 10, _span(match), "2", soft=True)


def _century(match: re.Match[str]) -> Iterator[Fact]:
    value = int(match["digits"]) if match["digits"] else value_of_words(match["words"])
    if value is not None:
        yield Fact("century", value, _span(match))


def _years(match: re.Match[str]) -> Iterator[Fact]:
    """1900-85: the second year in full."""
    low, high = match["low"], match["high"]
    if len(high) == 2 and int(high) <= int(low[2:]):  # noqa: PLR2004 (a range goes upwards)
        return
    yield Fact("year", int(low), _span(match, "low"))
    yield Fact("year", int(low[: 4 - len(high)] + high), _span(match, "high"))


def _age(match: re.Match[str]) -> Iterator[Fact]:
    value = int(match["digits"]) if match["digits"] else value_of_words(match["words"])
    if value is not None:
        yield Fact("age", value, _span(match))


_D = frozenset({"0"})
_HALVES = frozenset({"m", "am", "pm"})
_TENS = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
_NUMERALS = rf"(?:(?<![\w.,])(?P<digits>\d{{1,3}})|\b(?P<words>{WORDS}))"

DATE_FINDERS: tuple[Finder, ...] = (
    Finder(
        lazy_pattern(rf"{_NOT_IN_WORD}(?P<year>[12]\d{{3}})[-/](?P<month>0?[1-9]|1[0-2])[-/](?P<day>[0-3]?\d)(?!\w)"),
        _date,
        _D,
        frozenset("-/"),
    ),
    Finder(
        lazy_pattern(r"(?<![\w./:-])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>[12]\d{3}|\d{2})(?![\w/])"),
        _slashed,
        _D,
        frozenset("/"),
    ),
    Finder(
        lazy_pattern(rf"(?i)\b(?P<era>{'|'.join([*_ERAS, 'shōwa', 'taishō'])})\s+(?P<number>\d{{1,2}})(?!\w)"),
        _era,
        frozenset({*_ERAS, "sh", "taish"}),
        _D,
    ),
    Finder(
        lazy_pattern(
            r"(?<![\w.,:-])(?:(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d(?:\.\d{1,3})?))(?![\d:])"
        ),
        _stopwatch,
        _D,
        frozenset(":"),
    ),
    Finder(
        lazy_pattern(r"(?<![\w.,:-])(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d\.\d{1,3})(?![\d:])"),
        _stopwatch,
        _D,
        frozenset(":"),
    ),
    Finder(
        lazy_pattern(rf"(?i)\b{_MONTH}\s+{_DAY}{_DAY2}(?!\d|[.,:]\d)(?:,?\s+(?:in\s+)?{_YEAR})?{_NO_AMOUNT}"),
        _date,
        frozenset(MONTHS),
        _D,
    ),
    Finder(
        lazy_pattern(rf"(?i){_NOT_IN_WORD}{_DAY}{_DAY2}\s+(?:of\s+)?\b{_MONTH}(?:,?\s+{_YEAR})?(?!\w)"),
        _date,
        frozenset(MONTHS),
        _D,
    ),
    Finder(
        lazy_pattern(rf"(?i)\b(?P<day>{_NTH})\s+day\s+of\s+the\s+(?P<month>{_NTH})\s+(?:lunar\s+)?month\b"),
        _numbered_date,
        frozenset({"month"}),
    ),
    Finder(lazy_pattern(rf"(?i)\b{_MONTH},?\s+(?:of\s+)?{_YEAR}"), _date, frozenset(MONTHS), _D),
    Finder(
        lazy_pattern(
            rf"(?:{'|'.join(f'(?<=(?i:{word})[ -])' for word in _BEFORE_MONTH)})"
            r"(?P<month>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?|May\b|March\b)"
        ),
        lambda match: one("month", MONTHS[match["month"].lower().rstrip(".")], _span(match)),
        frozenset(MONTHS),
    ),
    Finder(
        lazy_pattern(rf"\b(?:{'|'.join(name.title() for name in _MONTH_NAMES if name not in {'march', 'may'})})\b"),
        lambda match: one("month", MONTHS[match[0].lower()], _span(match)),
        frozenset(_MONTH_NAMES),
    ),
    Finder(
        lazy_pattern(rf"(?i)\b(?P<name>{any_of(_DAY_NAMES)})s?\b"),
        _weekday,
        frozenset(_DAY_NAMES) | {f"{name}s" for name in _DAY_NAMES},
    ),
    Finder(
        lazy_pattern(r"\b(?P<name>Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)(?:\.(?=[\s,)])|(?=,? \d))"),
        _weekday,
        frozenset(WEEKDAYS),
    ),
    Finder(
        lazy_pattern(rf"(?i)\b(?:{any_of(_RELATIVE)})\b"),
        _relative,
        frozenset(["yesterday", "today", "tomorrow", "month", "year", "years"]),
    ),
    # times
    Finder(
        lazy_pattern(
            rf"(?i){_NOT_IN_WORD}(?P<low>\d{{1,2}})\s*(?:[-–—]|to)\s*(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))?"
            r"\s*(?P<half>[ap](?:\.\s?m\.|m\b))"
        ),
        _hours,
        _D,
        _HALVES,
    ),
    Finder(
        lazy_pattern(
            rf"(?i){_NOT_IN_WORD}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))?\s*(?P<half>[ap](?:\.\s?m\.|m\b))"
        ),
        _time,
        _D,
        _HALVES,
    ),
    Finder(
        lazy_pattern(r"(?<![\w.,:-])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])"), _time, _D, frozenset(":")
    ),
    Finder(
        lazy_pattern(r"(?<![\w.,:-])(?P<minute>\d{1,3}):(?P<second>[0-5]\d)(?![\d:])"), _minutes, _D, frozenset(":")
    ),
    Finder(
        lazy_pattern(
            rf"(?i)\b(?P<part>half|quarter)\s+(?P<side>past|to)(?:\s+(?P<hour>\d{{1,2}}|{WORDS}))?"
            r"(?!\s+(?:(?:one|a)\s+)?(?:half|third|quarter|\w+ths))"
        ),
        _past,
        frozenset({"past", "quarter"}),
        frozenset({"half", "quarter"}),
    ),
    Finder(lazy_pattern(r"(?i)\bquarter[\s-]hour(?:s|ly)?\b"), _quarter_hour, frozenset({"quarter"})),
    Finder(
        lazy_pattern(rf"(?i)(?:{_NOT_IN_WORD}|\b)(?P<hour>\d{{1,2}}|{WORDS})\s+o[’']clock"),
        _time,
        frozenset({"clock"}),
        NUMERAL_CUE,
    ),
    Finder(lazy_pattern(r"(?i)\b(?:noon|midday|midnight)\b"), _noon, frozenset({"noon", "midday", "midnight"})),
    # longer spans
    Finder(lazy_pattern(r"(?<![\w.,])['’‘]?(?P<decade>[12]\d\d0|\d0)['’]?s\b"), _decade, _D, frozenset({"s"})),
    Finder(lazy_pattern(rf"(?i)\b(?P<decade>{'|'.join(_TENS)})\b"), _decade, frozenset(_TENS)),
    Finder(
        lazy_pattern(r"(?i)\b(?:teens|teenage|teenaged|teenagers?|teen)\b"),
        _teens,
        frozenset(["teens", "teenage", "teenaged", "teenager", "teenagers", "teen"]),
    ),
    Finder(
        lazy_pattern(
            rf"(?i)(?:(?<!\w)(?P<digits>\d{{1,2}})(?:st|nd|rd|th)|\b(?P<words>{ORDINAL_WORDS}))[\s-]+centur(?:y|ies)\b"
        ),
        _century,
        frozenset({"century", "centuries"}),
    ),
    Finder(
        lazy_pattern(r"(?<![\w.,$£€¥-])(?P<low>[12]\d{3})\s?[-–—]\s?(?P<high>\d{2}|[12]\d{3})(?![\w-]|[.,:]\d)"),
        _years,
        _D,
        frozenset("-–—"),
    ),
    # ages
    Finder(
        lazy_pattern(rf"(?i){_NUMERALS}[\s-]+years?[\s-]+olds?\b"),
        _age,
        frozenset({"old", "olds"}),
        NUMERAL_CUE,
    ),
    Finder(
        lazy_pattern(rf"(?i)(?:(?<=\baged )|(?<=\bage )|(?<=\bage of )|(?<=\bages )){_NUMERALS}(?![\w.,]\d|\s*[-–])\b"),
        _age,
        frozenset({"aged", "age", "ages"}),
        NUMERAL_CUE,
    ),
)
