"""Dates as newsrooms write them above an article. A year that nobody wrote is never filled in."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.english.dates import MONTHS
from taiyaku.japanese.eras import ERAS
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = (
    r"(?:\s*(?:[,|·•@]|at|—|-)?\s*\d{1,2}(?::\d{2}){1,2}\s*(?:[ap]\.?m\.?)?|\s*(?:[,|·•@]|at)\s*\d{1,2}\s*[ap]\.?m\.?)?"
    r"(?:\s*\(?(?:[PEMC][SD]?T|JST|UTC|GMT|Pacific|Eastern)(?:\s+time)?\)?)?"
)
_LABEL = (
    r"(?P<label>(?:last\s+)?(?:published|updated|posted|modified|date|filed|created|released?|publication\s+date|issue)"
    r"(?:\s+on)?\s*[:：]?\s*)?"
)
_ENGLISH = (
    lazy_pattern(rf"(?i){_LABEL}{_WEEKDAY}{_MONTH}\s+{_DAY}(?:,?\s+(?P<year>\d{{4}}))?{_CLOCK}"),
    lazy_pattern(rf"(?i){_LABEL}{_WEEKDAY}{_DAY}\s+{_MONTH}(?:,?\s+(?P<year>\d{{4}}))?{_CLOCK}"),
    lazy_pattern(
        rf"(?i){_LABEL}(?P<year>\d{{4}})[-/.](?P<number>\d{{1,2}})[-/.]{_DAY}"
        rf"(?:[T ]?\s*\d{{1,2}}:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?{_CLOCK}"
    ),
)
_AMBIGUOUS = lazy_pattern(rf"(?i){_LABEL}(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/(?P<year>\d{{4}}){_CLOCK}")
_JAPANESE = lazy_pattern(
    rf"""(?x)[（(【［]?(?P<label>(?:公開|更新|最終更新|配信|掲載|投稿|発行|作成|発表)?(?:日時|日)?\s*[：:＝]?\s*)?
    (?:(?:(?P<year>\d{{4}})|(?P<era>{"|".join(ERAS)})(?P<count>\d{{1,2}}|元))\s*年\s*)?(?P<number>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*日
    (?:\s*[(（]?[月火水木金土日](?:曜日?)?(?:・祝)?[)）]?)?
    (?:\s*(?:午前|午後)?\s*\d{{1,2}}\s*(?:時\s*(?:\d{{1,2}}\s*分)?|:\d\d)?)?\s*(?:公開|更新|配信|掲載|発行|付|付け|号|発表)?(?:\s*(?:朝刊|夕刊))?
    (?:\s*(?:ページ|記事)(?:番号|ID)\s*[：:]?\s*\d+)?[）)】］]?"""
)
_YEARLESS = (
    lazy_pattern(
        r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?\s\d{1,2}\b(?!,?\s\d{4})|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2}\b(?!,?\s\d{4})"
    ),
    lazy_pattern(r"(?<![年\d０-９])[\d０-９]{1,2}月[\d０-９]{1,2}日"),
)


class DateLine(NamedTuple):
    """A line that says when. `iso` is None without a year, or where day and month cannot be told apart."""

    iso: str | None
    updated: bool


def date_line(text: str) -> DateLine | None:
    """Return what a line says if it is a date and nothing else."""
    if len(text) > 60:  # noqa: PLR2004 (no date with its label is as long)
        return None
    plain = unicodedata.normalize("NFKC", text).strip("()[] ") if not text.isascii() else text.strip("()[] ")
    for pattern in (*_ENGLISH, _JAPANESE):
        match = pattern.fullmatch(plain)
        if match and _is_day(match):
            updated = "更新" in plain or "updated" in plain.lower() or "modified" in plain.lower()
            return DateLine(_iso(match), updated)
    match = _AMBIGUOUS.fullmatch(plain)
    if match:
        first, second = int(match["first"]), int(match["second"])
        month, day = (second, first) if first > 12 else (first, second)  # noqa: PLR2004 (months)
        clear = (first > 12) != (second > 12) or first == second  # noqa: PLR2004
        return DateLine(_valid(int(match["year"]), month, day) if clear else None, "updated" in plain.lower())
    return None


def iso_date(text: str) -> str | None:
    """Return a date as `2024-08-08` if `text` is one with its year."""
    found = date_line(text)
    return found.iso if found else None


def yearless_date(text: str) -> str | None:
    """Return the first date in a text that has no year: “Aug. 8”."""
    matches = [match for pattern in _YEARLESS if (match := pattern.search(text))]
    return min(matches, key=lambda match: match.start())[0] if matches else None


def _is_day(match: re.Match[str]) -> bool:
    return 1 <= _month(match) <= 12 and 1 <= int(match["day"]) <= 31  # noqa: PLR2004 (months and days)


def _month(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("number"):
        return int(groups["number"])
    return MONTHS.get(groups["month"].lower(), 0)


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups.get("era"):
        year = ERAS[groups["era"]] + (1 if groups["count"] == "元" else int(groups["count"]))
    elif groups.get("year"):
        year = int(groups["year"])
    else:
        return None
    return _valid(year, _month(match), int(groups["day"]))


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
