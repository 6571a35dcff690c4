"""Tables of figures, for a terminal and for the docs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from taiyaku.text.width import padded, width

if TYPE_CHECKING:
    from collections.abc import Sequence


class Table(NamedTuple):
    """A table with a heading and a line that says what its figures are."""

    title: str
    note: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


def percent(part: int, whole: int) -> str:
    """Return a share with one decimal, a dash where there is nothing to have a share in."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


def share(part: int, whole: int) -> str:
    """Return a share with the counts it comes from."""
    return f"{part} of {whole} ({percent(part, whole)})" if whole else "–"


def as_text(table: Table) -> str:
    """Return a table for a terminal, columns aligned."""
    lines = [table.header, *table.rows]
    columns = zip(*lines, strict=True)
    widths = [max(map(width, column)) for column in columns]
    shown = ["  ".join(map(padded, line, widths)).rstrip() for line in lines]
    return "\n".join([table.title, *([table.note] if table.note else []), *(f"  {line}" for line in shown), ""])


def as_markdown(table: Table) -> str:
    """Return a table for the docs."""
    lines = [table.header, ["---"] * len(table.header), *table.rows]
    shown = "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
    return f"### {table.title}\n\n{table.note}\n\n{shown}\n" if table.note else f"### {table.title}\n\n{shown}\n"
