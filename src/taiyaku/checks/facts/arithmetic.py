"""Numbers that follow from the others: 450,000, up from 400,000, and 45万人, 5万人多い."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.facts.sides import Side
    from taiyaku.text.facts import Fact, Value

_COUNTED = frozenset({"number", "money", "measure", "age"})
_LEAST = 10
"""Between smaller numbers everything follows from everything."""


def without_reckoning(english: Side, japanese: Side) -> None:
    """Take out what is reckoned from a number that both sides tell: sums, differences, products, equal shares."""
    if english.left and japanese.left:
        known = _known(english, japanese)
        for one in list(english.left):
            for other in list(japanese.left):
                if _follows(one, other, known):
                    english.left.remove(one)
                    japanese.left.remove(other)
                    break
    for side, partner in ((english, japanese), (japanese, english)):
        if side.left and not any(_counts(fact) for fact in partner.left):
            times = {fact.value for fact in (*english.all, *japanese.all) if fact.kind == "multiple"}
            _without_shares(side, _known(english, japanese), times)
            _without_parts(side, (*english.all, *japanese.all), _known(english, japanese))


def _counts(fact: Fact) -> bool:
    return fact.kind in _COUNTED and fact.unit != "relative" and not fact.soft and fact.value > 1


def _known(english: Side, japanese: Side) -> dict[str, set[Value]]:
    """Return the numbers that both sides tell and that are answered, by what they count."""
    values = [
        {(_of(fact), fact.value) for fact in side.all if _counts(fact) and fact not in side.left}
        for side in (english, japanese)
    ]
    known: dict[str, set[Value]] = {}
    for kind, value in values[0] & values[1]:
        known.setdefault(kind, set()).add(value)
    return known


def _of(fact: Fact) -> str:
    """Return what a fact counts: the currency of money, the unit of a length, nothing for bare numbers and ages."""
    return fact.unit if fact.kind in {"money", "measure"} or fact.base else ""


def _follows(one: Fact, other: Fact, known: dict[str, set[Value]]) -> bool:
    """Whether one number is another with a known one added, taken off or, for so many times that, multiplied."""
    for times, product in ((one, other), (other, one)):
        if times.kind == "multiple" and _counts(product):
            return any(value * times.value == product.value for value in known.get(_of(product), ()))
    if not (_counts(one) and _counts(other)) or _of(one) != _of(other) or one.unit == other.unit == "score":
        return False
    if _is_slip(str(one.value), str(other.value)):
        return False
    return max(one.value, other.value) >= _LEAST and any(
        result == other.value for value in known.get(_of(one), ()) for result in _results(one.value, value)
    )


def _is_slip(one: str, other: str) -> bool:
    """Whether one digit was changed, or two changed places: that a sum comes of it is then by chance."""
    changed = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(one) == 1:
        return False
    return len(changed) == 1 or (len(changed) == 2 and changed[0] == changed[1][::-1])  # noqa: PLR2004 (exchanged)


def _results(one: Value, other: Value) -> Iterator[Value]:
    """Yield the sum and the difference."""
    yield one + other
    yield abs(Fraction(one) - other)


def _without_shares(side: Side, known: dict[str, set[Value]], times: set[Value]) -> None:
    """Take out 20 of 60 in three groups of 20; 6 of 15 votes of which 9 were for it; 60 after 30 doubled."""
    values = known.get("", set())
    for fact in [fact for fact in side.left if _counts(fact) and not _of(fact)]:
        large = fact.value >= _LEAST
        rest = any(value + fact.value in values for value in values if value + fact.value > _LEAST)
        shared = large and any(value * fact.value in values for value in values)
        shared = shared or (large and any(value * many == fact.value for value in values for many in times))
        if shared or (rest and (large or fact.unit == "score")):
            side.left.remove(fact)


def _without_parts(side: Side, facts: tuple[Fact, ...], known: dict[str, set[Value]]) -> None:
    """Take out 30億円 where both sides tell a third of 90億円."""
    parts = {fact.value for fact in facts if fact.kind == "fraction"}
    parts |= {Fraction(fact.value, 100) for fact in facts if fact.kind == "percent"}
    for fact in [fact for fact in side.left if _counts(fact) and fact.value >= _LEAST]:
        values = known.get(_of(fact), ())
        if any(value * part == fact.value for value in values for part in parts if part < 1):
            side.left.remove(fact)
