"""Numbers in words: `twenty-five`, `two hundred`, 二十隻, 第三; and names of months, which are numbers in Japanese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: number for number, word in enumerate(_SMALL_WORDS.split(), 1)}
_SMALL |= {word: 10 * number for number, word in enumerate(_TENS, 2)}
_FACTORS = {"dozen": 12, "hundred": 100}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORD = rf"(?:{'|'.join(sorted([*_SMALL, *_FACTORS, *_SCALES], key=len, reverse=True))})"
_ENGLISH = lazy_pattern(
    rf"(?<!\bno )\b{_WORD}(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and ){_WORD})*\b", re.IGNORECASE
)
_MONTH_NAMES = (
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr - Jun Jul Aug Sep Oct Nov Dec"
)
# “May” and “March” begin sentences as other words
_MONTH = lazy_pattern(
    r"\b(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|January|February|April|June|July|August|September|"
    r"October|November|December|(?<=[a-z,] )(?:March|May)|(?:March|May)(?= [0-9]))(?![a-z])"
)
_KANJI = "〇一二三四五六七八九"
_STEPS = {"十": 10, "百": 100, "千": 1000}
_UNITS = {"万": 10**4, "億": 10**8, "兆": 10**12}
# Without a counter behind it, a numeral in kanji may be part of any word: 一般, 千葉, 万一.
_COUNTER = (
    "[人名隻艘匹頭羽本枚冊台件個歳才回度日月年分秒時週間番位割倍社校階号世代円点票席目つ種組泊]"
    "|トン|キロ|メートル|ヘクタール|センチ|[カヵヶか箇][所国年月]"
)
_NUMERAL = lazy_pattern(rf"(?<=第)[{_KANJI}十百千]+|(?<![0-9０-９])[{_KANJI}十百千万億兆]+(?={_COUNTER})")


def number_words(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield `(start, end, value)` of each number in words, in order of their kinds; of a month which one it is.

    Places are half-open, in code points. Ordinals (“third”) and 半 are none.
    """
    for match in _ENGLISH.finditer(text):
        yield *match.span(), _english(match[0].lower())
    months = _MONTH_NAMES.split()
    for match in _MONTH.finditer(text):
        name = match[0].rstrip(".").replace("Sept", "Sep") if match[0].endswith(".") else match[0]
        yield *match.span(), months.index(name) % 12 + 1
    for match in _NUMERAL.finditer(text):
        yield *match.span(), _kanji(match[0])


def _english(words: str) -> int:
    total = part = 0
    for word in re.findall("[a-z]+", words):
        if word in _SCALES:
            total, part = total + (part or 1) * _SCALES[word], 0
        elif word in _FACTORS:
            part = (part or 1) * _FACTORS[word]
        else:
            part += _SMALL.get(word, 0)
    return total + part


def _kanji(numeral: str) -> int:
    if set(numeral) <= set(_KANJI):
        return int("".join(str(_KANJI.index(digit)) for digit in numeral))
    total = part = last = 0
    for sign in numeral:
        if sign in _UNITS:
            total, part, last = total + (part + last or 1) * _UNITS[sign], 0, 0
        elif sign in _STEPS:
            part, last = part + (last or 1) * _STEPS[sign], 0
        else:
            last = _KANJI.index(sign)
    return total + part + last
