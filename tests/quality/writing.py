"""What can be made wrong in a text: places of numerals, names and mark-up, by plain patterns of their own.

The patterns are not those of the checks, which would see only faults that they know how to look for.
"""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    r"`[^`]*`|<[^<>]*>|\]\([^()]*\)|https?://[^\s　、。）」]+|\{[^{}]*\}|&#?\w+;|%\([^()]*\)\w|\[\^[^\]]*\]"
    r"|[A-Za-z]+-\d[\d-]*"
)
"""Code, tags, addresses, placeholders, labels of footnotes, numbers such as CVE-2025-1: nothing to read."""

_UNIT = "(?:s|st|nd|rd|th|am|pm|km|cm|m|kg|GB|MB|K|M)"
NUMERAL = re.compile(
    r"(?<![\w.．・/])(?<![A-Za-z_][-–])[0-9０-９]++(?:[,，][0-9０-９]{3}(?![0-9０-９]))*+(?:[.．][0-9０-９]++)?+"
    rf"(?![.．・/]\w|(?!{_UNIT}\b)[A-Za-z_])",
    re.ASCII,
)
"""A number in digits that is no part of a word, of a version or of a path."""

VERSION = re.compile(r"(?<![\w.])v?\d+(?:\.\d+){2,}(?![\w.]\w)", re.ASCII)
KANJI_NUMERAL = re.compile(
    "(?<![一-龯])[二三四五六七八九](?=[人つ年回度倍割個台本枚歳件番位名社校カか千百十万億])(?!度と)"
)
NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\b", re.IGNORECASE
)
MYRIAD = re.compile("(?<=[0-9０-９])[千万億兆]")
MAGNITUDE_WORD = re.compile(r"(?<=\d )(?:thousand|million|billion|trillion)\b")
JAPANESE_WEEKDAY = re.compile("[月火水木金土日](?=曜)")
ENGLISH_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?=day\b)")
ENGLISH_MONTH = re.compile(
    r"\b(?:January|February|April|June|July|August|September|October|November|December)\b|\bMarch(?= \d)|\bMay(?= \d)"
)
JAPANESE_PERSON = re.compile("(?<![ァ-ヴー・])[ァ-ヴー]{2,}・[ァ-ヴー]{2,}(?![ァ-ヴー・])")
ENGLISH_PERSON = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,} [A-Z][a-z]{2,}(?=[ ,.'’](?![A-Z]))")


def visible(text: str) -> str:
    """Return a text with what is no reading matter blanked, character for character."""
    return _HIDDEN.sub(lambda match: "\x00" * len(match[0]), text)


def is_word_at(text: str, start: int, end: int) -> bool:
    """Whether a name or term stands for itself there, and is no part of a longer word of its script."""
    before, inside, after = text[start - 1 : start], text[start:end], text[end : end + 1]
    return not (_same_script(before, inside[0]) or _same_script(after, inside[-1]))


def _same_script(one: str, other: str) -> bool:
    return any(re.fullmatch(script, one) and re.fullmatch(script, other) for script in _SCRIPTS)


_SCRIPTS = ("[A-Za-z0-9_-]", "[ァ-ヴー・]", "[一-龯々]")
