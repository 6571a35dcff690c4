"""Numbers that one language says and the other leaves to its readers: the second place of a runner-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.facts.gloss_table import IN_ENGLISH, IN_JAPANESE
from taiyaku.checks.facts.sides import Side, drop, stands_after, stands_before, take
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

    from taiyaku.text.facts import Fact


def without_glosses(english: Side, japanese: Side) -> None:
    """Take out the numbers of glosses, years of school counted otherwise, and days of the old calendar."""
    for here, there, glosses in ((japanese, english, IN_JAPANESE), (english, japanese, IN_ENGLISH)):
        for gloss in glosses:
            if here.left and gloss.instead.search(there.text) is not None:
                for match in gloss.number.finditer(here.text):
                    drop(here, [fact for fact in here.left if _within(fact, match)])
    take(english, japanese, lambda one, other: _same_grade(english, one, japanese, other))
    if any(fact.unit == "old" for side in (english, japanese) for fact in side.all):
        for side in (english, japanese):
            drop(side, [fact for fact in side.left if fact.kind in {"month", "day"}])


def _within(fact: Fact, match: re.Match[str]) -> bool:
    """Whether a fact stands within words; years old may go on behind them."""
    return match.start() <= fact.span.start and (fact.span.end <= match.end() or fact.kind == "age")


_GRADE = lazy_pattern(r"(?i)[- ]grade(?:rs?)?\b")
_SCHOOLS = {6: lazy_pattern("中学校?の?$|中$"), 9: lazy_pattern("高校の?$|高等学校の?$|高$")}
"""How many years of school come before."""


def _same_grade(english: Side, one: Fact, japanese: Side, other: Fact) -> bool:
    """Ninth grade and 中学3年."""
    if one.kind != "ordinal" or not stands_before(_GRADE, english, one):
        return False
    years = int(one.value) - int(other.value)
    return years in _SCHOOLS and stands_after(_SCHOOLS[years], japanese, other, 6)
