"""Numbers that one language says and the other leaves to its readers: the second place of a runner-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.facts.sides import Side, drop, stands_after, stands_before, take
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

    from taiyaku.text.facts import Fact


class Gloss(NamedTuple):
    """Words of one language that hold a number, and what the other language says instead."""

    number: re.Pattern[str]
    instead: re.Pattern[str]


_IN_JAPANESE = (
    Gloss(
        lazy_pattern("[2２二][位着]"),
        lazy_pattern(
            r"(?i)\b(?:runners?[- ]up|silver|second|leads?|led|leading|leader|ahead|clear|behind|margin|won|wins?|beat"
            r"|beating|victory|lost|nose)\b"
        ),
    ),
    Gloss(
        lazy_pattern("[1１一]位|[1１]着"),
        lazy_pattern(r"(?i)\b(?:won|wins?|winner|winning|gold|champions?|first|top|topped|leads?|led|leader)\b"),
    ),
    Gloss(lazy_pattern("[3３三]位"), lazy_pattern(r"(?i)\b(?:bronze|third)\b")),
    Gloss(
        lazy_pattern(r"第(?:\d+|[一二三四五六七八九十百]+)回"),
        lazy_pattern(
            r"(?i)\b(?:annual|edition|tournament|championships?|festival|olympics?|paralympics?|games|session|convention"
            r"|conference|congress|meeting|summit|awards?|prize|contest|competition|exhibition|fair)\b"
        ),
    ),
    Gloss(lazy_pattern("24時間|２４時間|二十四時間"), lazy_pattern(r"(?i)\b(?:clock|day and night|all day|nonstop)\b")),
    Gloss(
        lazy_pattern(r"(?<!\d)(?:0|０)\s?[-―－–‐対]\s?\d+|(?<!\d)\d+\s?[-―－–‐対]\s?(?:0|０)(?!\d)"),
        lazy_pattern(
            r"(?i)\b(?:straight (?:sets|games)|shut ?outs?|blank(?:ed|ing|s)?|sweep|swept|scoreless|goalless"
            r"|unanimous(?:ly)?)\b"
        ),
    ),
    Gloss(lazy_pattern(r"(?<=期)\d+年間?"), lazy_pattern(r"(?i)\bterms?\b")),
    Gloss(lazy_pattern("[2２二]年生?"), lazy_pattern(r"(?i)\b(?:high school juniors?|sophomores?)\b")),
    Gloss(lazy_pattern("[3３三]年生?"), lazy_pattern(r"(?i)\b(?:high school seniors?|juniors?)\b")),
    Gloss(lazy_pattern("[4４四]年生?"), lazy_pattern(r"(?i)\bseniors?\b")),
    Gloss(lazy_pattern("[1１一]年生?"), lazy_pattern(r"(?i)\bfresh(?:man|men)\b")),
    Gloss(
        lazy_pattern("(?:1945|１９４５|一九四五)年"),
        lazy_pattern(r"(?i)\bwar(?:’s|'s)? end|\bend of (?:the|world) war|\bwar ended\b"),
    ),
)
_IN_ENGLISH = (
    Gloss(
        lazy_pattern(r"(?i)\b(?:scale|maximum|out) of (?:seven|7)\b|\b(?:seven|7)[- ](?:point|level|stage|tier)\b"),
        lazy_pattern("震度"),
    ),
    Gloss(lazy_pattern(r"(?<![\d-])\d+-0(?![\d-])"), lazy_pattern("全員|全会一致|満場一致")),
    Gloss(
        lazy_pattern(r"\b\w+ year of (?:the )?[A-Z]\w+"),
        lazy_pattern(r"[一-鿿]{2}(?:\d{1,2}|[元一二三四五六七八九十]{1,3})年"),
    ),
)


def without_glosses(english: Side, japanese: Side) -> None:
    """Take out the numbers of glosses, years of school counted otherwise, and days of the old calendar."""
    for here, there, glosses in ((japanese, english, _IN_JAPANESE), (english, japanese, _IN_ENGLISH)):
        for gloss in glosses:
            if here.left and gloss.instead.search(there.text) is not None:
                for match in gloss.number.finditer(here.text):
                    drop(here, [fact for fact in here.left if _within(fact, match)])
    take(english, japanese, lambda one, other: _same_grade(english, one, japanese, other))
    if any(fact.unit == "old" for side in (english, japanese) for fact in side.all):
        for side in (english, japanese):
            drop(side, [fact for fact in side.left if fact.kind in {"month", "day"}])


def _within(fact: Fact, match: re.Match[str]) -> bool:
    return match.start() <= fact.span.start and fact.span.end <= match.end()


_GRADE = lazy_pattern(r"(?i)[- ]grade(?:rs?)?\b")
_SCHOOLS = {6: lazy_pattern("中学校?の?$|中$"), 9: lazy_pattern("高校の?$|高等学校の?$|高$")}
"""How many years of school come before."""


def _same_grade(english: Side, one: Fact, japanese: Side, other: Fact) -> bool:
    """Ninth grade and 中学3年."""
    if one.kind != "ordinal" or not stands_before(_GRADE, english, one):
        return False
    years = int(one.value) - int(other.value)
    return years in _SCHOOLS and stands_after(_SCHOOLS[years], japanese, other, 6)
