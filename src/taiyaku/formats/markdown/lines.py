"""The lines of a leaf: what starts them in the source, and how wrapped ones are joined."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from taiyaku.text.lines import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEWLINE = re.compile(rb"\r\n|\n|\r")
_MARKER = re.compile(rb"(?P<footnote>\[\^[^\]\r\n]*\]:[ \t]*)|\[[ xX]\][ \t]*\Z")
_NO_MARK = re.compile(rb"[^> \t]")


def line_prefix(data: bytes, start: int) -> str:
    """Return what starts a further line of the text at `start`: quotation marks kept, list markers as spaces."""
    line = data.rfind(b"\n", 0, start) + 1
    head = data[max(line, data.rfind(b"\r", line, start) + 1) : start]
    return _prefix(head) if head else ""


@lru_cache(maxsize=256)  # lists begin their lines alike
def _prefix(head: bytes) -> str:
    marker = _MARKER.search(head)
    if marker and marker["footnote"] is not None:
        head = head[: marker.start()] + b"    " + head[marker.end() :]
    elif marker:
        head = head[: marker.start()]
    return _NO_MARK.sub(b" ", head).decode()


def joined(raw: bytes, locale: str, quotes: int, hard_breaks: Iterable[int] = ()) -> str:
    """Return the text of `raw`: continuation prefixes off, wrapped lines joined as `locale` does, hard breaks as LF.

    `quotes` is how many quotation marks may start a line; `hard_breaks` are the offsets in `raw` where one begins,
    in order.
    """
    pieces = []
    start = 0
    for at in hard_breaks:
        newline = _NEWLINE.search(raw, at)
        if newline:
            pieces.append(raw[start:at])
            start = newline.start()  # an empty first line, so that the next one counts as a further one
    pieces.append(raw[start:])
    return "\n".join([_unwrapped(piece.decode(), locale, quotes) for piece in pieces])


def _unwrapped(text: str, locale: str, quotes: int) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, *further = text.split("\n")
    if quotes:
        prefix = _continuation(quotes)
        further = [prefix.sub("", line, count=1) for line in further]
    return unwrapped([first.rstrip(" \t"), *[line.strip(" \t") for line in further]], locale)


@cache
def _continuation(quotes: int) -> re.Pattern[str]:
    return re.compile(rf"(?:[ \t]*>[ ]?){{0,{quotes}}}[ \t]*")
