"""Aug. 8 or August 8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_LONG = ["January", "February", "August", "September", "October", "November", "December"]
_IN_LONG = lazy_pattern(rf"\b({'|'.join(_LONG)}) (?=[1-9]\d?(?!\d))")
_IN_SHORT = lazy_pattern(r"\b(Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\. (?=[1-9]\d?(?!\d))")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find months before a day that are not as the house, or most of the article, has them. March to July stay long."""
    found = {
        "long": [
            (index, match) for index, passage in targets(bitext, "en") for match in _IN_LONG.finditer(passage.masked)
        ],
        "short": [
            (index, match) for index, passage in targets(bitext, "en") for match in _IN_SHORT.finditer(passage.masked)
        ],
    }
    wanted = bitext.style.months_en
    usual = wanted or ("long" if len(found["long"]) >= len(found["short"]) else "short")
    wrong = found["short" if usual == "long" else "long"]
    if wrong and (wanted or found[usual]):
        index, match = wrong[0]
        message = Phrase(
            "“{month}” is not how months are written here (places: {count})", month=match[0].strip(), count=len(wrong)
        )
        marks = tuple(Mark("target", *other.span(1)) for place, other in wrong if place == index)
        yield Finding(CHECK.name, "warning" if wanted else "note", message, index, marks, (match[1],))


CHECK = Check(
    name="months",
    family="style-en",
    severity="warning",
    summary=Phrase("Months are written in two ways, or not as the house has them."),
    find=find,
    languages=("en",),
    examples=(
        Bad("8月8日", "On August 8", says="“August” is not how months", settings='[style.en]\nmonths = "short"'),
        Bad("8月8日", "On Aug. 8", says="“Aug.” is not how months", settings='[style.en]\nmonths = "long"'),
        Bad("8月8日、9月9日、10月1日", "On Aug. 8, Sept. 9 and October 1", says="“October” is not how months"),
        Good("8月8日", "On August 8", why="the house has no policy"),
        Good("5月8日", "On May 8", why="short months stay", settings='[style.en]\nmonths = "short"'),
        Good("8月", "In August", why="no day", settings='[style.en]\nmonths = "short"'),
        Good("8月8日、9月9日", "On Aug. 8 and Sept. 9", why="the same throughout"),
    ),
)
