"""A day of the week that the date in the source does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.facts.calendar import WEEKDAYS, claims, right_weekday
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.facts.calendar import Claim

_WEEK = 7


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find dates whose weekday is another in the calendar; without a year, those of one month that contradict."""
    first: dict[int, tuple[int, Claim, str]] = {}
    for index, pair in enumerate(bitext.pairs):
        for claim in claims(pair.source):
            words = pair.source.text[claim.start : claim.end]
            right = right_weekday(claim, bitext.date)
            if right is not None:
                message = Phrase(
                    "by the calendar, “{words}” in the source is a {weekday}", words=words, weekday=WEEKDAYS[right]
                )
                yield _finding(index, claim, message, (words,))
            elif bitext.date is None and claim.year is None and claim.month is not None:
                before = first.setdefault(claim.month, (index, claim, words))
                if (claim.weekday - claim.day) % _WEEK != (before[1].weekday - before[1].day) % _WEEK:
                    message = Phrase(
                        "“{words}” and “{before}” in the source are in no year together", words=words, before=before[2]
                    )
                    yield _finding(index, claim, message, (words, before[2]), before[0])


def _finding(index: int, claim: Claim, message: Phrase, evidence: tuple[str, ...], *also: int) -> Finding:
    marks = (Mark("source", claim.start, claim.end),)
    return Finding(CHECK.name, "error", message, index, marks, evidence, also=also)


CHECK = Check(
    name="calendar",
    family="source",
    severity="error",
    summary=Phrase("In the source, a date falls on another day of the week."),
    find=find,
    scope="source",
    examples=(
        Bad("It opens on Friday, August 8, 2024.", "", says="“Friday, August 8, 2024” in the source is a Thursday"),
        Bad("2024年8月8日（金）に開業する。", "", says="“2024年8月8日（金）” in the source is a Thursday"),
        Bad("8月8日（金）に開業する。", "", says="is a Thursday", date="2024-08-01"),
        Bad(
            "It opens on Friday, Aug. 8.\n\nIt closes on Friday, Aug. 16.",
            "",
            says="“Friday, Aug. 16” and “Friday, Aug. 8” in the source are in no year together",
        ),
        Good("It opens on Thursday, Aug. 8.", "", why="so it is", date="2024-08-01"),
        Good("It opens on Friday, Aug. 8.", "", why="the year is not known"),
        Good("8月8日（金）に開き、16日（土）に閉じる。", "", why="that may be"),
    ),
)
