"""Which sentences of a new text are, or were, which of the old ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.text.numbers import without_numbers
from taiyaku.text.similarity import grams, similarity
from taiyaku.text.style import unstyled

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

SIMILAR = 0.4
"""From this similarity on, a sentence is taken for an edited version of another; of those that have nothing to do with
each other, one pair in ten thousand is so similar."""
_BETWEEN = 0.2  # what is enough where the sentences before and after are the same
_CONTAINED = 0.6  # the part of a sentence that must be found in another to be taken for a piece of it


class Found(NamedTuple):
    """What a new sentence was: the numbers of the old units it comes from, in order; none if it is new.

    `whole` tells that it, and all else in its unit, is there word for word.
    """

    units: tuple[int, ...]
    whole: bool = False


def match_sentences(
    new: Sequence[str], units: Sequence[Sequence[str]], language: str, elsewhere: Container[str] = frozenset()
) -> list[Found]:
    """Return for each new sentence what it was among the old ones, which come in units that were translated together.

    Word for word first (style does not count), then the most similar first, each old one used once; then what stands
    between the same neighbours; at last the pieces of sentences that were cut or joined. `elsewhere` as for `rebuild`.
    """
    matcher = _Matcher(new, units, language, elsewhere)
    matcher.same()
    matcher.similar()
    matcher.between()
    matcher.pieces()
    return matcher.found()


class _Matcher:
    def __init__(
        self, new: Sequence[str], units: Sequence[Sequence[str]], language: str, elsewhere: Container[str]
    ) -> None:
        self.units = units
        self.unit_of = [number for number, texts in enumerate(units) for _ in texts]
        self.new, self.old = list(new), [text for texts in units for text in texts]
        self.new_keys, self.old_keys = ([unstyled(text) for text in side] for side in (self.new, self.old))
        self.was: list[list[int]] = [[] for _ in new]  # old sentences of each new one
        self.exact: set[int] = set()
        self.free = set(range(len(self.old)))
        self.language, self.elsewhere = language, elsewhere

    def same(self) -> None:
        places: dict[str, list[int]] = {}
        for j, key in enumerate(self.old_keys):
            places.setdefault(key, []).append(j)
        following = 0
        for i, key in enumerate(self.new_keys):
            if key not in places:
                continue
            unused = [j for j in places[key] if j in self.free] or places[key]
            j = following if following in unused else unused[0]
            self.take(i, j)
            self.exact.add(i)
            following = j + 1

    def take(self, i: int, j: int) -> None:
        self.was[i].append(j)
        self.free.discard(j)

    def similar(self) -> None:
        """Take the most similar pairs first; of equals, those nearest to their place."""
        waiting, gone = self.waiting(), self.available()
        if not waiting or not gone:
            return
        before = {j: (grams(self.old[j]), without_numbers(self.old_keys[j])) for j in gone}
        scored = []
        for i in waiting:
            own, skeleton = grams(self.new[i]), without_numbers(self.new_keys[i])
            for j, (other, old_skeleton) in before.items():
                score = 1.0 if skeleton == old_skeleton else similarity(own, other)
                scored.append((-score, abs(i - j), i, j))
        for score, _, i, j in sorted(scored):
            if -score >= SIMILAR and not self.was[i] and j in self.free:
                self.take(i, j)

    def waiting(self) -> list[int]:
        return [i for i, was in enumerate(self.was) if not was]

    def available(self) -> list[int]:
        return [j for j in sorted(self.free) if self.old_keys[j] not in self.elsewhere]

    def between(self) -> None:
        """Take the one that is left for the one that is left, where their neighbours are each other's."""
        free = set(self.available())
        alone = len(self.new) == 1 == len(self.units)
        for i in self.waiting():
            before = self.was[i - 1][-1] if i and self.was[i - 1] else None if i else -1
            last = i == len(self.new) - 1
            after = len(self.old) if last else self.was[i + 1][0] if self.was[i + 1] else None
            if before is None or after != before + 2 or before + 1 not in free:
                continue
            j = before + 1
            if alone or similarity(grams(self.new[i]), grams(self.old[j])) >= _BETWEEN:
                self.take(i, j)

    def pieces(self) -> None:
        """Find the rest of a sentence that was cut in two, and of two that were joined."""
        for i in self.waiting():
            for k in (i - 1, i + 1):
                if 0 <= k < len(self.new) and self.was[k] and k not in self.exact and not self.was[i]:
                    j = self.was[k][-1 if k < i else 0]
                    if _contained(self.new[i], self.old[j]):
                        self.was[i].append(j)
        for j in self.available():
            for i, was in enumerate(self.was):
                near = bool(was) and i not in self.exact and (was[0] == j + 1 or was[-1] == j - 1)
                if near and j in self.free and _contained(self.old[j], self.new[i]):
                    self.take(i, j)
                    was.sort()

    def found(self) -> list[Found]:
        present = {j for i in self.exact for j in self.was[i]}
        complete = [True] * len(self.units)
        for j, unit in enumerate(self.unit_of):
            complete[unit] = complete[unit] and j in present
        found = []
        for i, was in enumerate(self.was):
            units = tuple(dict.fromkeys(self.unit_of[j] for j in was))
            found.append(Found(units, i in self.exact and all(complete[unit] for unit in units)))
        return found


def _contained(piece: str, text: str) -> bool:
    own = grams(piece)
    return len(own & grams(text)) >= _CONTAINED * len(own)
