"""What a person should look at after an alignment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.span import LineIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from taiyaku.alignment import Alignment
    from taiyaku.alignment.adoption import Adoption
    from taiyaku.article.document import Document
    from taiyaku.errors import Phrase
    from taiyaku.formats.written import Refusal
    from taiyaku.span import Position
    from taiyaku.workflow.align_catalog import Filled

Kind = Literal["doubtful", "changed", "untranslated", "other-wording", "left-out", "no-original", "refused"]
"""A pair marked fuzzy; a message that is fuzzy because the original changed since it was translated; a pair of the same
words, left empty; another wording for a text that has one; a passage of the original without a translation; one of the
translation without an original; a translation that cannot be written where it belongs (marked fuzzy as well)."""


class Passage(NamedTuple):
    """A passage of either text and its place."""

    path: Path
    position: Position
    text: str


class Finding(NamedTuple):
    """Something that a person should look at, and why."""

    kind: Kind
    why: Phrase | None
    original: tuple[Passage, ...] = ()
    translation: tuple[Passage, ...] = ()


def findings_of(
    documents: tuple[Document, Document, Document],
    alignment: Alignment,
    adoption: Adoption,
    refused: Mapping[int, Refusal],
    filled: Filled,
) -> list[Finding]:
    """Return the findings in the order of the original, those without a place in it at the end.

    `documents` are the present article, the original that was translated, and the translation.
    """
    present, original, translation = documents
    ours, theirs = _Passages(original), _Passages(translation)
    partners = {index: pair.translation for pair in alignment.pairs for index in pair.original}
    waiting = {index for index, segment in enumerate(original.segments) if segment.key in filled.waiting}
    found = [
        Finding(doubt.kind, doubt.why, ours.of(doubt.pair.original), theirs.of(doubt.pair.translation))
        for doubt in adoption.doubts
        if waiting.intersection(doubt.pair.original)
    ]
    found += [Finding("left-out", None, ours.of([index])) for index in alignment.left_out if index in waiting]
    found += [
        Finding("refused", refusal.what, ours.of([index]), theirs.of(partners.get(index, ())))
        for index, refusal in refused.items()
        if index in waiting
    ]
    found.sort(key=lambda finding: finding.original[0].position)
    found += _changed(present, original, filled, lambda index: theirs.of(partners.get(index, ())))
    return found + [Finding("no-original", None, (), theirs.of([index])) for index in alignment.additions]


def _changed(
    present: Document, original: Document, filled: Filled, translated: Callable[[int], tuple[Passage, ...]]
) -> Iterator[Finding]:
    """Yield the messages that became fuzzy because the article changed, each with the translation it has words of."""
    passages = _Passages(present)
    now = {segment.key: index for index, segment in reversed(list(enumerate(present.segments)))}
    before = {segment.key: index for index, segment in reversed(list(enumerate(original.segments)))}
    for message in filled.doubted:
        former = before.get((message.previous_msgctxt, message.previous_msgid or ""))
        passage = passages.of([now[message.key]])
        yield Finding("changed", None, passage, () if former is None else translated(former))


class _Passages:
    def __init__(self, document: Document) -> None:
        self.document, self.lines = document, LineIndex(document.source)

    def of(self, indexes: Iterable[int]) -> tuple[Passage, ...]:
        segments = [self.document.segments[index] for index in indexes]
        return tuple(
            Passage(self.document.path, self.lines.position(segment.span.start), segment.text) for segment in segments
        )
