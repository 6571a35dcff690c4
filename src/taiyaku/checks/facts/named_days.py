"""Days that have a name in one language and a date in the other: 独立記念日 and July 4."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.facts.sides import Side, drop
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re

    from taiyaku.text.facts import Fact


class _Day(NamedTuple):
    """A day of every year, and its names."""

    month: int
    day: int
    english: re.Pattern[str]
    japanese: re.Pattern[str]


_NAMES = (
    (1, 1, "New Year[’']s(?! Eve)", "元日|元旦|正月|新年"),
    (2, 11, "National Foundation Day", "建国記念"),
    (2, 14, "Valentine", "バレンタイン"),
    (2, 23, "Emperor[’']s Birthday", "天皇誕生日"),
    (3, 3, "Girls[’'] Day|Dolls?[’']? Festival|Hina ?[Mm]atsuri", "ひな祭り|雛祭り|桃の節句"),
    (3, 11, "Great East Japan|3/11", "東日本大震災"),
    (3, 14, "White Day", "ホワイトデー"),
    (3, 17, "Patrick[’']s", "パトリック"),
    (4, 1, "April Fool", "エ[イー]プリルフール"),
    (4, 29, "Showa Day", "昭和の日"),
    (5, 1, "May Day", "メーデー"),
    (5, 3, "Constitution", "憲法記念日"),
    (5, 4, "Greenery Day", "みどりの日"),
    (5, 5, "(?:Children|Boys?)[’']s? Day", "(?:こども|子ども|子供)の日|端午の節句"),
    (6, 19, "Juneteenth", "ジューンティーンス|奴隷解放記念日"),
    (7, 4, "Independence Day", "独立記念日"),
    (7, 7, "Tanabata|Star Festival", "七夕"),
    (7, 14, "Bastille Day", "パリ祭|革命記念日"),
    (8, 6, "Hiroshima", "原爆の日|原爆忌"),
    (8, 9, "Nagasaki", "原爆の日|原爆忌"),
    (8, 11, "Mountain Day", "山の日"),
    (8, 15, "(?:end|surrender)", "終戦の日|終戦記念日"),
    (9, 1, "Disaster Prevention Day", "防災の日"),
    (9, 11, "9/11|Sept", "同時多発テロ"),
    (10, 31, "Halloween", "ハロウィ"),
    (11, 3, "Culture Day", "文化の日"),
    (11, 11, "Veterans|Armistice|Remembrance", "退役軍人の日|復員軍人の日|終戦記念日"),
    (11, 23, "Labou?r Thanksgiving", "勤労感謝の日"),
    (12, 7, "Pearl Harbor", "真珠湾"),
    (12, 24, "Christmas Eve", "クリスマス・?イ[ブヴ]|聖夜"),
    (12, 25, "Christmas(?! Eve)", "クリスマス(?!・?イ[ブヴ])"),
    (12, 31, "New Year[’']s Eve", "大みそか|大晦日"),
)
_DAYS = tuple(
    _Day(month, day, lazy_pattern(english), lazy_pattern(japanese)) for month, day, english, japanese in _NAMES
)

_OF_A_DAY = frozenset({"day", "ordinal", "number"})


def without_named_days(english: Side, japanese: Side) -> None:
    """Take out the month and the day of a date that the other side calls by its name."""
    for side, other in ((english, japanese), (japanese, english)):
        months = {fact.value for fact in side.all if fact.kind == "month"}
        if not months or not side.left:
            continue
        for day in _DAYS:
            name = day.japanese if side is english else day.english
            if day.month in months and name.search(other.text) is not None and _tells_day(side, day):
                drop(side, [fact for fact in side.left if _is_of(fact, day)])


def _tells_day(side: Side, day: _Day) -> bool:
    return any(fact.value == day.day and fact.kind in _OF_A_DAY for fact in side.all)


def _is_of(fact: Fact, day: _Day) -> bool:
    return fact.value == (day.month if fact.kind == "month" else day.day) and fact.kind in {"month", *_OF_A_DAY}
