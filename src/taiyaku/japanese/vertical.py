"""Numerals, units and Latin letters of a Japanese text that is set in vertical lines.

There are two ways to set its numerals, and a text keeps to one of them:

`kanji`: what is written in digits is written in kanji: 十一月十四日, 二〇二六年, 一八六〇冊, 三万二千人, 一二・五％.

`tate-chu-yoko`: one digit stands upright, two stand upright side by side; longer numerals stand upright digit by digit,
with 万 and 億 in their places.

Either way an abbreviation of up to four capitals stands upright, other Latin words lie on their side, with the numbers
that belong to them, and so do addresses, fractions and what has several points (1.2.3).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.japanese.written_numerals import (
    MOST_DIGITS,
    full_width_digits,
    full_width_number,
    kanji_digits,
    kanji_number,
    myriads,
)
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

Rule = Literal["kanji", "tate-chu-yoko"]
RULES: tuple[Rule, ...] = ("kanji", "tate-chu-yoko")


class Piece(NamedTuple):
    """A text that stands in a vertical line; `combined`: its characters side by side in one place."""

    text: str
    combined: bool = False


class Change(NamedTuple):
    """What stands instead of the half-open range of code points."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


_FOLD = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1B), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))} | {
    ord(wide): ord(narrow) for wide, narrow in zip("．，－％＄￥／–−‐", ".,-%$¥/---", strict=True)
}
"""Full-width letters, digits and their signs to ASCII; one code point each, so that offsets hold."""

_UPRIGHT = str.maketrans({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
_CURRENCIES = {"$": "ドル", "¥": "円", "€": "ユーロ", "£": "ポンド"}
_UNITS = {
    "km2": "㎢", "km²": "㎢", "m2": "㎡", "m²": "㎡", "cm2": "㎠", "cm²": "㎠", "m3": "㎥", "m³": "㎥",
    "km": "㎞", "cm": "㎝", "mm": "㎜", "kg": "㎏", "mg": "㎎", "ha": "㏊", "cc": "㏄", "ml": "㎖", "mL": "㎖",
    "dB": "㏈", "Hz": "㎐", "kHz": "㎑", "MHz": "㎒", "GHz": "㎓", "kW": "㎾", "MW": "㎿", "%": "％",
    **{letter: letter.translate(_UPRIGHT) for letter in "gmLltWVA"},
}  # fmt: skip
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_COUNTER = (
    "[人名月日時分秒円銭元個つ本枚冊部台回度件位歳才代番号条項章節話階軒戸棟校社店市区町村県州国字語行点票席試勝敗戦球打"
    "割厘倍匹頭羽尾着足組対杯泊膳発通隻艘機基週世坪畳種畝万億兆千百キメセミトリグヘポドユウパカヵヶか箇カ平立%℃㎞㎏㎝㎜㎡]|年間"
)
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,.]*\d)|\d+(?:\.\d+)?(?!\.?\d)"
_WORD = r"[A-Za-zÀ-ɏ0-9](?:[A-Za-zÀ-ɏ0-9'’&+/#_.:-]*[A-Za-zÀ-ɏ0-9+#])?"
_SINGLE = r"(?<![A-Za-zÀ-ɏ\d])"  # nothing Latin before it

