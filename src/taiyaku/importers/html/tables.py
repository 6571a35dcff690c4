"""Tables: of data, which stay tables, and of layout, which never were any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase, UnreadableError
from taiyaku.importers.html import spell
from taiyaku.importers.html.layout import Block
from taiyaku.importers.html.left_out import is_line_number
from taiyaku.importers.html.tree import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.importers.html.blocks import BlockWriter
    from taiyaku.importers.html.pieces import Mark

_BLOCKS = ("blockquote", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "table")
_LONG = 600
_SPAN = 50
"""A cell spans at most so many columns or rows; the HTML Standard allows thousands, which nobody reads."""

_MOST = 200_000
"""Tables with more cells are refused."""

_RULES = {"left": ":---", "right": "---:", "center": ":---:"}


class _Cell(NamedTuple):
    text: str
    alignment: str


def write_table(writer: BlockWriter, element: Element, marks: tuple[Mark, ...]) -> None:
    """Write a table, its caption before it."""
    for caption in [child for child in element.children if isinstance(child, Element) and child.tag == "caption"]:
        pieces = writer.line(caption, marks)
        if pieces:
            writer.paragraph(pieces, "caption")
        caption.remove()
    rows = [*_rows(element)]
    if _is_layout(element, rows):
        for row in rows:
            for cell in _cells(row):
                if not is_line_number(cell):
                    writer.children(cell, marks)
                    writer.flush()
        return
    grid = _grid(writer, rows, marks)
    if grid:
        if not any(cell.tag == "th" for cell in _cells(rows[0])):
            writer.context.remarks.add(
                Phrase("a table has no head; its first row became it: {text}", text=rows[0].text()[:60])
            )
        writer.add(Block(_written(grid), "table"))


def _rows(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == "tr":
                yield child
            elif child.tag in {"thead", "tbody", "tfoot"}:
                yield from _rows(child)


def _cells(row: Element) -> list[Element]:
    return [child for child in row.children if isinstance(child, Element) and child.tag in {"td", "th"}]


def _is_layout(element: Element, rows: list[Element]) -> bool:
    """Whether a table only arranges the page: its cells hold whole blocks, or there is one column."""
    cells = [cell for row in rows for cell in _cells(row)]
    if element.get("role") in {"presentation", "none"} or all(len(_cells(row)) <= 1 for row in rows):
        return True
    if any(inner.tag in _BLOCKS for cell in cells for inner in cell.elements()):
        return True
    if any(cell.tag == "th" for cell in cells):
        return False
    return any(len([*cell.all("p")]) > 1 and len(cell.text()) > _LONG for cell in cells)


def _grid(writer: BlockWriter, rows: list[Element], marks: tuple[Mark, ...]) -> list[list[_Cell]]:
    """Return the cells by rows, those that others reach into left empty."""
    taken: set[tuple[int, int]] = set()
    grid: list[list[_Cell]] = []
    for y, row in enumerate(rows):
        line: list[_Cell] = []
        for cell in _cells(row):
            while (len(line), y) in taken:
                line.append(_Cell("", ""))
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            if width > 1 or height > 1:
                text = Phrase("a cell reaches over others, which Markdown cannot say: {text}", text=cell.text()[:60])
                writer.context.remarks.add(text, doubtful=True)
                _bound(len(taken) + width * height)
                taken |= {(len(line) + right, y + down) for right in range(width) for down in range(1, height)}
            line.append(_cell(writer, cell, marks))
            line += [_Cell("", "")] * (width - 1)
        while (len(line), y) in taken:
            line.append(_Cell("", ""))
        if line:
            grid.append(line)
    _bound(len(grid) * max(map(len, grid), default=0))
    return grid


def _bound(cells: int) -> None:
    if cells > _MOST:
        raise UnreadableError(Phrase("a table has more than {limit} cells", limit=_MOST))


def _cell(writer: BlockWriter, cell: Element, marks: tuple[Mark, ...]) -> _Cell:
    pieces = writer.line(cell, marks)
    if cell.first("li") is not None:
        writer.context.remarks.add(Phrase("a list in a table became lines: {text}", text=cell.text()[:60]))
    writer.context.roles["cell"] += bool(pieces)
    style = re.search(r"text-align:(left|right|center)", cell.get("style").replace(" ", "").lower())
    named = re.search(r"\b(?:text|align)-(left|right|center)\b", cell.get("class"))
    alignment = style[1] if style else named[1] if named else cell.get("align").lower()
    return _Cell(spell.cell(pieces), alignment)


def _span(cell: Element, name: str) -> int:
    value = cell.get(name)
    return max(1, min(int(value), _SPAN)) if re.fullmatch(r"[0-9]{1,4}", value) else 1


def _written(grid: list[list[_Cell]]) -> str:
    width = max(len(line) for line in grid)
    padded = [line + [_Cell("", "")] * (width - len(line)) for line in grid]
    sides = [{cell.alignment for cell in column if cell.text} for column in zip(*padded, strict=True)]
    rule = [_RULES.get(side.pop(), "---") if len(side) == 1 else "---" for side in sides]
    lines = [[cell.text for cell in line] for line in padded]
    return "\n".join(f"| {' | '.join(line)} |" for line in (lines[0], rule, *lines[1:]))
