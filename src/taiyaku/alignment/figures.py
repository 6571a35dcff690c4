"""Numbers that contradict each other: what a translation says in digits, and its original does not."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.text.numbers import Number, numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_MONTHS = "january february march april may june july august september october november december"
_VALUES = (
    {word: value for value, word in enumerate(_WORDS.split())}
    | {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
    | {word: value for value, word in enumerate(_ORDINALS.split())}
    | {word[:length]: value for value, word in enumerate(_MONTHS.split(), start=1) for length in (3, 4, len(word))}
    | {"single": 1, "once": 1, "twice": 2, "both": 2, "couple": 2, "pair": 2, "double": 2, "half": 2, "halves": 2}
    | {"triple": 3, "quarter": 4, "quarters": 4, "dozen": 12, "dozens": 12, "hundred": 100, "hundreds": 100}
    | {"thousand": 1000, "thousands": 1000, "decade": 10, "century": 100, "million": 10**6, "billion": 10**9}
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_KANJI = re.compile("[〇一二三四五六七八九十百千万億]+")
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 10**4, "億": 10**8}
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first of an era."""
_TIMES = {"k": 10**3, "m": 10**6, "b": 10**9, "bn": 10**9, "割": 10}
_TIMED = re.compile(r"(k|m|bn?)\b|割", re.IGNORECASE)
_GAP = re.compile(r"(?<=\d) +(?=[千万億兆])|(?<=[千万億兆]) +(?=\d)")
_TIME = re.compile(r"\b(\d{1,2})\.(\d\d)(?= ?[ap]\.?m\b)", re.IGNORECASE)
_AFTERNOON = re.compile(r"(?:[:.]\d\d)? ?p\.?m\b", re.IGNORECASE)
_DECADE = re.compile(r"['’]?s\b|年代")
_RANGE = re.compile(r"\s*(?:-|–|~|〜|to|or|から|ないし)\s*")
_SCALED = re.compile(r"[千万億兆]|thousand|million|billion|trillion")
_UNITS = re.compile(r"[\W\d_]*(?:[千万億兆年月日時分秒人円歳回件倍]|ドル|[a-z]{1,3})?[\W\d_]*", re.IGNORECASE)
_NOON, _HUNDRED = 12, 100


class Contradiction(NamedTuple):
    """The numbers of an original and of its translation that the other lacks, as written."""

    original: tuple[str, ...]
    translation: tuple[str, ...]


def contradiction(original: str, translation: str) -> Contradiction | None:
    """Return the numbers in which two texts contradict each other, or None.

    Both must have a number in digits that the other does not have in any way: in digits, in words or kanji, as a month,
    as a year of an era, an hour of the afternoon, or `2` of `2-3 million`. Where one of the texts is nothing but a
    number, one suffices.
    """
    first, second = _plain(original), _plain(translation)
    ours, theirs = list(_readings(first)), list(_readings(second))
    alone = _alone(ours, theirs, second), _alone(theirs, ours, first)
    bare = any(numbers and _UNITS.fullmatch(text) for numbers, text in ((ours, first), (theirs, second)))
    return Contradiction(*alone) if all(alone) or (bare and any(alone)) else None


def _plain(text: str) -> str:
    """A text in narrow digits, without spaces in numbers such as `1 万 5 千`, and times as `5:30`."""
    text = _GAP.sub("", unicodedata.normalize("NFKC", text))
    return _TIME.sub(r"\1:\2", text)


def _alone(
    own: list[tuple[Number, set[Decimal]]], others: list[tuple[Number, set[Decimal]]], text: str
) -> tuple[str, ...]:
    """The numbers that another text, with these numbers, does not say."""
    said = set(_in_words(text)).union(*(values for _, values in others))
    return tuple(dict.fromkeys(number.text.strip() for number, values in own if not values & said))


def _readings(text: str) -> Iterator[tuple[Number, set[Decimal]]]:
    """Yield the numbers in digits of a text, each with all that it may mean there."""
    numbers = numbers_in(text)
    for number, following in zip(numbers, [*numbers[1:], None][: len(numbers)], strict=True):
        value, before, after = number.value, text[: number.span.start], text[number.span.end :]
        values = {value}
        if timed := _TIMED.match(after):
            values.add(value * _TIMES[timed[0].lower()])
        if _AFTERNOON.match(after) or before.endswith("午後"):
            values.add(value + _NOON)
        if value < _HUNDRED and _DECADE.match(after):
            values |= {1900 + value, 2000 + value}
        values.add(value + _ERAS.get(before[-2:], 0))
        if following is not None and _RANGE.fullmatch(text[number.span.end : following.span.start]):
            values |= {value * scale for scale in _scales(following)}
        yield number, values


def _scales(number: Number) -> Iterator[int]:
    names = {"千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12, "thousand": 10**3, "million": 10**6}
    names |= {"billion": 10**9, "trillion": 10**12}
    yield from (names[match[0]] for match in _SCALED.finditer(number.text))


def _in_words(text: str) -> Iterator[Decimal]:
    """Yield the numbers that a text says in English words or in kanji, and all that may be meant as one."""
    for word in _WORD.findall(text.lower()):
        parts = [_VALUES[part] for part in word.split("-") if part in _VALUES]
        yield from map(Decimal, [*parts, sum(parts)] if parts else [])
    for numeral in _KANJI.findall(text):
        yield from map(Decimal, {_kanji_value(numeral), *(_DIGITS[sign] for sign in numeral if sign in _DIGITS)})
    if "半" in text:
        yield Decimal(30)  # minutes
    for era, year in _ERAS.items():
        if f"{era}元年" in text:
            yield Decimal(year + 1)


def _kanji_value(numeral: str) -> int:
    """Return what a numeral in kanji is worth: `二十三`, `三千万`, or digit by digit, `二〇二四`."""
    if len(numeral) > 1 and all(sign in _DIGITS for sign in numeral):
        return int("".join(str(_DIGITS[sign]) for sign in numeral))
    total = part = digit = 0
    for sign in numeral:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _PLACES:
            part, digit = part + (digit or 1) * _PLACES[sign], 0
        else:
            total, part, digit = total + (part + digit or 1) * _GREAT[sign], 0, 0
    return total + part + digit
