"""The lines of a text: how they end, and how wrapped ones are joined."""

from __future__ import annotations

import re

_SPACED = re.compile(
    r"[^\s\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U0001f000-\U0003ffff]"
)
"""A character of a script that puts spaces between words (so not Han, kana, and their punctuation)."""


def line_end(text: str) -> str:
    """Return how the lines of `text` end: LF, CRLF or CR; LF if it has one line only."""
    if "\r\n" in text:
        return "\r\n"
    return "\r" if "\r" in text and "\n" not in text else "\n"


def joint(before: str, after: str, locale: str | None) -> str:
    """Return what joins two wrapped lines: a space, or nothing in Japanese.

    Two Latin words meeting at a line end of a Japanese text keep a space, as CSS Text 4 ("Segment Break
    Transformation Rules") has it. Lines come without their outer white space; an empty one needs no joint.
    """
    if not before or not after:
        return ""
    if locale is None or locale.partition("-")[0] != "ja":
        return " "
    return " " if _SPACED.match(before[-1]) and _SPACED.match(after[0]) else ""
