"""taiyaku import, as its user sees it."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom

_PASTE = (
    "By ANN LEE\nHARBOR TIMES STAFF WRITERS\nThe harbor opened on Aug. 8, and both mayors of the bay were there "
    "to see the\n\n"
    "Children wave paper flags as the ship enters the harbor.\n\nfirst ship come in.\nIt will close in May.\n"
)


def test_one_screen(newsroom: Newsroom) -> None:
    """It says what was seen, done and asked for, and what to type next; then every command speaks of the questions."""
    newsroom.write("in/paste.txt", _PASTE)
    result = newsroom.run("import", "in/paste.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "in/paste.txt: read as a paste, utf-8",
        "wrote source_text/paste.md",
        "  title    not found: asked for in the article",
        "  byline   By ANN LEE",
        "  staff    HARBOR TIMES STAFF WRITERS",
        "  authors  Ann Lee",
        "  date     not found: asked for in the article",
        "  locale   en",
        "Seen: byline 1, staff line 1, paragraph 2, caption 1",
        "Done:",
        "  line 3: rejoined with line 7: “ay were there to see the | first ship come in.”",
        "Next: fill in title, date in source_text/paste.md and look it over, then type `taiyaku update`.",
    ]
    for command in ("extract", "status", "update", "check"):
        said = newsroom.run(command)
        assert "source_text/paste.md:3:7: warning: “title” is still empty" in said.stderr
        assert "the text says" not in said.stderr


def test_questions_that_were_answered(newsroom: Newsroom) -> None:
    """Once the keys are filled in, nothing is asked any more."""
    newsroom.write("paste.txt", _PASTE)
    newsroom.run("import", "paste.txt", "--title", "Harbor opens", "--date", "2024-08-09")
    assert newsroom.read("source_text/2024-08-harbor-opens.md").startswith("---\ntitle: Harbor opens\n")
    assert newsroom.run("update").stderr == ""


def test_dry_run(newsroom: Newsroom) -> None:
    """A dry run shows the article and writes nothing."""
    newsroom.write("paste.txt", _PASTE)
    result = newsroom.run("import", "paste.txt", "--dry-run", "--slug", "port")
    assert result.exit_code == 0
    assert "+# No headline was found. Write it here:" in result.stdout
    assert "would write source_text/port.md" in result.stdout
    assert not (newsroom.root / "source_text").exists()


def test_standard_input(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads what is piped in."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("港が開く\n港は水曜日に開いた。\n".encode())))
    result = newsroom.run("import", "-")
    assert result.exit_code == 0
    assert "-: read as a paste, utf-8" in result.stdout
    assert "locale: ja\n" in newsroom.read("source_text/minato-hiraku.md")


def test_many_reports(newsroom: Newsroom) -> None:
    """Reports fill no more than a screen unless all are wanted."""
    lines = "\n".join(f"Paragraph {number} is here.\n- {number} -" for number in range(1, 15))
    newsroom.write("paste.txt", f"Harbor opens\n{lines}\n")
    assert "further: 6; --verbose tells of all" in newsroom.run("import", "paste.txt").stdout
    assert "further" not in newsroom.run("import", "paste.txt", "--verbose").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("paste.txt", "--slug", "old"), 2, "source_text/old.md exists already; --force replaces it"),
        (("paste.txt", "--date", "8/8"), 2, "“8/8” is no date; write it as 2026-04-01"),
        (("paste.txt", "--locale", "fr"), 2, "unknown locale “fr”"),
        (("nothing.txt",), 3, "nothing.txt"),
        (("a.pdf",), 3, "a.pdf: PDF is not read; copy the text out of it, and import that"),
        (("empty.txt",), 3, "empty.txt: there is no text in it"),
        (("toml.md",), 3, "toml.md: front matter in TOML is not read"),
    ],
)
def test_refusals(newsroom: Newsroom, arguments: tuple[str, ...], code: int, words: str) -> None:
    """What cannot be done is said in one line, with what to do, and changes nothing."""
    newsroom.write("paste.txt", _PASTE)
    newsroom.write("empty.txt", " \n\n")
    newsroom.write("a.pdf", b"%PDF-1.7\n")
    newsroom.write("toml.md", "+++\na = 1\n+++\n")
    newsroom.write("source_text/old.md", "# Old\n")
    result = newsroom.run("import", *arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert newsroom.read("source_text/old.md") == "# Old\n"
    assert len(list((newsroom.root / "source_text").iterdir())) == 1


def test_force(newsroom: Newsroom) -> None:
    """`--force` replaces what stands there."""
    newsroom.write("paste.txt", _PASTE)
    newsroom.write("source_text/old.md", "# Old\n")
    assert newsroom.run("import", "paste.txt", "--slug", "old", "--force").exit_code == 0
    assert "ANN LEE" in newsroom.read("source_text/old.md")
