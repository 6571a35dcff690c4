"""Whether an article plainly is in a dialect that nobody asked for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.dialects import DIALECTS, dialect

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from taiyaku.formats.markdown.tree import Node

_CODE = frozenset({"CodeBlock", "Code", "InlineMath", "DisplayMath"})
_ALIKE = frozenset({"jinja", "liquid"})


def unread_dialects(data: bytes, root: Node, read: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield the dialects of which a text has signs outside of its code, except those that are read; with the bytes.

    Jinja and Liquid look alike; one of them is enough.
    """
    for name in DIALECTS:
        if name in read or (name in _ALIKE and not _ALIKE.isdisjoint(read)):
            continue
        at = next((at for at in _signs(data, name) if not _in_code(data, root, at)), None)
        if at is not None:
            yield name, at


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


def _in_code(data: bytes, root: Node, at: int) -> bool:
    """Whether a byte lies in code or in a comment."""
    path = [root]
    while path:
        for node in path.pop().children:
            if node.start <= at < node.end:
                if node.kind in _CODE or _is_comment(data, node):
                    return True
                path.append(node)
    return False


def _is_comment(data: bytes, node: Node) -> bool:
    return node.kind in {"HtmlBlock", "InlineHtml"} and data.startswith(b"<!--", node.start)


@cache
def _sign(name: str) -> tuple[re.Pattern[bytes], tuple[bytes, ...]]:
    one = dialect(name)
    return re.compile(one.sign.encode()), tuple(mark.encode() for mark in one.marks)
