"""What an English text says of numbers and ordinals without a unit, and what only looks like them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.english.idioms import IDIOMS
from taiyaku.english.matches import BIG, MAGNITUDE, D, span_of
from taiyaku.english.numerals import (
    DIGITS,
    MAGNITUDES,
    ORDINAL_WORDS,
    ORDINALS,
    SMALL,
    WORDS,
    any_of,
    numerals_of,
    value_of_digits,
    value_of_magnitude,
    value_of_words,
)
from taiyaku.span import Span
from taiyaku.text.facts import Fact, Finder, as_dialled, exact, one
from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.sayings import Sayings

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOFT_UP_TO = 2
_LAST_IDIOMATIC = 3

GROUPS = {
    "dozen": 12,
    "dozens": 12,
    "score": 20,
    "pair": 2,
    "couple": 2,
    "both": 2,
    "single": 1,
    "sole": 1,
    "decade": 10,
    "decades": 10,
    "century": 100,
    "centuries": 100,
    "trio": 3,
    "duo": 2,
    "twin": 2,
    "twins": 2,
    "fortnight": 2,
    "quartet": 4,
    "quarter": 4,
    "quarterly": 4,
    "sophomore": 2,
    "freshman": 1,
    "bilateral": 2,
    "trilateral": 3,
    "biannual": 2,
    "solo": 1,
    "hat-trick": 3,
    "hexadecimal": 16,
    "hex": 16,
    "decimal": 10,
    "octal": 8,
    "binary": 2,
    "ones": 1,
    "nonzero": 0,
    "non-zero": 0,
    "trilogy": 3,
    "triplets": 3,
    "threesome": 3,
    "foursome": 4,
    "quintet": 5,
    "sextet": 6,
    "octet": 8,
    "centennial": 100,
    "centenary": 100,
    "centenarian": 100,
    "centenarians": 100,
    "sesquicentennial": 150,
    "bicentennial": 200,
    "bicentenary": 200,
    "zeros": 0,
    "zeroes": 0,
    "twos": 2,
    "threes": 3,
}
"""Words that say a number without being a numeral; all soft."""
_COUNTED_GROUPS = {"dozen": 12, "decade": 10, "decades": 10, "century": 100, "centuries": 100, "score": 20}


def _idiom(match: re.Match[str]) -> Iterator[Fact]:
    """What an idiom's number is worth: it may answer a number of the other side, and never asks for one."""
    for value, start, end in numerals_of(_NUMBER_WORD.sub(_kept, match[0].lower())):
        yield Fact("code", value, Span(match.start() + start, match.start() + end), "idiom", soft=True)
        return
    yield Fact("code", 0, span_of(match), "idiom", soft=True)


def _kept(match: re.Match[str]) -> str:
    return match[0] if match[0] in _NUMBER_WORDS else " " * len(match[0])


def _code(match: re.Match[str]) -> Iterator[Fact]:
    return one("code", 0, span_of(match), re.sub(r"[\s.-]+$|[\s-]+", "", match[0]).upper(), soft=True)


