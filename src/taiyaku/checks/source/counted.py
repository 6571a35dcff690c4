"""What a text says there are so many of: 250 students; 生徒250人, 250人の生徒."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.passage import Passage
    from taiyaku.span import Span


class Count(NamedTuple):
    """A number of things. `more` are the words that narrow `noun` down; `low` and `high` are what the number admits.

    `times` are the years and days that its sentence names; `context` are the words around it.
    """

    pair: int
    start: int
    end: int
    value: int
    low: float
    high: float
    noun: str
    more: frozenset[str]
    times: frozenset[str]
    words: str
    sentence: int


_DIGIT = lazy_pattern("[0-9０-９]{2}")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９，", "0123456789,")

_ENGLISH = lazy_pattern(
    r"(?<![\w.,$€£¥#/:-])(?P<number>\d{1,3}(?:,\d{3})+|\d{2,})(?![\d.,%:/-])(?: (?P<scale>thousand|million|billion))? "
    r"(?P<more>(?:[A-Za-z][a-z’'-]*,? ){0,6}?)(?P<noun>[a-z]{2,}(?<![sui])s|people|children|men|women)(?![\w’'-])"
)
_SCALES = {None: 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_NO_ADJECTIVES = (
    "of in to for from the a an that who which were was by at on with as per its their his her is are has have had "
    "will would could can be been not than when where while into after before since until other another more "
    "additional further new extra less fewer such but also each every these those this years months weeks days hours "
    "minutes times percent dollars pounds euros miles"
)
_NO_ADJECTIVE = frozenset(_NO_ADJECTIVES.split())
_MEASURES = (
    "years months weeks days hours minutes seconds times points percent dollars pounds euros cents miles meters metres "
    "yards degrees votes pages kilometers kilometres acres tons tonnes grams feet inches runs goals wins games matches "
    "lines characters bytes pixels ways others decades generations metres centimeters centimetres kilos kilograms "
    "hectares litres liters gallons calories watts volts yen cases seats episodes works has does goes says was is"
)
_MEASURE = frozenset(_MEASURES.split())
_OTHERS_BEFORE = lazy_pattern(
    r"\b(?:other|another|more|additional|further|first|last|next|remaining|new|extra|including|included|up to"
    r"|as many as|maximum of|capacity of|limit of|minimum of|every|each|only|just|among|between|of them"
    r"|of whom|from|to|by|age|aged|plus|and|or|than the|least of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a number: these are others than those that were counted elsewhere, or a limit, or a share of them."""

_ABOVE = lazy_pattern(r"\b(?:more than|over|at least|above|exceeding|upwards of)\s+(?:the\s+)?$", re.IGNORECASE)
_BELOW = lazy_pattern(r"\b(?:less than|fewer than|under|below|nearly|almost|close to|not quite)\s+$", re.IGNORECASE)
_ABOUT = lazy_pattern(
    r"\b(?:about|around|approximately|roughly|some|an estimated|estimated|or so|circa|well over)\s+$", re.IGNORECASE
)
_PARTS_AFTER = lazy_pattern(r",? (?:each|per|apiece|more|fewer|less|ago|later|earlier|or more|and more)\b")

_NOUN = "[一-鿿々ァ-ヺー]{2,8}"
_COUNTERS = "人|名|校|社|台|棟|匹|頭|冊|軒|戸|世帯|隻|機|個|枚|か所|カ所|ヶ所|箇所|か国|カ国|ヶ国|団体|チーム"
_NUMBER = "[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]+"
_JAPANESE = lazy_pattern(
    rf"(?P<noun>(?<![一-鿿々ァ-ヺー]){_NOUN})(?:は|が|ら)?(?P<hedge>約|およそ|計|総勢)?"
    rf"(?P<number>{_NUMBER})(?P<scale>[万千]?)(?P<rest>[0-9０-９]*)(?P<counter>{_COUNTERS})"
    r"(?P<after>余り?|以上|超|弱|未満|近く|ほど|前後|程度)?"
)
_JAPANESE_BEFORE = lazy_pattern(
    rf"(?<![0-9０-９.．,，〜～ー第])(?P<hedge>約|およそ|計|総勢)?(?P<number>{_NUMBER})(?P<scale>[万千]?)(?P<rest>[0-9０-９]*)"
    rf"(?P<counter>{_COUNTERS})(?P<after>余り?|以上|超|弱|未満|近く|ほど|前後|程度)?の(?P<noun>{_NOUN})"
)
_OTHERS_BEFORE_JA = lazy_pattern(
    "(?:うち|内訳|ほか|他|さらに|更に|新たに|別の|残り|残る|それぞれ|各|毎|最大|最多|定員|上限|から|あと|もう|前年|昨年|去年)[、は]?[^、。]{0,6}$"
)
_PARTS_AFTER_JA = lazy_pattern("(?:ずつ|増|減|中|目|を含|のうち|まで|以内|当たり|あたり|が新た|以下)")
_KINDS = {"中高生": "生徒", "中高校生": "生徒", "高校生ら": "生徒", "子供": "子ども", "警官": "警察官"}

