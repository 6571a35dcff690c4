"""Which stops of a Japanese text end a sentence: all, but those after which a particle goes on."""

from __future__ import annotations

import re

from taiyaku.text import english_stops
from taiyaku.text import sentence_words as words
from taiyaku.text.english_stops import BLANK_LINE, BREAK, CLOSING
from taiyaku.text.lazy_pattern import lazy_pattern

STOP = lazy_pattern(
    rf"""(?=[。｡！？!?‼⁇⁈⁉．.\n])(?:(?P<mark>[。｡！？!?‼⁇⁈⁉]+[。｡！？!?…‥]*
        |(?<![Ａ-Ｚａ-ｚ])．(?![0-9０-９])|(?<![.])[.](?={CLOSING}(?:\s|$)))
    (?P<closing>{CLOSING})
    (?:[（(](?![0-9０-９A-Za-z]{{1,3}}[)）])[^（）()。！？!?\n]{{1,40}}[)）])?     # a credit: 帰った。（共同）
    (?:{BREAK})?)|{BLANK_LINE}""",
    re.VERBOSE,
)
"""The candidates: `mark` with the signs that close after it, or a blank line, then without a `mark`."""

_BLANKS = lazy_pattern(r"\s*")
_PUNCTUATION = "[、，,・：:；;）)…‥〜]"
_QUOTING = rf"(?!{'|'.join(sorted(words.NOT_QUOTING))})(?:と|って|など|なんて)"
_NOT_KANA = "(?![ぁ-ん])"
_AFTER_STOP = lazy_pattern(rf"{_PUNCTUATION}|{_QUOTING}|を|は、|[はのに]{_NOT_KANA}")
_AFTER_EXCLAMATION = lazy_pattern(rf"{_AFTER_STOP.pattern}|(?!が、|も、)[がも]{_NOT_KANA}")
_AFTER_BRACKET = lazy_pattern(
    rf"{_PUNCTUATION}|{_QUOTING}|を|から|まで|より|だと|(?!{'|'.join(sorted(words.PARTICLE_LIKE))})(?:[はがにのへ]|[もでや]{_NOT_KANA})"
)
_AFTER_NAME = lazy_pattern(rf"{_PUNCTUATION}|[はがをにのもとでやへか]|[ァ-ヶA-Za-z]")
_BRACKETS = '」』〉》）)”"'
_LABELS = "】］〕"
_QUOTATION = lazy_pattern("「[^「」]*」|『[^『』]*』")
_LIST_NUMBER = lazy_pattern(r"[0-9０-９]{1,3}")
_CODE = lazy_pattern(r"[0-9A-Za-z=:/&]")


def ends_sentence(text: str, start: int, stop: re.Match[str], cut: int) -> bool:
    """Say whether the sentence that began at `start` ends at `cut`, behind this match of `STOP`."""
    last = text[max(start, stop.start() - 1) : stop.start()]
    if stop["mark"] == "." and last.isascii():
        return english_stops.ends_sentence(text, start, stop, cut)
    if stop["mark"][0] in "．!?" and (last == " " or _is_code(text, start, stop)):
        return False
    if text[cut - 1] in _LABELS:
        return False
    closing = text[stop.end("mark") : cut]
    if closing and any(bracket in closing for bracket in _BRACKETS):
        return not _AFTER_BRACKET.match(text, _after_quotations(text, cut))
    following = _after_blanks(text, cut)
    if text.endswith(words.JAPANESE_NAMES_WITH_MARK, start, stop.start()):
        return not _AFTER_NAME.match(text, following)
    after = _AFTER_STOP if stop["mark"][-1] in "。｡．." else _AFTER_EXCLAMATION
    return not after.match(text, following)


def _is_code(text: str, start: int, stop: re.Match[str]) -> bool:
    """Say whether a sign that other languages use as well is something else here: `a != b`, `x?y=1`, `１．`."""
    if stop["mark"] == "．":
        return _LIST_NUMBER.fullmatch(text, start, stop.start()) is not None
    return _CODE.match(text, stop.end()) is not None


def _after_quotations(text: str, offset: int) -> int:
    """Pass over the quotations that follow at once: 「早い！」「本当？」と声が上がった is one sentence."""
    while match := _QUOTATION.match(text, offset):
        offset = match.end()
    return _after_blanks(text, offset)


def _after_blanks(text: str, offset: int) -> int:
    match = _BLANKS.match(text, offset)
    return match.end() if match else offset
