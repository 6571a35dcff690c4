"""The lines of a leaf: what starts them in the source, and how wrapped ones are joined."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from taiyaku.text.lines import joint

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEWLINE = re.compile(rb"\r\n|\n|\r")
_MARKER = re.compile(rb"(?P<footnote>\[\^[^\]\r\n]*\]:[ \t]*)|\[[ xX]\][ \t]*\Z")
_NO_MARK = re.compile(rb"[^> \t]")


def line_prefix(data: bytes, start: int) -> str:
    """Return what starts a further line of the text at `start`: quotation marks kept, list markers as spaces."""
    line = data.rfind(b"\n", 0, start) + 1
    head = data[max(line, data.rfind(b"\r", line, start) + 1) : start]
    if not head:
        return ""
    marker = _MARKER.search(head)
    if marker and marker["footnote"] is not None:
        head = head[: marker.start()] + b"    " + head[marker.end() :]
    elif marker:
        head = head[: marker.start()]
    return _NO_MARK.sub(b" ", head).decode()


def joined(raw: bytes, locale: str, quotes: int, hard_breaks: Iterable[int] = ()) -> str:
    """Return the text of `raw`: continuation prefixes off, wrapped lines joined as `locale` does, hard breaks as LF.

    `quotes` is how many quotation marks may start a line; `hard_breaks` are the offsets in `raw` where one begins.
    """
    hard = {newline.start(): at for at in hard_breaks if (newline := _NEWLINE.search(raw, at))}
    prefix = _continuation(quotes)
    pieces: list[str] = []
    last, start, after_break = "", 0, True
    for end, following in [*(newline.span() for newline in _NEWLINE.finditer(raw)), (len(raw), len(raw))]:
        begin = _end(prefix.match(raw, start, end)) if start else 0
        line = raw[begin : hard.get(end, end)].decode().rstrip(" \t")
        pieces += ["" if after_break else joint(last, line, locale), line, "\n" if end in hard else ""]
        last, start, after_break = line[-1:] or last, following, end in hard
    return "".join(pieces)


@cache
def _continuation(quotes: int) -> re.Pattern[bytes]:
    return re.compile(rb"(?:[ \t]*>[ ]?){0,%d}[ \t]*" % quotes)


def _end(match: re.Match[bytes] | None) -> int:
    if match is None:
        raise AssertionError
    return match.end()
