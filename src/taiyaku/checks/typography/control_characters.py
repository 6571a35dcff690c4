"""Characters that nobody sees, and that do harm."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext

_REMOVED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u200b\u2060\ufeff\ufff9-\ufffb"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_LOST = "\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd"
_BLANK = "\u2028\u2029\u115f\u1160\u180e\u3164\uffa0"
"""Separators and fillers, in whose place something else may be meant."""

_APART = "[か-とは-ほうカ-トハ-ホウ][\u3099\u309a]"
_FAULT = lazy_pattern(f"[{_REMOVED}{_BIDI}{_LOST}{_BLANK}\ud800-\udfff\u00ad]|{_APART}")
_INVISIBLE = lazy_pattern(f"[{_REMOVED}{_BIDI}\u00ad]")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find control, bidi, replacement and private characters that the source does not have, and kana in two parts."""
    for index, pair in translated(bitext):
        if pair.target.text.isascii() and pair.target.text.isprintable():
            continue
        found = [match for match in _FAULT.finditer(pair.target.text) if match[0] not in pair.source.text]
        if not found:
            continue
        message = Phrase("an invisible or unreadable character: {name}", name=_name(found[0][0]))
        marks = tuple(Mark("target", *match.span()) for match in found)
        evidence = tuple(_name(match[0]) for match in found)
        right = None
        if all(_right(match[0]) is not None for match in found):
            right = _repaired(pair.target.text, pair.source.text)
        yield Finding(CHECK.name, "error", message, index, marks, evidence, right)


def _repaired(text: str, source: str) -> str:
    return _FAULT.sub(lambda match: match[0] if match[0] in source else _right(match[0]) or "", text)


def _right(text: str) -> str | None:
    """Return what should stand there: nothing for the invisible, one letter for kana in two parts; None if unknown."""
    if _INVISIBLE.match(text):
        return ""
    whole = unicodedata.normalize("NFC", text)
    return whole if whole != text else None


def _name(text: str) -> str:
    if len(text) > 1:
        return f"U+{ord(text[0]):04X} U+{ord(text[1]):04X}"
    name = unicodedata.name(text, "")
    return f"U+{ord(text):04X} {name}".strip()


CHECK = Check(
    name="control-characters",
    family="typography",
    severity="error",
    summary=Phrase("There are invisible or unreadable characters."),
    find=find,
    examples=(
        Bad("The mayor smiled.", "市長\x08は笑った。", says="U+0008"),
        Bad("市長は笑った。", "The mayor\u200b smiled.", says="U+200B ZERO WIDTH SPACE"),
        Bad("The mayor smiled.", "市長は\u202e笑った。", says="U+202E RIGHT-TO-LEFT OVERRIDE"),
        Bad("The mayor smiled.", "市長は\ufffd笑った。", says="U+FFFD REPLACEMENT CHARACTER"),
        Bad("The mayor smiled.", "市長は\u2028笑った。", says="U+2028 LINE SEPARATOR"),
        Bad("The mayor smiled.", "市長は\u3164笑った。", says="U+3164 HANGUL FILLER"),
        Bad("Torrance is big.", "トーランスはて\u3099かい。", says="U+3066 U+3099"),
        Good("A\nB", "甲\n乙", why="a line break"),
        Good("A\tB", "甲\t乙", why="a tab"),
        Good("A family 👨\u200d👩\u200d👧", "家族 👨\u200d👩\u200d👧", why="an emoji is made of several"),
        Good("A\u200bB", "甲\u200b乙", why="the source has it, too"),
        Good("It grew.", "で\u3001きた。", why="kana in one part"),
        Good("10 km", "10\u00a0km", why="a space that does not break is seen"),
        Good("Spring Festival 2025", "春の祭典\u30002025", why="a full-width space parts the lines of a headline"),
        Good("I love it.", "大好き❤\ufe0f", why="a sign that makes an emoji of a character"),
        Good("Katsushika Ward", "葛\U000e0100飾区", why="a sign that chooses the form of a kanji"),
    ),
)
