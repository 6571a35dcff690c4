"""A number of the translation that is written wrongly, whatever it is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from taiyaku.checks.bitext import Bitext, Pair

_NUMERAL = "0-9０-９〇一二三四五六七八九十百千"
_WRONG_OKU = lazy_pattern(rf"(?<=[{_NUMERAL}])憶(?=[{_NUMERAL}人円ドルユポ個台件株年]|$)")
_GROUPED = lazy_pattern(r"(?<![\d.,])\d{1,3}(?:,\d+)*,(?:\d{3}|\d{4,})(?:,\d+)*(?![\d.])")
_GOOD_GROUPS = lazy_pattern(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:,\d{1,2})+(?:,\d{3})?")
"""In threes; in the Indian manner; or a list of small numbers."""
_MIXED = lazy_pattern(r"[0-9]+[０-９]+[0-9０-９]*|[０-９]+[0-9]+[0-9０-９]*")
_WIDE_DIGIT = lazy_pattern("[０-９]")
_TWICE = lazy_pattern(r"万万|億億|億兆|万億")


def _find(bitext: Bitext) -> Iterator[Finding]:
    for number, pair in enumerate(bitext.pairs):
        for start, end, message, replacement in _faults(pair.target.masked):
            words = pair.target.text[start:end]
            if words not in pair.source.text:
                yield Finding(
                    "number-format",
                    "warning",
                    message(words),
                    number,
                    (Mark("target", start, end),),
                    (words,),
                    _replaced(pair, start, end, replacement),
                )


def _faults(text: str) -> Iterator[tuple[int, int, Callable[[str], Phrase], str | None]]:
    if "憶" in text:
        for match in _WRONG_OKU.finditer(text):
            yield match.start(), match.end(), _oku, "億"
    if "," in text:
        for match in _GROUPED.finditer(text):
            if not _GOOD_GROUPS.fullmatch(match[0]):
                yield match.start(), match.end(), _groups, None
    if _WIDE_DIGIT.search(text) is not None:
        for match in _MIXED.finditer(text):
            yield match.start(), match.end(), _mixed, None
    for match in _TWICE.finditer(text):
        yield match.start(), match.end(), _twice, None


def _oku(words: str) -> Phrase:
    return Phrase("“{words}” after a number should be 億, a hundred million", words=words)


def _groups(words: str) -> Phrase:
    return Phrase("the separators of “{words}” do not stand before every three digits", words=words)


def _mixed(words: str) -> Phrase:
    return Phrase("“{words}” mixes half-width and full-width digits in one number", words=words)


def _twice(words: str) -> Phrase:
    return Phrase("“{words}” is no magnitude; use the next larger one, such as 億 or 兆", words=words)


def _replaced(pair: Pair, start: int, end: int, replacement: str | None) -> str | None:
    if replacement is None:
        return None
    text = pair.target.text
    return f"{text[:start]}{replacement}{text[end:]}"


CHECK = Check(
    name="number-format",
    family="facts",
    severity="warning",
    summary=Phrase("A number is written wrongly."),
    find=_find,
    examples=(
        Bad("Damage came to 300 million yen.", "被害額は3憶円に上った。", "“憶” after a number should be 億"),
        Bad("About 32,000 people came.", "約3,2000人が来た。", "do not stand before every three digits"),
        Bad("About 32,000 people came.", "約3２千人が来た。", "mixes half-width and full-width digits"),
        Bad("The debt is 3 trillion yen.", "負債は3万億円だ。", "“万億” is no magnitude"),
        Good("Damage came to 300 million yen.", "被害額は3億円に上った。", "the right character"),
        Good("He remembers 2 people.", "彼は2人を記憶している。", "the character where it belongs"),
        Good("See pages 1, 2 and 13.", "1,2,13ページを参照。", "a list"),
        Good("About 1,234,567 people came.", "約1,234,567人が来た。", "in threes"),
    ),
)
