"""The page of figures in the docs: what stands around them is written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.quality.table import as_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.quality.table import Table

BEGIN, END = "<!-- quality: figures begin -->", "<!-- quality: figures end -->"


def with_figures(page: str, tables: Iterable[Table]) -> str:
    """Return the page with these tables between its marks. Raises ValueError for a page without them."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(page[:80])
    figures = "\n".join(map(as_markdown, tables))
    return f"{before}{BEGIN}\n\n{figures}\n{END}{after}"


def save(tables: Iterable[Table], path: Path) -> None:
    """Write the tables into the page."""
    path.write_text(with_figures(path.read_text(encoding="utf-8"), tables), encoding="utf-8")
