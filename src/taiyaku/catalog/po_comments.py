"""The comment lines above a message, sorted by what they say.

GNU gettext manual, "The Format of PO Files": `#` translator, `#.` extracted, `#:` references, `#,` flags.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# A file name with spaces stands between two isolates: gettext 0.22, "Filenames with spaces".
_ISOLATED = re.compile("\u2068([^\u2068\u2069]*)\u2069")
_REFERENCE = re.compile("(?:\u2068[^\u2068\u2069]*\u2069|[^ \t\n\f\v])+")
_FLAG = re.compile(r"range:[ \t\r\f\v,]+[^ \t\r\f\v,]+|[^ \t\r\f\v,]+")
_BLANK = re.compile(r"[ \t\f\v]")


class Comments(NamedTuple):
    """The comments of one message, as the fields of `Message` that they fill."""

    translator: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


NO_COMMENTS = Comments()


def sort_comments(lines: Iterable[str]) -> Comments:
    """Sort comment lines, given from their `#` to the end of the line, by their second character."""
    translator: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    flags: list[str] = []
    other: list[str] = []
    for line in lines:
        text = line.rstrip("\r")
        kind = text[1:2]
        if kind == ":":
            references += parse_references(text[2:])
        elif kind == ".":
            extracted.append(text[2:].removeprefix(" "))
        elif kind in {",", "!"}:
            flags += [" ".join(re.split(r"[ \t\r\f\v,]+", flag)) for flag in _FLAG.findall(text[2:])]
        elif kind == "=":
            other.append(text)
        else:
            translator.append(text[1:].removeprefix(" "))
    return Comments(tuple(translator), tuple(extracted), tuple(references), tuple(flags), tuple(other))


def parse_references(text: str) -> list[str]:
    """Split what follows `#:` into references; an isolated file name comes without its isolates."""
    if "\u2068" in text:
        return [_ISOLATED.sub(r"\1", found) for found in _REFERENCE.findall(text)]
    return text.split() if text.isascii() and "\r" not in text else _REFERENCE.findall(text)


def reference_text(reference: str) -> str:
    """Return a reference as it is written: isolated where its file name holds a space."""
    if not _BLANK.search(reference):
        return reference
    name, colon, line = reference.rpartition(":")
    if not colon or not line.isdecimal():
        name, colon, line = reference, "", ""
    return f"\u2068{name}\u2069{colon}{line}"
