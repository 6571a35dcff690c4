"""A date whose day of the week is another in the calendar: 8月8日（木） must be a Thursday."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.finding import Side
    from taiyaku.checks.passage import Passage
    from taiyaku.text.facts import Fact

_BESIDE = lazy_pattern(r"[\s,、・（(）)]*(?:the\s+)?", re.IGNORECASE)
_WITHIN = lazy_pattern(r"[\s,.、]*(?:of\s+|in\s+)?", re.IGNORECASE)
"""What stands between a day of the week and its date, and within a date."""

_HALF_A_YEAR = timedelta(days=183)


class Claim(NamedTuple):
    """A day of the week that a text gives to a date. `facts` are its parts; `year` or `month` is None if not told."""

    weekday: int
    day: int
    month: int | None
    year: int | None
    start: int
    end: int


def claims(passage: Passage) -> Iterator[Claim]:
    """Yield each date with its day of the week, in the order of the text."""
    facts = [fact for fact in passage.facts if fact.kind in _PARTS and fact.unit != "relative"]
    for number, fact in enumerate(facts):
        if fact.kind == "weekday":
            before = _beside(facts[max(0, number - _NEAR) : number][::-1], fact, passage.text)
            after = [] if before else _beside(facts[number + 1 : number + 1 + _NEAR], fact, passage.text)
            claim = _claim(fact, before or after, facts[max(0, number - 2 * _NEAR) : number], passage.text)
            if claim is not None:
                yield claim


_NEAR = 3
"""A date has no more parts: year, month and day."""

_PARTS = frozenset({"weekday", "day", "month", "year"})


def _beside(facts: Sequence[Fact], weekday: Fact, text: str) -> list[Fact]:
    """Return the parts of one date that stand next to a day of the week with nothing but punctuation between."""
    found: list[Fact] = []
    last = weekday
    for fact in facts:
        first, second = sorted((fact, last), key=lambda each: each.span)
        gap = _BESIDE if last is weekday else _WITHIN
        between = text[first.span.end : second.span.start]
        if fact.kind == "weekday" or fact.kind in {each.kind for each in found} or not gap.fullmatch(between):
            break
        found.append(fact)
        last = fact
    return found


def _claim(weekday: Fact, parts: Sequence[Fact], before: Sequence[Fact], text: str) -> Claim | None:
    values = {fact.kind: int(fact.value) for fact in parts}
    if "day" not in values:
        return None
    if "month" not in values:  # 8月8日（木）〜10日（土）
        values |= {fact.kind: int(fact.value) for fact in before if fact.kind in {"month", "year"}}
    spans = [weekday.span, *(fact.span for fact in parts)]
    start, end = min(spans).start, max(spans, key=lambda span: span.end).end
    end += text[end : end + 1] in {"）", ")"}
    return Claim(int(weekday.value), values["day"], values.get("month"), values.get("year"), start, end)


def right_weekday(claim: Claim, published: date | None) -> int | None:
    """Return the day of the week that a claim's date has; None if it is the claimed one, or cannot be known.

    Without a year it is the date nearest to that of publication, without a month the nearest such day.
    """
    dates = _dates(claim, published)
    if not dates or any(each.weekday() == claim.weekday for each in dates):
        return None
    return dates[0].weekday()


def _dates(claim: Claim, published: date | None) -> list[date]:
    if claim.year is not None and claim.year > 99 and claim.month is not None:  # noqa: PLR2004 (28年 is not year 28)
        candidates = [(claim.year, claim.month)]
    elif published is None:
        return []
    elif claim.month is not None:
        candidates = [(published.year + step, claim.month) for step in (-1, 0, 1)]
    else:
        months = [published.year * 12 + published.month - 1 + step for step in (-1, 0, 1)]
        candidates = [(month // 12, month % 12 + 1) for month in months]
    dates = [each for year, month in candidates if (each := _date(year, month, claim.day)) is not None]
    if published is not None and len(candidates) > 1:
        dates = [each for each in dates if abs(each - published) <= _HALF_A_YEAR]
        dates.sort(key=lambda each: abs(each - published))
    return dates


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _find(bitext: Bitext) -> Iterator[Finding]:
    """Find the fault of a pair. Of an article that is at hand, the source's own faults are the desk's affair."""
    for number, pair in enumerate(bitext.pairs):
        faults: dict[tuple[int, int], list[tuple[Side, Claim, int]]] = {}
        sides: tuple[tuple[Side, Passage], ...] = (("source", pair.source), ("target", pair.target))
        for side, passage in sides:
            for claim in claims(passage):
                if side == "target" and any(fact.kind == "weekday" for fact in pair.source.facts) and not faults:
                    continue  # the source is right, and the comparison tells that they differ
                right = right_weekday(claim, bitext.date)
                if right is not None:
                    faults.setdefault((claim.day, claim.weekday), []).append((side, claim, right))
        for found in faults.values():
            if found[0][0] == "source" and pair.segment is not None:
                continue
            yield _finding(number, found, {side: passage.text for side, passage in sides})


def _finding(number: int, found: Sequence[tuple[Side, Claim, int]], texts: dict[Side, str]) -> Finding:
    """One fault, even where the translation repeats it after the source."""
    side, claim, right = found[0]
    words = texts[side][claim.start : claim.end]
    if side == "source":
        message = Phrase(
            "by the calendar, “{words}” in the source is a {weekday}", words=words, weekday=WEEKDAYS[right]
        )
    else:
        message = Phrase("by the calendar, “{words}” is a {weekday}", words=words, weekday=WEEKDAYS[right])
    marks = tuple(Mark(side, claim.start, claim.end) for side, claim, _ in found)
    return Finding("calendar", "error", message, number, marks, (words,))


WEEKDAYS = (
    Phrase("Monday"),
    Phrase("Tuesday"),
    Phrase("Wednesday"),
    Phrase("Thursday"),
    Phrase("Friday"),
    Phrase("Saturday"),
    Phrase("Sunday"),
)

CHECK = Check(
    name="calendar",
    family="facts",
    severity="error",
    summary=Phrase("A date falls on another day of the week."),
    find=_find,
    examples=(
        Bad("It opens on August 8, 2024.", "2024年8月8日（金）に開業する。", "“2024年8月8日（金）” is a Thursday"),
        Good("It opens on Friday, Aug. 8.", "8月8日（金）に開業する。", "the source’s own fault", date="2024-08-01"),
        Good("It opens on Thursday, Aug. 8.", "8月8日（木）に開業する。", "so it is", date="2024-08-01"),
        Good("It opens on Friday, Aug. 8.", "8月8日（金）に開業する。", "the year is not known"),
        Good(
            "It opens on Aug. 8. Friday is a holiday.",
            "8月8日に開業する。金曜は休みだ。",
            "not that day",
            date="2024-08-01",
        ),
    ),
)
