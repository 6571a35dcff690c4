"""What a person should look at after an alignment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.span import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from taiyaku.alignment import Alignment
    from taiyaku.alignment.adoption import Doubt
    from taiyaku.article.document import Document
    from taiyaku.errors import Phrase
    from taiyaku.formats.written import Refusal
    from taiyaku.span import Position

Kind = Literal["doubtful", "untranslated", "left-out", "no-original", "refused"]
"""A pair marked fuzzy; a pair of the same words, left empty; a passage of the original without a translation; one of
the translation without an original; a translation that cannot be written where it belongs (marked fuzzy as well)."""


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
    original: Document,
    translation: Document,
    alignment: Alignment,
    doubts: Iterable[Doubt],
    refused: Mapping[int, Refusal],
) -> list[Finding]:
    """Return the findings in the order of the original, those without a place in it at the end."""
    ours, theirs = _Passages(original), _Passages(translation)
    partners = {index: pair.translation for pair in alignment.pairs for index in pair.original}
    found = [
        Finding(
            "untranslated" if doubt.pair.untranslated else "doubtful",
            doubt.why,
            ours.of(doubt.pair.original),
            theirs.of(doubt.pair.translation),
        )
        for doubt in doubts
    ]
    found += [Finding("left-out", None, ours.of([index])) for index in alignment.left_out]
    found += [
        Finding("refused", refusal.what, ours.of([index]), theirs.of(partners.get(index, ())))
        for index, refusal in refused.items()
    ]
    found.sort(key=lambda finding: finding.original[0].position)
    return found + [Finding("no-original", None, (), theirs.of([index])) for index in alignment.additions]


class _Passages:
    def __init__(self, document: Document) -> None:
        self.document, self.lines = document, LineIndex(document.source)

    def of(self, indexes: Iterable[int]) -> tuple[Passage, ...]:
        segments = [self.document.segments[index] for index in indexes]
        return tuple(
            Passage(self.document.path, self.lines.position(segment.span.start), segment.text) for segment in segments
        )
