"""Pairs -> translations: what a catalog holds of a translation that was made by hand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.alignment.documents import Alignment, Pair
    from taiyaku.article.document import Document
    from taiyaku.catalog.message import Key
    from taiyaku.errors import Phrase

JOINED = "<!-- taiyaku: joined -->"
_NEW_PARAGRAPH = "\n\n"


class Adopted(NamedTuple):
    """A translation for a message. `doubtful` ones are to be marked fuzzy."""

    msgstr: str
    doubtful: bool


class Doubt(NamedTuple):
    """A pair that a person must look at, and why: of doubtful ones the translation is adopted as fuzzy.

    Untranslated ones are not adopted, nor is another wording where the same text was translated in several ways.
    """

    kind: Literal["doubtful", "untranslated", "other-wording"]
    pair: Pair
    why: Phrase | None = None


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
    were translated in different ways, the commonest way that is not doubtful is taken, the others are named.
    """
    adoption = Adoption()
    wordings: defaultdict[Key, list[tuple[str, Pair]]] = defaultdict(list)
    for pair in alignment.pairs:
        text = _NEW_PARAGRAPH.join(translation.segments[index].text for index in pair.translation)
        if pair.untranslated:
            continue
        for index, msgstr in zip(pair.original, [text] + [JOINED] * (len(pair.original) - 1), strict=True):
            wordings[original.segments[index].key].append((msgstr, pair))
    for key, found in wordings.items():
        adoption.messages[key] = _chosen(found)
    for index, segment in enumerate(original.segments):
        if segment.key in adoption.messages:
            adoption.texts[index] = adoption.messages[segment.key].msgstr
    adoption.doubts.extend(_doubts(original, wordings, adoption.messages, alignment))
    return adoption


def _doubts(
    original: Document,
    wordings: dict[Key, list[tuple[str, Pair]]],
    messages: dict[Key, Adopted],
    alignment: Alignment,
) -> Iterator[Doubt]:
    """Yield for each pair the heaviest of what is to be said of it."""
    others = {pair for key, found in wordings.items() for text, pair in found if text != messages[key].msgstr}
    for pair in alignment.pairs:
        known = [messages[key] for key in (original.segments[index].key for index in pair.original) if key in messages]
        if pair in others or (pair.untranslated and known):
            yield Doubt("other-wording", pair)
        elif pair.untranslated:
            yield Doubt("untranslated", pair)
        elif pair.doubtful and any(adopted.doubtful for adopted in known):
            yield Doubt("doubtful", pair, pair.reason)


def _chosen(found: list[tuple[str, Pair]]) -> Adopted:
    def merit(item: tuple[str, Pair]) -> tuple[bool, bool, int]:
        msgstr, pair = item
        return msgstr != JOINED, not pair.doubtful, sum(other == msgstr for other, _ in found)

    msgstr, _ = max(found, key=merit)
    return Adopted(msgstr, all(pair.doubtful for other, pair in found if other == msgstr))
