"""One person, two ages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_ENGLISH = lazy_pattern(
    r"(?P<name>[A-Z][a-z’'-]+)(?:, | \()(?P<age>[1-9]\d)(?=[,)])"
    r"|(?P<age2>[1-9]\d)-year-old (?:[a-z]+ ){0,2}(?:[A-Z][a-z’'-]+ )*(?P<name2>[A-Z][a-z’'-]+)"
    r"|(?P<name3>[A-Z][a-z’'-]+),? (?:who is|is|aged) (?P<age3>[1-9]\d)(?: years old|\.$)"
)
_JAPANESE = lazy_pattern(
    r"(?P<name>[一-鿿々ァ-ヴー・]{2,12})(?:さん|氏|選手|被告|容疑者|市長|町長|知事|議員|会長|社長)[（(](?P<age>[1-9１-９][0-9０-９])歳?[）)]"
)
_MONTH_WORDS = (
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug "
    "Sept Sep Oct Nov Dec"
)
_MONTHS = frozenset(_MONTH_WORDS.split())


class _Age(NamedTuple):
    pair: int
    start: int
    end: int
    name: str
    age: int
    words: str


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find the same name with another age than before in the article."""
    first: dict[str, _Age] = {}
    for index, pair in enumerate(bitext.pairs):
        for age in _ages(index, pair.source):
            before = first.setdefault(age.name, age)
            if before.age != age.age:
                message = Phrase(
                    "the source says “{now}” here and “{before}” before", now=age.words, before=before.words
                )
                marks = (Mark("source", age.start, age.end),)
                yield Finding(
                    CHECK.name, "warning", message, index, marks, (age.words, before.words), also=(before.pair,)
                )


def _ages(index: int, passage: Passage) -> Iterator[_Age]:
    pattern = _JAPANESE if passage.language == "ja" else _ENGLISH
    for match in pattern.finditer(passage.masked):
        groups = match.groupdict()
        name = next(text for key, text in groups.items() if key.startswith("name") and text)
        age = next(text for key, text in groups.items() if key.startswith("age") and text)
        if name not in _MONTHS:
            yield _Age(index, *match.span(), name, int(age), passage.text[slice(*match.span())])


CHECK = Check(
    name="age-conflict",
    family="source",
    severity="warning",
    summary=Phrase("The source gives one person two ages."),
    find=find,
    scope="source",
    examples=(
        Bad(
            "Shohei Ohtani, 29, came to town.\n\nThe 30-year-old Ohtani smiled.",
            "",
            says="“30-year-old Ohtani” here and “Ohtani, 29” before",
        ),
        Bad(
            "大谷翔平選手（29）が来た。\n\n大谷翔平選手（30）は笑った。",
            "",
            says="“大谷翔平選手（30）” here and “大谷翔平選手（29）” before",
        ),
        Good("Shohei Ohtani, 29, came.\n\nThe 29-year-old Ohtani smiled.", "", why="the same"),
        Good("Ann Ohtani, 29, came with Yuki Sato, 30.", "", why="two people"),
        Good("He came on August 29, and left on August 30, smiling.", "", why="dates"),
    ),
)
