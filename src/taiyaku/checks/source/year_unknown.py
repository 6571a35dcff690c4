"""A date without a year in an article without a date."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_NEAR = 4
"""A year right beside a month belongs to it (code points)."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find the first month with a day of which nothing tells the year: neither the text nor the front matter."""
    if bitext.date is not None:
        return
    for index, pair in enumerate(bitext.pairs):
        for start, end in _dates(pair.source):
            words = pair.source.text[start:end]
            message = Phrase("nothing tells the year of “{words}”: the article has no date of publication", words=words)
            yield Finding(CHECK.name, "note", message, index, (Mark("source", start, end),), (words,))
            return


def _dates(passage: Passage) -> Iterator[tuple[int, int]]:
    facts = [fact for fact in passage.facts if fact.kind in {"year", "month", "day"} and fact.unit != "relative"]
    years = [fact.span for fact in facts if fact.kind == "year"]
    for month, day in pairwise(facts):
        if {month.kind, day.kind} != {"month", "day"} or day.span.start - month.span.end > _NEAR:
            continue
        start, end = month.span.start, day.span.end
        if not any(start - _NEAR <= span.end and span.start <= end + _NEAR for span in years):
            yield start, end


CHECK = Check(
    name="year-unknown",
    family="source",
    severity="note",
    summary=Phrase("Nothing tells the year of a date in the source."),
    find=find,
    scope="source",
    examples=(
        Bad("It opened on Aug. 8.", "", says="nothing tells the year of “Aug. 8”"),
        Bad("8月8日に開業した。", "", says="nothing tells the year of “8月8日”"),
        Good("It opened on Aug. 8.", "", why="the article is of that year", date="2024-08-10"),
        Good("It opened on Aug. 8, 2024.", "", why="the text tells it"),
        Good("2024年8月8日に開業した。", "", why="the text tells it"),
    ),
)
