"""Two documents -> pairs: which segments of a translation made by hand translate which of the original."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from taiyaku.alignment.evidence import Evidence
from taiyaku.alignment.figures import contradiction
from taiyaku.alignment.language import UNTRANSLATED, language_fault
from taiyaku.alignment.likeness import Likeness
from taiyaku.alignment.marks import without_addresses
from taiyaku.alignment.units import units_of
from taiyaku.article.document import BODY_ROLES
from taiyaku.errors import Phrase
from taiyaku.span import Span
from taiyaku.text.alignment import affinity, align

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.alignment.units import Unit
    from taiyaku.article.document import Document

SURE, SURE_OF_SEVERAL = 0.97, 0.99
"""Pairs with less trust are doubtful; those of joined or split passages must be surer."""
_WEAK = -3.0  # logarithm of the odds below which a pair is there for want of a better one only
_MOVED = 5.0  # logarithm of the odds from which on a passage is found out of its order
_EVEN = 0.5  # the trust in what was found out of order
_RELATED, _WELL_RELATED = 0.25, 0.5
"""Shares of the body that must pair surely for a translation to be one at all, and for anything to be sure."""
_JUDGED = 4  # passages that are too few to say that a file is the wrong one

UNCERTAIN = Phrase("another pairing is nearly as likely")
WEAK = Phrase("lengths, numbers and names hardly go together")
MOVED = Phrase("it stands in another place of the translation")
RIVALS = Phrase("other passages go together with both of them better")
STRANGE = Phrase("little else in the two texts goes together")
ROW = Phrase("numbers in the same row of the table contradict each other")


@dataclass(frozen=True, slots=True)
class Pair:
    """Segments of an original, and those that translate them, by their indexes in the two documents.

    One to one; or one original with several translations (split), or several with one (joined). `trust`, 0 to 1, is
    how likely exactly these belong together; `doubtful` that a person must look, and `reason` why; `contradictory` that
    this is for their numbers.
    """

    original: tuple[int, ...]
    translation: tuple[int, ...]
    trust: float
    reason: Phrase | None = None
    contradictory: bool = False

    @property
    def doubtful(self) -> bool:
        """Whether a person must look at it."""
        return self.reason is not None

    @property
    def untranslated(self) -> bool:
        """Whether the translation has the very words of the original, and they are prose."""
        return self.reason is UNTRANSLATED


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs in the order of the original, and the segments without a partner on the other side.

    `unrelated` says that next to nothing pairs surely: one is hardly the translation of the other.
    """

    pairs: tuple[Pair, ...]
    left_out: tuple[int, ...]
    additions: tuple[int, ...]
    unrelated: bool = False


def align_documents(original: Document, translation: Document) -> Alignment:
    """Return which segments of `translation` translate which of `original`.

    Texts of the front matter pair by their keys, footnotes by their labels, everything else in order, by what the two
    texts and the two structures say. A passage that was moved is found only where much speaks for it. What pairs for
    want of a better partner is doubtful.
    """
    pairs = [*_in_front_matter(original, translation), *_notes(original, translation)]
    ours, theirs = _rest(original, pairs, 0), _rest(translation, pairs, 1)
    bodies = list(_Bodies(original, translation, ours, theirs).pairs())
    fewest = min(len(ours), len(theirs))
    share = sum(pair.untranslated or not pair.doubtful for pair in bodies) / fewest if fewest else 1.0
    pairs = [_without_contradiction(original, translation, pair) for pair in (*pairs, *bodies)]
    pairs = list(_doubt_rows(original, pairs))
    if share < _WELL_RELATED:
        pairs = [pair if pair.doubtful else replace(pair, reason=STRANGE) for pair in pairs]
    pairs.sort(key=lambda pair: pair.original)
    left_out, additions = tuple(_rest(original, pairs, 0)), tuple(_rest(translation, pairs, 1))
    return Alignment(tuple(pairs), left_out, additions, share < _RELATED and fewest >= _JUDGED)


def _without_contradiction(original: Document, translation: Document, pair: Pair) -> Pair:
    """The pair, doubtful if the numbers of its two sides contradict each other: of all reasons the plainest."""
    if pair.untranslated:
        return pair
    source = "\n".join(without_addresses(original.segments[index].text) for index in pair.original)
    target = "\n".join(without_addresses(translation.segments[index].text) for index in pair.translation)
    found = contradiction(source, target)
    if found is None:
        return pair
    ours, theirs = (", ".join(side) or "–" for side in found)
    reason = Phrase(
        "the numbers contradict each other: {original} against {translation}", original=ours, translation=theirs
    )
    return replace(pair, reason=reason, contradictory=True)


