"""Two versions of one translation, line by line: what differs, and whether it is anything to translate."""

from __future__ import annotations

import difflib
from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.article.splice import Splice
from taiyaku.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.article.document import Document


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between a translation and the same rebuilt, in lines of the translation or of the rebuilt one.

    In `passages` a text to translate differs; `front` are other lines of the front matter, `other` are code, addresses
    and what else is no text. Blank lines, and lines broken within a paragraph, are no difference; `exact` says whether
    there is none of these either. `lost` counts, of all kinds, lines of the translation that the rebuilt one does not
    have, but for what its front matter says of itself. `lines` are a unified diff, a paragraph on one line.
    """

    exact: bool
    passages: int
    front: int
    other: int
    lost: int
    lines: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether anything differs besides blank lines and broken lines."""
        return bool(self.passages or self.front or self.other)


class _Line(NamedTuple):
    text: str
    passages: tuple[str, ...]
    front: bool


def difference(translation: Document, rebuilt: Document, own_keys: frozenset[str] = frozenset()) -> Difference:
    """Compare a translation with the same rebuilt from a catalog.

    `own_keys` are those of the front matter in which every translation has values of its own: they are never lost.
    Of two formats (plain text and Markdown) only the passages are compared.
    """
    texts_only = translation.path.suffix != rebuilt.path.suffix
    old, new = list(_lines(translation, texts_only=texts_only)), list(_lines(rebuilt, texts_only=texts_only))
    before, after = [line.text for line in old], [line.text for line in new]
    counts: Counter[str] = Counter()
    lost = 0
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            counts += _kinds(old[i1:i2], new[j1:j2]) | _kinds(new[j1:j2], old[i1:i2])
            lost += sum(not (line.front and line.text.partition(":")[0] in own_keys) for line in old[i1:i2])
    diff = difflib.unified_diff(before, after, translation.path.name, "rebuilt", lineterm="", n=0)
    return Difference(
        translation.source == rebuilt.source,
        counts["passages"],
        counts["front"],
        counts["other"],
        lost,
        tuple(diff),
    )


def _kinds(lines: Sequence[_Line], others: Sequence[_Line]) -> Counter[str]:
    """Count lines by what differs in them from the others: a passage, or only what stands around it."""
    known = {passage for line in others for passage in line.passages}
    return Counter(
        "passages" if not known.issuperset(line.passages) else "front" if line.front else "other" for line in lines
    )


def _lines(document: Document, *, texts_only: bool) -> Iterator[_Line]:
    """Yield the lines that say anything, each segment on one."""
    texts = {segment.span: segment.text.replace("\n", " ") for segment in document.segments}
    if texts_only:
        yield from (_Line(text, (text,), front=False) for text in texts.values())
        return
    spliced = Splice(document.source, texts)
    edges = deque(sorted((spliced.moved(span), text) for span, text in texts.items()))
    body = spliced.moved(Span(document.body, document.body)).start
    start = 0
    for line in spliced.text.splitlines(keepends=True):
        end = start + len(line)
        held = []
        while edges and edges[0][0].start < end:
            held.append(edges.popleft()[1])
        text = line.strip("\ufeff \t\r\n")
        if text:
            yield _Line(text, tuple(held), start < body)
        start = end
