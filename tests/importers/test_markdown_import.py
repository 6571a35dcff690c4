"""Markdown is taken as it is; its front matter gets what it lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from taiyaku.errors import ArticleError
from taiyaku.importers.markdown import from_markdown

_PATH = Path("a.md")
_DATE = "# No date of publication was found. Write it here as YYYY-MM-DD:\ndate:\n"


def test_without_front_matter() -> None:
    """A front matter is put before the text; the first heading is the headline, so that no title is asked for."""
    imported, text = from_markdown("# Harbor opens\n\nIt did.\n", _PATH, None, {})
    assert text == f"---\nlocale: en\n{_DATE}---\n\n# Harbor opens\n\nIt did.\n"
    assert imported.metadata["title"] == "Harbor opens"


def test_with_front_matter() -> None:
    """Only lines that were not there are added, before the closing fence; the rest keeps its bytes."""
    _, text = from_markdown(
        "---\r\ntitle: 港  # so\r\ndate: 2026-04-01\r\n---\r\n\r\n港は開いた。\r\n", _PATH, None, {}
    )
    assert text == "---\r\ntitle: 港  # so\r\ndate: 2026-04-01\r\nlocale: ja\r\n---\r\n\r\n港は開いた。\r\n"


def test_complete() -> None:
    """What lacks nothing is not touched."""
    source = "---\ntitle: A\ndate: 2026-04-01\nlocale: en\n---\nB\n"
    assert from_markdown(source, _PATH, None, {})[1] == source


def test_given_keys() -> None:
    """What the user says fills what is missing, and contradicts nothing that stands there."""
    imported, text = from_markdown("---\ntitle: A\n---\nB\n", _PATH, "en-GB", {"title": "X", "date": "2026-04-01"})
    assert text == "---\ntitle: A\ndate: 2026-04-01\nlocale: en-GB\n---\nB\n"
    assert imported.metadata["title"] == "A"


def test_empty_keys() -> None:
    """An empty key that stands there already is not written twice."""
    imported, text = from_markdown("---\ntitle:\nlocale: en\ndate: 2026-04-01\n---\nB\n", _PATH, None, {})
    assert text.count("title:") == 1
    assert "title" not in imported.metadata


@pytest.mark.parametrize("source", ["+++\ntitle = 'A'\n+++\n", "---\ntitle: [A\n---\nB\n"])
def test_what_cannot_be_read(source: str) -> None:
    """Front matter in TOML, or that is no YAML, is refused."""
    with pytest.raises(ArticleError):
        from_markdown(source, _PATH, None, {})