_TOKEN = lazy_pattern(
    r"(?P<address>(?:https?://|www\.)[!-~]+|[\w.+-]+@[A-Za-z0-9.-]+)"
    r"|(?P<formula>\d[\d.,]*(?:\s?[+=×÷*<>]\s?-?\d[\d.,]*)+)"
    rf"|{_SINGLE}(?P<year>[12]\d{{3}})(?P<stop>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=stop)(?P<day>0?[1-9]|[12]\d|3[01])"
    r"(?![\d/.-]*\d)"
    r"|(?P<part>午[前後])?(?<![\d:.A-Za-z-])(?P<hour>[01]?\d|2[0-9]):(?P<minute>[0-5]\d)(?!:?\d)"
    rf"|(?P<currency>[$¥€£])(?P<money>(?:{_NUMBER})(?:[万億兆](?:{_NUMBER})?)*)(?! ?[A-Za-z])"
    r"(?:\s?(?:ドル|円|ユーロ|ポンド))?"
    rf"|{_SINGLE}(?P<listed>\d{{1,2}}(?:,\d{{1,2}})+)(?![\d,])"
    rf"|(?P<minus>(?<![A-Za-z\d)）])-(?=\d+(?:\.\d+)?[度℃%％]))?"
    rf"{_SINGLE}(?P<numbers>(?:{_NUMBER})(?:-(?:{_NUMBER}))*)(?:\s?(?P<unit>{_UNIT})(?![A-Za-z\d/])"
    r"|(?!-?[A-Za-zÀ-ɏ]|[/:.]\d|/| [A-Za-z]))"
    rf"|(?P<latin>{_WORD}(?:\.? (?!(?:{_NUMBER})(?:{_COUNTER})){_WORD})*)"
    r"|(?P<marks>(?<![!?！？])[!?！？]{2}(?![!?！？]))|(?P<mark>(?<=[^\x00-\x7f])[!?])"
    r"|“(?P<quoted>[^“”]*[^\x00-\x7f“”][^“”]*)”"
)
_ABBREVIATION = re.compile(r"[A-Z0-9]{1,4}|[a-z]")
_YEAR_AHEAD = lazy_pattern(r"(?:\s?[-〜～、・]\s?\d{2,4})?\u2060?年(?!間)")
_COUNTER_AHEAD = lazy_pattern(rf"[\s\u2060]?(?:{_COUNTER})")
_YEAR_DIGITS = 4
_SIDE_BY_SIDE = 2
_ROOM = dict.fromkeys("十百千", 1) | dict.fromkeys("万億兆", 4)
"""So many digits can stand before one of these and be a number by themselves."""


def vertical_changes(text: str, rule: Rule) -> Iterator[Change]:
    """Yield what is set otherwise in a vertical line than in a horizontal one, in order, without overlaps."""
    folded = text.translate(_FOLD)
    for match in _TOKEN.finditer(folded):
        if match["quoted"] is not None:
            yield from _quotation(match, rule)
            continue
        pieces = tuple(_pieces(match, rule))
        if pieces and (len(pieces) > 1 or pieces[0].combined or pieces[0].text != text[match.start() : match.end()]):
            yield Change(match.start(), match.end(), pieces)


def vertical_text(text: str, rule: Rule) -> str:
    """Return a text as it stands in vertical lines; what is combined is told by nothing."""
    parts, position = [], 0
    for change in vertical_changes(text, rule):
        parts += [text[position : change.start], *(piece.text for piece in change.pieces)]
        position = change.end
    return "".join([*parts, text[position:]])


def _quotation(match: re.Match[str], rule: Rule) -> Iterator[Change]:
    """Yield “ ” as the marks that vertical lines have for them, and what is between."""
    yield Change(match.start(), match.start() + 1, (Piece("〝"),))
    offset = match.start("quoted")
    for change in vertical_changes(match["quoted"], rule):
        yield Change(change.start + offset, change.end + offset, change.pieces)
    yield Change(match.end() - 1, match.end(), (Piece("〟"),))


def _pieces(match: re.Match[str], rule: Rule) -> Iterator[Piece]:
    """Yield what stands for a token; nothing where it stays as it is."""
    kind = match.lastgroup
    if match["year"]:
        yield from _dated(match, rule)
    elif match["hour"]:
        yield from _timed(match, rule)
    elif match["currency"]:
        yield from _money(match, rule)
    elif match["listed"]:
        for index, number in enumerate(match["listed"].split(",")):
            yield from [Piece("、")] if index else []
            yield from _number(number, rule)
    elif match["numbers"]:
        yield from [Piece("マイナス")] if match["minus"] else []
        yield from _numbers(match, rule)
        yield from [Piece(_UNITS[match["unit"]])] if match["unit"] else []
    elif kind == "latin" and _ABBREVIATION.fullmatch(match["latin"]):
        yield Piece(match["latin"].translate(_UPRIGHT))
    elif kind == "marks":
        yield Piece(match["marks"].translate(str.maketrans("！？", "!?")), combined=True)
    elif kind == "mark":
        yield Piece(match["mark"].translate(_UPRIGHT))


