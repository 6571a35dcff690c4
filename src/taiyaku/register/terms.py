"""Terms that come again and again, with their translations: what stands in the same pairs of texts far too often."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.japanese.katakana import ALIKE, likeness
from taiyaku.japanese.scripts import has_japanese
from taiyaku.register.compounds import compounds
from taiyaku.register.phrases import phrases
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taiyaku.checks.passage import Passage

_KATAKANA = lazy_pattern("[ァ-ヴー・]+")
FEWEST = 3
"""In so many pairs of texts a term stands with its translation at least."""

_DICE = 0.5
_LIKELIHOOD = 15.0
"""Of Dunning's log-likelihood ratio (1993): far beyond what chance makes of any pair."""

_LONGER = 0.85
"""A longer phrase is taken whose Dice coefficient is at least so much of the best."""

_ALONE = 2
"""In so many texts a term must stand without the longer one that it is a part of."""


class TermPair(NamedTuple):
    """A term and its translation: in how many texts each stands, and both; and how strongly they belong together."""

    english: str
    japanese: str
    counts: tuple[int, int]
    together: int
    dice: float
    likelihood: float
    first: int


@dataclass(slots=True)
class Occurrences:
    """In which pairs of texts, by their numbers, phrases and compounds stand; lengths are in words."""

    english: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    japanese: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    lengths: dict[str, int] = field(default_factory=dict)
    texts: int = 0

    def add(self, english: Passage, japanese: Passage) -> int:
        """Add a text and its translation, and return their number."""
        number, self.texts = self.texts, self.texts + 1
        for phrase in phrases(english):
            self.english[phrase.key].add(number)
            self.lengths[phrase.key] = phrase.words
        for compound in compounds(japanese):
            if not has_japanese(compound.text):
                continue
            self.japanese[compound.text].add(number)
            self.lengths[compound.text] = compound.words
        return number


def term_pairs(found: Occurrences) -> list[TermPair]:
    """Return the terms, the surest first. Of two that say the same, the longer one stays."""
    by_japanese = _candidates(found)
    best_english: dict[str, TermPair] = {}
    for pairs in by_japanese.values():
        for pair in pairs:
            other = best_english.get(pair.english)
            if other is None or _rank(pair, found) > _rank(other, found):
                best_english[pair.english] = pair
    chosen = []
    for pairs in by_japanese.values():
        top = max(pair.dice for pair in pairs)
        near = [pair for pair in pairs if pair.dice >= top * _LONGER]
        pair = max(near, key=lambda one: (found.lengths[one.english], one.dice))
        rival = best_english[pair.english]
        if rival is pair or (pair.japanese in rival.japanese and rival.japanese != pair.japanese):
            chosen.append(pair)
    chosen = [pair for pair in chosen if best_english[pair.english] is pair and _is_compound(pair, found)]
    kept = [pair for pair in chosen if not _is_only_part(pair, chosen)]
    return sorted(kept, key=lambda pair: (-pair.dice * math.log(1 + pair.together), pair.english))


def _rank(pair: TermPair, found: Occurrences) -> tuple[float, int]:
    return pair.dice + 0.02 * found.lengths[pair.japanese], pair.together


def _is_compound(pair: TermPair, found: Occurrences) -> bool:
    """Whether it is a compound in one language at least, and no part of one in the other: ends meet by sound."""
    english, japanese = found.lengths[pair.english], found.lengths[pair.japanese]
    if english == japanese:
        return english > 1
    if min(english, japanese) > 1:
        return True
    if _KATAKANA.fullmatch(pair.japanese):
        return likeness(pair.japanese, pair.english.replace(" ", "")) >= ALIKE
    return japanese > 1


def _is_only_part(pair: TermPair, pairs: Iterable[TermPair]) -> bool:
    """Whether it hardly ever stands but inside a longer pair."""
    return any(
        other is not pair
        and pair.japanese in other.japanese
        and (pair.english in other.english)
        and pair.together - other.together < _ALONE
        for other in pairs
    )


def _candidates(found: Occurrences) -> dict[str, list[TermPair]]:
    often = {phrase: numbers for phrase, numbers in found.english.items() if len(numbers) >= FEWEST}
    in_text: dict[int, list[str]] = defaultdict(list)
    for phrase, numbers in often.items():
        for number in numbers:
            in_text[number].append(phrase)
    candidates: dict[str, list[TermPair]] = {}
    for compound, numbers in found.japanese.items():
        if len(numbers) >= FEWEST:
            together = Counter(phrase for number in numbers for phrase in in_text[number])
            pairs = list(_strong(found, compound, together))
            if pairs:
                candidates[compound] = pairs
    return candidates


def _strong(found: Occurrences, compound: str, together: Counter[str]) -> Iterator[TermPair]:
    numbers = found.japanese[compound]
    for phrase, both in together.items():
        counts = len(found.english[phrase]), len(numbers)
        dice = 2 * both / sum(counts)
        if both < FEWEST or dice < _DICE:
            continue
        likelihood = log_likelihood(both, counts[0], counts[1], found.texts)
        if likelihood >= _LIKELIHOOD:
            first = min(numbers & found.english[phrase])
            yield TermPair(phrase, compound, counts, both, dice, likelihood, first)


def log_likelihood(both: int, first: int, second: int, total: int) -> float:
    """Return Dunning's log-likelihood ratio of two things that stand in so many of all texts, together and each."""
    cells = ((both, first - both), (second - both, total - first - second + both))
    rows, columns = [sum(row) for row in cells], [sum(column) for column in zip(*cells, strict=True)]
    return 2 * sum(
        count * math.log(count * total / (rows[y] * columns[x]))
        for y, row in enumerate(cells)
        for x, count in enumerate(row)
        if count > 0
    )
