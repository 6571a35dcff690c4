"""Spellings that the house does not want, in either language: what both families' `house-list` share."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage
    from taiyaku.checks.style import HouseRule

_LATIN = lazy_pattern(r"[A-Za-z0-9]")


def unwanted(bitext: Bitext, check: str, language: str) -> Iterator[Finding]:
    """Find what the list of the house rules out: in Japanese whole words only, in English by word boundary."""
    if not bitext.style.rules:
        return
    pattern = _pattern(tuple(rule.wrong for rule in bitext.style.rules))
    rules = {rule.wrong: rule for rule in bitext.style.rules}
    for index, passage in targets(bitext, language):
        for match in pattern.finditer(passage.masked):
            if language == "en" or _is_words(passage, *match.span()):
                yield Finding(
                    check, "warning", _words(rules[match[0]]), index, (Mark("target", *match.span()),), (match[0],)
                )


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


def _words(rule: HouseRule) -> Phrase:
    if rule.right and rule.reason:
        return Phrase(
            "“{wrong}” is not used in this house; write “{right}” ({reason})",
            wrong=rule.wrong,
            right=rule.right,
            reason=rule.reason,
        )
    if rule.right:
        return Phrase("“{wrong}” is not used in this house; write “{right}”", wrong=rule.wrong, right=rule.right)
    if rule.reason:
        return Phrase("“{wrong}” is not used in this house ({reason})", wrong=rule.wrong, reason=rule.reason)
    return Phrase("“{wrong}” is not used in this house", wrong=rule.wrong)