def _counted_group(match: re.Match[str]) -> Iterator[Fact]:
    count, group = match["count"].lower(), match["group"].lower()
    if count in {"half a", "quarter of a"}:
        parts = 2 if count == "half a" else 4
        yield Fact("number", _COUNTED_GROUPS[group] // parts, span_of(match), soft=parts > 2)  # noqa: PLR2004 (halves)
        return
    if match["half"]:
        whole = 1 if count in {"a", "an"} else value_of_words(count) or 0
        yield Fact("number", _COUNTED_GROUPS[group] * (2 * whole + 1) // 2, span_of(match))
        return
    number = int(count) if count.isdigit() else 1 if count in {"a", "an"} else value_of_words(count)
    if number is not None and match["more"]:  # four score and seven
        yield Fact("number", _COUNTED_GROUPS[group] * number + SMALL[match["more"].lower()], span_of(match))
    elif number is not None:
        yield Fact(
            "number", _COUNTED_GROUPS[group] * number, span_of(match), "word" if number == 1 else "", soft=number == 1
        )


def _couple(match: re.Match[str]) -> Iterator[Fact]:
    """A couple of hundred, a few thousand."""
    times = 2 if "couple" in match[0].lower() else 1
    return one("number", times * value_of_magnitude(match["magnitude"]), span_of(match), soft=True)


def _ordinal(match: re.Match[str]) -> Iterator[Fact]:
    return one("ordinal", int(match["digits"].replace(",", "")), span_of(match))


def _ordinal_words(match: re.Match[str]) -> Iterator[Fact]:
    value = value_of_words(match[0])
    if value is not None:
        yield Fact("ordinal", value, span_of(match), soft=value <= _LAST_IDIOMATIC)


def _roman(match: re.Match[str]) -> Iterator[Fact]:
    value = 0
    for digit, after in zip(match["roman"], [*match["roman"][1:], "I"], strict=True):
        value += _ROMAN[digit] * (-1 if _ROMAN[digit] < _ROMAN[after] else 1)
    yield Fact("ordinal", value, span_of(match, "roman"), soft=True)


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def _short(match: re.Match[str]) -> Iterator[Fact]:
    return one("number", value_of_digits(match["digits"], match["short"]), span_of(match))


def _range(match: re.Match[str]) -> Iterator[Fact]:
    """Two numbers with one magnitude: 2 to 3 million."""
    for group in ("low", "high"):
        yield Fact("number", value_of_digits(match[group], match["magnitude"]), span_of(match, group))


def _range_in_words(match: re.Match[str]) -> Iterator[Fact]:
    """Three to four thousand."""
    for group in ("low", "high"):
        value = SMALL[match[group].lower()] * value_of_magnitude(match["magnitude"])
        yield Fact("number", value, span_of(match, group))


def _score(match: re.Match[str]) -> Iterator[Fact]:
    for group in ("low", "high"):
        yield Fact("number", int(match[group]), span_of(match, group), "score")


def _digits(match: re.Match[str]) -> Iterator[Fact]:
    return one("number", value_of_digits(match["digits"], match["magnitude"] or ""), span_of(match))


def _words(match: re.Match[str]) -> Iterator[Fact]:
    for value, start, end in numerals_of(match[0]):
        span = Span(match.start() + start, match.start() + end)
        before = match.string[max(0, span.start - 20) : span.start].lower()
        gathered = before.endswith(_GATHERING) or (before.endswith("the ") and _ALONE.match(match.string, span.end))
        vague = match[0].lower().startswith(("a ", "an ")) or span.of(match.string).lower().endswith("s")
        soft = value <= _SOFT_UP_TO or bool(gathered) or (vague and value in _VAGUE) or _in_name(match.string, span)
        yield Fact("number", value, span, soft=soft)


_GATHERING = ("all ", "all the ", "these ", "those ")
"""Before a number that a translator may leave out: all three arguments are すべての引数."""
_ALONE = lazy_pattern(
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:is|are|was|were|has|have|had|will|can|could|would|did|do|in|of|to|and|on|at|who|that)\b)"
)
"""After a number that stands for what was named before: between the three."""
_CAPITALISED = lazy_pattern(r"\s(?P<first>[A-Z][A-Za-z’'-]+)(?:\s(?P<second>[A-Z]))?")


def _in_name(text: str, numeral: Span) -> bool:
    """Whether a numeral in words is part of a name: the Six Ancient Kilns. What begins a sentence shows less."""
    if not text[numeral.start].isupper():
        return False
    after = _CAPITALISED.match(text, numeral.end)
    if after is None:
        return False
    inside = re.search(r"[A-Za-z’',]\s$", text[max(0, numeral.start - 2) : numeral.start]) is not None
    return inside or (after["second"] is not None and not after["first"].endswith(_PEOPLE))


_PEOPLE = ("ese", "an", "ans", "ish", "ch")
"""The ends of adjectives: three Japanese American girls."""
_VAGUE = frozenset(MAGNITUDES.values())


