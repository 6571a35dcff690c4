"""Pairs -> translations: what a catalog holds of a translation that was made by hand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from taiyaku.alignment.documents import Alignment, Pair
    from taiyaku.article.document import Document
    from taiyaku.catalog.message import Key

JOINED = "<!-- taiyaku: joined -->"
_NEW_PARAGRAPH = "\n\n"


class Adopted(NamedTuple):
    """A translation for a message. `doubtful` ones are to be marked fuzzy."""

    msgstr: str
    doubtful: bool


class Doubt(NamedTuple):
    """A pair that a person must look at, and why."""

    pair: Pair
    why: Phrase | None


@dataclass(frozen=True, slots=True)
class Adoption:
    """The translations by key, by segment of the original as well, and what is to be looked at."""

    messages: dict[Key, Adopted] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def adopt(original: Document, translation: Document, alignment: Alignment) -> Adoption:
    """Return the translations that an alignment gives.

    A split paragraph has a blank line in its translation; of joined ones the first has it all, the others the
    directive `joined`. What was left in the original's words has none. Segments with one key share a message: if they
    were translated in different ways, the commonest way that is not doubtful is taken, the others are doubts.
    """
    adoption = Adoption()
    wordings: defaultdict[Key, list[tuple[str, Pair]]] = defaultdict(list)
    for pair in alignment.pairs:
        if pair.doubtful:
            adoption.doubts.append(Doubt(pair, pair.reason))
        text = _NEW_PARAGRAPH.join(translation.segments[index].text for index in pair.translation)
        if pair.untranslated:
            continue
        for index, msgstr in zip(pair.original, [text] + [JOINED] * (len(pair.original) - 1), strict=True):
            wordings[original.segments[index].key].append((msgstr, pair))
    for key, found in wordings.items():
        adoption.messages[key] = chosen = _chosen(found)
        adoption.doubts.extend(
            Doubt(pair, Phrase("the same text is translated differently elsewhere; that translation was taken"))
            for msgstr, pair in found
            if msgstr != chosen.msgstr
        )
    for index, segment in enumerate(original.segments):
        if segment.key in adoption.messages:
            adoption.texts[index] = adoption.messages[segment.key].msgstr
    return adoption


def _chosen(found: list[tuple[str, Pair]]) -> Adopted:
    def merit(item: tuple[str, Pair]) -> tuple[bool, bool, int]:
        msgstr, pair = item
        return msgstr != JOINED, not pair.doubtful, sum(other == msgstr for other, _ in found)

    msgstr, _ = max(found, key=merit)
    return Adopted(msgstr, all(pair.doubtful for other, pair in found if other == msgstr))
