"""What an alignment looks at: the segments of a document with what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.alignment.marks import Marks, marks_in, without_addresses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.article.document import Document

IMAGE_ROLES = frozenset({"alt", "caption"})
_FLAT_ROLES = frozenset({"paragraph", "headline"})
_PLAIN_GAP = re.compile(r"[\s>]*")
_ITEM = re.compile(r"(?:^|\n)[ \t>]*(?:[-*+]|(\d{1,9})[.)])[ \t]+(?:\[.\][ \t]+)?$")
_FOOTNOTE = re.compile(r"\[\^([^\]]+)\]:[ \t]*$")
_CELL = re.compile(r"(?<!\\)\|")
_WORD = re.compile(r"[A-Za-z_]\w+")
_CODE_WORDS = 3  # as many make a gap worth comparing


class Unit(NamedTuple):
    """A segment as the alignment sees it.

    `text` is without the addresses of links. `rank` is a heading's, or of an image part its address. `place` is a
    footnote's label, or the column of a table's cell; `marker` is `-` or `1.` for the first text of a list's item.
    `before` are the words of what stands between the segment before and this one and is no segment: code, HTML.
    `plain_before` says that there is nothing but blank lines.
    """

    text: str
    role: str
    rank: str
    place: str
    marker: str
    before: Counter[str]
    plain_before: bool
    marks: Marks


def units_of(document: Document, indexes: Sequence[int]) -> list[Unit]:
    """Return the units of some of a document's segments, by their indexes."""
    units = []
    for index in indexes:
        segment = document.segments[index]
        end = document.segments[index - 1].span.end if index else 0
        gap = document.source[max(end, document.body) : segment.span.start]
        units.append(_unit(document, index, gap))
    return units


def _unit(document: Document, index: int, gap: str) -> Unit:
    segment = document.segments[index]
    note = segment.note[0] if segment.note else ""
    item = _ITEM.search(gap)
    words = _WORD.findall(gap)
    return Unit(
        without_addresses(segment.text),
        segment.role,
        note.partition(": ")[2] if segment.role in IMAGE_ROLES else note if segment.role == "heading" else "",
        _place(document, index, gap),
        "" if item is None else "1." if item[1] else "-",
        Counter(words) if len(words) >= _CODE_WORDS else Counter(),
        _PLAIN_GAP.fullmatch(gap) is not None,
        marks_in(segment.text),
    )


def _place(document: Document, index: int, gap: str) -> str:
    segment = document.segments[index]
    if segment.role == "cell":
        start = document.source.rfind("\n", 0, segment.span.start) + 1
        line = document.source[start : segment.span.start]
        return str(len(_CELL.findall(line.lstrip(" \t>").removeprefix("|"))))
    label = _FOOTNOTE.search(gap)
    return label[1] if label else ""


def has_structure(units: Sequence[Unit]) -> bool:
    """Whether the roles of these units tell anything: plain text has paragraphs only."""
    return any(unit.role not in _FLAT_ROLES for unit in units)
