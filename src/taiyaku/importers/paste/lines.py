"""The lines of a paste: line ends of all systems, invisible characters taken out, form feeds as ends of pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase
from taiyaku.importers.imported import Remark
from taiyaku.importers.paste.block import Line
from taiyaku.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

SOFT_HYPHEN = "\u00ad"
_ENDS = re.compile("\r\n|[\n\r\x0b\u0085\u2028\u2029]|(?=\x0c)")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BLANK = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000\x0c"
_BLANKS = re.compile(f"[{_BLANK}]*")


def lines_of(text: str) -> tuple[list[Line], list[Remark]]:
    """Return the lines of `text` that are not blank, and what was taken out of them.

    A soft hyphen at the end of a line stays for `joining`, which knows what follows.
    """
    lines: list[Line] = []
    remarks: list[Remark] = []
    gap, page, inside = 0, False, 0
    for number, raw in enumerate(_pieces(text), 1):
        page |= raw.startswith("\x0c") and bool(lines)
        bare = raw.strip("\x0c")
        clean = _INVISIBLE.sub("", bare)
        head = _BLANKS.match(clean)
        indent = width(head[0].replace("\t", "        ")) if head else 0
        shown = clean[head.end() if head else 0 :]
        shown = _rstripped(shown)
        if not shown:
            gap += 1
            continue
        if len(clean) != len(bare):
            remarks.append(
                Remark(Phrase("invisible characters left out: {count}", count=len(bare) - len(clean)), number)
            )
        body = shown[:-1].replace(SOFT_HYPHEN, "") + shown[-1]
        inside += len(shown) - len(body)
        lines.append(Line(body, number, gap, page, indent))
        gap, page = 0, False
    if inside:
        remarks.append(Remark(Phrase("soft hyphens left out: {count}", count=inside)))
    return lines, remarks


def _pieces(text: str) -> Iterator[str]:
    yield from _ENDS.split(text)


def _rstripped(text: str) -> str:
    """Return a text without the white space at its end."""
    end = len(text)
    while end and _BLANKS.fullmatch(text[end - 1]):
        end -= 1
    return text[:end]
