"""A list of five things that became a list of four."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage

_ITEM = r"(?!including\b|such as\b|like\b|and\b|or\b|so\b|then\b|well\b)[A-Za-z][\w’'-]*(?: [A-Za-z][\w’'-]*)?"
_ENGLISH = lazy_pattern(
    rf"(?<![\w,])(?:{_ITEM}, ){{2,}}(?:{_ITEM},? (?:and|or) )"
    r"(?!(?:others?|more|so on|over|even|many|probably|possibly)\b)[A-Za-z][\w’'-]*",
    re.ASCII,
)
_ENGLISH_JOINT = lazy_pattern(r",? (?:and|or) |, ")
_SIGN = r"[^\W_ぁ-ゖゝゞ]"
_THING = f"(?:{_SIGN}|(?<=[A-Za-z]) (?={_SIGN})|(?<={_SIGN}) (?=[A-Za-z]))"
_LAST = "[やと]|および|及び|または|並びに|ならびに"
_COMMA = "[、・，] ?(?:そして|また)?"
_JAPANESE = lazy_pattern(rf"(?:{_THING}{{1,10}}{_COMMA}){{2,}}{_THING}{{1,12}}(?:(?:{_LAST}){_THING}{{1,12}})?")
_JAPANESE_JOINT = lazy_pattern(f"[、・，]|{_LAST}")
_NEXT = frozenset("、・，")
_BEFORE = _NEXT | {"や", "と"}
_LEAST = 4
"""Shorter lists are rewritten too freely to be counted."""

_LONGEST = 400
"""And in longer texts (code points) the one list may be another than the other."""


class _List(NamedTuple):
    items: int
    span: Span


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find lists of single words of which the translation, a list as well, has one or two fewer."""
    for index, pair in translated(bitext):
        if pair.source.language == pair.target.language:
            continue
        if len(pair.source.text) > _LONGEST:
            continue
        source = _lists(pair.source)
        if len(source) != 1 or source[0].items < _LEAST:
            continue
        target = _lists(pair.target)
        if len(target) != 1 or not 1 <= source[0].items - target[0].items <= 2:  # noqa: PLR2004 - more is no list of the same
            continue
        one, other = source[0], target[0]
        if one.items - other.items == 1 and _goes_on(pair.target, other):
            continue
        message = Phrase("a list of {source} became one of {target}", source=one.items, target=other.items)
        evidence = (one.span.of(pair.source.text), other.span.of(pair.target.text))
        marks = (Mark("source", *one.span), Mark("target", *other.span))
        yield Finding(CHECK.name, "warning", message, index, marks, evidence)


_REST = {
    "ja": lazy_pattern(r"[^。！？\n]*[一-鿿々ァ-ヶーA-Za-z]も(?!の)"),
    "en": lazy_pattern(
        r"(?i)[^.!?\n]*\b(?:as well as|along with|plus|(?:and|with)(?: \w+){0,2} (?:a|some) (?:\w+ )?of)\b"
    ),
}


def _goes_on(passage: Passage, items: _List) -> bool:
    """Whether the one that is left over is told behind the list: 韓国語も少しできる."""
    return _REST[passage.language].match(passage.masked, items.span.end) is not None


def _lists(passage: Passage) -> list[_List]:
    text = passage.masked
    if passage.language == "en":
        if text.count(", ") < 2:  # noqa: PLR2004 - three items
            return []
        return [_list(match, _ENGLISH_JOINT) for match in _ENGLISH.finditer(text)]
    if sum(text.count(mark) for mark in "、・，") < 1:
        return []
    return [_list(match, _JAPANESE_JOINT) for match in _JAPANESE.finditer(text) if _is_whole(match)]


def _is_whole(match: re.Match[str]) -> bool:
    """Whether no other item stands before or behind, with kana in it: 見出し、署名、日付."""
    text = match.string
    before = text[max(0, match.start() - 2) : match.start()].rstrip()[-1:]
    return before not in _BEFORE and text[match.end() : match.end() + 1] not in _NEXT


def _list(match: re.Match[str], joint: re.Pattern[str]) -> _List:
    return _List(len(joint.findall(match[0])) + 1, Span(*match.span()))


CHECK = Check(
    name="list-shortened",
    family="completeness",
    severity="warning",
    summary=Phrase("A list lost some of its items."),
    find=find,
    examples=(
        Bad(
            "They exchange ideas on culture, education, art, economics and sports.",
            "文化・教育・経済・スポーツについて意見を交わす。",
            says="a list of 5 became one of 4",
        ),
        Bad(
            "文化、教育、芸術、経済、スポーツで交流する。",
            "They cooperate in culture, education, art and sports.",
            says="a list of 5 became one of 4",
        ),
        Good(
            "They exchange ideas on culture, education, art, economics and sports.",
            "文化、教育、芸術、経済、スポーツについて意見を交わす。",
            why="all five are there",
        ),
        Good(
            "They exchange ideas on culture, education, art, economics and sports.",
            "文化、教育、芸術、経済やスポーツについて意見を交わす。",
            why="the last is joined by や",
        ),
        Good(
            "The page shows headline, deck, byline, date and map.",
            "ページには見出し、前書き、署名、日付、地図が並ぶ。",
            why="items with kana are items",
        ),
        Good(
            "Members are Alba, Bell South, Cresco and Dorn.",
            "会員はAlba、Bell South、Cresco、Dornだ。",
            why="a name in two words",
        ),
        Good("The visitors sang, danced and ate.", "一行は歌い踊って食べた。", why="three things are no list"),
        Good(
            "They met students, teachers, parents and neighbors.",
            "生徒や教員、保護者のほか近隣住民にも会った。",
            why="reworded, not listed",
        ),
        Good(
            "The shop sells bread, cheese, wine and a little honey.",
            "店はパン、チーズ、ワインを売り、蜂蜜も少し置いている。",
            why="the last is told behind the list",
        ),
    ),
)
