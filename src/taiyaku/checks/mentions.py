"""Which names and terms of the termbase a pair has on either side."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.translated import translated
from taiyaku.termbase.occurrences import longest_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.passage import Passage
    from taiyaku.span import Span
    from taiyaku.termbase.concept import ConceptEntry
    from taiyaku.termbase.occurrences import Occurrence
    from taiyaku.termbase.termbase import Termbase


class Mentions(NamedTuple):
    """A pair and its number in the bitext, with what it mentions.

    In `source` and `target` the longest names win; `within` and `source_within` have all.
    """

    number: int
    pair: Pair
    source: tuple[Occurrence, ...]
    target: tuple[Occurrence, ...]
    within: tuple[Occurrence, ...]
    source_within: tuple[Occurrence, ...] = ()

    def unsatisfied(self) -> list[Occurrence]:
        """Return the first mention in the source of each entry that the target does not mention in an allowed form.

        Of several entries with one form (two people of one name), one is enough.
        """
        allowed = {item.entry.id or id(item.entry) for item in self.within if item.term.allowed}
        met = {item.span for item in self.source if (item.entry.id or id(item.entry)) in allowed}
        left: dict[int, Occurrence] = {}
        for item in sorted(self.source, key=lambda item: item.family):
            if item.span not in met and (item.entry.id or id(item.entry)) not in allowed:
                left.setdefault(id(item.entry), item)
        return list(left.values())

    def mentions(self, entry: ConceptEntry) -> bool:
        """Whether the source mentions an entry."""
        return any(item.entry is entry for item in self.source)

    def mentions_within(self, entry: ConceptEntry, span: Span) -> bool:
        """Whether the source mentions an entry or another of those at a span of the target, inside of names too."""
        here = {id(item.entry) for item in self.within if item.span == span} | {id(entry)}
        return any(id(item.entry) in here for item in self.source_within)


def mentions(bitext: Bitext) -> Iterator[Mentions]:
    """Yield the pairs that have a translation and mention anything; none without a termbase."""
    termbase = bitext.termbase
    if termbase is None or not termbase:
        return
    for index, pair in translated(bitext):
        source = longest(pair.source, termbase)
        target = longest(pair.target, termbase)
        if source or target:
            yield Mentions(index, pair, source, target, nested(pair.target, termbase), nested(pair.source, termbase))


@lru_cache(maxsize=8192)
def nested(passage: Passage, termbase: Termbase) -> tuple[Occurrence, ...]:
    """Return all names and terms of a passage, overlapping ones too."""
    return tuple(termbase.nested(passage.masked, passage.language, passage.tokens))


@lru_cache(maxsize=8192)
def longest(passage: Passage, termbase: Termbase) -> tuple[Occurrence, ...]:
    """Return the names and terms of a passage, the longest where they overlap."""
    return tuple(longest_first(nested(passage, termbase)))