_TIME = lazy_pattern(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:last|this|next|previous) (?:year|month|week|season)\b|\byesterday\b|\b(?:Mon|Tues"
    r"|Wednes|Thurs|Fri|Satur|Sun)day\b|[0-9０-９]{4}年|昨年|去年|前年|今年|来年|先月|前回|今回"
)


def counts(index: int, passage: Passage) -> Iterator[Count]:
    """Yield what a text counts by numbers of two digits and more; measures, shares and limits are none."""
    if _DIGIT.search(passage.text):
        for number, sentence in enumerate(passage.sentences):
            find = _japanese if passage.language == "ja" else _english
            for found in find(index, passage, sentence):
                yield found._replace(sentence=number)


def _english(index: int, passage: Passage, sentence: Span) -> Iterator[Count]:
    text = passage.masked
    times = _times(text, sentence)
    for match in _ENGLISH.finditer(text, *sentence):
        before = text[max(sentence.start, match.start() - 40) : match.start()]
        more = [word.strip(",").lower() for word in match["more"].split()]
        if (
            match["noun"] in _MEASURE
            or not _NO_ADJECTIVE.isdisjoint(more)
            or _OTHERS_BEFORE.search(before)
            or _PARTS_AFTER.match(text, match.end())
        ):
            continue
        value = int(match["number"].replace(",", "")) * _SCALES[match["scale"]]
        if match["scale"] is None and _is_year(match["number"]):
            continue
        low, high = _admitted(
            value, bool(_ABOVE.search(before)), bool(_BELOW.search(before)), bool(_ABOUT.search(before))
        )
        narrower = frozenset(more) - {"and", "or"}
        words = passage.text[slice(*match.span())]
        yield Count(index, *match.span(), value, low, high, match["noun"], narrower, times, words, 0)


def _japanese(index: int, passage: Passage, sentence: Span) -> Iterator[Count]:
    text = passage.masked
    times = _times(text, sentence)
    for pattern in (_JAPANESE, _JAPANESE_BEFORE):
        for match in pattern.finditer(text, *sentence):
            before = text[max(sentence.start, match.start() - 16) : match.start()]
            if _OTHERS_BEFORE_JA.search(before) or _PARTS_AFTER_JA.match(text, match.end()):
                continue
            value = _value(match)
            after = match["after"] or ""
            low, high = _admitted(
                value,
                after in {"余", "余り", "以上", "超"},
                after in {"弱", "未満", "近く"},
                bool(match["hedge"] == "約" or after),
            )
            noun = _KINDS.get(match["noun"], match["noun"])
            words = passage.text[slice(*match.span())]
            if value > 9:  # noqa: PLR2004 (two digits)
                yield Count(
                    index, *match.span(), value, low, high, noun, frozenset([match["counter"]]), times, words, 0
                )


def _value(match: re.Match[str]) -> int:
    number = int(match["number"].translate(_FULL_WIDTH).replace(",", ""))
    scale = {"": 1, "千": 10**3, "万": 10**4}[match["scale"]]
    rest = match["rest"].translate(_FULL_WIDTH) if match["scale"] else ""
    return number * scale + int(rest or 0)


def _admitted(value: int, above: bool, below: bool, about: bool) -> tuple[float, float]:
    if above:
        return value, value * 2
    if below:
        return value * 0.8, value
    return (value * 0.85, value * 1.15) if about else (value, value)


def _times(text: str, sentence: Span) -> frozenset[str]:
    return frozenset(match[0].lower() for match in _TIME.finditer(text, *sentence))


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and 1500 <= int(digits) <= 2100  # noqa: PLR2004 - years
