"""The lines of a text: how they end, and how wrapped ones are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNSPACED = (
    ("\u1100", "\u11ff"),
    ("\u2e80", "\ua4cf"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
    ("\ufe30", "\ufe4f"),
    ("\uff00", "\uffef"),
    ("\U0001f000", "\U0003ffff"),
)
"""The characters of scripts that put no spaces between words, and their punctuation: Han, kana, hangul."""


def line_end(text: str) -> str:
    """Return how the lines of `text` end: LF, CRLF or CR; LF if it has one line only."""
    if "\r\n" in text:
        return "\r\n"
    return "\r" if "\r" in text and "\n" not in text else "\n"


def unwrapped(lines: Iterable[str], locale: str | None) -> str:
    """Return the lines of one paragraph as one, with a `joint` at each line end."""
    if not _is_japanese(locale):
        return " ".join(filter(None, lines))
    pieces: list[str] = []
    last = ""
    for line in filter(None, lines):
        pieces += (joint(last, line, locale), line)
        last = line
    return "".join(pieces)


def joint(before: str, after: str, locale: str | None) -> str:
    """Return what joins two wrapped lines: a space, or nothing in Japanese.

    Two Latin words meeting at a line end of a Japanese text keep a space, as CSS Text 4 ("Segment Break
    Transformation Rules") has it. Lines come without their outer white space; an empty one needs no joint.
    """
    if not before or not after:
        return ""
    if not _is_japanese(locale):
        return " "
    return " " if _is_spaced(before[-1]) and _is_spaced(after[0]) else ""


def _is_japanese(locale: str | None) -> bool:
    return locale is not None and locale.partition("-")[0] == "ja"


def _is_spaced(char: str) -> bool:
    return not char.isspace() and not any(first <= char <= last for first, last in _UNSPACED)
