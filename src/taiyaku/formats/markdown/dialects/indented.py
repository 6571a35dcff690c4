"""Blocks whose content is indented below their first line: read as items of a list, whose content is, too."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.dialects import dialect
from taiyaku.formats.markdown.dialects.fillers import item_filler, item_width, replaced
from taiyaku.formats.markdown.events import each_event

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from taiyaku.formats.markdown.dialects.scan import Range
    from taiyaku.formats.markdown.dialects.token import Token

_HEADER = re.compile(r"(?m)^[ \t>]*(?:(?:[-*]|\d{1,9}[.)])[ \t]+)*(!!!|\?\?\?|===)")
_DEEPEST = 20
"""What is nested deeper than so is taken for code, which four columns of indentation make it."""


def with_items(text: str, names: Sequence[str], barred: Collection[int]) -> tuple[str, dict[int, Token]]:
    """Put a marker of a list item before each first line of a block that is indented below it, the outermost first.

    The lines at `barred` are parts of something else. The text stays as long, in code points.
    """
    readers = [one.indented for one in map(dialect, names) if one.indented]
    headers: dict[int, Token] = {}
    lines = [m.start(1) for m in _HEADER.finditer(text) if m.start(1) not in barred] if readers else []
    for _ in range(_DEEPEST):
        code = code_in(text) if lines else []
        more = {}
        for at in lines:
            token = next(filter(None, (read(text, at) for read in readers)), None)
            if token is not None and not _inside(at, code) and _fits(token):
                more[at] = token
        if not more:
            break
        text = replaced(text, {(at, token.end): item_filler(token.source, len) for at, token in more.items()})
        headers |= more
        lines = [at for at in lines if at not in more]
    return text, headers


def lines_within(headers: Iterable[int], found: Iterable[Token]) -> set[int]:
    """Return which lines lie within a tag, as in code that it holds."""
    long = [token for token in found if "\n" in token.source]
    return {at for at in headers for token in long if token.start < at < token.end}


def _fits(token: Token) -> bool:
    return item_width(token.source) > 1


def code_in(text: str) -> list[Range]:
    """Return the code blocks of a text, in code points."""
    ranges: list[Range] = []
    data = text.encode()
    position = count = 0
    for event, where in each_event(text):
        if event.__class__ is dict and "CodeBlock" in str(event.get("Start", "")):
            count += len(data[position : where["start"]].decode())
            position = where["start"]
            ranges.append((count, count + len(data[position : where["end"]].decode())))
    return ranges


def _inside(at: int, ranges: Sequence[Range]) -> bool:
    index = bisect_right(ranges, at, key=lambda code: code[0]) - 1
    return index >= 0 and at < ranges[index][1]
