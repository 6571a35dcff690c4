"""Files that nobody has written by hand are refused by their size, before they fill the memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from taiyaku import toml_file
from taiyaku.catalog import po_reader
from taiyaku.errors import ArticleError, CatalogError, TermbaseError
from taiyaku.project import sources

if TYPE_CHECKING:
    from pathlib import Path


def huge(path: Path, size: int) -> Path:
    """Return a file of a size that takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(size)
    return path


def test_an_article(tmp_path: Path) -> None:
    """Of more than eight megabytes."""
    with pytest.raises(ArticleError, match="more than 8 MB"):
        sources.read_source(huge(tmp_path / "a.md", sources.LIMIT + 1))


def test_a_catalog(tmp_path: Path) -> None:
    """Of a hundred megabytes."""
    with pytest.raises(CatalogError, match="more than 64 MB"):
        po_reader.read(huge(tmp_path / "a.po", 100 << 20))


def test_a_termbase(tmp_path: Path) -> None:
    """Of more than sixteen megabytes; and one whose values are nested without end."""
    path = huge(tmp_path / "a.toml", toml_file.LIMIT + 1)
    with pytest.raises(TermbaseError, match="more than 16 MB"):
        toml_file.read_text(path, TermbaseError)
    with pytest.raises(TermbaseError, match="nested too deeply"):
        toml_file.parse_toml("a = " + "[" * 100_000, TermbaseError)
