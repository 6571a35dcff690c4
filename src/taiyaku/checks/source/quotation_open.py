"""A quotation that the author opened and never closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_PAIRS = {"「": "」", "『": "』", "“": "”"}
_STRAIGHT = lazy_pattern(r'(?<!\d)"')
_REACH = 12
"""A quotation may run over so many paragraphs."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find quotations that are not closed in their paragraph or one of the next, and that none of them opens anew."""
    texts = [pair.source.masked for pair in bitext.pairs]
    for index, text in enumerate(texts):
        following = texts[index + 1 : index + _REACH]
        for opening, place in _opened(text):
            closing = _PAIRS.get(opening, opening)
            if any(closing in other for other in following) or _closes_before(
                texts[max(0, index - _REACH) : index], opening
            ):
                continue
            message = Phrase("in the source, a quotation is opened and never closed: “{sign}”", sign=opening)
            yield Finding(CHECK.name, "warning", message, index, (Mark("source", place, place + 1),), (opening,))


def _opened(text: str) -> Iterator[tuple[str, int]]:
    for opening, closing in _PAIRS.items():
        if text.count(opening) > text.count(closing):
            yield opening, text.rindex(opening)
    straight = [match.start() for match in _STRAIGHT.finditer(text)]
    if len(straight) % 2 == 1:
        yield '"', straight[-1]


def _closes_before(before: list[str], opening: str) -> bool:
    """Whether a straight quote here closes what a paragraph before opened."""
    return opening == '"' and any(len(_STRAIGHT.findall(text)) % 2 == 1 for text in before)


CHECK = Check(
    name="quotation-open",
    family="source",
    severity="warning",
    summary=Phrase("In the source, a quotation is opened and never closed."),
    find=find,
    scope="source",
    examples=(
        Bad("“It was a great day, he said.", "", says="a quotation is opened and never closed"),
        Bad("「最高の一日だと語った。", "", says="a quotation is opened and never closed: “「”"),
        Bad('"It was a great day, he said.\n\nAll cheered.', "", says="a quotation is opened"),
        Good("“It was a great day,” he said.", "", why="closed"),
        Good("“We sang.\n\n“We danced,” he said.", "", why="opened anew in the next paragraph"),
        Good("「歌った。\n\n踊った」と語った。", "", why="closed in the next paragraph"),
        Good("He is 6'2\" tall.", "", why="inches"),
    ),
)
