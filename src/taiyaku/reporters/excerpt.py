"""The part of a text that a finding is about, with its marks: for a line of a terminal, or for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.text.width import visible, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from taiyaku.checks.finding import Mark, Side

_CUT = "…"
_CONTEXT = 3
"""Where a text must be cut, so much of the line, one in three columns, stands before its first mark."""


class Piece(NamedTuple):
    """Characters that are all marked, or all not."""

    text: str
    marked: bool


def ranges(marks: Iterable[Mark], side: Side, length: int) -> list[tuple[int, int]]:
    """Return what is marked on one side of a text of that length, in order, without overlaps."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((mark.start, min(mark.end, length)) for mark in marks if mark.side == side):
        begin = max(start, found[-1][1]) if found else start
        if begin < end:
            found.append((begin, end))
    return found


def pieces(text: str, marked: Sequence[tuple[int, int]], start: int, end: int) -> list[Piece]:
    """Return `text[start:end]` as pieces, as they are."""
    found: list[Piece] = []
    position = start
    for first, last in marked:
        first, last = max(first, start), min(last, end)  # noqa: PLW2901 (what of it is in the window)
        if first >= last:
            continue
        found += [Piece(text[position:first], marked=False)] if position < first else []
        found.append(Piece(text[first:last], marked=True))
        position = last
    if position < end:
        found.append(Piece(text[position:end], marked=False))
    return found


def shown(text: str) -> str:
    """Return a text on one line, what cannot be seen written out."""
    return visible(text.replace("\n", "↵").replace("\t", "⇥"))


def line(text: str, marked: Sequence[tuple[int, int]], columns: int) -> list[Piece]:
    """Return so much of a text as fits a line of so many columns, the first mark with what is around it."""
    first = marked[0][0] if marked else 0
    start = _before(text, first, columns // _CONTEXT)
    end = _after(text, start, columns - 1)
    if end == len(text) and start:
        start = _before(text, end, columns - 1)
    found = [Piece(shown(piece.text), piece.marked) for piece in pieces(text, marked, start, end)]
    if start:
        found.insert(0, Piece(_CUT, marked=False))
    if end < len(text):
        found.append(Piece(_CUT, marked=False))
    return found


def _before(text: str, offset: int, columns: int) -> int:
    """Return the offset from which what stands before `offset` takes no more than so many columns."""
    while offset > 0 and (columns := columns - width(shown(text[offset - 1]))) >= 0:
        offset -= 1
    return offset


def _after(text: str, offset: int, columns: int) -> int:
    while offset < len(text) and (columns := columns - width(shown(text[offset]))) >= 0:
        offset += 1
    return offset


def carets(found: Iterable[Piece]) -> str:
    """Return the line below: a caret for each column of what is marked."""
    return "".join(("^" if piece.marked else " ") * width(piece.text) for piece in found).rstrip()
