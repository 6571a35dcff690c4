"""Front matter of one `key: value` to a line, as newsrooms write it, read without a parser of YAML.

Loading one takes a command longer than reading the article. What is not certainly so simple is left to it: what is
nested, escaped, commented, empty, goes on in the next line, or has a character that may mean something to YAML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGINNING = r"[^!-/:-@\[-`{-~ ]"
_LINE = lazy_pattern(
    r"(?P<key>[A-Za-z_][A-Za-z0-9_-]{0,99}): +"
    rf"(?P<value>\"[^\"\\]*\"|'[^']*'|\[(?P<items>[^\]]*)\]|{_BEGINNING}.*)"
)
_NOT_PLAIN = lazy_pattern(r":(?: |\Z)| #| \Z")
_ITEM = lazy_pattern(rf"{_BEGINNING}[^#:,\[\]{{}}?]*")
_QUOTES = "\"'"
_WIDE_BLANK = "\u3000"  # in headlines: 備前焼　土と炎の千年


class PlainValue(NamedTuple):
    """A text of the front matter: its key; its span, with quotation marks; `in_list` for an item of `[a, b]`."""

    key: str
    text: str
    span: Span
    style: str
    in_list: bool


def plain_values(text: str) -> list[PlainValue] | None:
    """Return the values of front matter (the text between its fences) as YAML has them; None if it is not so simple."""
    if not text.replace("\n", "").replace(_WIDE_BLANK, "").isprintable():
        return None
    found: list[PlainValue] = []
    keys = set()
    position = 0
    for line in text.removesuffix("\n").split("\n"):
        match = _LINE.fullmatch(line)
        if match is None or match["key"] in keys:
            return None
        keys.add(match["key"])
        in_list = match["items"] is not None
        places = list(_items(match["items"], match.start("items"))) if in_list else [match.span("value")]
        style = match["value"][0] if match["value"][0] in _QUOTES else ""
        if not places or (not in_list and not style and _NOT_PLAIN.search(match["value"])):
            return None
        for start, end in places:
            words = line[start:end]
            span = Span(position + start, position + end)
            found.append(PlainValue(match["key"], words[1:-1] if style else words, span, style, in_list))
        position += len(line) + 1
    return found


def _items(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where the items of a list are; nothing if not all are plain."""
    items = text.split(",")
    if not all(_ITEM.fullmatch(item.strip(" ")) for item in items):
        return
    for item in items:
        begin = start + len(item) - len(item.lstrip(" "))
        yield begin, begin + len(item.strip(" "))
        start += len(item) + 1
