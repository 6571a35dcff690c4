"""Which messages that vanished a new one comes from: changed, split, joined, or with a sentence of another."""

from __future__ import annotations

from collections import defaultdict
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.text.numbers import without_numbers
from taiyaku.text.sentences import sentences
from taiyaku.text.similarity import SimilarTexts
from taiyaku.text.style import unstyled
from taiyaku.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIMILAR = 0.45
"""From this similarity on, a new text is taken for a changed version of a vanished one."""
ALIKE = 0.6
"""From this similarity on, a new text is taken for a changed copy of one that is still there."""
SIMILAR_SENTENCE = 0.55
"""From this similarity on, a sentence in one text is taken for one that stood in quite another."""
_NEAREST = 8  # so many texts with other numbers are looked at
TELLING = 14
"""Columns; shorter sentences (“Yes.”, 「はい。」) may stand anywhere by chance."""


class Sentence(NamedTuple):
    """A sentence: the number of its text, its words, and the same without what is style."""

    owner: int
    text: str
    key: str


class Origins(NamedTuple):
    """For each new text the numbers of the old ones that it comes from, the main one first.

    `sentences` are those of each new text, as `unstyled` gives them.
    """

    of: tuple[tuple[int, ...], ...]
    sentences: tuple[frozenset[str], ...]


def find_origins(new: Sequence[str], old: Sequence[str], language: str, *, alike: bool = False) -> Origins:
    """Return which of the `old` texts the `new` ones come from.

    Whole texts are paired first, the most similar first and each once; those that differ in numbers alone are as
    similar as can be. Then sentences that stand word for word, or nearly so, in an old text that is not yet among the
    origins add it to them; a text of short sentences only needs a neighbour that comes from there as well. With `alike`
    whole texts alone are paired, and have to be more similar.
    """
    new_sentences = list(_sentences(new, language))
    keys: list[set[str]] = [set() for _ in new]
    for sentence in new_sentences:
        keys[sentence.owner].add(sentence.key)
    mains = _whole(new, old, ALIKE if alike else SIMILAR)
    old_sentences = () if alike else list(_sentences(old, language))
    weights = _by_sentence(len(new), new_sentences, old_sentences, mains)
    found = []
    for number in range(len(new)):
        weight = weights[number]
        main = mains.get(number)
        others = sorted((other for other in weight if other != main), key=lambda other: (-weight[other], other))
        found.append((*(() if main is None else (main,)), *others))
    return Origins(tuple(found), tuple(frozenset(own) for own in keys))


def _sentences(texts: Sequence[str], language: str) -> Iterable[Sentence]:
    for owner, text in enumerate(texts):
        for span in sentences(text, language):
            part = span.of(text)
            yield Sentence(owner, part, unstyled(part))


def _whole(new: Sequence[str], old: Sequence[str], minimum: float) -> dict[int, int]:
    """Pair whole texts, best pairs first, of equals those nearest to their place."""
    index = SimilarTexts(old)
    skeletons: defaultdict[str, list[int]] = defaultdict(list)
    for other, text in enumerate(old):
        skeletons[without_numbers(text)].append(other)
    pairs = [
        (-score, abs(number - other), number, other)
        for number, text in enumerate(new)
        for score, other in index.ranked(text, minimum)
    ]
    for number, text in enumerate(new):
        skeleton = without_numbers(text)
        if any(map(str.isalpha, skeleton)):
            near = nsmallest(_NEAREST, skeletons.get(skeleton, ()), key=lambda other, at=number: abs(at - other))
            pairs += [(-1.0, abs(number - other), number, other) for other in near]
    mains: dict[int, int] = {}
    used: set[int] = set()
    for _, _, number, other in sorted(pairs):
        if number not in mains and other not in used:
            mains[number] = other
            used.add(other)
    return mains


def _by_sentence(
    count: int, new: Sequence[Sentence], old: Sequence[Sentence], mains: dict[int, int]
) -> list[dict[int, int]]:
    """Return for each new text how many columns of it stand in which old ones."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(old):
        places[sentence.key].append(number)
    weights: list[dict[int, int]] = [defaultdict(int) for _ in range(count)]
    short: list[dict[int, int]] = [defaultdict(int) for _ in range(count)]
    free = dict.fromkeys(range(len(old)))
    waiting = []
    for sentence in new:
        there = places.get(sentence.key, ())
        main = mains.get(sentence.owner)
        chosen = next((n for n in there if old[n].owner == main), next((n for n in there if n in free), None))
        if chosen is None and there:
            chosen = there[0]
        if chosen is None:
            waiting.append(sentence)
            continue
        free.pop(chosen, None)
        found = weights if width(sentence.text) >= TELLING else short
        found[sentence.owner][old[chosen].owner] += width(sentence.text)
    _add_similar(waiting, [old[number] for number in free], weights, mains)
    _add_short(short, weights, mains)
    return weights


def _add_short(short: Sequence[dict[int, int]], weights: Sequence[dict[int, int]], mains: dict[int, int]) -> None:
    """Give texts that nothing explains those with their short sentences, where a neighbour comes from these too."""
    known = [{*weight, *([mains[number]] if number in mains else ())} for number, weight in enumerate(weights)]
    for number, found in enumerate(short):
        near = {other for at in (number - 1, number + 1) if 0 <= at < len(known) for other in known[at]}
        if not known[number]:
            weights[number].update({other: weight for other, weight in found.items() if other in near})


def _add_similar(
    new: Sequence[Sentence], old: Sequence[Sentence], weights: list[dict[int, int]], mains: dict[int, int]
) -> None:
    """Add the sentences that were edited as well as moved: those that their own text's origin does not explain."""
    index = SimilarTexts(sentence.text for sentence in old)
    pairs = [
        (-score, number, other)
        for number, sentence in enumerate(new)
        if width(sentence.text) >= TELLING
        for score, other in index.ranked(sentence.text, SIMILAR_SENTENCE)
    ]
    taken: set[int] = set()
    done: set[int] = set()
    for score, number, other in sorted(
        pairs, key=lambda pair: (old[pair[2]].owner != mains.get(new[pair[1]].owner), pair)
    ):
        if number not in done and other not in taken:
            done.add(number)
            taken.add(other)
            owner = new[number].owner
            weights[owner][old[other].owner] += int(-score * width(new[number].text))
