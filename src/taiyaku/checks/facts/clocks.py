"""Times told by another clock: 10:20 p.m. EST and 日本時間 午後0時20分."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.checks.facts.sides import Side, drop, take
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.text.facts import Fact

_ZONES = lazy_pattern(
    r"(?P<japan>日本(?:標準)?時間?|\bJST\b|\bJapan (?:standard )?time\b|\btime in Japan\b|\bTokyo time\b)"
    r"|(?P<here>現地時間|\blocal time\b)"
    r"|(?P<east>東部(?:標準|夏)?時|\bE[SD]T\b|\bET\b|\beastern(?: standard| daylight)? time\b|\b[ap]\.?m\.? eastern\b)"
    r"|(?P<west>太平洋(?:標準|夏)?時|西部(?:標準|夏)?時|\bP[SD]T\b|\bPT\b|\bpacific(?: standard| daylight)? time\b|\b[ap]\.?m\.? pacific\b)"
    r"|(?P<middle>中部(?:標準|夏)?時|\bC[SD]T\b|\bcentral(?: standard| daylight)? time\b)"
    r"|(?P<world>世界時|世界標準時|グリニッジ|\bGMT\b|\bUTC\b|\bGreenwich\b)"
    r"|(?P<british>(?:英国|イギリス|ロンドン)(?:標準|夏)?時|\bBST\b|\bBritish (?:summer )?time\b|\b(?:London|U\.?K\.?) time\b)"
    r"|(?P<europe>(?:欧州|ヨーロッパ)(?:中央|標準|夏)*時|\bCES?T\b|\bcentral european(?: summer)? time\b)",
    re.IGNORECASE | re.ASCII,
)
_AT_HOME = ({"here"}, set()), (set(), {"here"}), ({"japan"}, set())
"""Zones that one side may leave out, so that the times are the same."""

_HALF_HOUR = 30
_WEEK = 7


def without_zones(english: Side, japanese: Side) -> None:
    """Take out times some hours apart, and their days, where the two sides do not name the same time zone."""
    if not any(fact.kind in _TOLD for fact in (*english.left, *japanese.left)):
        return
    ours, theirs = _zones(english.text), _zones(japanese.text)
    if ours == theirs or (ours, theirs) in _AT_HOME:
        return
    take(english, japanese, _another_clock)
    take(english, japanese, _next_day)
    for side in (english, japanese):
        drop(side, [fact for fact in side.left if fact.kind in {"weekday", "day"}])


_TOLD = frozenset({"time", "weekday", "day"})


def _zones(text: str) -> set[str]:
    return {match.lastgroup or "" for match in _ZONES.finditer(text)}


def _another_clock(one: Fact, other: Fact) -> bool:
    """Whether two times are apart by whole or half hours."""
    return one.kind == other.kind == "time" and (Fraction(one.value) - other.value) % _HALF_HOUR == 0


def _next_day(one: Fact, other: Fact) -> bool:
    return one.kind == other.kind == "weekday" and (one.value - other.value) % _WEEK in {1, _WEEK - 1}
