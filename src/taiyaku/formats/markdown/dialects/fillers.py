"""What stands for a tag while the parser reads: as long, line by line, and nothing but a block or a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from taiyaku.formats.markdown.dialects.scan import Range

_ITEM = "+   "
"""What has this for its marker holds what is indented by four columns; a shorter one holds it, too."""
_SHORTEST = 3
"""The bytes of an HTML block at least."""


def bytes_in(text: str) -> int:
    """Return the length of a text in bytes of UTF-8."""
    return len(text.encode())


def item_filler(source: str, size_of: Callable[[str], int]) -> str:
    """Return the marker of an item and an HTML block, together as long as the line that they stand for."""
    width = item_width(source)
    return _ITEM[:width] + (block_filler(source[width:], 0, size_of) or "")


def item_width(source: str) -> int:
    """Return how wide the marker of an item is that stands for a line; less than 2 if there is no room for one."""
    return min(len(_ITEM), len(source) - _SHORTEST)


def block_filler(source: str, quotes: int, size_of: Callable[[str], int]) -> str | None:
    """Return an HTML block as long as a tag, line by line; None where a line is too short for it.

    What begins a line of a quotation is kept, since it is the quotation's.
    """
    kept = re.compile(rf"(?:[ \t]*>){{0,{quotes}}}[ \t]*")
    lines = source.split("\n")
    filled = []
    for number, line in enumerate(lines):
        content = line.removesuffix("\r")
        prefix = kept.match(content)[0] if number else ""  # type: ignore[index]  # it matches the empty text
        size = size_of(content) - len(prefix)
        first, last = number == 0, number == len(lines) - 1
        if first and last and size == _SHORTEST:
            inner = "<?>"
        else:
            head, tail = "<!x" if first else "", ">" if last else ""
            if size < len(head) + len(tail):
                return None
            inner = head + "x" * (size - len(head) - len(tail)) + tail
        filled.append(prefix + inner + line[len(content) :])
    return "\n".join(filled)


def replaced(text: str, replacements: Mapping[Range, str]) -> str:
    """Return a text with what stands for some of its ranges."""
    pieces: list[str] = []
    position = 0
    for (start, end), filler in sorted(replacements.items()):
        pieces += (text[position:start], filler)
        position = end
    return "".join((*pieces, text[position:]))
