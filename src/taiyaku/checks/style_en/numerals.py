"""One to nine in words, where the house has it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_UNITS = (
    r"percent million billion trillion points? degrees? dollars? cents? yen euros? pounds? miles? "
    r"meters? metres? feet foot inch(?:es)? kilo\w* centi\w* milli\w* tons? tonnes? grams? ounces? "
    r"gallons? lit(?:er|re)s? acres? hectares? knots? mph votes? years?\sold year-old to for and or of "
    r"in on at p\.m a\.m"
)
_DIGIT = lazy_pattern(rf"(?<![\w.,:/$€£¥#%°’'-])([1-9])(?= [a-z]{{3,}})(?! (?:{'|'.join(_UNITS.split())})\b)")
_MONTHS = (
    "January February March April May June July August September October November December Jan Feb Aug Sept Oct Nov Dec"
)
_NUMBERED = "aged? page chapter act part phase level step version size No"
_BEFORE = lazy_pattern(
    rf"(?:\b(?:{'|'.join(_MONTHS.split())}|(?i:{'|'.join(_NUMBERED.split())}))\.?"
    r"|(?!The |These |Those |All |Some |About |Only |Another )(?<!\w)[A-Z]\w*) $"
)
"""Dates, ages, parts of a book, and names with a number: Highway 1."""


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find things counted in a single digit. Ages, dates, money, measures, percentages and scores are in digits."""
    if bitext.style.numerals != "words":
        return
    for index, passage in targets(bitext, "en"):
        places = _places(passage)
        if places:
            first = places[0]
            message = Phrase("“{digit}” is written “{word}”", digit=first[1], word=_WORDS[int(first[1])])
            marks = tuple(Mark("target", *match.span(1)) for match in places)
            yield Finding(CHECK.name, "warning", message, index, marks, tuple(match[1] for match in places))


def _places(passage: Passage) -> list[re.Match[str]]:
    text = passage.masked
    return [match for match in _DIGIT.finditer(text) if not _BEFORE.search(text[: match.start()][-24:])]


_AP = '[style.en]\nnumerals = "words"'

CHECK = Check(
    name="numerals",
    family="style-en",
    severity="warning",
    summary=Phrase("A number up to nine is not written as a word."),
    find=find,
    languages=("en",),
    examples=(
        Bad("生徒3人が来た。", "There were 3 students.", says="“3” is written “three”", settings=_AP),
        Bad("9都市が参加した。", "The 9 cities took part.", says="“9” is written “nine”", settings=_AP),
        Good("生徒3人が来た。", "There were three students.", why="in words", settings=_AP),
        Good("12人が来た。", "There were 12 students.", why="from 10 on in digits", settings=_AP),
        Good("8月8日に来た。", "They came on Aug. 8 with gifts.", why="a date", settings=_AP),
        Good("5％増えた。", "It grew 5 percent.", why="a percentage", settings=_AP),
        Good("3マイル歩いた。", "They walked 3 miles.", why="a measure", settings=_AP),
        Good("5ドルかかる。", "It costs 5 dollars.", why="money", settings=_AP),
        Good("生徒3人が来た。", "There were 3 students.", why="the house has no policy"),
    ),
)
