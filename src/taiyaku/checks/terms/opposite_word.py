"""A word that became its opposite: north and 南, rose and 減った."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, on_both_sides
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair

_OPPOSITES = r"""
north|northern|northward|northeast|northwest|northeastern|northwestern
/ south|southern|southward|southeast|southwest|southeastern|southwestern
; 北(?:SIDE)|北の|北へ|北東|北西|以北 / 南(?:SIDE)|南の|南へ|南東|南西|以南
; 北(?!海道|京|朝鮮|欧|米) / 南(?!米|極|北|アフリカ)
east|eastern|eastward|northeast|southeast|northeastern|southeastern
/ west|western|westward|northwest|southwest|northwestern|southwestern
; 東(?:SIDE)|東の|東へ / 西(?:SIDE)|西の|西へ
; 東(?!京|北|大|証|海道|洋|芝|西) / 西(?!暦|洋|日本|アフリカ)
increase|increased|increases|increasing|rose|risen|rises
/ decrease|decreased|decreases|decreasing|fell|fallen|falls|declined|decline|reduce|reduced|reduces|reducing|reduction
; 増え|増加|増やし|上昇 / 減少|減っ|減り|減る|下落|低下
import|imports|imported / export|exports|exported ; 輸入|輸出入 / 輸出
husband|husbands / wife|wives ; 夫|旦那 / 妻|奥さん|夫人
son|sons / daughter|daughters ; 息子|男児|長男|次男|三男 / 娘|女児|長女|次女|三女
brother|brothers / sister|sisters ; 兄|弟 / 姉|妹
oldest|eldest / youngest ; 最年長|最古|最高齢|年上|長男|長女 / 最年少|最も若|末の|末っ子
majority / minority ; 過半数|多数|大半|大多数 / 少数
left(?=\s(?:BODY)) / right(?=\s(?:BODY)) ; 左(?:手|腕|[脚足]|膝|ひざ|肩|目|耳|肘|ひじ|太もも|肺|胸|頬|ほお)
/ 右(?:手|腕|[脚足]|膝|ひざ|肩|目|耳|肘|ひじ|太もも|肺|胸|頬|ほお)
legal|lawful / illegal|unlawful ; 合法|適法 / 違法|非合法|不法
"""
"""Words of English that exclude each other, and what says the same in Japanese.

Behind a second semicolon, what may say it as well, and is no proof of the opposite: the 北 of 駅の北徒歩5分.
"""

_BODY = "hand|arm|leg|foot|knee|shoulder|eye|ear|elbow|wrist|ankle|thigh|lung|breast|cheek"
_SIDE = (
    "部(?!鉄器|せんべい|煎餅|藩|家|町|氏|さん)|側|方|端|岸|海岸|沿岸|河岸|門"
    "|口(?!さん|氏|選手|容疑|被告)|入り?口|出口|玄関|改札|棟|館|翼|ウ[イィ]ング|壁|面|斜面"
    "|半分|半球|寄り|隣|塔|通り|向き|スタンド"
)
"""What has a direction before it: 北門, 東海岸, 南口; not 南部鉄器, ironware of the Nambu family."""


class _Pole(NamedTuple):
    """One of two opposites. `loosely` has all that may say it in Japanese."""

    english: re.Pattern[str]
    japanese: re.Pattern[str]
    loosely: re.Pattern[str]


@cache
def _axes() -> tuple[tuple[_Pole, _Pole], ...]:
    axes = []
    for line in re.sub(r"\n(?=[;/|])", " ", _OPPOSITES.strip()).splitlines():
        english, japanese, *others = (
            [side.strip() for side in half.split("/")]
            for half in line.replace("SIDE", _SIDE).replace("BODY", _BODY).split(";")
        )
        poles = [
            _Pole(
                lazy_pattern(rf"(?<![\w-])(?:{words.replace(' ', '')})(?![\w-])", re.IGNORECASE),
                lazy_pattern(characters),
                lazy_pattern(loosely),
            )
            for words, characters, loosely in zip(english, japanese, others[0] if others else japanese, strict=True)
        ]
        axes.append((poles[0], poles[1]))
    return tuple(axes)


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for line in _OPPOSITES.splitlines() for word in _WORD.findall(line))


_WORD = lazy_pattern("[a-z]+")


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find pairs of which one side has only one of two opposite words, and the other side only the other one."""
    for index, pair in translated(bitext):
        english, japanese = pair.english, pair.japanese
        if english is None or japanese is None:
            continue
        if _vocabulary().isdisjoint(_WORD.findall(english.text.lower())):
            continue
        whole, other = english.masked, japanese.masked
        text = _lowered(whole)
        for first, second in _axes():
            for pole, opposite in ((first, second), (second, first)):
                found = pole.english.search(text)
                if found is None:
                    continue
                wrong = opposite.japanese.search(other)
                if wrong and not pole.loosely.search(other) and not opposite.english.search(whole):
                    yield _finding(index, pair, Span(*found.span()), Span(*wrong.span()))


_NAMED = lazy_pattern(
    r"\b(?:North|South|East|West|Northern|Southern|Eastern|Western|Upper|Lower) (?=[A-Z])"
    r"(?!(?:Gate|Exit|Entrance|Wing|Building|Coast|Shore|Side|Hall|Tower|Pier|Terminal|Stand|Wall)s?\b)"
)


def _lowered(text: str) -> str:
    """Return an English text without directions that begin a name: South Korea has no 南, the South Gate has."""
    return _NAMED.sub(lambda match: " " * len(match[0]), text)


def _finding(index: int, pair: Pair, english: Span, japanese: Span) -> Finding:
    both = on_both_sides(pair, english, japanese)
    message = Phrase("“{source}” became its opposite, “{target}”", source=both.source, target=both.target)
    return Finding(CHECK.name, "warning", message, index, both.marks, both.words)


CHECK = Check(
    name="opposite-word",
    family="terms",
    severity="warning",
    summary=Phrase("A word became its opposite."),
    find=find,
    examples=(
        Bad("It lies in the north of the island.", "島の南部にある。", "“north” became its opposite, “南部”"),
        Bad("They met at the north gate.", "南門で会った。", "“north” became its opposite, “南門”"),
        Bad("東海岸で雨が降った。", "It rained on the western coast.", "“東海岸” became its opposite, “western”"),
        Bad("The number of visitors rose.", "来場者は減少した。", "“rose” became its opposite"),
        Bad("輸入が増えた。", "Exports increased.", "“輸入” became its opposite, “Exports”"),
        Bad("His wife came.", "夫が訪れた。", "“wife” became its opposite"),
        Bad("He hurt his left knee.", "右膝を痛めた。", "“left” became its opposite, “右膝”"),
        Good("It lies in the north of the island.", "島の北部にある。", "the same direction"),
        Good("South Korea sent a team.", "韓国が選手団を派遣した。", "a direction in a name"),
        Good("The South Gate is north of here.", "南門はこの北だ。", "both are there"),
        Good(
            "The eastern coast is near Nishiguchi Park.", "東の海岸は西口公園に近い。", "the direction in other words"
        ),
        Good("Sales rose and costs fell.", "売り上げは増え、費用は減少した。", "both are there"),
        Good("Imports and exports grew.", "輸出入が伸びた。", "both in one word"),
        Good("The rose is red.", "そのバラは赤い。", "no opposite on the other side"),
    ),
)
