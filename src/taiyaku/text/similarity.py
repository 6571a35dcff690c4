"""How much two texts have in common, and the most similar of many without comparing all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_IDEOGRAPHIC = "\u2e80"
"""From here on, most characters say as much as three letters of an alphabet."""
_VISITS = 2000
_RESCORED = 24


def grams(text: str) -> frozenset[str]:
    """Return the runs of three neighbouring characters in `text`, of two where one is Japanese. Case does not count."""
    text = f" {text.casefold()} "
    if text.isascii():
        return frozenset(map("".join, zip(text, text[1:], text[2:], strict=False)) if len(text) > 2 else (text,))  # noqa: PLR2004
    return frozenset(
        text[i : i + 2] if text[i] >= _IDEOGRAPHIC or text[i + 1] >= _IDEOGRAPHIC else text[i : i + 3]
        for i in range(len(text) - 1)
    )


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """Return Dice's coefficient of two sets of grams: 1.0 for equal ones, 0.0 for nothing in common."""
    size = len(one) + len(other)
    return 2 * len(one & other) / size if size else 1.0


class SimilarTexts:
    """An index of texts by their grams, asked for those most similar to another.

    It serves Japanese and English alike, since it needs no words. The rarest grams of the question are looked up
    first: texts that are similar to a degree must share one of so many (prefix filtering: Chaudhuri, Ganti and
    Kaushik, "A primitive operator for similarity joins", 2006). Among very many texts the search ends earlier, once it
    has met enough of them, so that its time does not grow with their number; what it finds is then most likely, and
    not certainly, the best.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._grams = [grams(text) for text in texts]
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        for number, own in enumerate(self._grams):
            for gram in own:
                self._postings[gram].append(number)

    def ranked(self, text: str, minimum: float) -> list[tuple[float, int]]:
        """Return `(similarity, number)` of the texts that are at least so similar (above 0), best first."""
        wanted = grams(text)
        scored = [(similarity(wanted, self._grams[number]), number) for number in self._candidates(wanted, minimum)]
        return sorted((pair for pair in scored if pair[0] >= minimum), key=lambda pair: (-pair[0], pair[1]))

    def _candidates(self, wanted: frozenset[str], minimum: float) -> Iterable[int]:
        lists = sorted((self._postings[gram] for gram in wanted if gram in self._postings), key=len)
        # A text can be similar enough only with this many grams in common, so one of the others must be among them.
        needed = int(minimum / (2 - minimum) * len(wanted))
        visits = 0
        met: Counter[int] = Counter()
        for numbers in islice(lists, max(len(lists) - needed + 1, 0)):
            met.update(numbers)
            visits += len(numbers)
            if visits > _VISITS:
                break
        return met if len(met) <= _RESCORED else [number for number, _ in met.most_common(_RESCORED)]
