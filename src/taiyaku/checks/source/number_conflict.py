"""250 students here, 200 students there."""

from __future__ import annotations

import re
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
    r"(?<![\w.,$€£¥#/-])(?P<number>\d{1,3}(?:,\d{3})+|\d{2,})(?![\d.,%/-]) "
    r"(?:[a-z]+ )?(?P<noun>[a-z]{4,}s|people|children|men|women)\b"
)
_JAPANESE = lazy_pattern(
    r"(?P<noun>[一-鿿]{2,6}|(?<![ァ-ヺー])[ァ-ヺー]{3,20})(?:は|が|の|ら)?(?:約|計|総勢)?(?P<number>[0-9０-９,，]{2,})人"
)
_DIGIT = lazy_pattern("[0-9０-９]{2}")
_TIMES_WORDS = (
    "years months weeks days hours minutes seconds times points percent dollars pounds euros cents miles "
    "meters metres yards degrees votes pages kilometers kilometres acres tons grams feet inches"
)
_TIMES = frozenset(_TIMES_WORDS.split())
_HUNDRED = 100


class _Claim(NamedTuple):
    pair: int
    start: int
    end: int
    value: int
    noun: str
    words: str


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find a number of the same things twice in an article, with values near enough to be meant as the same."""
    first: dict[str, _Claim] = {}
    told: set[str] = set()
    for index, pair in enumerate(bitext.pairs):
        for claim in _claims(index, pair.source):
            other = first.setdefault(claim.noun, claim)
            if claim.noun not in told and _conflict(claim, other):
                told.add(claim.noun)
                message = Phrase(
                    "the source says “{one}” here and “{other}” before", one=claim.words, other=other.words
                )
                marks = (Mark("source", claim.start, claim.end),)
                yield Finding(CHECK.name, "note", message, index, marks, (claim.words, other.words))


def _claims(index: int, passage: Passage) -> Iterator[_Claim]:
    if not _DIGIT.search(passage.text):
        return
    pattern = _JAPANESE if passage.language == "ja" else _ENGLISH
    for match in pattern.finditer(passage.masked):
        digits = re.sub("[,，]", "", match["number"])
        if digits and match["noun"] not in _TIMES:
            words = passage.text[match.start() : match.end()]
            yield _Claim(index, *match.span(), int(digits), match["noun"], words)


def _conflict(one: _Claim, other: _Claim) -> bool:
    """Whether two numbers of the same things are near each other: 250 and 200, but not 250 and 12."""
    low, high = sorted((one.value, other.value))
    return low != high and low * 2 > high and high >= _HUNDRED // 2 and not _is_year(one.value)


def _is_year(value: int) -> bool:
    return 1800 <= value <= 2100  # noqa: PLR2004 - years of our time


CHECK = Check(
    name="number-conflict",
    family="source",
    severity="note",
    summary=Phrase("The source gives two numbers for what may be the same."),
    find=find,
    scope="source",
    examples=(
        Bad(
            "Some 250 students sang.\n\nThe 200 students then left.",
            "",
            says="“200 students” here and “250 students” before",
        ),
        Bad("生徒250人が歌った。\n\nその後、生徒200人は帰った。", "", says="“生徒200人” here and “生徒250人” before"),
        Good("Some 250 students sang.\n\nThe 250 students left.", "", why="the same"),
        Good("Some 250 students sang.\n\nOf them, 12 students danced.", "", why="too few to be the same"),
        Good("It took 30 days.\n\nIt took 40 days.", "", why="times are many"),
        Good("Some 250 students sang to 200 teachers.", "", why="other people"),
    ),
)
