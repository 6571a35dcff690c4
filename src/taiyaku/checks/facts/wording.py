"""What a free translator words otherwise: leftovers that the words around them explain."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from taiyaku.checks.facts.arithmetic import without_reckoning
from taiyaku.checks.facts.clocks import without_zones
from taiyaku.checks.facts.durations import without_durations
from taiyaku.checks.facts.glosses import without_glosses
from taiyaku.checks.facts.named_days import without_named_days
from taiyaku.checks.facts.periods import without_periods
from taiyaku.checks.facts.reckoned_years import without_reckoned_years
from taiyaku.checks.facts.sayings import without_sayings
from taiyaku.checks.facts.scales import without_scales
from taiyaku.checks.facts.scorelines import without_scorelines
from taiyaku.checks.facts.sides import Side, drop, stands_after, stands_before, take
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from datetime import date

    from taiyaku.checks.facts.matching import Leftovers
    from taiyaku.checks.passage import Passage
    from taiyaku.text.facts import Fact


def explained(left: Leftovers, source: Passage, target: Passage, published: date | None = None) -> Leftovers:
    """Take out what the two texts tell in other words: cut by two-thirds, 3分の1に減った.

    `published` is the article's date, where it is known.
    """
    if {source.language, target.language} != {"en", "ja"}:
        return left
    one = Side(source.masked, list(left.source), left.all_source)
    other = Side(target.masked, list(left.target), left.all_target)
    english, japanese = (one, other) if source.language == "en" else (other, one)
    for rule in _RULES:
        if english.left or japanese.left:
            rule(english, japanese)
    for side, partner in ((one, other), (other, one)):
        _understood_months(side, partner, published)
    return left._replace(source=tuple(one.left), target=tuple(other.left))


# months


def _understood_months(side: Side, other: Side, published: date | None) -> None:
    """Take out the month of Oct. 28 where the other side has 28日 and no month: that of the article, or one beside."""
    if any(fact.kind == "month" for fact in other.all):
        return
    days = {fact.value for fact in other.all if fact.kind == "day"}
    for month in [fact for fact in side.left if fact.kind == "month"]:
        near = published is None or (month.value - published.month) % 12 in {0, 1, 11}
        beside = (fact for fact in side.all if fact.kind == "day" and _are_beside(month, fact))
        if near and any(fact.value in days for fact in beside):
            side.left.remove(month)


_SEPARATED = 5
"""How far the month and the day of a date may be apart (code points): 28th of October."""


def _are_beside(month: Fact, day: Fact) -> bool:
    gap = max(day.span.start - month.span.end, month.span.start - day.span.end)
    return gap <= _SEPARATED


# shares

_CLOSE_TO = r"(?:about|around|nearly|almost|roughly|approximately|some|over|up to|more than|as much as|an estimated)"
_LESS = lazy_pattern(
    r"(?i)\b(?:cut|cutting|cuts|reduc\w+|fell|fall\w*|drop\w*|declin\w+|shr[aiu]nk\w*|slash\w*|lower\w*|down|decreas\w+"
    r"|lost|shed|trim\w*|plung\w+|slid|slipped|tumbl\w+)\b(?:[^.!?]{0,40}\bby)?(?:\s+" + _CLOSE_TO + r")?\s+$"
)
_THAN = lazy_pattern(
    r"(?i)\s*(?:off|less|fewer|lower|lighter|smaller|shorter|cheaper|thinner|slower|reduction|cut|discount|decrease"
    r"|drop|decline|fall)\b"
)
_LESS_IN_JAPANESE = lazy_pattern(
    "(?:ほど|程度|近く|以上|弱|強|も|の)?(?:減|引|安|少な|軽|オフ|OFF|低|短|小さ|薄|下落|下が|低下|落と|削|カット|値下|割引|縮)"
)
_NEAR = Fraction(4, 100)
"""A third is 3割 and two-thirds are 7割, but three-quarters are not 8割."""


def _shares(english: Side, japanese: Side) -> None:
    """Take out a third and 3割; a third less and 3分の2; 80 percent off and 2割."""

    def same(one: Fact, other: Fact) -> bool:
        if not (one.kind in _SHARES and other.kind in _SHARES):
            return False
        first, second = _share(one), _share(other)
        near = _NEAR if one.kind != other.kind and (second if other.kind == "percent" else first) * 10 % 1 == 0 else 0
        less = stands_after(_LESS, english, one, 70) or stands_before(_THAN, english, one)
        if less != stands_before(_LESS_IN_JAPANESE, japanese, other):
            return abs(first + second - 1) <= near
        return one.kind != other.kind and abs(first - second) <= near

    take(english, japanese, same)


_SHARES = frozenset({"fraction", "percent"})


def _share(fact: Fact) -> Fraction:
    return Fraction(fact.value) / (100 if fact.kind == "percent" else 1)


# temperatures

_DEGREES = lazy_pattern(r"(?i)\s?degrees?\b")
_BELOW = lazy_pattern(
    r"(?i)(?:\s?degrees?(?: fahrenheit| f)?)? below"
    r"(?: zero\b|(?=\s*(?:[.,;!?]|$|(?:are|is|was|were|in|at|on|by|and)\b)))"
)
_MINUS = lazy_pattern(r"(?i)(?:\bminus|\bnegative|(?<!\w)[-−–])\s?$")
_STEP = lazy_pattern(
    r"(?i)(?:\s?degrees?(?: fahrenheit| f)?)? (?:above|below|higher|lower|warmer|cooler|colder|hotter)\b(?! zero)"
)
_BY = lazy_pattern(r"(?i)\b(?:by|rose|fell|dropped|risen|warmed|cooled)(?: about| around| nearly| some)? $")
_WEATHER = lazy_pattern(
    r"(?i)\b(?:highs?|lows?|temperatures?|thermometers?|mercury|heat index|readings?)\b[^.;\d]{0,24}$"
)
_DO = lazy_pattern("[度℃]")
_BELOW_IN_JAPANESE = lazy_pattern("(?:氷点下|零下|マイナス|[-−])$")
_OVEN = 100
"""From here on, degrees Celsius are rounded to the marks of an oven."""


def _temperatures(english: Side, japanese: Side) -> None:
    """Take out 14 degrees Fahrenheit and 氷点下10度; an oven of 350 degrees and one of 175度."""

    def same(one: Fact, other: Fact) -> bool:
        if one.kind == "decade" and one.unit == "2" and _behind_degrees(japanese, other):
            return _in_tens(one, other)
        bare = one.kind == "number" and not one.base and stands_after(_WEATHER, english, one, 40)
        told = one.kind == "number" and stands_before(_DEGREES, english, one)
        cold = stands_after(_MINUS, english, one, 9) or stands_before(_BELOW, english, one)
        bare = bare or (one.kind == "number" and not one.base and cold)
        if one.unit != "fahrenheit" and not told and not (bare and _behind_degrees(japanese, other)):
            return False
        if not _behind_degrees(japanese, other):
            return False
        below = stands_after(_BELOW_IN_JAPANESE, japanese, other, 4) and other.value > 0
        celsius = Fraction(-other.value if below else other.value)
        step = stands_before(_STEP, english, one) and not stands_before(_BELOW, english, one)
        if step or stands_after(_BY, english, one, 20):
            return abs(Fraction(one.value) * 5 / 9 - abs(celsius)) <= 1
        colder = cold and one.value > 0
        exact = (Fraction(-one.value if colder else one.value) - 32) * 5 / 9
        return abs(exact - celsius) <= (5 if exact >= _OVEN else Fraction(6, 5))

    take(english, japanese, same)


def _behind_degrees(japanese: Side, fact: Fact) -> bool:
    return fact.unit == "celsius" or (fact.kind == "number" and stands_before(_DO, japanese, fact))


def _in_tens(tens: Fact, celsius: Fact) -> bool:
    """Whether so many degrees Celsius are in the 80s Fahrenheit, or in the 30s as they are."""
    if tens.value <= celsius.value < tens.value + 10:
        return True
    fahrenheit = Fraction(celsius.value) * 9 / 5 + 32
    return tens.value - 2 <= fahrenheit <= tens.value + 12


# measures of the kitchen and of old

_SPOON = lazy_pattern(
    r"(?i)(?:\s+\d/\d\b|\s+(?:of )?an?\b)?[\s-]*(?:(?:heaping|level|rounded|scant|packed|generous)\s+)?"
    r"(?:cups?|tablespoons?|teaspoons?|tbsps?|tsps?|sticks?|pints?|quarts?)\b"
)
_SPOON_OR_PART = lazy_pattern(r"(?i)(?:\s+(?:\d/\d|and a half))?\s+(?:U\.?S\.?\s+)?(?:cups?|quarts?|pints?)\b")
_SPOONS = lazy_pattern(r"(?i)\b(?:cup|tablespoon|teaspoon|tbsp|tsp|stick|pint|quart)s?\b(?! final)")
_SPOON_IN_JAPANESE = lazy_pattern("(?:カップ|大さじ|小さじ)$")
_SPOON_IN_JAPANESE_TEXT = lazy_pattern("カップ|大さじ|小さじ")
_CUP_IN_JAPANESE = lazy_pattern("カップ|合(?!計)|CC|cc|ｃｃ|シーシー")
_OLD = frozenset({"jo", "go", "sho", "to", "koku", "kan", "momme", "kin", "shaku", "sun", "ri", "tan", "cho", "tsubo"})
_COOKED = frozenset({"g", "L"})


def _kitchen(english: Side, japanese: Side) -> None:
    """Take out cups and spoons where the other side weighs or measures, and measures of old where it does not."""
    take(english, japanese, lambda one, other: other.unit in _OLD and bool(one.base) and one.base != other.base)
    spoons = [fact for fact in english.left if stands_before(_SPOON, english, fact)]
    count = len(_SPOONS.findall(english.text))
    count -= len(_SPOON_IN_JAPANESE_TEXT.findall(japanese.text))
    if count > 0:
        amounts = [
            fact for fact in japanese.left if fact.base in _COOKED or stands_before(_CUP_IN_JAPANESE, japanese, fact)
        ]
        drop(english, spoons if amounts else [])
        drop(japanese, amounts[:count])
    spoons = [fact for fact in japanese.left if stands_after(_SPOON_IN_JAPANESE, japanese, fact, 4)]
    amounts = [fact for fact in english.left if fact.base in _COOKED]
    if spoons and amounts:
        drop(japanese, spoons)
        drop(english, amounts[: len(spoons)])
    if any(fact.unit in _OLD for fact in japanese.all):  # 3合, 450 grams (about 2 1/4 cups)
        drop(english, [fact for fact in english.left if stands_before(_SPOON_OR_PART, english, fact)])


# sums

_SUM = lazy_pattern(r"(?i)(?:計|合わせて|総勢|男女|親子|夫婦ら)\s?$|\btotal(?:ing)?(?: of)? $|\ball (?:of |the )?$")
_OF_ALL = lazy_pattern(
    r"(?i)人?(?:が重軽傷|が死傷|の死傷|のうち|の男女)| (?:dead or injured|casualties|in all|altogether|in total"
    r"|combined|(?:people|men|women|passengers|residents|students)(?: were (?:hurt|injured|killed))?,?"
    r" \w+ of (?:them|whom)"
    r"|people were (?:hurt|injured))\b"
)
_OTHERS = lazy_pattern(r"(?i)\s+(?:others?|more|additional|further)\b")
_MOST_SUMMANDS = 4


def _sums(english: Side, japanese: Side) -> None:
    """Take out 男女6人 and its parts, four men and two women."""
    for whole, parts in ((english, japanese), (japanese, english)):
        for fact in [each for each in whole.left if each.kind == "number" and not each.base and each.value > 1]:
            left = [each for each in parts.left if each.kind == "number"]
            told = stands_after(_SUM, whole, fact, 14) or stands_before(_OF_ALL, whole, fact)
            if not told and not any(stands_before(_OTHERS, parts, each) for each in left):
                continue
            run = _summands(fact, [each for each in parts.all if each.kind == "number" and not each.base])
            if run and all(each in run for each in left):
                whole.left.remove(fact)
                drop(parts, left)


_FAMILY = lazy_pattern(r"(?:父子|母子|親子|夫婦|夫妻|兄弟|姉妹|一家|家族)ら?$")


def _families(english: Side, japanese: Side) -> None:
    """Take out 父子3人 and a father with his two sons."""

    def same(one: Fact, other: Fact) -> bool:
        if one.kind != "number" or other.kind != "number" or one.base or other.base:
            return False
        return 1 <= other.value - one.value <= 2 and stands_after(_FAMILY, japanese, other, 4)  # noqa: PLR2004 (parents)

    take(english, japanese, same)


def _summands(whole: Fact, numbers: list[Fact]) -> list[Fact]:
    """Return neighbouring numbers that make up a whole."""
    for count in range(2, _MOST_SUMMANDS + 1):
        for start in range(len(numbers) - count + 1):
            run = numbers[start : start + count]
            if sum(fact.value for fact in run) == whole.value:
                return run
    return []


_RULES = (
    _shares,
    _temperatures,
    _kitchen,
    without_durations,
    without_scales,
    without_scorelines,
    _sums,
    _families,
    without_periods,
    without_named_days,
    without_reckoned_years,
    without_glosses,
    without_zones,
    without_sayings,
    without_reckoning,
)
"""The surest first; reckoning explains what nothing else does."""