def _doubt_rows(original: Document, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the pairs; cells of a row in which numbers contradict each other are doubtful, too."""
    rows = {
        index: original.source.rfind("\n", 0, segment.span.start)
        for index, segment in enumerate(original.segments)
        if segment.role == "cell"
    }
    wrong = {rows[index] for pair in pairs if pair.contradictory for index in pair.original if index in rows}
    for pair in pairs:
        in_wrong_row = any(rows.get(index) in wrong for index in pair.original)
        yield replace(pair, reason=ROW) if in_wrong_row and not pair.doubtful else pair


def _rest(document: Document, pairs: Sequence[Pair], side: int) -> list[int]:
    """The indexes of the segments that are in none of the pairs."""
    taken = {index for pair in pairs for index in (pair.original, pair.translation)[side]}
    return [index for index in range(len(document.segments)) if index not in taken]


def _in_front_matter(original: Document, translation: Document) -> Iterator[Pair]:
    """Pair the texts of the front matter by their keys; a headline may stand in the text on one side."""
    ours, theirs = _by_key(original), _by_key(translation)
    for key, indexes in ours.items():
        for mine, other in zip(indexes, theirs.get(key, ()), strict=False):
            if min(original.segments[mine].span.start - original.body, _depth(translation, other)) < 0:
                yield Pair((mine,), (other,), 1.0, language_fault(original, translation, (mine,), (other,)))


def _depth(document: Document, index: int) -> int:
    return document.segments[index].span.start - document.body


def _by_key(document: Document) -> dict[str, list[int]]:
    keys: defaultdict[str, list[int]] = defaultdict(list)
    for index, segment in enumerate(document.segments):
        if _depth(document, index) < 0 or segment.role == "headline":
            keys[segment.role].append(index)
    return keys


def _notes(original: Document, translation: Document) -> Iterator[Pair]:
    """Pair footnotes by their labels, wherever they stand; of one with several paragraphs the first."""
    theirs = _by_label(translation)
    for label, mine in _by_label(original).items():
        if label in theirs:
            ours, others = (mine,), (theirs[label],)
            odds = affinity(original.segments[mine].text, translation.segments[theirs[label]].text).total
            fault = language_fault(original, translation, ours, others)
            yield Pair(ours, others, 1.0, fault or (WEAK if odds < _WEAK else None))


def _by_label(document: Document) -> dict[str, int]:
    notes = [index for index, segment in enumerate(document.segments) if segment.role == "footnote"]
    return {unit.place: index for index, unit in zip(notes, units_of(document, notes), strict=True) if unit.place}


class _Bodies:
    """The texts of two documents, without their front matter."""

    def __init__(self, original: Document, translation: Document, ours: Sequence[int], theirs: Sequence[int]) -> None:
        self.original, self.translation, self.ours, self.theirs = original, translation, ours, theirs
        self.source, self.target = units_of(original, ours), units_of(translation, theirs)
        english_first = original.locale.partition("-")[0] == "en"
        self.evidence = Evidence(self.source, self.target, english_first=english_first)
        self.likeness = Likeness(self.evidence)

    def pairs(self) -> Iterator[Pair]:
        texts = [unit.text for unit in self.source], [unit.text for unit in self.target]
        lonely: tuple[list[int], list[int]] = ([], [])
        for source, target, score in align(*texts, evidence=self.evidence):
            if source.start < source.end and target.start < target.end:
                yield self.pair(source, target, score)
            lonely[0].extend(range(*source) if target.start == target.end else ())
            lonely[1].extend(range(*target) if source.start == source.end else ())
        yield from self.moved(*lonely)

    def pair(self, source: Span, target: Span, score: float) -> Pair:
        ours, theirs = tuple(self.ours[slice(*source)]), tuple(self.theirs[slice(*target)])
        reason = language_fault(self.original, self.translation, ours, theirs)
        one_to_one = len(ours) == len(theirs)
        if reason is None and score < (SURE if one_to_one else SURE_OF_SEVERAL):
            reason = UNCERTAIN
        if reason is None and self.likeness.has_rivals(source, target):
            reason = RIVALS
        if reason is None and self.likeness.unlike(source, target):
            reason = WEAK
        trust = min(score, _EVEN) if reason in {RIVALS, WEAK} else score
        role = self.other_role(self.source[source.start], self.target[target.start])
        return Pair(ours, theirs, trust, reason or role)

    def odds(self, source: Span, target: Span) -> float:
        texts = [
            "\n".join(unit.text for unit in units)
            for units in (self.source[slice(*source)], self.target[slice(*target)])
        ]
        return affinity(*texts).total + self.evidence(source, target)

    def other_role(self, source: Unit, target: Unit) -> Phrase | None:
        """Say that a passage became another kind of passage; kinds of running text are one."""
        kinds = ["text" if unit.role in BODY_ROLES else unit.role for unit in (source, target)]
        if kinds[0] == kinds[1] or not self.evidence.structured:
            return None
        return Phrase("{role} became {other}", role=source.role, other=target.role)

    def moved(self, sources: Sequence[int], targets: Sequence[int]) -> Iterator[Pair]:
        """Pair what is left where much speaks for it, out of order."""
        odds = {}
        for i, j in product(sources, targets):
            spans = Span(i, i + 1), Span(j, j + 1)
            if self.evidence(*spans) > _WEAK:
                odds[i, j] = self.odds(*spans)
        left, right = set(sources), set(targets)
        for (i, j), odd in sorted(odds.items(), key=lambda item: -item[1]):
            if odd >= _MOVED and i in left and j in right:
                left.remove(i)
                right.remove(j)
                yield Pair((self.ours[i],), (self.theirs[j],), _EVEN, MOVED)
