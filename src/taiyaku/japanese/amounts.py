"""What a Japanese text says of amounts: money, percentages, fractions, multiples, measures."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.japanese.dates import NOT_AFTER_DIGIT, TO, N, of_kind, span_of
from taiyaku.japanese.numerals import DIGIT, FOLD, KANJI, NUMERAL, counted_by, decimals_of, shared_magnitude, value_of
from taiyaku.span import Span
from taiyaku.text.facts import Fact, Finder, Value, exact, one
from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.measures import (
    CURRENCY_SIGNS,
    DURATIONS,
    JAPANESE_CURRENCIES,
    JAPANESE_UNITS,
    SPEEDS,
    UNITS,
    duration,
    measure,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_OLD_UNITS = {
    "畳": "jo",
    "合": "go",
    "升": "sho",
    "斗": "to",
    "石": "koku",
    "貫": "kan",
    "貫目": "kan",
    "匁": "momme",
    "斤": "kin",
    "尺": "shaku",
    "寸": "sun",
    "里": "ri",
    "反": "tan",
    "町歩": "cho",
}
"""Measures of old, most of them also parts of other words; `text.measures` says what they are worth."""

_DURATIONS = {
    "ミリ秒": "millisecond",
    "ms": "millisecond",
    "マイクロ秒": "microsecond",
    "s": "second",
    "h": "hour",
    "秒": "second",
    "分": "minute",
    "時間": "hour",
    "日間": "day",
    "週": "week",
    "週間": "week",
    "年": "year",
    "年間": "year",
    "カ年": "year",
    "か年": "year",
} | {f"{ka}月{kan}": "month" for ka in "カかヵヶケ箇" for kan in ("", "間")}


def _money(match: re.Match[str]) -> Iterator[Fact]:
    currency = JAPANESE_CURRENCIES[match["currency"]]
    if match["low"]:
        low = value_of(shared_magnitude(match["low"], match["number"]))
        yield Fact("money", low, span_of(match, "low"), currency)
    span = Span(match.start("number"), match.end())
    value = value_of(match["number"])
    if match["cents"]:  # 150円25銭
        whole, value = value, exact(value + value_of(match["cents"]) / Fraction(100))
        if match["cents_low"]:  # 149円52〜54銭
            low = exact(whole + value_of(match["cents_low"]) / Fraction(100))
            yield Fact("money", low, span_of(match, "cents_low"), currency)
    fact = Fact("money", value, span, currency, soft=value == 1)  # 1ドル=150円
    if currency == "GBP":  # of money or of weight
        weight = measure(fact.value, UNITS["pound"], span, decimals_of(match["number"]))
        fact = fact._replace(base=weight.base, converted=weight.converted, step=weight.step)
    yield fact


def _signed(match: re.Match[str]) -> Iterator[Fact]:
    return one("money", value_of(match["number"]), span_of(match), CURRENCY_SIGNS[match["sign"]])


def _percent(match: re.Match[str]) -> Iterator[Fact]:
    unit = "rate" if _CHANGE.match(match.string, match.end()) else ""
    if match[0].endswith("ト") and not match[0].endswith("セント"):
        unit = "point"
    if match["low"]:
        yield Fact("percent", value_of(match["low"]), span_of(match, "low"), unit)
    yield Fact("percent", value_of(match["number"]), Span(match.start("number"), match.end()), unit)


_CHANGE = re.compile("(?:ほど|程度|近く|も|の)?(?:上が|上昇|下が|下落|低下|増え|増加|減っ|減少|伸び|落ち|改善|悪化)")
"""After a percentage that says by how much something changed."""


def _average(match: re.Match[str]) -> Iterator[Fact]:
    """A batting average: .287."""
    return one("percent", exact(Fraction(f"0{match[0].translate(FOLD)}") * 100), span_of(match))


def _old_measure(match: re.Match[str]) -> Iterator[Fact]:
    value = value_of(match["number"])
    span = Span(match.start("number"), match.end())
    unit = UNITS[_OLD_UNITS[match["unit"]]]
    yield measure(value, unit, span, decimals_of(match["number"]), soft=value == 1)  # 一升瓶


def _composite(match: re.Match[str]) -> Iterator[Fact]:
    """2時間24分9秒, 1分52秒34, 1時間20分: one length of time."""
    hours, minutes, seconds = (value_of(match[name]) if match[name] else 0 for name in ("hours", "minutes", "seconds"))
    value = Fraction(hours * 3600 + minutes * 60 + seconds)
    if match["fraction"]:
        value += Fraction(value_of(match["fraction"])) / 10 ** len(match["fraction"])
    unit = DURATIONS["second" if match["seconds"] else "minute"]
    yield duration(exact(value / unit.factor), unit, span_of(match))


def _sentence(match: re.Match[str]) -> Iterator[Fact]:
    """懲役2年6月: of a sentence, 月 are months."""
    if match["years"]:
        years = value_of(match["years"])
        yield duration(years, DURATIONS["year"], Span(match.start("years"), match.end("years") + 1))
    yield duration(value_of(match["months"]), DURATIONS["month"], Span(match.start("months"), match.end()))


def _tenths(match: re.Match[str]) -> Iterator[Fact]:
    """8割, 8割5分, 2割5分3厘, 7～8割: tenths, hundredths, thousandths."""
    if match["low"]:
        yield Fact("percent", value_of(match["low"]) * 10, span_of(match, "low"))
    value: Value = value_of(match["number"]) * 10
    for group, worth in (("bu", 1), ("rin", Fraction(1, 10))):
        if match[group]:
            value += value_of(match[group]) * worth
    if match["half"]:
        value += 5
    yield Fact("percent", exact(value), Span(match.start("number"), match.end()))


def _fraction(match: re.Match[str]) -> Iterator[Fact]:
    lower, upper = value_of(match["lower"]), value_of(match["upper"])
    if (upper, lower) in {(9, 11), (24, 7)}:  # a date, and a way to say always
        yield Fact("code", 0, span_of(match), f"{upper}/{lower}", soft=True)
    elif lower and upper:
        written = f"{upper}/{lower}" if match["upper"][0] == match[0][0] else ""  # it may be a date
        yield Fact("fraction", exact(Fraction(upper) / Fraction(lower)), span_of(match), written)


_PER = lazy_pattern(
    "(?P<per>時速|秒速|風速|毎時|毎秒)(?:は|が|も|で|、|約|およそ|最大|最高|平均|一時|推定|瞬間的に|\x00)*$"
)


_PER_LITRE = lazy_pattern("リットル(?:当|あ)たり(?:は|約|およそ)?$")
_EACH = lazy_pattern("当たり|あたり|につき")


def _metres(match: re.Match[str]) -> Iterator[Fact]:
    """1メートル20センチ: one length."""
    value = value_of(match["metres"]) + Fraction(value_of(match["centimetres"]), 100)
    yield measure(exact(value), UNITS["m"], span_of(match), 2)


def _measure(match: re.Match[str]) -> Iterator[Fact]:
    unit = UNITS[JAPANESE_UNITS[match["unit"]]]
    per = _PER.search(match.string, max(0, match.start() - 10), match.start())
    if per and unit.name in SPEEDS:
        by_second = per["per"] in {"秒速", "毎秒"} or (per["per"] == "風速" and unit.name == "m")
        unit = UNITS[("m/s" if unit.name == "m" else "km/s") if by_second else SPEEDS[unit.name]]
    elif unit.name in {"km", "kilo"} and _PER_LITRE.search(match.string[max(0, match.start() - 12) : match.start()]):
        unit = UNITS["km/L"]
    if match["low"]:
        low = shared_magnitude(match["low"], match["number"])
        yield measure(value_of(low), unit, span_of(match, "low"), decimals_of(low))
    value = value_of(match["number"])
    if match["half"]:
        value += Fraction(1, 2)
    single = value == 1 and _EACH.match(match.string, match.end()) is not None
    yield measure(
        exact(value), unit, Span(match.start("number"), match.end()), decimals_of(match["number"]), soft=single
    )


def _temperature(match: re.Match[str]) -> Iterator[Fact]:
    name = "fahrenheit" if match["scale"] in {"華氏", "カ氏"} or match["sign"] in {"℉", "°F", "F"} else "celsius"
    yield measure(value_of(match["number"]), UNITS[name], span_of(match), decimals_of(match["number"]))


def _seconds(match: re.Match[str]) -> Iterator[Fact]:
    """9秒58: what a stopwatch shows."""
    hundredths = value_of(match["fraction"]) / Fraction(10 ** len(match["fraction"]))
    yield duration(value_of(match["number"]) + hundredths, DURATIONS["second"], span_of(match))


def _duration(match: re.Match[str]) -> Iterator[Fact]:
    unit = DURATIONS[_DURATIONS[match["unit"]]]
    if match["low"]:
        yield duration(value_of(shared_magnitude(match["low"], match["number"])), unit, span_of(match, "low"))
    value = value_of(match["number"])
    if match["half"]:
        value += Fraction(1, 2)
    span = Span(match.start("number"), match.end())
    soft = value == 1 or (value == 2 and match["number"] == "二")  # noqa: PLR2004 (意見が二分)
    yield duration(exact(value), unit, span, soft=soft)


_HALVES = {"半世紀": 50, "四半世紀": 25, "半年": 6, "四半期": 4}


def _half(match: re.Match[str]) -> Iterator[Fact]:
    yield Fact("fraction", Fraction(1, 2), span_of(match), soft=True)


def _fixed(match: re.Match[str]) -> Iterator[Fact]:
    return one("number", _HALVES[match[0]], span_of(match), "word", soft=True)


_LOW = rf"(?:(?P<low>{N}){TO})?"
_CURRENCY = "|".join(sorted(JAPANESE_CURRENCIES, key=len, reverse=True))
_UNIT = "|".join(sorted(JAPANESE_UNITS, key=len, reverse=True))
_DURATION = "|".join(sorted(_DURATIONS, key=len, reverse=True))
_SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))

COMPOSITE_FINDER = Finder(
    lazy_pattern(
        rf"{NOT_AFTER_DIGIT}(?:(?P<hours>{N})時間)?(?P<minutes>{N})分(?!の)"
        rf"(?:\s?(?P<seconds>{N})秒(?:(?P<fraction>[{DIGIT}]{{1,3}})(?![{DIGIT}年月日時分秒回位人点]))?|(?(hours)|(?!)))"
    ),
    _composite,
    counted_by("分"),
    counted_by("時秒"),
)
"""Before the times of day."""

SENTENCE_FINDER = Finder(
    lazy_pattern(rf"(?:懲役|禁[錮固]|拘禁刑|実刑)(?:(?P<years>{N})年)?(?P<months>{N})[カか]?月"),
    _sentence,
    frozenset("役禁刑"),
    frozenset("月"),
)
"""Before the months of the year."""

AMOUNT_FINDERS: tuple[Finder, ...] = (
    Finder(lazy_pattern(rf"(?P<lower>{N})分の(?P<upper>{N})"), _fraction, counted_by("分")),
    Finder(
        lazy_pattern(
            rf"{_LOW}(?P<number>{N})割(?!り[当振付切]|[るれいっ合当])(?:(?P<half>半)|(?P<bu>{N})分)?(?:(?P<rin>{N})厘)?"
        ),
        _tenths,
        counted_by("割"),
    ),
    Finder(
        lazy_pattern(rf"{_LOW}(?P<number>{N})\s?(?:[%％㌫]|パーセント|ポイント(?=[上下差増減高低以の、。]))"),
        _percent,
        counted_by("%％㌫パポ"),
    ),
    Finder(
        lazy_pattern(
            rf"{NOT_AFTER_DIGIT}(?<!/)(?P<upper>[{DIGIT}]{{1,2}})[/／](?P<lower>[{DIGIT}]{{1,3}})(?![{DIGIT}/])"
        ),
        _fraction,
        counted_by("/／"),
        frozenset("0"),
    ),
    Finder(
        lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<upper>9|９)[・.．](?P<lower>11|１１)(?![{DIGIT}])"),
        _fraction,
        frozenset("9９"),
        counted_by("・.．"),
    ),
    Finder(
        lazy_pattern(rf"(?<![A-Za-z{DIGIT}.．])[.．][{DIGIT}]{{3}}(?![{DIGIT}.．])"),
        _average,
        frozenset(".．"),
        frozenset("0"),
    ),
    Finder(lazy_pattern(r"四半世紀|四半期|半世紀|半年"), _fixed, frozenset("半")),
    Finder(lazy_pattern(r"半(?:分|数|額|減|ば|日|月|ダース)|ハーフ"), _half, frozenset("半ハ")),
    Finder(lazy_pattern(rf"(?P<number>{N})倍"), of_kind("multiple"), counted_by("倍")),
    Finder(
        lazy_pattern(r"倍(?=増|に|の|以|近|、|。)"),
        lambda match: one("multiple", 2, span_of(match), soft=True),
        frozenset("倍"),
    ),
    Finder(
        lazy_pattern(
            rf"{_LOW}(?P<number>{N})\s?余?り?(?P<currency>{_CURRENCY})(?:(?:(?P<cents_low>{N}){TO})?(?P<cents>{N})(?:銭|セント))?(?!陣|周|盤|卓|形|滑|老|首相|大統領|選手)"
        ),
        _money,
        counted_by([*JAPANESE_CURRENCIES, "余", "り"]),
    ),
    Finder(lazy_pattern(rf"(?P<sign>{_SIGN})\s?(?P<number>{NUMERAL})"), _signed, frozenset("$£€¥￥＄₩₹")),
    Finder(
        lazy_pattern(
            rf"(?:(?P<scale>摂氏|華氏|セ氏|カ氏)\s?(?=(?:{N})(?:度|℃)))?(?P<number>(?:マイナス|[-−])?{N})"
            r"(?:(?P<sign>℃|℉|°C|°F|(?<=\d)[CF](?![A-Za-z]))|(?<!\d{4})度(?=C|（摂氏）)|(?(scale)度|(?!)))"
        ),
        _temperature,
        counted_by("度℃℉°CF"),
    ),
    Finder(
        lazy_pattern(rf"{NOT_AFTER_DIGIT}(?P<metres>{N})メートル(?P<centimetres>[{DIGIT}]{{1,2}}|{KANJI})センチ"),
        _metres,
        counted_by("メ"),
        counted_by("セ"),
    ),
    Finder(
        lazy_pattern(rf"{NOT_AFTER_DIGIT}{_LOW}(?P<number>{N})\s?(?P<unit>{_UNIT})(?![A-Za-zァ-ヶー秒])(?P<half>半)?"),
        _measure,
        counted_by(JAPANESE_UNITS),
    ),
    Finder(
        lazy_pattern(
            rf"{NOT_AFTER_DIGIT}(?P<number>{N})\s?"
            r"(?P<unit>畳(?!み)|合(?![い意格計致う同併唱羽宿成体算戦議わ])|升|斗|石(?![炭油器像材垣段川原井田山橋])|貫目?(?![通徹禄])"
            r"|匁|斤|尺|寸(?!前|法|劇|断|志)|里(?![子帰見親])|反(?![対応省発論映撃転射逆])|町歩)"
        ),
        _old_measure,
        counted_by(_OLD_UNITS),
    ),
    Finder(
        lazy_pattern(
            rf"{NOT_AFTER_DIGIT}(?P<number>{N})秒(?P<fraction>[{DIGIT}]{{1,3}})(?![{DIGIT}年月日時分秒回位人点])"
        ),
        _seconds,
        counted_by("秒"),
    ),
    Finder(
        lazy_pattern(
            rf"{NOT_AFTER_DIGIT}{_LOW}(?P<number>{N})\s?(?P<unit>{_DURATION})(?P<half>半(?![分数]))?"
            r"(?!\s?(?:[A-Za-z目度式]|(?<=年)生|[月火水木金土日]曜))"
        ),
        _duration,
        counted_by(_DURATIONS),
    ),
)