def _point(match: re.Match[str]) -> Iterator[Fact]:
    """One point three."""
    digits = "".join(str(SMALL[word]) for word in match["digits"].lower().split())
    return one("number", exact(Fraction(f"{SMALL[match['whole'].lower()]}.{digits}")), span_of(match))


def _vague(match: re.Match[str]) -> Iterator[Fact]:
    """Hundreds, tens of thousands: satisfied by 数百, 何万."""
    return one("number", value_of_magnitude(match[0]), span_of(match), soft=True)


_MAGNITUDE_WORDS = frozenset(MAGNITUDES) | {f"{word}s" for word in MAGNITUDES}
_NUMBER_WORDS = frozenset(SMALL) | frozenset(ORDINALS) | frozenset(MAGNITUDES)
_NUMBER_WORD = lazy_pattern(r"[a-z]+|[^a-z]")

_UNIT_SUFFIX = "st|nd|rd|th|am|pm|s|k|m|h|bn|mn|ms|mins?|hrs?|secs?|mm|cm|km|kg|mg|ml|l|g|lbs?|ft|mph|kph|x|fold"
_UNIT_SUFFIX += "|[KMGT]B|kB|[kM]W|[KMBTL]|bps|[KMG]bps|[MG]?Hz|px|p"

CODE_FINDER = Finder(
    lazy_pattern(
        r"(?<![\w.,])(?:0[xX][\da-fA-F_]+|v?\d+(?:\.\d+){2,}(?:[\w.-]*\w)?|v\d+(?:\.\d+)*|[A-Za-z_]+\d[\w]*(?:\.\d+)?"
        rf"|[A-Z]+(?:-\d+)+[A-Za-z]*|\d+(?!(?:{_UNIT_SUFFIX}|(?<=\d\d)[FC])\b)[A-Za-z]\w*)(?!\w)"
    ),
    _code,
    D,
)
"""PS5, HER2, RX6800, F-35, 15.3.1: spelled alike in every language."""


def _phone(match: re.Match[str]) -> Iterator[Fact]:
    return one("code", 0, span_of(match), f"TEL{as_dialled(match[0])}")


PHONE_FINDER = Finder(
    lazy_pattern(
        r"(?<![\w.,-])(?:(?:\+\d{1,3}[- ]?)?\(?\d{2,5}\)?[- .]\d{3,4}[-.]\d{4}"
        r"|(?:\+81[- ]?|\(?0)\d{1,4}\)?[- ]\d{1,4}[- ]\d{3,4})"
        r"(?![\w-]|\.\d)"
    ),
    _phone,
    D,
    frozenset("-."),
)
"""03-5550-0147, +81-3-5550-0147, (555) 010-0199."""


def _telling(idiom: str) -> str:
    """Return the rarest word of an idiom, which is the longest."""
    return max(re.split("[^a-z]+", idiom), key=len)


IDIOM_FINDER = Finder(
    Sayings({any_of([idiom]): idiom.split() for idiom in sorted(IDIOMS, key=len, reverse=True)}, r"(?i)\b{}\b"),
    _idiom,
    frozenset(_telling(idiom) for idiom in IDIOMS),
)

POINT_FINDER = Finder(
    lazy_pattern(
        rf"(?i)\b(?P<whole>{any_of(SMALL)})\s+point(?P<digits>(?:\s+(?:{any_of(list(SMALL)[:10])})\b){{1,6}})"
    ),
    _point,
    frozenset({"point"}),
)
"""One point three: before any percentage."""

GROUP_FINDER = Finder(
    lazy_pattern(
        rf"(?i)\b(?P<count>half a|quarter of a|an?|{any_of(SMALL)}|\d{{1,9}})"
        rf"[\s-]+(?P<group>{any_of(_COUNTED_GROUPS)})\b"
        rf"(?:(?P<half>\s+and\s+a\s+half\b)|(?<=score)\s+and\s+(?P<more>{any_of(list(SMALL)[1:])})\b)?"
    ),
    _counted_group,
    frozenset(_COUNTED_GROUPS),
)
"""Two dozen, half a dozen, a decade: before any half."""

