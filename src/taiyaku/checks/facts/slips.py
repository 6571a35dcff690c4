"""Whether a number may have become another one by a slip of the translator, or is rather told in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.facts.matching import is_power

if TYPE_CHECKING:
    from taiyaku.text.facts import Fact

_COUNTED = {"money": "money", "percent": "share", "fraction": "share", "time": "time"}
"""Kinds that say what they count; bare numbers, ages and ordinals may count anything."""


def is_slip(one: Fact, other: Fact) -> bool:
    """Whether one fact may have become the other by a slip.

    Who slips keeps what is counted (hours, yen, a share), or else the digits. What is another number of something else
    is rather told in another way: 120年, and 1903.
    """
    if dimension(one) == dimension(other):
        return True
    if one.value == other.value or is_power(one, other):
        return True
    ours, theirs = _digits(one), _digits(other)
    if len(ours) != len(theirs) or len(ours) == 1:
        return False
    return sorted(ours) == sorted(theirs) or sum(a != b for a, b in zip(ours, theirs, strict=True)) == 1


def dimension(fact: Fact) -> str:
    """Return what a fact counts: the dimension of its unit, or its kind; nothing for bare numbers."""
    return fact.base or _COUNTED.get(fact.kind, "")


def _digits(fact: Fact) -> str:
    return f"{float(fact.value):.10g}".replace(".", "").strip("0")
