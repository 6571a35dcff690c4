"""What a Japanese text says of numbers and ordinals without a unit, and what only looks like them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.japanese.dates import NOT_AFTER_DIGIT, TO, N, of_kind, span_of
from taiyaku.japanese.idioms import IDIOM
from taiyaku.japanese.numerals import DIGIT, FOLD, KANJI, NUMERAL, shared_magnitude, value_of
from taiyaku.span import Span
from taiyaku.text.facts import NUMERAL_CUE, Fact, Finder, exact, one

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOFT_UP_TO = 2
_SHORT = {"K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}


_KANJI = re.compile(KANJI)
_PRECEDING = frozenset("0123456789０１２３４５６７８９〇一二三四五六七八九十百千数何第")
"""Before an idiom they make it part of a numeral: 二十八番."""


def _idiom(match: re.Match[str]) -> Iterator[Fact]:
    """What an idiom's number is worth: it may answer a number of the other side, and never asks for one."""
    if match.string[match.start() - 1 : match.start()] in _PRECEDING:
        return iter(())
    numeral = _KANJI.search(match[0])
    return one("code", value_of(numeral[0]) if numeral else 0, span_of(match), "idiom", soft=True)


def _code(match: re.Match[str]) -> Iterator[Fact]:
    spelling = re.sub(r"[.-]+$|[-－]+", "", match[0]).translate(_FULL_WIDTH).upper()
    return one("code", 0, span_of(match), spelling, soft=True)


_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def _few(match: re.Match[str]) -> Iterator[Fact]:
    """数十, 何百万: vague, and satisfied by dozens, millions."""
    return one("number", value_of(match["number"]), span_of(match), soft=True)


def _score(match: re.Match[str]) -> Iterator[Fact]:
    for group in ("low", "high"):
        yield Fact("number", value_of(match[group]), span_of(match, group), "score")


def _number(match: re.Match[str]) -> Iterator[Fact]:
    text = match["number"]
    if match["low"]:
        yield Fact("number", value_of(shared_magnitude(match["low"], text)), span_of(match, "low"))
    value = value_of(text)
    if match["half"]:
        value = exact(value + Fraction(1, 2))
    soft = value == 1 or (value <= _SOFT_UP_TO and match["small"] is not None)
    yield Fact("number", value, Span(match.start("number"), match.end()), soft=soft)


def _kanji(match: re.Match[str]) -> Iterator[Fact]:
    value = value_of(match["number"])
    yield Fact("number", value, span_of(match, "number"), soft=value <= _SOFT_UP_TO)


def _both(match: re.Match[str]) -> Iterator[Fact]:
    return one("number", 2, span_of(match), soft=True)


_LOW = rf"(?:(?P<low>{N}){TO})?"
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"

_UNIT_SUFFIX = "[KMGT]B|kB|[kM]W|[KMBTL]|mm|cm|km|kg|mg|ml|mL|m|g|s|ms|h|x|bps|[KMG]bps|[MG]?Hz|px|p|ha|dB"

CODE_FINDER = Finder(
    re.compile(
        rf"(?<![{_LATIN}{DIGIT}._])(?:0[xX][\da-fA-F_]+|v?[{DIGIT}]+(?:\.[{DIGIT}]+){{2,}}(?:[A-Za-z0-9_.-]*[A-Za-z0-9])?"
        rf"|v\d+(?:\.\d+)*|[{_LATIN}_]+[{DIGIT}][{_LATIN}{DIGIT}_]*(?:\.[{DIGIT}]+)?"
        rf"|[A-ZＡ-Ｚ]+(?:[-－][{DIGIT}]+)+[{_LATIN}]*"
        rf"|[{DIGIT}]+(?!(?:{_UNIT_SUFFIX})(?![A-Za-z]))[A-Za-z][A-Za-z0-9_]*)(?![{_LATIN}{DIGIT}_])"
    ),
    _code,
    frozenset("0"),
)
"""PS5, HER2, RX6800, F-35, 15.3.1: spelled alike in every language."""

IDIOM_FINDER = Finder(IDIOM, _idiom, frozenset("一二三四五六七八九十百千万々"))

COUNT_FINDERS: tuple[Finder, ...] = (
    Finder(re.compile(rf"第(?P<number>{N})"), of_kind("ordinal"), frozenset("第")),
    Finder(
        re.compile(
            rf"{NOT_AFTER_DIGIT}(?P<number>{N})(?:[人つ回度年日軒件台枚本個社校戸世代か月カ週]{{0,2}})?(?:番目|目(?![的標立前指処]))"
        ),
        of_kind("ordinal"),
        frozenset("目"),
        NUMERAL_CUE,
    ),
    Finder(
        re.compile(rf"{NOT_AFTER_DIGIT}(?P<number>{N})(?:位(?!置)|番(?!組|号|地|街)|世(?![紀界代帯論]))"),
        of_kind("ordinal"),
        frozenset("位番世"),
        NUMERAL_CUE,
    ),
    Finder(re.compile(r"[数何](?P<number>[十百千万億兆]{1,8})"), _few, frozenset("数何")),
    Finder(
        re.compile(rf"{NOT_AFTER_DIGIT}(?P<number>{N})数(?=[人年日個件台枚回本社カか時分軒名戸万億点])"),
        _few,
        frozenset("数"),
        NUMERAL_CUE,
    ),
    Finder(
        re.compile(
            rf"{NOT_AFTER_DIGIT}(?P<low>[{DIGIT}]{{1,3}})\s?(?:対|[-−－–‐:：])\s?(?P<high>[{DIGIT}]{{1,3}})(?![{DIGIT}.．A-Za-z:：-])"
            r"(?![人円%％年月日時分秒倍個枚台件社キセメミ])"
        ),
        _score,
        frozenset("0"),
        frozenset("対-−－–‐:："),
    ),
    Finder(
        re.compile(rf"{NOT_AFTER_DIGIT}(?P<digits>[{DIGIT}]+(?:[.．][{DIGIT}]+)?)(?P<short>[KMBT])(?![A-Za-z])"),
        lambda match: one(
            "number", exact(_SHORT[match["short"]] * Fraction(match["digits"].translate(FOLD))), span_of(match)
        ),
        frozenset("KMBT"),
        frozenset("0"),
    ),
    Finder(
        re.compile(
            rf"(?<![{DIGIT}A-Za-z.．]){_LOW}(?P<number>{NUMERAL})(?P<small>(?=つ|人|種|者|度|回|か国|カ国|チーム|社))?"
            r"(?:[年歳人]間?(?P<half>半)(?![分数]))?"
        ),
        _number,
        frozenset("0"),
    ),
    Finder(re.compile(rf"(?P<number>{KANJI})"), _kanji, frozenset("〇零一二三四五六七八九十百千壱弐参")),
    Finder(re.compile("ゼロ"), lambda match: one("number", 0, span_of(match), soft=True), frozenset("ゼ")),
    Finder(
        re.compile(r"両(?=[国者方社市県氏人州党校チ親手足側政首])|双方|双子|ダブル|ペア|再び"),
        _both,
        frozenset("両双ダペ再"),
    ),
)
