"""The rows of a bilingual page: each passage of the original beside what it became."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from taiyaku.editions.rendering import Figure, Row
    from taiyaku.editions.translation import Translation

Absence = Literal["", "omitted", "left-out"]
"""Why nothing stands beside a passage: the translator left it out, or the policy for what is not translated did."""

_CUT = frozenset({"omitted", "joined", "left-out"})
_OF_IMAGES = frozenset({"alt", "caption"})


@dataclass(slots=True)
class PairRow:
    """A row of the bilingual page: a passage of the original, and what it became.

    `shared` is one block for both sides: code, a rule. `figures` are the original's and the translation's, if they
    show the same image: it stands once, above both captions. `segments` are the indexes of the original's.
    """

    number: int
    source: list[Markup] = field(default_factory=list)
    target: list[Markup] = field(default_factory=list)
    kind: str = "Paragraph"
    depth: int = 0
    absence: Absence = ""
    shared: bool = False
    figures: tuple[Figure, Figure] | None = None
    segments: list[int] = field(default_factory=list)


def pair_rows(source: Sequence[Row], target: Sequence[Row], translation: Translation) -> list[PairRow]:
    """Return the rows of a bilingual page.

    A passage joined with the one before shares its row; one that became two paragraphs has both in its row; one that
    was omitted has an empty side. Blocks without text stand once, for both; those that show nothing, not at all.
    """
    rows: list[PairRow] = []
    matcher = _Matcher(target, translation)
    for row in source:
        found = matcher.take(row)
        if not row.html.strip() and not any(other.html.strip() for other in found):
            continue  # a directive to the translator
        states = {translation.states[index] for index in row.segments}
        if states == {"joined"} and rows and not found:
            rows[-1].source.append(row.html)
            rows[-1].segments += row.segments
            continue
        pair = PairRow(len(rows) + 1, [row.html], [other.html for other in found], row.kind, row.depth)
        pair.segments += row.segments
        if not found:
            pair.absence = "left-out" if "left-out" in states else "omitted"
        elif len(found) == 1:
            _share(pair, row, found[0])
        rows.append(pair)
    if rows:
        rows[-1].target += [row.html for row in matcher.rest()]
    return rows


def has_readings(row: PairRow) -> bool:
    """Whether anything in a row has a reading above it."""
    captions = (figure.caption for figure in row.figures or ())
    return any("<rt" in html for html in (*row.source, *row.target, *captions))


def _share(pair: PairRow, source: Row, target: Row) -> None:
    """Show once what is the same on both sides."""
    if not source.segments and source.html == target.html:
        pair.shared, pair.target = True, []
    elif source.figure and target.figure and source.figure.address == target.figure.address:
        pair.figures = (source.figure, target.figure)


class _Matcher:
    """Finds what became of a passage.

    The blocks of a translation are the original's, in order, but for those that were cut out and those that became
    several paragraphs.
    """

    def __init__(self, target: Sequence[Row], translation: Translation) -> None:
        self.target, self.translation = target, translation
        self.position = 0

    def take(self, row: Row) -> list[Row]:
        """Return the next rows of the translation, if they are those of `row`."""
        if self.is_cut(row) or self.position == len(self.target):
            return []
        segments = set(row.segments)
        first = self.target[self.position]
        if first.segments and not segments.intersection(first.segments):
            return []
        self.position += 1
        found = [first]
        while self.position < len(self.target) and segments.intersection(self.target[self.position].segments):
            found.append(self.target[self.position])
            self.position += 1
        return found

    def is_cut(self, row: Row) -> bool:
        """Whether the block is not there in the translation. A table stays, and so does an image without words."""
        document, states = self.translation.document, self.translation.states
        words = [states[index] for index in row.segments if document.segments[index].role not in _OF_IMAGES]
        return row.kind != "Table" and bool(words) and all(state in _CUT for state in words)

    def rest(self) -> Sequence[Row]:
        """Return what no passage of the original became."""
        return self.target[self.position :]
