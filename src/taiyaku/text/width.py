"""How wide a text is on a terminal, and how to show one that cannot be trusted."""

from __future__ import annotations

import re
import unicodedata

_WIDE = frozenset("WF")
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def width(text: str) -> int:
    """Return the columns that `text` takes on a terminal: two for a wide character, none for a combining mark.

    By Unicode's East Asian Width (UAX 11); ambiguous characters count one.
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in _WIDE else 1 for char in text
    )


def padded(text: str, columns: int) -> str:
    """Return `text` filled up with spaces to that many columns."""
    return text + " " * (columns - width(text))


def shortened(text: str, columns: int) -> str:
    """Return `text`, cut off with an ellipsis if it is wider than that many columns."""
    if width(text) <= columns:
        return text
    taken = 0
    for index, char in enumerate(text):
        taken += width(char)
        if taken > columns - 1:
            return text[:index] + "…"
    return text


def visible(text: str) -> str:
    r"""Return `text` with control characters and the invisible ones that reorder a line written out: `\u202e`."""
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
