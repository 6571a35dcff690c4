"""Spellings that the house does not want."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage
    from taiyaku.checks.style import HouseRule

_LATIN = lazy_pattern(r"[A-Za-z0-9]")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find what the list of the house rules out: in Japanese whole words only, in English by word boundary."""
    if not bitext.style.rules:
        return
    pattern = _pattern(tuple(rule.wrong for rule in bitext.style.rules))
    rules = {rule.wrong: rule for rule in bitext.style.rules}
    for index, pair in translated(bitext):
        for match in pattern.finditer(pair.target.masked):
            if pair.target.language == "en" or _is_words(pair.target, *match.span()):
                yield _finding(index, match, rules[match[0]])


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return lazy_pattern("|".join(_bounded(word) for word in longest_first))


def _bounded(word: str) -> str:
    before = r"(?<![A-Za-z0-9])" if _LATIN.match(word) else ""
    after = r"(?![A-Za-z0-9])" if _LATIN.match(word[-1]) else ""
    return f"{before}{re.escape(word)}{after}"


def _is_words(passage: Passage, start: int, end: int) -> bool:
    """Whether words begin and end there: 外人 is not in 海外人気. A rule may be a stem and end inside of a word."""
    edges = {token.span.start for token in passage.tokens}
    return start in edges and (end in edges or not passage.tokens or _ends_inside(passage, start, end))


def _ends_inside(passage: Passage, start: int, end: int) -> bool:
    return any(start <= token.span.start < end <= token.span.end for token in passage.tokens)


def _finding(index: int, match: re.Match[str], rule: HouseRule) -> Finding:
    start, end = match.span()
    message = Phrase("“{wrong}” is not used in this house", wrong=rule.wrong)
    if rule.right and rule.reason:
        message = Phrase(
            "“{wrong}” is not used in this house; write “{right}” ({reason})",
            wrong=rule.wrong,
            right=rule.right,
            reason=rule.reason,
        )
    elif rule.right:
        message = Phrase("“{wrong}” is not used in this house; write “{right}”", wrong=rule.wrong, right=rule.right)
    elif rule.reason:
        message = Phrase("“{wrong}” is not used in this house ({reason})", wrong=rule.wrong, reason=rule.reason)
    return Finding(CHECK.name, "warning", message, index, (Mark("target", start, end),), (rule.wrong,))


_FOREIGNER = '[[style.rules]]\nwrong = "外人"\nright = "外国人"\nreason = "disparaging"'
_UTILIZE = '[[style.rules]]\nwrong = "utilize"\nright = "use"'

CHECK = Check(
    name="house-list",
    family="style-ja",
    severity="warning",
    summary=Phrase("A spelling is on the list of what the house does not use."),
    find=find,
    examples=(
        Bad(
            "Foreigners joined.",
            "外人も参加した。",
            says="“外人” is not used in this house; write “外国人” (disparaging)",
            settings=_FOREIGNER,
        ),
        Bad(
            "道具を使う。",
            "They utilize tools.",
            says="“utilize” is not used in this house; write “use”",
            settings=_UTILIZE,
        ),
        Good("Foreigners joined.", "外国人も参加した。", why="the word of the house", settings=_FOREIGNER),
        Good("It is popular abroad.", "海外人気が高い。", why="the letters belong to two words", settings=_FOREIGNER),
        Good("道具を使う。", "It was underutilized.", why="another word", settings=_UTILIZE),
        Good("Foreigners joined.", "外人も参加した。", why="the house has no list"),
    ),
)