COUNT_FINDERS: tuple[Finder, ...] = (
    Finder(
        lazy_pattern(rf"(?i)\b(?:couple|few)\s+(?:of\s+)?(?P<magnitude>hundred|{BIG})\b"),
        _couple,
        frozenset({"couple", "few"}),
        frozenset(MAGNITUDES),
    ),
    Finder(
        lazy_pattern(r"(?<![\w.,])(?P<digits>\d{1,3}(?:,\d{3})+)(?=[A-Za-z]{1,5}\b)"),
        lambda match: one("number", value_of_digits(match["digits"]), span_of(match)),
        D,
        frozenset(","),
    ),
    Finder(
        lazy_pattern(rf"(?i)\b(?P<group>{any_of(GROUPS)})\b"),
        lambda match: one("number", GROUPS[re.sub(r"\s", " ", match[0].lower())], span_of(match), "word", soft=True),
        frozenset(GROUPS) | {"hat", "non"},
    ),
    Finder(
        lazy_pattern(r"(?<![\w.,])(?P<digits>\d{1,3}(?:,\d{3}){0,9}|\d{1,40})(?:st|nd|rd|th)\b"),
        _ordinal,
        D,
        frozenset(["st", "nd", "rd", "th"]),
    ),
    Finder(lazy_pattern(rf"(?i)\b(?<!\bper ){ORDINAL_WORDS}\b"), _ordinal_words, frozenset(ORDINALS)),
    Finder(
        lazy_pattern(
            r"(?<=[A-Za-z] )(?<!\b[a-z] )(?P<roman>I{2,3}|(?:(?<=War )|(?<=Phase )|(?<=Part )|(?<=Type )|(?<=Class ))I"
            r"|I?V|VI{1,3}|IX|X{1,3}(?:IX|IV|V?I{0,3})|L[IVX]+)(?![\w'’.-])"
        ),
        _roman,
        frozenset(
            [
                "i",
                "ii",
                "iii",
                "iv",
                "v",
                "vi",
                "vii",
                "viii",
                "ix",
                "x",
                "xi",
                "xii",
                "xiii",
                "xiv",
                "xv",
                "xvi",
                "xvii",
                "xviii",
                "xix",
                "xx",
            ]
        ),
    ),
    Finder(
        lazy_pattern(r"(?<![\w.,])(?P<digits>\d{1,40}(?:\.\d{1,40})?)\s?(?P<short>[KMBT]|bn|mn|tn|k)(?!\w)"),
        _short,
        D,
        frozenset(["k", "m", "b", "t", "bn", "mn", "tn"]),
    ),
    Finder(
        lazy_pattern(
            rf"(?i)(?<![\w.,])(?P<low>{DIGITS})(?:\s*[-–—]\s*|\s+(?:to|or|and)\s+)(?P<high>{DIGITS})"
            rf"[\s-]*(?P<magnitude>(?:{BIG})\b)"
        ),
        _range,
        frozenset(MAGNITUDES),
        D,
    ),
    Finder(
        lazy_pattern(
            rf"(?i)\b(?P<low>{any_of(SMALL)})(?:\s+(?:to|or)\s+|-to-)(?P<high>{any_of(SMALL)})\s+(?P<magnitude>(?:hundred|{BIG})\b)"
        ),
        _range_in_words,
        frozenset(MAGNITUDES),
    ),
    Finder(
        lazy_pattern(r"(?<![\w.,:/-])(?P<low>\d{1,3})\s?[-–:]\s?(?P<high>\d{1,3})(?![\w:/-]|[.,]\d)"),
        _score,
        D,
        frozenset("-–:"),
    ),
    Finder(lazy_pattern(rf"(?i)(?<![\w.])(?P<digits>{DIGITS}){MAGNITUDE}(?!\w)"), _digits, D),
    Finder(lazy_pattern(rf"(?i)\b{WORDS}"), _words, frozenset(SMALL) | _MAGNITUDE_WORDS),
    Finder(lazy_pattern(rf"(?i)\b(?:{any_of(MAGNITUDES)})s?\b"), _vague, _MAGNITUDE_WORDS),
)
