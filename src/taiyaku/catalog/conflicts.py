"""Conflicts in a PO file: two whole messages between git's markers, which no program takes for a catalog."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.catalog.header import in_utf8
from taiyaku.catalog.po_writer import entry_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.catalog.message import Message
    from taiyaku.catalog.po_file import PoFile
    from taiyaku.catalog.three_way import Conflict

OURS, BETWEEN, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"

_LINE_END = re.compile(r"\r?\n")
_BLOCK = re.compile(rb"^<{7} .*?^>{7} [^\n]*\n", re.MULTILINE | re.DOTALL)


def with_conflicts(file: PoFile, conflicts: Iterable[Conflict], theirs: PoFile) -> str:
    """Return the text of a merged file, in which our side of each conflict stands, with the other side beside it.

    An entry that stands the same way in `theirs` keeps the layout that it has there. Keeping either side of every
    conflict, and no marker, gives a sound file; it is in UTF-8.
    """
    newline = "\r\n" if "\r\n" in file.text else "\n"
    spans = dict(zip(file.catalog.messages, file.spans, strict=True))
    known = dict(zip(theirs.catalog.messages, theirs.spans, strict=True))

    def entry(message: Message) -> str:
        span = known.get(message)
        text = entry_text(message) if span is None else span.text_of(theirs.text)
        return newline.join([*_LINE_END.split(text.removesuffix("\n").removesuffix("\r")), ""])

    pieces, end = [], 0
    for conflict in conflicts:
        span = spans[conflict.ours]
        own = span.text_of(file.text)
        pieces += [file.text[end : span.start], OURS, newline, own, "" if own.endswith("\n") else newline]
        pieces += [BETWEEN, newline, entry(conflict.theirs), THEIRS, newline]
        end = span.end
    return in_utf8("".join([*pieces, file.text[end:]]))


def without_conflicts(data: bytes) -> bytes:
    """Return a file without its conflicts, as if nobody had ever had those messages.

    git merges the common ancestors of criss-cross branches first, and gives what came of it as the base.
    """
    return _BLOCK.sub(b"", data)
