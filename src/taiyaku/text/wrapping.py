"""Text in a column of a terminal: lines broken where English and Japanese allow it, whatever style their parts have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from taiyaku.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Style = TypeVar("Style")

_UNIT = re.compile(
    r"\n"
    r"|[ \t\u3000]+"
    # a Japanese character with the signs that may not begin the next line, after those that may not end one
    r"|[「『（［【〈《“‘(]*[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
    r"[、。，．」』）］】〉》”’)！？!?：；ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…・]*"
    r"|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+"
    r"|."
)


class Run(NamedTuple, Generic[Style]):
    """A part of a text in one style."""

    text: str
    style: Style


def wrapped(runs: Iterable[Run[Style]], columns: int) -> list[list[Run[Style]]]:
    """Return lines of at most `columns` columns, each as runs; an empty text has no line.

    A line breaks at a blank and between Japanese characters, but not before a closing sign or after an opening one
    (JIS X 4051, kinsoku). A word that is wider than a line is cut. A line end in the text stays one.
    """
    lines: list[list[Run[Style]]] = []
    line: list[Run[Style]] = []
    taken = 0
    for unit in _units(list(runs), columns):
        text = "".join(run.text for run in unit)
        size = width(text)
        if text == "\n" or (line and taken + size > columns):
            lines.append(_trimmed(line))
            line, taken = [], 0
        if text == "\n" or (not line and lines and not text.strip()):
            continue
        line += unit
        taken += size
    return [*lines, _trimmed(line)] if line else lines


def _units(runs: list[Run[Style]], columns: int) -> Iterator[list[Run[Style]]]:
    """Yield what must stay on one line, each as runs of one style."""
    text = "".join(run.text for run in runs)
    bounds = _bounds(text, columns)
    pending: list[Run[Style]] = []
    position, end = 0, next(bounds, 0)
    for run in runs:
        start = 0
        while start < len(run.text):
            stop = min(len(run.text), start + end - position)
            pending.append(Run(run.text[start:stop], run.style))
            position += stop - start
            start = stop
            if position == end:
                yield pending
                pending, end = [], next(bounds, 0)


def _bounds(text: str, columns: int) -> Iterator[int]:
    """Yield where each unit ends; what is wider than a line is cut into characters."""
    for match in _UNIT.finditer(text):
        if width(match[0]) <= columns:
            yield match.end()
        else:
            yield from range(match.start() + 1, match.end() + 1)


def _trimmed(line: list[Run[Style]]) -> list[Run[Style]]:
    """Return a line without the blanks at its end, neighbours of one style joined."""
    joined: list[Run[Style]] = []
    for run in line:
        if joined and joined[-1].style == run.style:
            joined[-1] = Run(joined[-1].text + run.text, run.style)
        else:
            joined.append(run)
    while joined and not joined[-1].text.rstrip():
        joined.pop()
    return [*joined[:-1], Run(joined[-1].text.rstrip(), joined[-1].style)] if joined else []
