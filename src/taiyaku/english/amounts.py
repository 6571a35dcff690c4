"""What an English text says of amounts: money, percentages, fractions, multiples, measures."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.english.matches import BIG, NUMERAL, RANGE, D, decimals_of, span_of, value_of
from taiyaku.english.numerals import (
    DIGITS,
    MAGNITUDES,
    SHORT_MAGNITUDES,
    SMALL,
    any_of,
    value_of_digits,
    value_of_magnitude,
    value_of_words,
)
from taiyaku.span import Span
from taiyaku.text.facts import NUMERAL_CUE, Fact, Finder, exact, one
from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.measures import CURRENCY_SIGNS, DURATIONS, ENGLISH_CURRENCIES, ENGLISH_UNITS, UNITS, duration, measure

if TYPE_CHECKING:
    from collections.abc import Iterator


def _signed(match: re.Match[str]) -> Iterator[Fact]:
    currency, magnitude = CURRENCY_SIGNS[match["sign"].upper()], match["magnitude"] or ""
    yield Fact("money", value_of_digits(match["digits"], magnitude), span_of(match), currency)
    if match["until"]:
        yield Fact("money", value_of_digits(match["until"], magnitude), span_of(match, "until"), currency)


def _money(match: re.Match[str]) -> Iterator[Fact]:
    value, word = value_of(match), " ".join(match["currency"].lower().split())
    if value is None:
        return
    if word == "won" and value < _LEAST_WON:
        return
    start = match.start("digits") if match["digits"] else match.start("words")
    fact = Fact("money", value, Span(start, match.end()), ENGLISH_CURRENCIES[word])
    if match["low"]:
        low = match["low"]
        yield fact._replace(value=value_of_digits(low, match["magnitude"] or ""), span=span_of(match, "low"))
        if len(match["digits"] or "") == decimals_of(low) == 2:  # noqa: PLR2004 (hundredths: 149.52-54 yen)
            fact = fact._replace(value=value_of_digits(low.partition(".")[0] + f".{match['digits']}"))
    if word in {"pound", "pounds"}:  # of money or of weight
        weight = measure(value, UNITS["pound"], fact.span, decimals_of(match["digits"]))
        fact = fact._replace(base=weight.base, converted=weight.converted, step=weight.step)
    yield fact


_LEAST_WON = 100
"""Below, "won" is rather what a team did."""


def _percent(match: re.Match[str]) -> Iterator[Fact]:
    if match["low"]:
        yield Fact("percent", value_of_digits(match["low"]), span_of(match, "low"))
    value = value_of(match)
    if value is not None:
        start = match.start("digits") if match["digits"] else match.start("words")
        unit = (
            "point"
            if "point" in match[0].lower()
            else "rate"
            if _CHANGE.search(match.string[max(0, start - 30) : start])
            else ""
        )
        yield Fact("percent", value, Span(start, match.end()), unit, soft=value == 100)  # noqa: PLR2004 (all of it)


_CHANGE = re.compile(
    r"(?i)\b(?:rose|risen|fell|fallen|gained|grew|grown|climbed|dropped|slipped|declined|increased|decreased|up|down)"
    r"(?:\s+(?:by|about|around|nearly|almost|roughly|some|over|only|another)){0,2}\s*$"
)
"""Before a percentage that says by how much something changed."""


def _measure(match: re.Match[str]) -> Iterator[Fact]:
    value, unit = value_of(match), ENGLISH_UNITS.get(re.sub(r"[\s-]+", " ", match["unit"]).lower())
    if value is None or unit is None:
        return
    if match["low"]:
        low = value_of_digits(match["low"], match["magnitude"] or "")
        yield measure(low, unit, span_of(match, "low"), decimals_of(match["low"]))
    start = match.start("digits") if match["digits"] else match.start("words")
    yield measure(value, unit, Span(start, match.end()), decimals_of(match["digits"]))


def _height(match: re.Match[str]) -> Iterator[Fact]:
    """6-foot-2."""
    yield measure(int(match["feet"]) * 12 + int(match["inches"]), UNITS["inch"], span_of(match), 0)


def _birth_weight(match: re.Match[str]) -> Iterator[Fact]:
    """7 pounds, 8 ounces."""
    yield measure(int(match["pounds"]) * 16 + int(match["ounces"]), UNITS["ounce"], span_of(match), 0)


def _single(match: re.Match[str]) -> Iterator[Fact]:
    """A mile: worded away as often as not."""
    yield measure(1, ENGLISH_UNITS[match["unit"].lower()], span_of(match), 0, soft=True)


def _half_unit(match: re.Match[str]) -> Iterator[Fact]:
    """Half a mile, a quarter of a mile."""
    value = Fraction(1, 2 if match["part"].lower() == "half" else 4)
    yield measure(value, ENGLISH_UNITS[match["unit"].lower()], span_of(match), 0)


def _duration(match: re.Match[str]) -> Iterator[Fact]:
    value, unit = value_of(match), DURATIONS[match["unit"].lower().removesuffix("s")]
    if value is None:
        return
    if match["low"]:
        yield duration(value_of_digits(match["low"]), unit, span_of(match, "low"))
    group = "digits" if match["digits"] else "words"
    span = Span(match.start(group), match.end("unit"))
    if match["half"]:
        value += Fraction(1, 2)
        span = Span(span.start, match.end())
    yield duration(exact(value), unit, span, soft=bool(match["words"]) and value <= 2)  # noqa: PLR2004 (worded away)


def _short_duration(match: re.Match[str]) -> Iterator[Fact]:
    unit = _SHORT_DURATIONS[match["unit"][:2].rstrip("eiro")]
    yield duration(value_of_digits(match["digits"]), DURATIONS[unit], span_of(match))


_SHORT_DURATIONS = {"ms": "millisecond", "s": "second", "m": "minute", "h": "hour"}


def _and_a_half(match: re.Match[str]) -> Iterator[Fact]:
    """Two and a half years, a year and a half."""
    value = value_of(match) if match["digits"] or match["words"] else 1
    if value is not None:
        half = Fraction(value_of_magnitude(match["after"] or ""), 2)
        whole = exact(value * (2 * half if match["after"] else 1) + half)
        unit = DURATIONS.get((match["single"] or match["unit"] or "").lower().removesuffix("s"))

        yield duration(whole, unit, span_of(match)) if unit else Fact("number", whole, span_of(match))


def _part_of_magnitude(match: re.Match[str]) -> Iterator[Fact]:
    """Half a million, a quarter of a billion dollars."""
    value = exact(Fraction(value_of_magnitude(match["magnitude"]), 2 if match["part"].lower() == "half" else 4))
    currency = ENGLISH_CURRENCIES.get((match["currency"] or "").lower())
    yield Fact("money", value, span_of(match), currency) if currency else Fact("number", value, span_of(match))


def _composite(match: re.Match[str]) -> Iterator[Fact]:
    """2 hours, 24 minutes and 9 seconds; an hour and 20 minutes: one length of time."""
    hours, minutes, seconds = (_count(match[name]) for name in ("hours", "minutes", "seconds"))
    unit = DURATIONS["second" if match["seconds"] else "minute"]
    value = (hours * 3600 + minutes * 60 + seconds) / Fraction(unit.factor)
    yield duration(exact(value), unit, span_of(match))


def _count(text: str | None) -> Fraction:
    return Fraction(0 if text is None else 1 if text.lower() in {"a", "an", "one"} else text)


def _temperature(match: re.Match[str]) -> Iterator[Fact]:
    """95 F, 31.5 C, 20°C."""
    scale = match["scale"] or match["sign"] or match["letter"]
    unit = UNITS["fahrenheit" if scale in {"F", "℉"} else "celsius"]
    yield measure(value_of_digits(match["digits"]), unit, span_of(match), decimals_of(match["digits"]))


def _average(match: re.Match[str]) -> Iterator[Fact]:
    """A batting average: .287. Other numbers may stand without their zero as well: .66."""
    value = exact(Fraction(f"0{match[0]}"))
    is_average = len(match[0]) == 4  # noqa: PLR2004 (a point and three digits)
    yield Fact("percent", value * 100, span_of(match)) if is_average else Fact("number", value, span_of(match))


_PARTS = {"half": 2, "halve": 2, "quarter": 4, "fourth": 4}
_WHOLE = frozenset({"", "a", "an"})


def _fraction(match: re.Match[str]) -> Iterator[Fact]:
    part, count = match["part"].lower().removesuffix("s"), (match["count"] or "").lower()
    lower = _PARTS.get(part) or value_of_words(part)
    upper = 1 if count in _WHOLE else value_of_words(count)
    if lower and upper and upper < lower:
        yield Fact("fraction", Fraction(upper, lower), span_of(match))


def _quotient(match: re.Match[str]) -> Iterator[Fact]:
    upper, lower = int(match["upper"]), int(match["lower"])
    if (upper, lower) in {(9, 11), (24, 7)}:  # a date, and a way to say always
        yield Fact("code", 0, span_of(match), f"{upper}/{lower}", soft=True)
    elif 0 < upper < lower:
        yield Fact("fraction", Fraction(upper, lower), span_of(match), match[0])


_HALF = r"half|halves|halved|halving"
MULTIPLES = dict.fromkeys(["twice", "double", "doubled", "doubles", "doubling"], 2) | dict.fromkeys(
    ["thrice", "triple", "tripled", "triples", "tripling", "treble"], 3
)
MULTIPLES |= dict.fromkeys(["quadruple", "quadrupled", "quadrupling"], 4) | {"once": 1}


def _times_less(match: re.Match[str]) -> Iterator[Fact]:
    """15 to 30 times smaller: a thirtieth to a fifteenth."""
    if match["low"]:
        low = value_of_digits(match["low"])
        if low:
            yield Fact("fraction", 1 / Fraction(low), span_of(match, "low"))
    value = value_of(match)
    if value:
        yield Fact(
            "fraction", 1 / Fraction(value), Span(match.start("digits" if match["digits"] else "words"), match.end())
        )


def _multiple(match: re.Match[str]) -> Iterator[Fact]:
    value = value_of(match)
    if value is not None:
        yield Fact("multiple", value, span_of(match))


_SIGN = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))
_FRACTION_WORDS = "thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?"
_SINGLE_UNITS = "mile|kilometer|kilometre|meter|metre|foot|yard|inch|pound|kilogram|gallon|ton|acre|hectare"
_UNITS = {name for unit in ENGLISH_UNITS for name in (unit, unit.replace(" ", "-"))}
_UNIT_WORDS = frozenset(re.findall("[a-z]+|°", unit)[0] for unit in ENGLISH_UNITS)
_DURATION_WORDS = frozenset(DURATIONS) | {f"{unit}s" for unit in DURATIONS}

AMOUNT_FINDERS: tuple[Finder, ...] = (
    Finder(
        lazy_pattern(
            rf"(?i)\b(?:an?\s+)?(?P<part>half|quarter)[\s-]+(?:of\s+)?(?:an?\s+)?(?P<magnitude>{BIG})\b"
            rf"(?:[\s-]+(?P<currency>{any_of(ENGLISH_CURRENCIES)})\b)?"
        ),
        _part_of_magnitude,
        frozenset({"half", "quarter"}),
        frozenset(MAGNITUDES),
    ),
    Finder(lazy_pattern(r"(?<![\w.])\.\d{1,6}(?![\w%]|\.\d|[- ]cal)"), _average, D, frozenset(".")),
    Finder(
        lazy_pattern(
            r"(?<![\w.,$£€¥])(?P<digits>\d{1,4}(?:\.\d+)?(?=\s?[°º℃℉])|\d{2,3}(?:\.\d+)?(?=\s?[CF]\b))\s?"
            r"(?:[°º]\s?(?P<scale>[CF])|(?P<sign>[℃℉])|(?P<letter>[CF]))(?![\w'’+#-])"
        ),
        _temperature,
        D,
        frozenset({"c", "f", "°", "º", "℃", "℉"}),
    ),
    Finder(
        lazy_pattern(
            rf"(?i)(?P<sign>{_SIGN})\s?(?P<digits>{DIGITS})(?:\s*(?:[-–—]|to)\s*(?:{_SIGN})?(?P<until>{DIGITS}))?"
            rf"(?:[\s-]*(?P<magnitude>(?:{BIG}|{any_of(SHORT_MAGNITUDES)})\b))?"
        ),
        _signed,
        D,
        frozenset(sign[-1] for sign in CURRENCY_SIGNS),
    ),
    Finder(
        lazy_pattern(
            r"(?i)(?<![\w.,])(?P<pounds>\d{1,3})[\s-]?(?:pounds?|lbs?\.?)(?:,?\s(?:and\s)?|-)(?P<ounces>\d{1,2})[\s-]?(?:ounces?|oz)\b"
        ),
        _birth_weight,
        frozenset({"ounce", "ounces", "oz"}),
        D,
    ),
    Finder(
        lazy_pattern(rf"(?i){RANGE}{NUMERAL}[\s-]+(?P<currency>{any_of(ENGLISH_CURRENCIES)})\b"),
        _money,
        frozenset(word for name in ENGLISH_CURRENCIES for word in re.findall("[a-z]+", name)) - {"s", "u"},
        NUMERAL_CUE,
    ),
    Finder(
        lazy_pattern(rf"(?i){RANGE}{NUMERAL}[\s-]*(?:%|percent\b|per\s+cent\b|percentage[\s-]points?\b|pct\b)"),
        _percent,
        frozenset({"%", "percent", "per", "percentage", "pct"}),
        NUMERAL_CUE,
    ),
    Finder(
        lazy_pattern(
            rf"(?i)(?:{NUMERAL}|\b(?:an?|one)(?:\s+(?!(?:{any_of(SMALL)})\b)(?P<single>\w+))?)[\s-]+and[\s-]+(?:a|one)[\s-]+half\b"
            rf"(?:[\s-]*(?P<after>{BIG})\b|[\s-]+(?P<unit>{any_of(_DURATION_WORDS)})\b)?"
        ),
        _and_a_half,
        frozenset({"half"}),
    ),
    Finder(
        lazy_pattern(r"(?<![\w./])(?<!\d\s)(?P<upper>\d{1,2})/(?P<lower>\d{1,3})(?![\w/])"),
        _quotient,
        D,
        frozenset("/"),
    ),
    Finder(
        lazy_pattern(
            r"(?i)\b(?P<count>one|two|three|four|five|six|seven|eight|nine|an?)[\s-]+"
            rf"(?P<part>{_FRACTION_WORDS})"
            r"\b(?=\s+(?:of|the|more|less|fewer|as|that|in|to|or|larger|smaller|lighter|heavier|cheaper|shorter|longer|higher"
            r"|lower|bigger|faster|slower|from|on|since|are|is|were|was|say|said|majority|vote)\b|[.,;]|$)"
        ),
        _fraction,
        frozenset(_FRACTION_WORDS.replace("?", "").split("|"))
        | frozenset(_FRACTION_WORDS.replace("s?", "").split("|")),
    ),
    Finder(
        lazy_pattern(r"(?i)\b(?:(?:a\s+)?half[\s-]+(?:an?\s+)?hours?)\b"),
        lambda match: iter([duration(30, DURATIONS["minute"], span_of(match), soft=True)]),
        frozenset({"half"}),
    ),
    Finder(
        lazy_pattern(r"(?i)\b(?:half|quarter)[\s-]+(?:of\s+)?(?:a\s+)?century\b"),
        lambda match: one("number", 50 if match[0][0] in "hH" else 25, span_of(match), soft=True),
        frozenset({"century"}),
    ),
    Finder(
        lazy_pattern(rf"(?i)\b(?P<part>half|quarter)[\s-]+(?:of\s+)?(?:an?[\s-]+)?(?P<unit>{_SINGLE_UNITS})\b"),
        _half_unit,
        frozenset(_SINGLE_UNITS.split("|")),
        frozenset({"half", "quarter"}),
    ),
    Finder(
        lazy_pattern(rf"(?i)\b(?:{_HALF})\b"),
        lambda match: one("fraction", Fraction(1, 2), span_of(match), soft=True),
        frozenset(_HALF.split("|")),
    ),
    Finder(
        lazy_pattern(rf"(?i){RANGE}{NUMERAL}\s+times\s+(?:smaller|less|fewer|lower|shorter|cheaper|lighter)\b"),
        _times_less,
        frozenset({"times"}),
        NUMERAL_CUE,
    ),
    Finder(
        lazy_pattern(
            rf"(?i){NUMERAL}(?:[\s-]*(?:fold\b|x(?!\w))|\s+times\s+(?:as|more|the|larger|bigger|higher|faster|longer|that|those|what|its|their|his|her)\b)"
        ),
        _multiple,
        frozenset({"times", "fold", "x"}),
        NUMERAL_CUE,
    ),
    Finder(
        lazy_pattern(rf"(?i)\b(?P<word>{any_of(SMALL)})fold\b"),
        lambda match: one("multiple", SMALL[match["word"].lower()], span_of(match)),
        frozenset(f"{word}fold" for word in SMALL),
    ),
    Finder(
        lazy_pattern(rf"(?i)\b(?:{'|'.join(MULTIPLES)})\b"),
        lambda match: one("multiple", MULTIPLES[match[0].lower()], span_of(match), soft=True),
        frozenset(MULTIPLES),
    ),
    Finder(
        lazy_pattern(
            r"(?i)(?<![\w.,])(?P<feet>\d)[\s-]?(?:foot|feet|ft)(?:,?\s|-)(?P<inches>\d{1,2})(?:[\s-]inch(?:es)?)?\b"
        ),
        _height,
        frozenset({"foot", "feet", "ft"}),
        D,
    ),
    Finder(
        lazy_pattern(rf"(?i){RANGE}{NUMERAL}[\s-]*(?P<unit>{any_of(_UNITS)})(?![\w])"),
        _measure,
        _UNIT_WORDS,
        NUMERAL_CUE,
    ),
    Finder(
        lazy_pattern(rf"(?i)\b(?:an?|per)\s+(?P<unit>{_SINGLE_UNITS})\b"), _single, frozenset(_SINGLE_UNITS.split("|"))
    ),
    Finder(
        lazy_pattern(
            r"(?i)(?<![\w.,])(?:(?P<hours>\d{1,3}|an|one)[\s-]*(?:hours?|hrs?|h)\b,?\s*(?:and\s+)?"
            r"(?=\d{1,2}[\s-]*(?:min|m\b)))?(?:(?P<minutes>\d{1,2})[\s-]*(?:minutes?|mins?|m)\b"
            r"(?:,?\s*(?:and\s+)?(?P<seconds>\d{1,2}(?:\.\d{1,3})?)[\s-]*(?:seconds?|secs?|s)\b|(?(hours)|(?!))))"
        ),
        _composite,
        D,
        frozenset({"minute", "minutes", "min", "mins", "m"}),
    ),
    Finder(
        lazy_pattern(rf"(?i){RANGE}{NUMERAL}[\s-]+(?P<unit>{any_of(_DURATION_WORDS)})\b(?P<half>\s+and\s+a\s+half\b)?"),
        _duration,
        _DURATION_WORDS,
        NUMERAL_CUE,
    ),
    Finder(
        lazy_pattern(rf"(?<![\w.,$£€¥])(?P<digits>{DIGITS})\s?(?P<unit>ms|s|secs?|h|hrs?|hours?|mins?)(?!\w)"),
        _short_duration,
        D,
        frozenset(["ms", "s", "sec", "secs", "h", "hr", "hrs", "hour", "hours", "min", "mins"]),
    ),
)
