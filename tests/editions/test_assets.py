"""What pages need beside their own files, whichever editions are built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom


@pytest.mark.parametrize("edition", ["html", "bilingual"])
def test_a_page_has_its_stylesheet_whatever_else_is_built(newsroom: Newsroom, edition: str) -> None:
    """In an empty output folder too, and again after it was deleted."""
    newsroom.write("source_text/harbor.md", "# Harbor\n")
    newsroom.run("update")
    newsroom.translate("harbor", {"Harbor": "港"})
    assert newsroom.run("build", "--edition", edition).exit_code == 0
    stylesheet = newsroom.root / "build/assets/taiyaku.css"
    before = stylesheet.read_bytes()
    stylesheet.unlink()
    assert newsroom.run("build", "--edition", edition).exit_code == 0
    assert stylesheet.read_bytes() == before


def test_what_needs_no_stylesheet_brings_none(newsroom: Newsroom) -> None:
    """Markdown and text are files by themselves."""
    newsroom.write("source_text/harbor.md", "# Harbor\n")
    newsroom.run("update")
    assert newsroom.run("build", "--edition", "markdown", "--edition", "text").exit_code == 0
    assert not (newsroom.root / "build/assets").exists()
