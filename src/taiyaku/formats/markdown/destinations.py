"""Where the addresses of links and images stand in an article, and the same article with others in their places.

All of Markdown's ways to write one are known (CommonMark 0.31, 6.3 to 6.5 and 4.7): `[a](address)`, `![a](<address>)`,
`<address>`, `[label]: address`. The addresses in HTML of the author's own are left alone.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.formats.markdown.front_matter import encode_scalar
from taiyaku.formats.markdown.tree import LEAVES, OPAQUE, descendants
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from taiyaku.formats.markdown.body import Body
    from taiyaku.formats.markdown.front_matter import FrontMatter
    from taiyaku.formats.markdown.tree import Node

_IN_PARENTHESES = re.compile(rb"\]\(\s*(?:<(?P<closed>(?:[^<>\\\n]|\\.)*)>|(?P<open>(?:[^\s\\]|\\.)*(?=\s|\)\Z)))")
_DEFINITION = re.compile(
    rb"^[ >\t]*\[(?!\^)(?:[^\[\]\\]|\\.)+\]:[ \t]*(?:\n[ >\t]*)?"
    rb"(?:<(?P<closed>(?:[^<>\\\n]|\\.)*)>|(?P<open>[^\s<]\S*))",
    re.MULTILINE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w*);")
_SPECIAL = re.compile(r"[\\<>]|&(?=[A-Za-z#])")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*")


class Destination(NamedTuple):
    """An address in the body: its bytes as written, what it reads as; `closed` if it stands in angle brackets.

    `shown` is an address that is its link's text as well.
    """

    start: int
    end: int
    address: str
    closed: bool = False
    shown: bool = False


def destinations(body: Body) -> Iterator[Destination]:
    """Yield the addresses in a body, those of reference links where they are defined."""
    blocks: list[tuple[int, int]] = []
    for node in descendants(body.root):
        if node.kind in {"Link", "Image"}:
            address = node.detail["dest_url"]
            if node.detail["link_type"] == "Inline":
                yield from _in_parentheses(body.view, node, address)
            elif node.detail["link_type"] == "Autolink":
                yield Destination(node.start + 1, node.end - 1, address, closed=True, shown=True)
        elif node.kind in LEAVES or node.kind in OPAQUE:
            blocks.append((node.start, node.end))
    yield from _definitions(body.view, blocks)


def _in_parentheses(data: bytes, node: Node, address: str) -> Iterator[Destination]:
    start = node.children[-1].end if node.children else node.start
    match = _IN_PARENTHESES.search(data, start, node.end)
    if match is not None:
        name = "open" if match["closed"] is None else "closed"
        yield Destination(*match.span(name), address, closed=name == "closed")


def _definitions(data: bytes, blocks: list[tuple[int, int]]) -> Iterator[Destination]:
    position = 0
    for match in _DEFINITION.finditer(data):
        while position < len(blocks) and blocks[position][1] <= match.start():
            position += 1
        if position < len(blocks) and blocks[position][0] < match.end():
            continue  # a text, or code, that looks like one
        name = "open" if match["closed"] is None else "closed"
        yield Destination(*match.span(name), _read(match[name].decode()), closed=name == "closed")


def _read(written: str) -> str:
    """Return an address as the parser reads it: backslashes and entities taken for what they stand for."""
    return _ESCAPED.sub(lambda match: match[1] or unescape(match[0]), written)


def encode_address(address: str, *, closed: bool) -> str:
    """Return an address as Markdown reads it, in angle brackets or (not `closed`) without, if it can do without."""
    written = _SPECIAL.sub(r"\\\g<0>", address)
    if closed:
        return written
    return f"<{written}>" if re.search(r"[\s()]", written) else written


def readdressed(front: FrontMatter, body: Body, table: Mapping[str, str], skipped: str) -> dict[Span, str]:
    """Return what is to be written where, in code points, so that the addresses in `table` become what it says.

    In the front matter these are the values that are nothing but such an address; those of the key `skipped` stay.
    """
    changes = {
        scalar.span: encode_scalar(scalar, table[scalar.text])
        for scalar in front.scalars
        if scalar.text in table and scalar.key.partition(".")[0] != skipped
    }
    position, count = 0, front.end
    for found in sorted(destinations(body)):
        address = table.get(found.address)
        if address is None or (found.shown and not _SCHEME.fullmatch(address)):
            continue
        count += len(body.data[position : found.start].decode())
        position = found.start
        length = len(body.data[found.start : found.end].decode())
        written = address if found.shown else encode_address(address, closed=found.closed)
        changes[Span(count, count + length)] = written
    return changes
