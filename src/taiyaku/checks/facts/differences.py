"""What the two languages of an article state differently: one comparison, of which every check takes its part."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.bitext import Identity
from taiyaku.checks.facts.matching import Comparison, Leftovers, match, settle, take
from taiyaku.checks.facts.rules import is_same
from taiyaku.checks.facts.wording import explained
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.passage import Passage
    from taiyaku.text.facts import Fact, Kind


class Difference(NamedTuple):
    """A fact of one side that the other side states otherwise, or not at all (None); `check` is whose it is."""

    pair: int
    check: str
    source: Fact | None
    target: Fact | None


def differences(bitext: Bitext) -> tuple[Difference, ...]:
    """Return what differs, pair by pair. The last bitext's answer is kept, since many checks ask for the same."""
    return _differences(Identity(bitext))


@lru_cache(maxsize=1)
def _differences(key: Identity) -> tuple[Difference, ...]:
    bitext = key.bitext
    found: list[Difference] = []
    compared = settled([(pair.source, pair.target) for pair in bitext.pairs], bitext.date)
    for number, comparison in enumerate(compared):
        found.extend(Difference(number, check_of(one, other), one, other) for one, other in comparison.changed)
        found.extend(Difference(number, "number-missing", fact, None) for fact in comparison.missing)
        found.extend(Difference(number, "number-added", None, fact) for fact in comparison.added)
    return tuple(found)


def settled(sides: Sequence[tuple[Passage, Passage]], published: date | None) -> list[Comparison]:
    """Compare passages in reading order. A fact that moved to the neighbouring or joined passage is no fault."""
    left = [_open(source, target, published) for source, target in sides]
    before = 0  # the passage before, or the one that those between are joined to
    for number in range(1, len(left)):
        if (left[before].source and left[number].target) or (left[before].target and left[number].source):
            left[before], left[number] = _moved(left[before], left[number])
        if _is_translated(sides[number][1]):
            before = number
    return [
        settle(explained(leftovers, source, target, published))
        if (leftovers.source or leftovers.target) and _is_translated(target)
        else _NOTHING
        for leftovers, (source, target) in zip(left, sides, strict=True)
    ]


_NOTHING = Comparison((), (), ())


def _is_translated(target: Passage) -> bool:
    """Whether there is a translation at all: one left out or joined to its neighbour is only a comment."""
    return bool(target.masked.strip())


def _open(source: Passage, target: Passage, published: date | None) -> Leftovers:
    if source.text == target.text:
        return Leftovers((), (), (), ())
    left = match(source.facts, target.facts, published)
    if not left.source and not left.target:
        return left
    return left._replace(
        source=tuple(fact for fact in left.source if not _left_as_it_is(fact, source, target)),
        target=tuple(fact for fact in left.target if not _left_as_it_is(fact, target, source)),
    )


_LATIN = lazy_pattern("[A-Za-z]{2}")


def _left_as_it_is(fact: Fact, passage: Passage, other: Passage) -> bool:
    """Whether the other side has the very words: December 21 in a Japanese text, or a number as code (`5`)."""
    words = fact.span.of(passage.text)
    if words.isascii() and words.isdigit():
        number = re.compile(rf"(?<!\d){words}(?!\d)")
        return any(item.kind == "code" and number.search(item.text) for item in other.markup)
    if _LATIN.search(words) is None:
        return False
    return re.search(rf"(?<![A-Za-z]){re.escape(words)}(?![A-Za-z])", other.masked) is not None


def _moved(one: Leftovers, two: Leftovers) -> tuple[Leftovers, Leftovers]:
    """Take out what the source has in one passage and the translation in the next, or the other way round."""
    sources, targets = [list(one.source), list(two.source)], [list(one.target), list(two.target)]
    take(sources[0], targets[1], is_same)
    take(sources[1], targets[0], is_same)
    return (
        one._replace(source=tuple(sources[0]), target=tuple(targets[0])),
        two._replace(source=tuple(sources[1]), target=tuple(targets[1])),
    )


_DATES: frozenset[Kind] = frozenset({"year", "month", "day", "decade", "century"})
_LONG_DATES: frozenset[Kind] = frozenset({"year", "decade", "century"})
_OF_ONE_KIND: tuple[tuple[Kind, str], ...] = (
    ("weekday", "weekday-mismatch"),
    ("month", "date-mismatch"),
    ("time", "time-mismatch"),
    ("percent", "percent-mismatch"),
    ("fraction", "fraction-mismatch"),
    ("multiple", "multiple-mismatch"),
    ("age", "age-mismatch"),
)


def check_of(one: Fact, other: Fact) -> str:
    """Return the name of the check that a changed fact belongs to."""
    if one.kind == other.kind and one.unit != other.unit:
        if one.kind == "money":
            return "currency-mismatch"
        named = {one.unit, other.unit} <= {"kilo", "km", "kg"} and "kilo" in {one.unit, other.unit}
        if (one.kind == "measure" and not named) or (one.base and one.value == other.value):
            return "unit-mismatch"
    for kind, check in _OF_ONE_KIND:
        if kind in {one.kind, other.kind}:
            return check
    kinds = {one.kind, other.kind}
    if kinds <= _DATES or (kinds <= _DATES | {"number"} and kinds & _LONG_DATES):
        return "date-mismatch"
    if one.kind == other.kind == "ordinal":
        return "ordinal-mismatch"
    return "number-changed"
