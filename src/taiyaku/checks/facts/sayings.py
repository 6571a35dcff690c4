"""Sayings with numbers, which another language says with others or with none: 十中八九, nine times out of ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.facts.sides import Side, drop
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.text.facts import Fact

_NUMERALS = {
    "en": lazy_pattern(
        r"(?i)(?:\b(?:one|once|two|twice|three|third|four|five|six|seven|eight|nine|ten|dozen)\b.*){2}|(?:\w+\W+){4}"
    ),
    "ja": lazy_pattern("(?:[一二三四五六七八九十百千万].*){2}|.{6}"),
}
"""What tells a saying from a mere word with a numeral in it."""

_ROUND = frozenset({100, 1000, 10000})
_SMALL = 12
_KINDS = frozenset({"number", "ordinal", "multiple", "percent", "fraction"})


def without_sayings(english: Side, japanese: Side) -> None:
    """Take out the small numbers of one side for which the other has a saying."""
    for language, here, there in (("en", english, japanese), ("ja", japanese, english)):
        if there.left:
            sayings = [
                fact
                for fact in here.all
                if fact.unit == "idiom" and _NUMERALS[language].search(fact.span.of(here.text))
            ]
            drop(there, [fact for fact in there.left if _is_small(fact)][: 2 * len(sayings)])


def _is_small(fact: Fact) -> bool:
    if fact.kind == "percent":  # 9割9分
        return fact.value in {80, 90, 99}
    return fact.kind in _KINDS and not fact.base and (fact.value <= _SMALL or fact.value in _ROUND)
