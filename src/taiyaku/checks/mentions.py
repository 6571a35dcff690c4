"""Which names and terms of the termbase a pair has on either side."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.checks.bitext import Identity
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

        Of several entries with one form (two people of one name), one is enough. The family name inside of another
        person's name mentions that person only.
        """
        full = [item.span for item in self.within if item.entry.kind == "person" and not item.family]
        allowed = {
            item.entry.id or id(item.entry)
            for item in self.within
            if item.term.allowed and not (item.family and any(_is_inside(item.span, span) for span in full))
        }
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


def _is_inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def mentions(bitext: Bitext) -> Iterator[Mentions]:
    """Return the pairs that have a translation and mention anything; none without a termbase."""
    return iter(_mentions(Identity(bitext)))


@lru_cache(maxsize=1)
def _mentions(key: Identity) -> tuple[Mentions, ...]:
    """Return them all; the last bitext's are kept, since all checks of names and terms ask for the same."""
    termbase = key.bitext.termbase
    return tuple(_each(key.bitext, termbase)) if termbase else ()


def _each(bitext: Bitext, termbase: Termbase) -> Iterator[Mentions]:
    for index, pair in translated(bitext):
        within, source_within = _nested(pair.target, termbase), _nested(pair.source, termbase)
        if within or source_within:
            source, target = tuple(longest_first(source_within)), tuple(longest_first(within))
            yield Mentions(index, pair, source, target, within, source_within)


def _nested(passage: Passage, termbase: Termbase) -> tuple[Occurrence, ...]:
    return tuple(termbase.nested(passage.masked, passage.language, passage.tokens))
