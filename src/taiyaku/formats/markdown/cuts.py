"""Taking leaves out of a text, with their markers and the blank lines between."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from taiyaku.formats.markdown.tree import LEAVES, OPAQUE, Node, walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


def cut_ranges(data: bytes, root: Node, leaves_gone: Collection[Node]) -> Iterator[tuple[int, int]]:
    """Yield the ranges in bytes that take leaves out, with their markers and the blank lines between."""
    gone = _with_emptied(root, leaves_gone)
    path = [root]
    while path:
        container = path.pop()
        blocks = _blocks(container)
        for is_gone, group in groupby(enumerate(blocks), key=lambda item: item[1] in gone):
            run = list(group)
            if is_gone:
                yield _cut_range(data, blocks, run[0][0], run[-1][0], numbered=container.kind == "List")
            else:
                path += [block for _, block in run if block.kind not in LEAVES]


def _cut_range(data: bytes, blocks: Sequence[Node], first: int, last: int, *, numbered: bool) -> tuple[int, int]:
    """The range of some neighbours, with the blank lines after them, or before them if they are the last.

    Of the first items of a list the marker stays, and the one of the next item goes instead: a list counts from its
    first marker.
    """
    start, end = blocks[first].start, _content_end(data, blocks[last])
    if numbered and first == 0 and last + 1 < len(blocks) and blocks[0].children and blocks[last + 1].children:
        return blocks[0].children[0].start, blocks[last + 1].children[0].start
    if last + 1 < len(blocks) and blocks[last + 1].start < blocks[last + 1].end:
        following = blocks[last + 1].start
        if not data[end:following].strip(b" \t\r\n>"):
            end = following
    elif first > 0:
        before = _content_end(data, blocks[first - 1])
        if not data[before:start].strip(b" \t\r\n>"):
            start = before
    return start, end


def _with_emptied(root: Node, leaves_gone: Collection[Node]) -> set[Node]:
    """The leaves that go, and the containers of which nothing is left."""
    gone = set(leaves_gone)

    def leave(block: Node) -> None:
        blocks = _blocks(block)
        if blocks and all(child in gone for child in blocks):
            gone.add(block)

    walk(root.children, lambda block: (block, _blocks(block)), leave)
    return gone


def _blocks(block: Node) -> list[Node]:
    """The blocks in a container; none in a leaf."""
    return [] if block.kind in LEAVES or block.kind in OPAQUE else block.children


def _content_end(data: bytes, block: Node) -> int:
    marks = b" \t\r\n" if block.kind in {"HtmlBlock", "Tag"} else b" \t\r\n>"  # a tag may end with what quotes a line
    return block.start + len(data[block.start : block.end].rstrip(marks))
