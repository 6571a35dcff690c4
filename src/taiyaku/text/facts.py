"""Facts: the numbers, dates, times and amounts that a text states, as values that two languages can be compared by."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from taiyaku.span import Span

Kind = Literal[
    "number",
    "ordinal",
    "year",
    "month",
    "day",
    "weekday",
    "time",
    "decade",
    "century",
    "percent",
    "fraction",
    "multiple",
    "money",
    "measure",
    "age",
    "code",
]
"""What a value counts. Years, ordinals, days and plain numbers are told apart only where both languages do."""

Value = int | Fraction


class Fact(NamedTuple):
    """A value that a text states, and where.

    `value` is exact: 1.2 billion is 1,200,000,000; a weekday counts from Monday as 0; a time is in minutes from
    midnight; a percentage is of 100; a code (PS5, 19.1.2) has only its spelling, as its `unit`. `span` is in code
    points.

    `unit` is a currency code for money, the unit's name for a measure or duration, "12" for a time without its half of
    the day, "2" for a year or decade of two digits, "relative" for a date counted from the article's (last year: -1),
    "score" for one side of a score, "word" for what a word says that is no numeral (decade), "idiom" for a code that
    may have been meant as a number. `soft` facts may be worded away by a good translator (one, first, both, half) and
    are never missed. What can be converted has its value `converted` to the `base` unit, and `step`, the worth of the
    last digit that was meant, there: it may have been rounded.
    """

    kind: Kind
    value: Value
    span: Span
    unit: str = ""
    soft: bool = False
    base: str = ""
    converted: Value = 0
    step: Value = 0


class Searched(Protocol):
    """A pattern, or what can be searched for like one."""

    def finditer(self, string: str, /) -> Iterator[re.Match[str]]:
        """Yield the matches in a text."""


class Finder(NamedTuple):
    """A pattern, and what its matches state: nothing, if the match turns out to be no fact.

    Without one of its `cues` in a text (words in lower case, or characters, as the language does it), or of what there
    must be `also`, a finder has nothing to look for there; with no cues it always looks.
    """

    pattern: Searched
    facts: Callable[[re.Match[str]], Iterable[Fact]]
    cues: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()


class FinderIndex:
    """Finders in their order, each of which is known by its cues."""

    def __init__(self, finders: Iterable[Finder]) -> None:
        self._finders = tuple(finders)
        self._always = sum(1 << place for place, finder in enumerate(self._finders) if not finder.cues)
        self._alone = sum(1 << place for place, finder in enumerate(self._finders) if not finder.also)
        self._by_cue = _bits(finder.cues for finder in self._finders)
        self._by_other = _bits(finder.also for finder in self._finders)

    def wanted(self, present: AbstractSet[str]) -> Iterator[Finder]:
        """Yield the finders that have something to look for in a text with these cues."""
        cued, also = self._always, self._alone
        for cue in self._by_cue.keys() & present:
            cued |= self._by_cue[cue]
        for cue in self._by_other.keys() & present:
            also |= self._by_other[cue]
        left = cued & also
        while left:
            lowest = left & -left
            yield self._finders[lowest.bit_length() - 1]
            left ^= lowest


def _bits(cues: Iterable[AbstractSet[str]]) -> dict[str, int]:
    """Return by cue who has it, as the bits of a number."""
    found: dict[str, int] = {}
    for place, those in enumerate(cues):
        for cue in those:
            found[cue] = found.get(cue, 0) | 1 << place
    return found


def find_facts(text: str, finders: FinderIndex, present: AbstractSet[str]) -> list[Fact]:
    """Return the facts of `text` in the order of the text. Earlier finders win: what they took is gone for later ones.

    `present` are the possible cues that the text has.
    """
    found: list[Fact] = []
    for pattern, facts_of, _, _ in finders.wanted(present):
        taken: list[tuple[int, int]] = []
        for match in pattern.finditer(text):
            facts = list(facts_of(match))
            if facts:
                found.extend(facts)
                taken.append(match.span())
        if taken:
            text = _blanked(text, taken)
    return sorted(found, key=_place)


def _blanked(text: str, taken: Iterable[tuple[int, int]]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end in taken:
        pieces += (text[position:start], BLANK * (end - start))
        position = end
    return "".join((*pieces, text[position:]))


def _place(fact: Fact) -> Span:
    return fact.span


NUMERAL_CUE = frozenset({"numeral"})
"""The cue of a text that has digits or words for numbers."""

BLANK = "\x00"
"""Stands where a fact was taken; no pattern of a finder matches it, and none reaches over it."""


LONGEST_NUMERAL = 40
"""Longer rows of digits are compared by their beginnings (code points)."""


def exact(value: Value) -> Value:
    """Return a whole number as int."""
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


def as_dialled(phone: str) -> str:
    """Return the digits of a telephone number as they are dialled inside the country: 0355500147."""
    digits = "".join(character for character in phone if character.isdigit())
    return f"0{digits[2:]}" if phone.startswith("+81") else digits


def one(kind: Kind, value: Value, span: Span, unit: str = "", *, soft: bool = False) -> Iterator[Fact]:
    """Yield a single fact, as most finders do."""
    yield Fact(kind, value, span, unit, soft)
