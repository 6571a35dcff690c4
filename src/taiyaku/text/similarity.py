"""How much two texts have in common, and the most similar of many without comparing all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def grams(text: str) -> Counter[str]:
    """Return the pairs of neighbouring characters in `text` and how often each occurs. Case does not count."""
    text = f" {text.casefold()} "
    return Counter(text[i : i + 2] for i in range(len(text) - 1))


class SimilarTexts:
    """An index of texts by their pairs of characters, asked for those most similar to another.

    Similarity is Dice's coefficient of the two multisets of pairs: 1.0 for equal texts, 0.0 for nothing in common.
    It serves Japanese and English alike, since it needs no words.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._postings: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._sizes: list[int] = []
        for number, text in enumerate(texts):
            counted = grams(text)
            self._sizes.append(counted.total())
            for gram, count in counted.items():
                self._postings[gram].append((number, count))

    def ranked(self, text: str, minimum: float) -> list[tuple[float, int]]:
        """Return `(similarity, number)` of the texts that are at least so similar, best first."""
        counted = grams(text)
        size = counted.total()
        common: Counter[int] = Counter()
        for gram, count in counted.items():
            for number, other in self._postings.get(gram, ()):
                common[number] += min(count, other)
        scored = ((2 * shared / (size + self._sizes[number]), number) for number, shared in common.items())
        return sorted((pair for pair in scored if pair[0] >= minimum), key=lambda pair: (-pair[0], pair[1]))
