"""Blocks that say themselves what they are. A role more is a row more in `_ENGLISH` or `_JAPANESE`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.importers.paste import dates, english, japanese

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

_LONGEST_SIGNATURE = 160
_LONGEST_CAPTION = 600
_LONGEST_CROSSHEAD = 90

Row = tuple[str, "Callable[[str], re.Match[str] | None]", int]
"""A role, what recognizes a whole block of it, and how many characters such a block has at most."""

_ENGLISH: tuple[Row, ...] = (
    ("editors-note", english.NOTE.fullmatch, 2000),
    ("credit", english.CREDIT.fullmatch, _LONGEST_SIGNATURE),
    ("byline", english.BYLINE.fullmatch, _LONGEST_SIGNATURE),
    ("staff", english.STAFF.fullmatch, 80),
    ("caption", english.CAPTION_LABEL.fullmatch, _LONGEST_CAPTION),
    ("caption", english.CREDIT_AT_END.search, _LONGEST_CAPTION),
    ("heading", english.CROSSHEAD_SIGN.fullmatch, _LONGEST_CROSSHEAD),
)
_JAPANESE: tuple[Row, ...] = (
    ("editors-note", japanese.NOTE.fullmatch, 1000),
    ("credit", japanese.CREDIT.fullmatch, 40),
    ("byline", japanese.PLACED.fullmatch, 40),
    ("byline", japanese.BYLINE.fullmatch, 60),
    ("byline", japanese.IN_BRACKETS.fullmatch, 30),
    ("caption", japanese.CAPTION_LABEL.fullmatch, 300),
    ("caption", japanese.CREDIT_AT_END.search, 200),
    ("heading", japanese.CROSSHEAD_SIGN.fullmatch, 45),
    ("heading", japanese.CROSSHEAD_BRACKETS.fullmatch, 30),
)


def standing_role(text: str, language: str) -> str:
    """Return the role that the wording of a whole block gives it, "" if it gives none."""
    if dates.date_line(text) is not None:
        return "date"
    for role, match, longest in _JAPANESE if language == "ja" else _ENGLISH:
        if len(text) <= longest and match(text):
            return role
    return ""
