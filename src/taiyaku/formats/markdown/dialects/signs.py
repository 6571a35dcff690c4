"""Whether an article plainly is in a dialect that nobody asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.dialects import DIALECTS, dialect
from taiyaku.formats.markdown.tree import descendants

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from taiyaku.formats.markdown.dialects.scan import Range
    from taiyaku.formats.markdown.tree import Node

_CODE = frozenset({"CodeBlock", "Code", "InlineMath", "DisplayMath"})
_ALIKE = frozenset({"jinja", "liquid"})


def unread_dialects(data: bytes, root: Node, read: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield the dialects of which a text has signs outside of its code, except those that are read; with the bytes.

    Jinja and Liquid look alike; one of them is enough.
    """
    code: list[Range] | None = None
    for name in DIALECTS:
        if name in read or (name in _ALIKE and not _ALIKE.isdisjoint(read)):
            continue
        for at in _signs(data, name):
            if code is None:
                code = list(_code(data, root))
            if not _inside(at, code):
                yield name, at
                break


def _signs(data: bytes, name: str) -> Iterator[int]:
    """Yield where the signs of a dialect stand, line by line; every article is searched, so that it has to be fast."""
    sign, marks = _sign(name)
    braces = b"{" in data  # told far sooner than what is longer
    for mark in marks:
        if mark.startswith(b"{") and not braces:
            continue
        at = 0 if mark.startswith(b"\n") else data.find(mark)
        while at >= 0:
            start = data.rfind(b"\n", 0, at + 1) + 1
            end = data.find(b"\n", at + 1)
            for found in sign.finditer(data[start : end if end >= 0 else len(data)]):
                yield start + found.start() + len(found[0]) - len(found[0].lstrip())
            at = data.find(mark, end) if end >= 0 else -1


def _code(data: bytes, root: Node) -> Iterator[Range]:
    """The bytes of code and comments."""
    for node in descendants(root):
        if node.kind in _CODE or (node.kind in {"HtmlBlock", "InlineHtml"} and data.startswith(b"<!--", node.start)):
            yield node.start, node.end


def _inside(at: int, ranges: list[Range]) -> bool:
    index = bisect_right(ranges, at, key=lambda one: one[0]) - 1
    return index >= 0 and at < ranges[index][1]


@cache
def _sign(name: str) -> tuple[re.Pattern[bytes], tuple[bytes, ...]]:
    one = dialect(name)
    return re.compile(one.sign.encode()), tuple(mark.encode() for mark in one.marks)
