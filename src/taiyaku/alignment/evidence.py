"""What speaks for some segments being translated by others, besides lengths, numbers and names."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.alignment.clues import find_clues
from taiyaku.alignment.units import IMAGE_ROLES, Unit, has_structure
from taiyaku.article.document import BODY_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from taiyaku.span import Span

IMPOSSIBLE = -1000.0
_FAITH = 0.97
"""How often a translator keeps the role and the rank of a passage."""
_CHANGED = -1.0  # besides what follows from that
_OTHER_PLACE = -6.0  # another column, another footnote
_SAME_IMAGE, _OTHER_IMAGE = 5.0, -1.0
_OTHER_MARKER = -1.0
_SAME_CODE, _OTHER_CODE = 3.5, -2.5
_RAREST = 4.0  # no single address says more
_MISSING = -1.0
_SAME_SIGN, _OTHER_SIGN = 1.5, -0.7
_JOINED = -3.0  # rather is a paragraph missing than hidden in its neighbour, unless its own words say so


class Evidence:
    """What is known of two lists of units; calling it with a range of each gives the logarithm of the odds."""

    def __init__(self, source: Sequence[Unit], target: Sequence[Unit], *, english_first: bool) -> None:
        self.source, self.target = source, target
        texts = [unit.text for unit in source], [unit.text for unit in target]
        self.clues = find_clues(*texts, english_first=english_first)
        self.known: dict[tuple[int, Span], _Signs] = {}
        self.structured = has_structure(source) and has_structure(target)
        self.roles = _shares(unit.role for unit in target)
        self.ranks = _shares(unit.rank for unit in target if unit.role == "heading")
        self.rarity = _rarity([*source, *target])

    def __call__(self, source: Span, target: Span) -> float:
        """Return the logarithm of the odds that the targets, all of them and no other, translate the sources."""
        sources, targets = self.source[source.start : source.end], self.target[target.start : target.end]
        more = len(sources) + len(targets) - 2
        if more and not _may_join(sources, targets):
            return IMPOSSIBLE
        total = self.structure(sources[0], targets[0]) + self.texts(source, target)
        return total + _JOINED * more

    def structure(self, source: Unit, target: Unit) -> float:
        """What speaks for two units standing in the same place of their documents."""
        if not self.structured:
            return 0.0
        total = _kept(source.role, target.role, self.roles)
        if source.role == target.role:
            if source.role == "heading":
                total += _kept(source.rank, target.rank, self.ranks)
            if source.place != target.place:
                total += _OTHER_PLACE
            if source.role in IMAGE_ROLES:
                total += _SAME_IMAGE if source.rank == target.rank else _OTHER_IMAGE
        if source.marker != target.marker:
            total += _OTHER_MARKER
        return total + _around(source.before, target.before)

    def texts(self, source: Span, target: Span) -> float:
        """What speaks for texts with these words, addresses and signs being each other's translation."""
        ours, theirs = self.signs_of(0, source), self.signs_of(1, target)
        total = ours.alone + theirs.alone
        total += sum(self.clues.both[clue] - 2 * self.clues.alone[clue] for clue in ours.clues & theirs.clues)
        if ours.addresses or theirs.addresses:
            total += sum(self.rarity[address] for address in ours.addresses & theirs.addresses)
            total += _MISSING * min(len(ours.addresses ^ theirs.addresses), 3)
        return total + _sign(ours.opening, theirs.opening) + _sign(ours.end, theirs.end)

    def signs_of(self, side: int, span: Span) -> _Signs:
        """What the texts of some units of one side have, together."""
        key = (side, span)
        if key not in self.known:
            units = (self.source, self.target)[side][slice(*span)]
            clues = frozenset[str]().union(*(self.clues.source, self.clues.target)[side][slice(*span)])
            self.known[key] = _Signs(
                clues,
                sum(self.clues.alone[clue] for clue in clues),
                frozenset[str]().union(*(unit.marks.addresses for unit in units)),
                units[0].marks.opening,
                units[-1].marks.end,
            )
        return self.known[key]


class _Signs(NamedTuple):
    """What some texts have: their clues, with what these say if none stands on the other side, and their marks."""

    clues: frozenset[str]
    alone: float
    addresses: frozenset[str]
    opening: str
    end: str


def _sign(source: str, target: str) -> float:
    if source == target:
        return _SAME_SIGN if source else 0.0
    return _OTHER_SIGN


def _may_join(sources: Sequence[Unit], targets: Sequence[Unit]) -> bool:
    """Whether these can be one passage on one side: running text with nothing between that is no text."""
    if len(sources) > 1 and len(targets) > 1:
        return False
    if any(unit.role not in BODY_ROLES for unit in (*sources, *targets)):
        return False
    return all(not unit.before for unit in sources[1:]) and all(unit.plain_before for unit in targets[1:])


def _around(source: Counter[str], target: Counter[str]) -> float:
    """What the code and HTML before two units says: its likeness, as a share of its words."""
    if not source and not target:
        return 0.0
    likeness = 2 * (source & target).total() / (source.total() + target.total())
    return _OTHER_CODE + likeness * (_SAME_CODE - _OTHER_CODE)


def _shares(values: Iterable[str]) -> dict[str, float]:
    counts = Counter(values)
    return {value: count / counts.total() for value, count in counts.items()}


def _kept(source: str, target: str, shares: dict[str, float]) -> float:
    """The logarithm of the odds that a translation kept, or changed, a property that such a share of targets has."""
    share = min(max(shares.get(target, 0.0), 0.02), 0.98)
    if source == target:
        return math.log(_FAITH / share)
    return math.log((1 - _FAITH) / (1 - share)) + _CHANGED


def _rarity(units: Sequence[Unit]) -> dict[str, float]:
    """How much each address says: the rarer in both texts, the more."""
    counts = Counter(address for unit in units for address in unit.marks.addresses)
    return {address: min(_RAREST, math.log(1 + len(units) / (2 * count))) for address, count in counts.items()}
