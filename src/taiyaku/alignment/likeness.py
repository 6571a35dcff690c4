"""How well passages go together by their words alone, in whatever order they stand."""

from __future__ import annotations

import math
from collections import Counter
from functools import reduce
from typing import TYPE_CHECKING

from taiyaku.span import Span
from taiyaku.text.affinity import Features, compared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.alignment.evidence import Evidence
    from taiyaku.alignment.units import Unit

_UNLIKE = -2.0
"""Logarithm of the odds below which two texts hardly go together."""
_ADDED = 8.0
"""Each of joined passages, or of those that one was split into, must make a pair likelier by so much."""
_BETTER = 1.0
"""By so much, on either side, another passage must go together better to be a rival."""


class Likeness:
    """The odds of passages by lengths, numbers, names, words and addresses; places and kinds do not count.

    Thresholds were chosen on eleven of the posts with paragraphs of one another put in each other's place.
    """

    def __init__(self, evidence: Evidence) -> None:
        self.evidence, self.sides = evidence, (evidence.source, evidence.target)
        features = [[Features.of(unit.text) for unit in side] for side in self.sides]
        counts = [Counter(key for one in side for key in one.keys) for side in features]
        items = max(map(len, self.sides), default=0)
        both = counts[0].keys() & counts[1].keys()
        self.rarity = {key: math.log(1 + items / max(counts[0][key], counts[1][key])) for key in both}
        self.features = tuple([one.within(frozenset(both)) for one in side] for side in features)
        self.kinds = tuple([_kind(unit) for unit in side] for side in self.sides)
        self.single: dict[tuple[int, int], float] = {}

    def odds(self, source: Span, target: Span) -> float:
        """Return the logarithm of the odds that the words of some targets translate those of some sources."""
        ours, theirs = (
            reduce(Features.and_then, side[slice(*span)])
            for side, span in zip(self.features, (source, target), strict=True)
        )
        return compared(ours, theirs, self.rarity).total + self.evidence.texts(source, target)

    def unlike(self, source: Span, target: Span) -> bool:
        """Whether texts hardly go together; of joined or split passages, whether some add nothing."""
        odds = self.odds(source, target)
        parts = [(part, target) for part in _shorter(source)] + [(source, part) for part in _shorter(target)]
        return odds < _UNLIKE or any(self.odds(*part) + _ADDED > odds for part in parts)

    def has_rivals(self, source: Span, target: Span) -> bool:
        """Whether both passages of a pair go together better with others of their kind, wherever these stand."""
        if source.end - source.start > 1 or target.end - target.start > 1:
            return False
        i, j = source.start, target.start
        least = self.of(i, j) + _BETTER
        kinds, others = self.kinds
        return any(k != j and others[k] == others[j] and self.of(i, k) > least for k in range(len(others))) and any(
            k != i and kinds[k] == kinds[i] and self.of(k, j) > least for k in range(len(kinds))
        )

    def of(self, i: int, j: int) -> float:
        """Return the same as `odds` of one passage on each side."""
        if (i, j) not in self.single:
            self.single[i, j] = self.odds(Span(i, i + 1), Span(j, j + 1))
        return self.single[i, j]


def _kind(unit: Unit) -> tuple[str, str, str]:
    return unit.role, unit.place, unit.rank


def _shorter(span: Span) -> Sequence[Span]:
    """The spans without their first or last item, if there is more than one."""
    if span.end - span.start == 1:
        return ()
    return Span(span.start + 1, span.end), Span(span.start, span.end - 1)
