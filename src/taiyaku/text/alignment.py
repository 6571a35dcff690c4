"""Which items of a text (sentences, paragraphs) correspond to which of its translation.

Two lists of texts are aligned in order by dynamic programming over beads: one to one, one to two, one to none and so on
(Gale and Church, "A program for aligning sentences in bilingual corpora", 1993). A bead is likely if its sides have
affinity; how sure it is follows from all the other alignments that were possible.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.span import Span
from taiyaku.text.affinity import Affinity, Features, affinity, compared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["Affinity", "Bead", "affinity", "align"]

_PRIORS = {
    (1, 1): math.log(0.9),
    (1, 0): math.log(0.02),
    (0, 1): math.log(0.02),
    (1, 2): math.log(0.03),
    (2, 1): math.log(0.03),
    (2, 2): math.log(0.005),
    (1, 3): math.log(0.004),
    (3, 1): math.log(0.004),
}
"""How often a bead has so many items on either side."""
_LONGEST = 3
_BAND = 100
"""How many items an alignment may stray from the diagonal of a long text."""


class Bead(NamedTuple):
    """Items of one list and the items of the other that translate them.

    The spans are half-open ranges of indices into the two lists; one of them may be empty (`start == end`): nothing
    corresponds. `score` is the probability, 0 to 1, that exactly these items belong together.
    """

    source: Span
    target: Span
    score: float


def align(
    source: Sequence[str], target: Sequence[str], *, evidence: Callable[[Span, Span], float] | None = None
) -> tuple[Bead, ...]:
    """Return the beads of the likeliest alignment; together they cover both lists in order.

    `evidence(source, target)` may add what the caller knows besides the texts: it gets two non-empty ranges of indices
    and returns a natural logarithm of odds, above nothing for "these belong together", below for "they do not".
    """
    table = _table(source, target, evidence)
    end = len(source), len(target)
    before, after = _before(table), _after(table, end)
    beads: list[Bead] = []
    corner = end
    while corner != (0, 0):
        step = before[corner].best
        start = corner[0] - step.source, corner[1] - step.target
        sure = math.exp(before[start].total + step.weight + after[corner] - before[end].total)
        beads.append(Bead(Span(start[0], corner[0]), Span(start[1], corner[1]), min(1.0, sure)))
        corner = start
    return tuple(reversed(beads))


class _Step(NamedTuple):
    """A possible bead: how many items of either side, and the logarithm of its weight."""

    source: int
    target: int
    weight: float


class _Ways(NamedTuple):
    """All ways from the first corner of the table to another one."""

    peak: float
    """The logarithm of the weight of the best one."""
    total: float
    """The same of all together."""
    best: _Step
    """The last step of the best one."""


_Corner = tuple[int, int]
_Table = dict[_Corner, list[_Step]]


def _table(source: Sequence[str], target: Sequence[str], evidence: Callable[[Span, Span], float] | None) -> _Table:
    """Return the corners between items of both sides, in order, with the steps that lead to each."""
    ours, theirs = [Features.of(text) for text in source], [Features.of(text) for text in target]
    rarity = _rarity(ours, theirs)
    sources, targets = (_runs(side, frozenset(rarity)) for side in (ours, theirs))
    table: _Table = {}
    for corner in _corners(len(source), len(target)):
        table[corner] = steps = []
        for (rows, columns), prior in _PRIORS.items():
            start = corner[0] - rows, corner[1] - columns
            if start not in table:
                continue
            weight = prior
            if rows and columns:
                weight += compared(sources[rows][start[0]], targets[columns][start[1]], rarity).total
                if evidence:
                    weight += evidence(Span(start[0], corner[0]), Span(start[1], corner[1]))
            steps.append(_Step(rows, columns, weight))
    return table


def _corners(rows: int, columns: int) -> Iterator[_Corner]:
    """Give the corners of the table, row by row; in a large one only those around the diagonal."""
    for row in range(rows + 1):
        middle = row * columns // (rows or 1)
        band = max(_BAND, columns // (rows or 1) + 1)
        for column in range(max(0, middle - band), min(columns, middle + band) + 1):
            yield row, column


def _runs(single: list[Features], keys: frozenset[str]) -> list[list[Features]]:
    """Return, by size, the features of so many items in a row; of the keys only those that both sides have."""
    runs = [[], [features.within(keys) for features in single]]
    for size in range(2, _LONGEST + 1):
        runs.append([run.and_then(last) for run, last in zip(runs[-1], runs[1][size - 1 :], strict=False)])
    return runs


def _rarity(ours: list[Features], theirs: list[Features]) -> dict[str, float]:
    """Return what each shared anchor tells: the more items have it, the less."""
    first, second = (Counter(key for features in side for key in features.keys) for side in (ours, theirs))
    items = max(len(ours), len(theirs))
    return {key: math.log(1 + items / max(first[key], second[key])) for key in first.keys() & second.keys()}


def _before(table: _Table) -> dict[_Corner, _Ways]:
    """Return the ways from the start to each corner."""
    ways = {(0, 0): _Ways(0.0, 0.0, _Step(0, 0, 0.0))}
    for (row, column), steps in table.items():
        if steps:
            origins = [ways[row - step.source, column - step.target] for step in steps]
            peak, best = max((ways.peak + step.weight, step) for ways, step in zip(origins, steps, strict=True))
            total = _log_sum([ways.total + step.weight for ways, step in zip(origins, steps, strict=True)])
            ways[row, column] = _Ways(peak, total, best)
    return ways


def _after(table: _Table, end: _Corner) -> dict[_Corner, float]:
    """Return the logarithm of the weight of all ways from each corner to the end."""
    rest = {end: 0.0}
    for (row, column), steps in reversed(table.items()):
        here = rest.get((row, column))
        if here is None:
            continue
        for step in steps:
            start = row - step.source, column - step.target
            rest[start] = _log_sum([rest.get(start, -math.inf), here + step.weight])
    return rest


def _log_sum(values: list[float]) -> float:
    """Return the logarithm of the sum of the numbers whose logarithms these are."""
    highest = max(values)
    return highest + math.log(sum(math.exp(value - highest) for value in values))
