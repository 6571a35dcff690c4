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


_CELEBRATED = {
    "還暦": "60|61|sixt(?:y|ieth)",
    "古[希稀]": "70|sevent(?:y|ieth)",
    "喜寿": "77|seventy-seven(?:th)?",
    "傘寿": "80|eight(?:y|ieth)",
    "米寿": "88|eighty-eight(?:h|th)?",
    "卒寿": "90|ninet(?:y|ieth)",
    "白寿": "99|ninety-nin(?:e|th)",
    "百寿|紀寿": "100|(?:a |one )?hundred(?:th)?",
    "不惑": "40|fort(?:y|ieth)",
    "成人式|新成人|はたち": "18|20|twent(?:y|ieth)|eighteen(?:th)?",
    "銀婚": "25|twenty-fif(?:th)",
    "金婚": "50|fift(?:y|ieth)",
    "義務教育": "9|nine",
    "三十路": "30|thirt(?:y|ieth)",
    "四十路": "40|fort(?:y|ieth)",
    "五十路": "50|fift(?:y|ieth)",
}
"""Ages and years that Japanese celebrates by name, and what English counts."""

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
    Gloss(
        lazy_pattern("(?:365|３６５|三百六十五)日"),
        lazy_pattern(r"(?i)24/7|\b(?:around the clock|year[- ]round|every day|seven days|all year)\b"),
    ),
    Gloss(lazy_pattern("24時間|２４時間|二十四時間"), lazy_pattern(r"(?i)\b(?:clock|day and night|all day|nonstop)\b")),
    Gloss(
        lazy_pattern(r"(?<!\d)(?:0|０)\s?[-―－–‐対]\s?\d+|(?<!\d)\d+\s?[-―－–‐対]\s?(?:0|０)(?!\d)"),
        lazy_pattern(
            r"(?i)\b(?:straight (?:sets|games)|shut ?outs?|blank(?:ed|ing|s)?|sweep|swept|scoreless|goalless"
            r"|unanimous(?:ly)?|nil|neither (?:side|team|club) (?:scored|could score|managed)|no (?:goals|score|runs)"
            r"|without a (?:goal|run)|deadlock(?:ed)?)\b"
        ),
    ),
    Gloss(lazy_pattern(r"(?<=期)\d+年間?"), lazy_pattern(r"(?i)\bterms?\b")),
    Gloss(
        lazy_pattern(r"東京ドーム(?:約|およそ|の|の約)?[\d.．０-９一二三四五六七八九十]+[個倍コつ]"),
        lazy_pattern(r"(?i)\b(?:hectares?|acres?|square (?:\w+)|football|soccer|ballparks?|stadiums?)\b"),
    ),
    Gloss(
        lazy_pattern(r"[\d０-９一二三四五六七八九]連休"),
        lazy_pattern(r"(?i)\b(?:long|extended|holiday)[\s-]+(?:\w+ )?(?:weekend|holiday|break)s?\b|\bGolden Week\b"),
    ),
    Gloss(
        lazy_pattern(r"(?:台風|颱風)(?:第)?[\d０-９一二三四五六七八九十]+号?"),
        lazy_pattern(r"\b[Tt]yphoon,?\s+[A-Z]\w+"),
    ),
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
    Gloss(
        lazy_pattern(r"(?i)\b[\d.]+\s+(?:hectares?|acres?|square (?:feet|met\w+|kilomet\w+|miles?))\b"),
        lazy_pattern("東京ドーム"),
    ),
    Gloss(lazy_pattern(r"(?i)\b(?:1912|1926|1925)\b"), lazy_pattern("(?:大正|昭和)(?:生まれ|世代|以降|以後|に入)")),
    Gloss(lazy_pattern(r"(?i)\b(?:1988|1989)\b"), lazy_pattern("平成(?:生まれ|世代|以降|以後|に入|になっ)")),
    Gloss(lazy_pattern(r"(?i)\b(?:2018|2019)\b"), lazy_pattern("令和(?:生まれ|世代|以降|以後|に入|になっ)")),
    *(
        Gloss(lazy_pattern(rf"(?i)\b(?:{number})(?:th|st|nd|rd)?\b"), lazy_pattern(word))
        for word, number in _CELEBRATED.items()
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
