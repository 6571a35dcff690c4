"""The two languages of a pair with their leftover facts, and the words around a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

    from taiyaku.text.facts import Fact


class Side(NamedTuple):
    """One language's text, the facts of it that are left over, and all of them."""

    text: str
    left: list[Fact]
    all: tuple[Fact, ...]


def take(english: Side, japanese: Side, same: Callable[[Fact, Fact], bool]) -> None:
    """Take out of both what is the same, each fact once."""
    for fact in list(english.left):
        other = next((other for other in japanese.left if same(fact, other)), None)
        if other is not None:
            english.left.remove(fact)
            japanese.left.remove(other)


def drop(side: Side, facts: Iterable[Fact]) -> None:
    """Take facts out of one side."""
    for fact in list(facts):
        side.left.remove(fact)


def stands_after(pattern: re.Pattern[str], side: Side, fact: Fact, reach: int) -> bool:
    """Whether a fact stands after what a pattern ends with; it sees `reach` code points before the fact."""
    return pattern.search(side.text, max(0, fact.span.start - reach), fact.span.start) is not None


def stands_before(pattern: re.Pattern[str], side: Side, fact: Fact) -> bool:
    """Whether a fact stands right before a match."""
    return pattern.match(side.text, fact.span.end) is not None