def _money(match: re.Match[str], rule: Rule) -> Iterator[Piece]:
    """Yield an amount with its currency behind it, as it is said."""
    parts = re.split("([万億兆])", match["money"])
    for number, myriad in zip(parts[::2], [*parts[1::2], ""], strict=True):
        yield from _number(number.replace(",", ""), rule, myriad) if number else []
        yield from [Piece(myriad)] if myriad else []
    yield Piece(_CURRENCIES[match["currency"]])


def _dated(match: re.Match[str], rule: Rule) -> Iterator[Piece]:
    yield from _digits(match["year"], rule)
    yield Piece("年")
    yield from _number(match["month"].lstrip("0"), rule)
    yield Piece("月")
    yield from _number(match["day"].lstrip("0"), rule)
    yield Piece("日")


def _timed(match: re.Match[str], rule: Rule) -> Iterator[Piece]:
    """Yield an hour and its minutes; behind 午前 or 午後 they are a time for sure, and said as one."""
    if match["part"]:
        yield Piece(match["part"])
        yield from _number(str(int(match["hour"])), rule)
        yield Piece("時")
        if int(match["minute"]):
            yield from _number(str(int(match["minute"])), rule)
            yield Piece("分")
    else:
        yield from _digits(match["hour"], rule)
        yield Piece("：")
        yield from _digits(match["minute"], rule)


def _numbers(match: re.Match[str], rule: Rule) -> Iterator[Piece]:
    """Yield one number, or several with hyphens between them: a range, a score, a telephone number."""
    written = match["numbers"].split("-")
    behind = match.string[match.end() :]
    is_code = len(written) > _SIDE_BY_SIDE or (len(written) > 1 and written[0].startswith("0") and written[0] != "0")
    for index, one in enumerate(written):
        number = one.replace(",", "")
        yield from [Piece("―")] if index else []
        if is_code:
            yield Piece(kanji_digits(number) if rule == "kanji" else full_width_digits(number))
        elif _is_name(one, match, behind):
            yield from _digits(number, rule)
        else:
            yield from _number(number, rule, behind)


def _is_name(number: str, match: re.Match[str], behind: str) -> bool:
    """Whether a number is told by its digits and not by its value: a year, a code, one of 3・11."""
    before = match.string[max(match.start() - 2, 0) : match.start()]
    if re.match(r"・\d", behind) or re.search(r"\d・$|〒$", before) or (number[0] == "0" and number[1:2].isdigit()):
        return True
    if len(number) != _YEAR_DIGITS or not number.isdigit():
        return len(number) > _YEAR_DIGITS and number.isdigit() and _COUNTER_AHEAD.match(behind) is None
    is_year = number[0] in "12" and _YEAR_AHEAD.match(match.string, match.end())
    return bool(is_year) or (not match["unit"] and _COUNTER_AHEAD.match(behind) is None)


def _number(number: str, rule: Rule, behind: str = "") -> Iterator[Piece]:
    """Yield a number by its value; before a 万 or 千 of the text there is no room for another."""
    whole = number.partition(".")[0]
    if len(whole) > _ROOM.get(behind[:1], MOST_DIGITS):
        yield from _digits(number, rule)
    elif rule == "kanji":
        yield Piece(kanji_number(number))
    elif "." in number:
        yield Piece(full_width_number(number))
    else:
        for digits, myriad in list(myriads(whole)) or [("0", "")]:
            yield from _digits(digits, rule)
            yield from [Piece(myriad)] if myriad else []


def _digits(digits: str, rule: Rule) -> Iterator[Piece]:
    """Yield a number digit by digit."""
    if rule == "kanji":
        yield Piece(kanji_digits(digits))
    else:
        combined = len(digits) == _SIDE_BY_SIDE
        yield Piece(digits if combined else full_width_digits(digits), combined)
