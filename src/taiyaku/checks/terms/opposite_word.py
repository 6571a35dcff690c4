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

_OPPOSITES = """
north|northern|northward|northeast|northwest|northeastern|northwestern
/ south|southern|southward|southeast|southwest|southeastern|southwestern
; 北部|北側|北の|北へ|北方|北東|北西|以北|北岸 / 南部|南側|南の|南へ|南方|南東|南西|以南|南岸
east|eastern|eastward|northeast|southeast|northeastern|southeastern
/ west|western|westward|northwest|southwest|northwestern|southwestern
; 東部|東側|東の|東へ|東方|東岸 / 西部|西側|西の|西へ|西方|西岸
increase|increased|increases|increasing|rose|risen|rises
/ decrease|decreased|decreases|decreasing|fell|fallen|falls|declined|decline|reduce|reduced|reduces|reducing|reduction
; 増え|増加|増やし|上昇 / 減少|減っ|減り|減る|下落|低下
import|imports|imported / export|exports|exported ; 輸入|輸出入 / 輸出
husband|husbands / wife|wives ; 夫|旦那 / 妻|奥さん|夫人
son|sons / daughter|daughters ; 息子|男児|長男|次男|三男 / 娘|女児|長女|次女|三女
brother|brothers / sister|sisters ; 兄|弟 / 姉|妹
oldest|eldest / youngest ; 最年長|最古|最高齢|年上|長男|長女 / 最年少|最も若|末の|末っ子
majority / minority ; 過半数|多数|大半|大多数 / 少数
legal|lawful / illegal|unlawful ; 合法|適法 / 違法|非合法|不法
"""
"""Words of English that exclude each other, and what says the same in Japanese."""


class _Pole(NamedTuple):
    english: re.Pattern[str]
    japanese: re.Pattern[str]


@cache
def _axes() -> tuple[tuple[_Pole, _Pole], ...]:
    axes = []
    for line in re.sub(r"\n(?=[;/|])", " ", _OPPOSITES.strip()).splitlines():
        english, japanese = ([side.strip() for side in half.split("/")] for half in line.split(";"))
        poles = [
            _Pole(
                lazy_pattern(rf"(?<![\w-])(?:{words.replace(' ', '')})(?![\w-])", re.IGNORECASE),
                lazy_pattern(characters),
            )
            for words, characters in zip(english, japanese, strict=True)
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
        text, other = _lowered(english.masked), japanese.masked
        for first, second in _axes():
            for pole, opposite in ((first, second), (second, first)):
                found = pole.english.search(text)
                if found is None:
                    continue
                wrong = opposite.japanese.search(other)
                if wrong and not pole.japanese.search(other) and not opposite.english.search(text):
                    yield _finding(index, pair, Span(*found.span()), Span(*wrong.span()))


_NAMED = lazy_pattern(r"\b(?:North|South|East|West|Northern|Southern|Eastern|Western|Upper|Lower) (?=[A-Z])")


def _lowered(text: str) -> str:
    """Return an English text without directions that begin a name: South Korea has no 南."""
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
        Bad("The number of visitors rose.", "来場者は減少した。", "“rose” became its opposite"),
        Bad("輸入が増えた。", "Exports increased.", "“輸入” became its opposite, “Exports”"),
        Bad("His wife came.", "夫が訪れた。", "“wife” became its opposite"),
        Good("It lies in the north of the island.", "島の北部にある。", "the same direction"),
        Good("South Korea sent a team.", "韓国が選手団を派遣した。", "a direction in a name"),
        Good("Sales rose and costs fell.", "売り上げは増え、費用は減少した。", "both are there"),
        Good("Imports and exports grew.", "輸出入が伸びた。", "both in one word"),
        Good("The rose is red.", "そのバラは赤い。", "no opposite on the other side"),
    ),
)
