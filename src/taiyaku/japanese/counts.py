"""What a Japanese text says of numbers and ordinals without a unit, and what only looks like them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.japanese.dates import NOT_AFTER_DIGIT, TO, N, of_kind, span_of
from taiyaku.japanese.idioms import IDIOM
from taiyaku.japanese.numerals import DIGIT, FOLD, KANJI, NUMERAL, counted_by, shared_magnitude, value_of
from taiyaku.span import Span
from taiyaku.text.facts import Fact, Finder, as_dialled, exact, one
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.text.facts import Kind

_SOFT_UP_TO = 2
_SHORT = {"K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}


_KANJI = lazy_pattern(KANJI)
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


def _or_so(match: re.Match[str]) -> Iterator[Fact]:
    """2、3日後: a few days."""
    low, high = value_of(match["low"]), value_of(match["high"])
    if high - low == 1:
        yield Fact("number", low, span_of(match, "low"), soft=True)
        yield Fact("number", high, span_of(match, "high"), soft=True)


OR_SO_FINDER = Finder(
    lazy_pattern(
        rf"(?<![一二三四五六七八九十百千〇.．{DIGIT}])(?P<low>[1-8１-８一二三四五六七八])、(?P<high>[2-9２-９二三四五六七八九])"
        r"(?=[人回度個本枚台件軒]|[かカヶ]月|時間|分(?!の)|週間|年(?:後|前|間|ほど|で)|日(?:後|前|間|ほど|くらい|中|で))"
    ),
    _or_so,
    counted_by("、"),
)


def _listed(match: re.Match[str]) -> Iterator[Fact]:
    """5・7・5: no decimals."""
    for number in _DIGITS.finditer(match[0]):
        yield Fact("number", value_of(number[0]), Span(match.start() + number.start(), match.start() + number.end()))


_DIGITS = lazy_pattern(rf"[{DIGIT}]+")
LISTED_FINDER = Finder(
    lazy_pattern(rf"(?<![{DIGIT}A-Za-z.．・])[{DIGIT}]{{1,3}}(?:・[{DIGIT}]{{1,3}}){{2,9}}(?![{DIGIT}・.．])"),
    _listed,
    frozenset("・"),
    frozenset("0"),
)


def _mixed(match: re.Match[str]) -> Iterator[Fact]:
    """1と1/2, 1と3分の1."""
    upper, lower = match["upper"] or match["upper2"], match["lower"] or match["lower2"]
    if value_of(lower):
        value = value_of(match["whole"]) + Fraction(value_of(upper)) / Fraction(value_of(lower))
        yield Fact("number", exact(value), span_of(match))


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
    bound = _BOUND.match(match.string, match.end()) is not None and len(match["number"]) == 1
    if match["half"]:
        value = exact(value + Fraction(1, 2))
    yield Fact("number", value, span_of(match, "number"), soft=value <= _SOFT_UP_TO or bound)


_BOUND = lazy_pattern(
    "(?![人名隻艘匹頭羽本枚冊台件個歳才回度日月年分秒時週間番位割倍社校階号世代円点票席目種組泊都府県市町村区郡州島国党派軒戸棟店"
    "館室巻話章節条項段列行字語試大会勝敗戦者氏児男女両通杯膳足着束箱袋缶皿切片口株周往夜晩季期学等級層面色音曲句首門基機騎丁路系"
    "畳坪合升尺寸里反貫石斤匁斗万億兆十百千球打死塁失得差割分厘周輪作品冠連次節選例案類様通車線駅便発門隊班軍艦棚滴錠粒房株輪票局"
    "言問問題校園院科課部局省庁寺社山川港湾湖橋門塔城基塚曲節拍拳段級第か ヶ])[一-鿿]"
)
"""A kanji that counts nothing: the numeral before is part of a word, 六古窯."""


def _both(match: re.Match[str]) -> Iterator[Fact]:
    return one("number", 2, span_of(match), soft=True)


_LOW = rf"(?:(?P<low>{N}){TO})?"
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"
_COUNTERS = "人つ回度年日軒件台枚本個社校戸世代か月カ週"

_UNIT_SUFFIX = "[KMGT]B|kB|[kM]W|[KMBTL]|cc|CC|mm|cm|km|kg|mg|ml|mL|m|g|s|ms|h|x|bps|[KMG]bps|[MG]?Hz|px|p|ha|dB"


def _phone(match: re.Match[str]) -> Iterator[Fact]:
    return one("code", 0, span_of(match), f"TEL{as_dialled(match[0].translate(_FULL_WIDTH))}")


def _event(match: re.Match[str]) -> Iterator[Fact]:
    """What happened on a day that names it, the year of which every reader knows."""
    name = match[0].translate(FOLD).replace(".", "・")  # FOLD takes the middle dot for a decimal point
    for kind, value in zip(_DATE, EVENTS[name], strict=False):
        yield Fact(kind, value, span_of(match), "event", soft=True)


_DATE: tuple[Kind, ...] = ("month", "day", "year")
EVENTS: dict[str, tuple[int, ...]] = {
    "二・二六": (2, 26, 1936),
    "五・一五": (5, 15, 1932),
    "三・一": (3, 1, 1919),
    "五・四": (5, 4, 1919),
    "3・11": (3, 11, 2011),
    "三・一一": (3, 11, 2011),
    "1・17": (1, 17, 1995),
    "三が日": (1, 3),
    "三箇日": (1, 3),
    "三ガ日": (1, 3),
}
"""Month, day and year; the three days of the new year."""

PHONE_FINDER = Finder(
    lazy_pattern(
        rf"(?<![{_LATIN}{DIGIT}.,])(?:(?:[+＋]81[-－ ]?|[(（]?[0０])[{DIGIT}]{{1,4}}[)）]?[-－‐–・(（)） ]"
        rf"[{DIGIT}]{{1,4}}[-－‐–・)） ][{DIGIT}]{{3,4}}"
        rf"|[(（]?[{DIGIT}]{{3}}[)）]?[-－ ][{DIGIT}]{{3}}[-－][{DIGIT}]{{4}})(?![{DIGIT}])"
    ),
    _phone,
    frozenset("-－‐–・() （）"),
    frozenset("0"),
)
"""03・5550・0147, (03)5550-0147, +81-3-5550-0147."""

EVENT_FINDER = Finder(
    lazy_pattern(
        r"(?<![一二三四五六七八九十0-9０-９])(?:二・二六|五・一五|三・一(?=運動|独立)|五・四(?=運動)|三・一一|3・11|３・１１|1・17|１・１７)"
        r"(?![一二三四五六七八九十0-9０-９])|三[がガ箇]日"
    ),
    _event,
    counted_by("・がガ箇"),
    frozenset("一二三五913９１３"),
)

CODE_FINDER = Finder(
    lazy_pattern(
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

MIXED_FINDER = Finder(
    lazy_pattern(
        rf"{NOT_AFTER_DIGIT}(?P<whole>[{DIGIT}]{{1,4}})と"
        rf"(?:(?P<upper>[{DIGIT}])[/／](?P<lower>[{DIGIT}]{{1,2}})|(?P<lower2>[{DIGIT}]{{1,2}})分の(?P<upper2>[{DIGIT}]))"
        rf"(?![{DIGIT}/／])"
    ),
    _mixed,
    frozenset("/／分"),
    frozenset("と"),
)

COUNT_FINDERS: tuple[Finder, ...] = (
    Finder(lazy_pattern(rf"第(?P<number>{N})"), of_kind("ordinal"), frozenset("第")),
    Finder(
        lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<number>{N})(?:[{_COUNTERS}]{{0,2}})?(?:番目|目(?![的標立前指処]))"),
        of_kind("ordinal"),
        frozenset("目"),
        counted_by(f"番目{_COUNTERS}"),
    ),
    Finder(
        lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<number>{N})(?:位(?!置)|番(?!組|号|地|街)|世(?![紀界代帯論]))"),
        of_kind("ordinal"),
        counted_by("位番世"),
    ),
    Finder(lazy_pattern(r"[数何](?P<number>[十百千万億兆]{1,8})"), _few, frozenset("数何")),
    Finder(
        lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<number>{N})数(?=[人年日個件台枚回本社カか時分軒名戸万億点])"),
        _few,
        counted_by("数"),
    ),
    Finder(
        lazy_pattern(
            rf"{NOT_AFTER_DIGIT}(?P<low>[{DIGIT}]{{1,3}})\s?(?:対|[-−－–‐:：])\s?(?P<high>[{DIGIT}]{{1,3}})(?![{DIGIT}.．A-Za-z:：-])"
            r"(?![人円%％年月日時分秒倍個枚台件社キセメミ])"
        ),
        _score,
        frozenset("0"),
        counted_by("対-−－–‐:："),
    ),
    Finder(
        lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<digits>[{DIGIT}]+(?:[.．][{DIGIT}]+)?)(?P<short>[KMBT])(?![A-Za-z])"),
        lambda match: one(
            "number", exact(_SHORT[match["short"]] * Fraction(match["digits"].translate(FOLD))), span_of(match)
        ),
        counted_by("KMBT"),
        frozenset("0"),
    ),
    Finder(
        lazy_pattern(
            rf"(?<![{DIGIT}A-Za-z.．]){_LOW}(?P<number>{NUMERAL})(?P<small>(?=つ|人|種|者|度|回|か国|カ国|チーム|社))?"
            r"(?:[年歳人つ個杯回本枚周日]間?(?P<half>半)(?![分数]))?"
        ),
        _number,
        frozenset("0"),
    ),
    Finder(
        lazy_pattern(rf"(?P<number>{KANJI})(?:[つ個杯周](?P<half>半)(?![分数]))?"),
        _kanji,
        frozenset("〇零一二三四五六七八九十百千壱弐参"),
    ),
    Finder(lazy_pattern("ゼロ"), lambda match: one("number", 0, span_of(match), soft=True), frozenset("ゼ")),
    Finder(
        lazy_pattern(r"両(?=[国者方社市県氏人州党校チ親手足側政首])|双方|双子|ダブル|ペア|再び"),
        _both,
        frozenset("両双ダペ再"),
    ),
)
