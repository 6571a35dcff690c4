"""The registry of editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.editions import kinds
from taiyaku.editions.edition import Edition

if TYPE_CHECKING:
    from tests.conftest import Newsroom


def test_every_file_is_an_edition() -> None:
    """What the command line offers can be built; the usual editions come first."""
    assert kinds.names()[: len(kinds.DEFAULT)] == kinds.DEFAULT
    assert all(isinstance(kinds.named(name), Edition) for name in kinds.names())


def test_the_settings_say_what_is_built(newsroom: Newsroom) -> None:
    """Without `--edition`, `build` makes the formats of the settings; an unknown one is refused with the known ones."""
    newsroom.write("source_text/harbor.md", "---\ntitle: Harbor\n---\n\nIt opened.\n")
    newsroom.write("taiyaku.toml", '[editions]\nformats = ["text"]\n')
    assert newsroom.run("update").exit_code == 0
    assert newsroom.run("build").exit_code == 0
    assert (newsroom.root / "build/en/harbor/index.txt").exists()
    assert not (newsroom.root / "build/en/harbor/index.html").exists()
    newsroom.write("taiyaku.toml", '[editions]\nformats = ["texts"]\n')
    refused = newsroom.run("build")
    assert refused.exit_code == 2
    assert "taiyaku.toml:2" in refused.stderr
    assert "html, markdown, text, bilingual" in refused.stderr
