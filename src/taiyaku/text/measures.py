"""Units and currencies: what each language calls them, and what makes them comparable."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.text.facts import Fact, Value

if TYPE_CHECKING:
    from taiyaku.span import Span


class Unit(NamedTuple):
    """A unit: its name, the base unit of its dimension, how many of those it is, and for temperatures its zero."""

    name: str
    base: str
    factor: Value
    zero: Value = 0


_f = Fraction


# The international foot, pound, gallon and so on (NIST SP 811, appendix B).
_METRE, _GRAM, _LITRE, _SQUARE = "m", "g", "L", "m2"
UNITS = {
    "mm": Unit("mm", _METRE, _f("0.001")),
    "cm": Unit("cm", _METRE, _f("0.01")),
    "m": Unit("m", _METRE, 1),
    "km": Unit("km", _METRE, 1000),
    "kilo": Unit("kilo", _METRE, 1000),  # キロ, of length or of weight
    "inch": Unit("inch", _METRE, _f("0.0254")),
    "foot": Unit("foot", _METRE, _f("0.3048")),
    "yard": Unit("yard", _METRE, _f("0.9144")),
    "mile": Unit("mile", _METRE, _f("1609.344")),
    "nautical mile": Unit("nautical mile", _METRE, 1852),
    "mg": Unit("mg", _GRAM, _f("0.001")),
    "g": Unit("g", _GRAM, 1),
    "kg": Unit("kg", _GRAM, 1000),
    "ounce": Unit("ounce", _GRAM, _f("28.349523125")),
    "pound": Unit("pound", _GRAM, _f("453.59237")),
    "ton": Unit("ton", _GRAM, 1_000_000),
    "mL": Unit("mL", _LITRE, _f("0.001")),
    "dL": Unit("dL", _LITRE, _f("0.1")),
    "L": Unit("L", _LITRE, 1),
    "kL": Unit("kL", _LITRE, 1000),
    "gallon": Unit("gallon", _LITRE, _f("3.785411784")),
    "m2": Unit("m2", _SQUARE, 1),
    "km2": Unit("km2", _SQUARE, 1_000_000),
    "hectare": Unit("hectare", _SQUARE, 10_000),
    "acre": Unit("acre", _SQUARE, _f("4046.8564224")),
    "square foot": Unit("square foot", _SQUARE, _f("0.09290304")),
    "square mile": Unit("square mile", _SQUARE, _f("2589988.110336")),
    "tsubo": Unit("tsubo", _SQUARE, Fraction(400, 121)),
    # The measures of old as the law fixed them in 1891: 尺 10/33 m, 升 2401/1331 L, 貫 3.75 kg; a mat is about 1.62 m2.
    "jo": Unit("jo", _SQUARE, _f("1.62")),
    "tan": Unit("tan", _SQUARE, Fraction(120_000, 121)),
    "cho": Unit("cho", _SQUARE, Fraction(1_200_000, 121)),
    "go": Unit("go", _LITRE, Fraction(2401, 13310)),
    "sho": Unit("sho", _LITRE, Fraction(2401, 1331)),
    "to": Unit("to", _LITRE, Fraction(24010, 1331)),
    "koku": Unit("koku", _LITRE, Fraction(240100, 1331)),
    "momme": Unit("momme", _GRAM, _f("3.75")),
    "kin": Unit("kin", _GRAM, 600),
    "kan": Unit("kan", _GRAM, 3750),
    "sun": Unit("sun", _METRE, Fraction(1, 33)),
    "shaku": Unit("shaku", _METRE, Fraction(10, 33)),
    "ri": Unit("ri", _METRE, Fraction(43200, 11)),
    "celsius": Unit("celsius", "K", 1, _f("273.15")),
    "fahrenheit": Unit("fahrenheit", "K", Fraction(5, 9), Fraction(45967, 180)),
    "km/h": Unit("km/h", "m/s", Fraction(1000, 3600)),
    "mph": Unit("mph", "m/s", _f("0.44704")),
    "knot": Unit("knot", "m/s", Fraction(1852, 3600)),
    "m/s": Unit("m/s", "m/s", 1),
    "km/s": Unit("km/s", "m/s", 1000),
    "mpg": Unit("mpg", "km/L", _f("0.425143707")),
    "km/L": Unit("km/L", "km/L", 1),
    "kW": Unit("kW", "W", 1000),
    "MW": Unit("MW", "W", 1_000_000),
    "byte": Unit("byte", "byte", 1),
    "KB": Unit("KB", "byte", 1000),
    "MB": Unit("MB", "byte", 1_000_000),
    "GB": Unit("GB", "byte", 1_000_000_000),
    "TB": Unit("TB", "byte", 1_000_000_000_000),
}
ENGLISH_UNITS = {
    name: UNITS[unit]
    for unit, names in {
        "mm": "mm millimeter millimeters millimetre millimetres",
        "cm": "cm centimeter centimeters centimetre centimetres",
        "m": "m meter meters metre metres",
        "km": "km kilometer kilometers kilometre kilometres",
        "inch": "inch inches",
        "foot": "foot feet ft",
        "yard": "yard yards",
        "mile": "mile miles",
        "mg": "mg milligram milligrams",
        "g": "g gram grams",
        "kg": "kg kilogram kilograms kilo kilos",
        "ounce": "ounce ounces oz",
        "pound": "lb lbs",
        "ton": "ton tons tonne tonnes",
        "mL": "ml milliliter milliliters millilitre millilitres",
        "L": "liter liters litre litres",
        "kL": "kiloliter kiloliters kilolitre kilolitres",
        "gallon": "gallon gallons",
        "hectare": "hectare hectares ha",
        "acre": "acre acres",
        "km/h": "km/h kph",
        "mph": "mph",
        "knot": "knot knots",
        "kW": "kw kilowatt kilowatts",
        "MW": "mw megawatt megawatts",
        "byte": "byte bytes",
        "KB": "kb kilobyte kilobytes",
        "MB": "mb megabyte megabytes",
        "GB": "gb gigabyte gigabytes",
        "TB": "tb terabyte terabytes",
    }.items()
    for name in names.split()
} | {
    "nautical miles": UNITS["nautical mile"],
    "nautical mile": UNITS["nautical mile"],
    "square meters": UNITS["m2"],
    "square meter": UNITS["m2"],
    "square metres": UNITS["m2"],
    "square kilometers": UNITS["km2"],
    "square kilometres": UNITS["km2"],
    "square feet": UNITS["square foot"],
    "square foot": UNITS["square foot"],
    "square miles": UNITS["square mile"],
    "square mile": UNITS["square mile"],
    "degrees celsius": UNITS["celsius"],
    "degree celsius": UNITS["celsius"],
    "degrees centigrade": UNITS["celsius"],
    "degrees c": UNITS["celsius"],
    "degrees f": UNITS["fahrenheit"],
    "degrees fahrenheit": UNITS["fahrenheit"],
    "fahrenheit": UNITS["fahrenheit"],
    "celsius": UNITS["celsius"],
    "°c": UNITS["celsius"],
    "°f": UNITS["fahrenheit"],
    "miles per hour": UNITS["mph"],
    "miles an hour": UNITS["mph"],
    "meters per second": UNITS["m/s"],
    "metres per second": UNITS["m/s"],
    "m/s": UNITS["m/s"],
    "kilometers per second": UNITS["km/s"],
    "kilometres per second": UNITS["km/s"],
    "km/s": UNITS["km/s"],
    "miles per gallon": UNITS["mpg"],
    "mpg": UNITS["mpg"],
    "kilometers per liter": UNITS["km/L"],
    "kilometers per hour": UNITS["km/h"],
    "kilometres per hour": UNITS["km/h"],
    "kilometers an hour": UNITS["km/h"],
}

CURRENCY_SIGNS = {
    "US$": "USD",
    "＄": "USD",
    "AU$": "AUD",
    "CA$": "CAD",
    "A$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "NT$": "TWD",
    "S$": "SGD",
    "R$": "BRL",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "￥": "JPY",
    "₩": "KRW",
    "₹": "INR",
}
ENGLISH_CURRENCIES = {
    "yen": "JPY",
    "dollar": "USD",
    "dollars": "USD",
    "u.s. dollars": "USD",
    "us dollars": "USD",
    "cent": "USc",
    "cents": "USc",
    "pounds": "GBP",
    "pound": "GBP",
    "pence": "GBp",
    "euro": "EUR",
    "euros": "EUR",
    "won": "KRW",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rupees": "INR",
    "baht": "THB",
    "ruble": "RUB",
    "rubles": "RUB",
    "francs": "CHF",
}


JAPANESE_UNITS = {
    name: unit
    for unit, names in {
        "mm": "ミリメートル ミリ mm ㎜ ｍｍ",
        "cm": "センチメートル センチ cm ㎝ ｃｍ",
        "m": "メートル m ｍ",
        "km": "キロメートル km ㎞ ｋｍ",
        "kilo": "キロ",
        "inch": "インチ",
        "foot": "フィート フット",
        "yard": "ヤード",
        "mile": "マイル マイルズ",
        "nautical mile": "海里",
        "mg": "ミリグラム mg ㎎",
        "g": "グラム g ｇ",
        "kg": "キログラム kg ㎏ ｋｇ",
        "ounce": "オンス",
        "ton": "トン",
        "mL": "ミリリットル mL ml cc CC",
        "dL": "デシリットル",
        "L": "リットル L ℓ",
        "kL": "キロリットル",
        "gallon": "ガロン",
        "m2": "平方メートル 平米 ㎡",
        "km2": "平方キロメートル 平方キロ ㎢",
        "hectare": "ヘクタール ha",
        "acre": "エーカー",
        "square foot": "平方フィート",
        "square mile": "平方マイル",
        "tsubo": "坪",
        "knot": "ノット",
        "kW": "キロワット kW",
        "MW": "メガワット MW",
        "byte": "バイト",
        "KB": "キロバイト kB KB",
        "MB": "メガバイト MB",
        "GB": "ギガバイト GB",
        "TB": "テラバイト TB",
    }.items()
    for name in names.split()
}

JAPANESE_CURRENCIES = {
    "円": "JPY",
    "ドル": "USD",
    "米ドル": "USD",
    "豪ドル": "AUD",
    "オーストラリアドル": "AUD",
    "カナダドル": "CAD",
    "香港ドル": "HKD",
    "台湾ドル": "TWD",
    "シンガポールドル": "SGD",
    "ポンド": "GBP",
    "ペンス": "GBp",
    "セント": "USc",
    "ユーロ": "EUR",
    "ウォン": "KRW",
    "元": "CNY",
    "人民元": "CNY",
    "ルピー": "INR",
    "バーツ": "THB",
    "ルーブル": "RUB",
    "フラン": "CHF",
}

DURATIONS = {
    "microsecond": Unit("microsecond", "s", _f("0.000001")),
    "millisecond": Unit("millisecond", "s", _f("0.001")),
    "second": Unit("second", "s", 1),
    "minute": Unit("minute", "s", 60),
    "hour": Unit("hour", "s", 3600),
    "day": Unit("day", "s", 86_400),
    "week": Unit("week", "s", 604_800),
    "month": Unit("month", "s", 2_629_800),
    "year": Unit("year", "s", 31_557_600),
}
"""A year counts 365.25 days and a month a twelfth of it: 18 months are a year and a half."""

SPEEDS = {"m": "m/s", "km": "km/h", "kilo": "km/h", "mile": "mph"}
"""What a length per second or hour is, for texts that leave the time out (最大風速85マイル)."""


def measure(value: Value, unit: Unit, span: Span, decimals: int, *, soft: bool = False) -> Fact:
    """Return the fact of a value with a unit; `decimals` says how many digits it was written with after the point."""
    converted, step = value * unit.factor + unit.zero, _step(value, decimals) * unit.factor
    return Fact("measure", value, span, unit.name, soft, unit.base, converted, step)


def duration(value: Value, unit: Unit, span: Span, *, soft: bool = False) -> Fact:
    """Return the fact of a length of time: a number like others, but one that can be converted, exactly."""
    return Fact("number", value, span, unit.name, soft, unit.base, value * unit.factor)


def _step(value: Value, decimals: int) -> Value:
    """Return the worth of the last digit that was meant: zeros at the end of a whole number are taken for rounding."""
    if decimals:
        return Fraction(1, 10**decimals)
    if isinstance(value, Fraction) or value == 0:
        return 1
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return step
