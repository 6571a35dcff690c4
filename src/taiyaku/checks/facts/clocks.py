"""Times told by another clock: 10:20 p.m. EST and 日本時間 午後0時20分."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.checks.facts.sides import Side, drop, take
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from taiyaku.text.facts import Fact

_TIME = r"(?: (?:[Ss]tandard|[Ss]ummer|[Dd]aylight))? [Tt]ime\b"
_HOUR = r"(?:標準|夏)?時"
_NOON = r"\b[ap]\.?m\.?"
_ZONES = lazy_pattern(
    rf"(?P<japan>日本{_HOUR}間|日本標準時|\bJST\b|\b(?:Japan|Tokyo){_TIME}|\b[Tt]ime in Japan\b)"
    r"|(?P<here>現地時間|\b[Ll]ocal time\b)"
    rf"|(?P<east>東部{_HOUR}|\bE[SD]?T\b|\b(?:Eastern|New York){_TIME}|{_NOON} Eastern\b)"
    rf"|(?P<west>(?:太平洋|西部){_HOUR}|\bP[SD]?T\b|\bPacific{_TIME}|{_NOON} Pacific\b)"
    rf"|(?P<middle>中部{_HOUR}|\bC[SD]T\b|\bCentral{_TIME})"
    r"|(?P<world>世界(?:標準)?時|グリニッジ|\b(?:GMT|UTC|Greenwich)\b)"
    rf"|(?P<british>(?:英国|イギリス|ロンドン){_HOUR}|\bBST\b|\b(?:British|London|U\.K\.|UK){_TIME})"
    rf"|(?P<europe>(?:欧州|ヨーロッパ)(?:中央)?{_HOUR}|\bCES?T\b|\bCentral European{_TIME})",
    re.ASCII,
)
_AT_HOME: tuple[tuple[set[str], set[str]], ...] = (({"here"}, set()), (set(), {"here"}), ({"japan"}, set()))
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
