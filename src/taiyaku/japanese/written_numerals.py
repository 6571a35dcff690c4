"""Numbers as Japanese writes them in vertical lines: the counterpart of `numerals`, which reads them.

Numerals come here in ASCII digits, without separators, with at most one decimal point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_DIGITS = 16
"""A numeral with more digits before its point has no name; it is written digit by digit."""

_KANJI = str.maketrans("0123456789.", "〇一二三四五六七八九・")
_FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９・")
_PLACES = ("千", "百", "十", "")
_MYRIADS = ("", "万", "億", "兆")
_GROUP = 4
_SPOKEN = 2  # so many digits other than zero are written with 千, 百, 十


def kanji_digits(numeral: str) -> str:
    """Return a numeral digit by digit: 2026 is 二〇二六, 12.5 is 一二・五."""
    return numeral.translate(_KANJI)


def full_width_digits(numeral: str) -> str:
    """Return a numeral in digits that stand upright one below another: 12.5 is １２・５."""
    return numeral.translate(_FULL_WIDTH)


def kanji_number(numeral: str) -> str:
    """Return a numeral by its value: 11 is 十一, 1860 is 一八六〇, 32000 is 三万二千, 12.5 is 一二・五.

    万, 億 and 兆 stand in their places. Between them, what has at most two digits other than zero is written as it is
    said, with 千, 百 and 十; anything longer, and what has a decimal point, digit by digit.
    """
    is_decimal = "." in numeral
    return kanji_digits(_written(numeral, lambda digits, myriad: _said(digits, myriad, is_decimal=is_decimal)))


def full_width_number(numeral: str) -> str:
    """Return a numeral by its value, in digits that stand upright: 32000 is ３万２０００, 12.5 is １２・５."""
    return full_width_digits(_written(numeral, lambda digits, _: digits))


def _written(numeral: str, group: Callable[[str, str], str]) -> str:
    """Return a numeral by its groups; what is left in digits has no place of its own and is the caller's to set."""
    whole, point, decimals = numeral.partition(".")
    groups = list(myriads(whole))
    written = "".join(group(digits, myriad) + myriad for digits, myriad in groups)
    if not groups or (point and groups[-1][1]):
        written += "0"
    return written + point + decimals


def myriads(whole: str) -> Iterator[tuple[str, str]]:
    """Yield a whole numeral's groups that are not zero, without leading zeros, each with its 兆, 億, 万 or ""."""
    count = -(-len(whole) // _GROUP)
    padded = whole.rjust(count * _GROUP, "0")
    for index in range(count):
        digits = padded[_GROUP * index : _GROUP * (index + 1)].lstrip("0")
        if digits:
            yield digits, _MYRIADS[count - index - 1]


def _said(digits: str, myriad: str, *, is_decimal: bool) -> str:
    """Return up to four digits with 千, 百, 十 where they are said so: 20 is 2十, 1860 stays. 1000 万 is 1千万."""
    if len(digits) == 1 or sum(digit != "0" for digit in digits) > _SPOKEN or (is_decimal and not myriad):
        return digits
    if digits == "1000" and myriad:
        return "1千"
    said = ""
    for digit, place in zip(digits, _PLACES[-len(digits) :], strict=True):
        if digit != "0":
            said += ("" if digit == "1" and place else digit) + place
    return said
