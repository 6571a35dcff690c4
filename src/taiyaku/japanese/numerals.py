"""Japanese numerals, in digits and kanji of every mixture, as exact values."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.text.facts import LONGEST_NUMERAL, Value, exact
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

KANJI_DIGITS = {digit: number for number, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "壱": 1,
    "弐": 2,
    "参": 3,
}
TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10}
MYRIADS = {"万": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}
FOLD = str.maketrans("０１２３４５６７８９．，・", "0123456789.,.")
"""Full-width digits, decimal point or middle dot, and separator to ASCII; one code point each, so that offsets hold."""

DIGIT = r"\d"
"""For character classes."""

DIGITS = r"(?:\d{1,3}(?:[,，]\d{3,4}){1,6}(?!\d)|\d{1,40})(?:[.．・]\d{1,40})?"
"""Digits, with separators and a decimal point or middle dot (1・5). A group of four is read as it must be meant.

All repetitions in these patterns are bounded, so that no text is long to read.
"""

_KANJI_DIGITS = "〇零一二三四五六七八九壱弐参"
_SMALL = f"{_KANJI_DIGITS}十百千拾"
NUMERAL = (
    r"\d(?:[\d十百千万億兆京]|[,，](?<!\d{4}.)(?=\d{3,4}(?!\d))|[.．・](?=\d{1,40}(?!\d|[.．・]\d))"
    rf"|(?<=[万億兆京])[{_SMALL}]{{1,8}}){{0,40}}"
)
"""A numeral that begins with a digit: 3万2千, 1億2,500万, ３億５０００万, 5千, 28億.

It stands in most patterns, twice in some, so it is short: `value_of` reads what it takes in.
"""

KANJI = rf"[{_SMALL}](?:[{_SMALL}万億兆]|・(?=[一二三四五六七八九])){{0,40}}"
"""A numeral in kanji alone: 三万二千, 二〇二五, 一・五. Whether it is one is for the tokenizer to say: 一般 is not."""

_BEFORE_UNIT = lazy_pattern(rf"[\d{_SMALL}万億兆京]\s?([^\d{_SMALL}万億兆京\s])")

_PIECE = lazy_pattern(
    rf"(?P<digits>{DIGITS})|(?P<kanji>[{_KANJI_DIGITS}・]+)|(?P<ten>[十百千拾])|(?P<myriad>[万億兆京])"
)
_DECIMALS = lazy_pattern(r"\d[.．・](\d+)")


def counted_by(units: Iterable[str]) -> frozenset[str]:
    """Return the cues of numerals with one of these units right behind, which are told by their first characters."""
    return frozenset(f"0{unit[0]}" for unit in units)


def units_in(text: str) -> frozenset[str]:
    """Return the cues of all that a text has right behind a numeral."""
    return counted_by(_BEFORE_UNIT.findall(text))


def value_of(text: str) -> Value:
    """Return the value of a numeral: `NUMERAL` or `KANJI`."""
    total: Value = 0
    group: Value = 0  # up to the next 万, 億, 兆
    current: Value | None = None  # up to the next 十, 百, 千
    for piece in _PIECE.finditer(text[:LONGEST_NUMERAL]):
        if piece["digits"]:
            current = exact(Fraction(piece["digits"].translate(FOLD).replace(",", "")))
        elif piece["kanji"]:
            current = _positional(piece["kanji"])
        elif piece["ten"]:
            group += (1 if current is None else current) * TENS[piece["ten"]]
            current = None
        else:
            group += current or 0
            if total and not group:  # 3万億, which is wrong but clear
                total *= MYRIADS[piece["myriad"]]
            else:
                total += (group or 1) * MYRIADS[piece["myriad"]]
            group, current = 0, None
    return exact(total + group + (current or 0))


def _positional(kanji: str) -> Value:
    """Return the value of kanji digits side by side, with or without a decimal point: 二〇二五, 一・五."""
    digits = "".join("." if digit == "・" else str(KANJI_DIGITS[digit]) for digit in kanji.strip("・"))
    if digits.count(".") > 1:  # 一・二・三 lists
        digits = digits.partition(".")[0]
    return exact(Fraction(digits or "0"))


def decimals_of(text: str) -> int:
    """Return how many digits a numeral has after its decimal point."""
    match = _DECIMALS.search(text)
    return len(match[1]) if match else 0


def shared_magnitude(low: str, high: str) -> str:
    """Return the low end of a range with the magnitude of the high one, if it has none of its own: 2～3万."""
    if re.search("[十百千万億兆]", low):
        return low
    end = re.search("[十百千万億兆]+$", high)
    return low + end[0] if end else low
