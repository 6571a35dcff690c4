"""The style of a house: points of policy on which good newspapers differ, and profiles that set many at once.

What a house leaves open is not judged, except where an article does both: then one finding names the article's habit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class HouseRule(NamedTuple):
    """A spelling that the house does not want, what it wants instead ("" if nothing fits all), and why."""

    wrong: str
    right: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """Points of policy. An empty text or None leaves the point open.

    Japanese: `register` of running text, `punctuation` marks, `digits` and `letters` half or full width, `latin_space`
    whether a space stands between Japanese and Latin, `months` the counter of months, `vu` whether ヴ is used,
    `long_ending` whether サーバー keeps its last ー, `ellipsis` (…… or …). English: `numerals` "words" for one to nine
    in words, `months_en` "short" for Aug. 8 or "long", `macrons` whether Ōshū has them, `quotes` "curly" or
    "straight", `titles` "capital" for Mayor Chen. Both: `keep` words that are never translated, `rules` the list of
    the house.
    """

    register: Literal["", "desu-masu", "de-aru"] = ""
    punctuation: Literal["", "、。", "，．", "，。"] = ""
    digits: Literal["", "half", "full"] = ""
    letters: Literal["", "half", "full"] = ""
    latin_space: bool | None = None
    months: Literal["", "か月", "カ月", "ヵ月", "ヶ月", "ケ月", "箇月"] = ""
    vu: bool | None = None
    long_ending: bool | None = None
    ellipsis: Literal["", "……", "…"] = ""
    numerals: Literal["", "words"] = ""
    months_en: Literal["", "short", "long"] = ""
    macrons: bool | None = None
    quotes: Literal["", "curly", "straight"] = ""
    titles: Literal["", "capital"] = ""
    keep: tuple[str, ...] = ()
    rules: tuple[HouseRule, ...] = ()


PROFILES: Mapping[str, Style] = {
    "": Style(),
    # 日本語標準スタイルガイド 3.0 of the Japan Translation Federation: half width, no space, か月, final ー.
    "jtf": Style(
        punctuation="、。",
        digits="half",
        letters="half",
        latin_space=False,
        months="か月",
        long_ending=True,
        ellipsis="…",
    ),
    # What newspapers agree on.
    "newspaper": Style(
        register="de-aru",
        punctuation="、。",
        latin_space=False,
        months="カ月",
        vu=False,
        long_ending=True,
        ellipsis="……",
    ),
    # 公用文作成の考え方, recommended by the Council for Cultural Affairs in 2022.
    "official": Style(punctuation="、。", latin_space=False, months="か月", vu=False, long_ending=True),
    # Associated Press.
    "ap": Style(numerals="words", months_en="short", macrons=False, titles="capital"),
}
"""The profiles by the names that the setting `profile` knows."""


def combined(*profiles: str) -> Style:
    """Return the style of several profiles, such as one for each language; the later wins."""
    style, plain = Style(), Style()
    for name in profiles:
        chosen = PROFILES[name]
        changes = {
            field: value
            for field in Style.__dataclass_fields__
            if (value := getattr(chosen, field)) != getattr(plain, field)
        }
        style = replace(style, **changes)
    return style
