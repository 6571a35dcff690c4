"""PDF, as programs see it that are not ours."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from tests.editions.paper import ARTICLE, BOAT, ENGLISH, settings
from tests.editions.site import Site, site_of, write
from tests.judges import judge

from taiyaku.project.project import require_project
from taiyaku.workflow.build import build

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.conftest import Newsroom

_OUTSIDE = "outside.svg"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the article as PDF in both languages, from a project that links to a file outside."""
    judge("chromium")
    root = tmp_path_factory.mktemp("pdf") / "project"
    write(root, {"source_text/images/boat.svg": BOAT})
    write(root.parent, {_OUTSIDE: BOAT})
    article = ARTICLE.replace("## ", f"![秘密]({root.parent / _OUTSIDE})\n\n## ", 1)
    other = "---\ntitle: 前の記事\nlocale: ja\n---\n\n本文。\n"
    return site_of(root, {"harbor.md": article, "other.md": other}, ENGLISH, settings("pdf"))


def _asked(program: str, *arguments: object) -> str:
    return subprocess.run([judge(program), *map(str, arguments)], capture_output=True, check=True, text=True).stdout


def test_the_pdf_says_what_it_is(printed: Site) -> None:
    """Title, author, the article's day and not the clock's, tags for screen readers, A4."""
    said = _asked("pdfinfo", "-isodates", printed.path("ja/harbor/index.pdf"))
    fields = {name: value.strip() for name, _, value in (line.partition(":") for line in said.splitlines())}
    assert fields["Title"] == "港の約束　両市長が署名"
    assert fields["Author"] == "山田 桜子"
    assert fields["CreationDate"].startswith("2026-11-16")
    assert (fields["Tagged"], fields["Pages"]) == ("yes", "1")
    assert "A4" in fields["Page size"]


def test_all_fonts_are_embedded(printed: Site) -> None:
    """No reader's machine needs to have them."""
    for locale in ("ja", "en"):
        lines = _asked("pdffonts", printed.path(f"{locale}/harbor/index.pdf")).splitlines()
        column = lines[0].index("emb")
        assert len(lines) > 2
        assert {line[column : column + 3].strip() for line in lines[2:]} == {"yes"}


def test_bookmarks_are_the_headings_and_pages_turn_as_the_lines_run(printed: Site) -> None:
    """A Japanese page in vertical lines is followed by the one on its left."""
    japanese, english = (PdfReader(printed.path(f"{locale}/harbor/index.pdf")) for locale in ("ja", "en"))
    assert list(_headings(japanese.outline)) == ["港の約束　両市長が署名", "十二年の行き来"]
    assert list(_headings(english.outline)) == ["A promise of two harbors", "Twelve years"]
    roots: list[Any] = [reader.root_object for reader in (japanese, english)]
    assert [root["/Lang"] for root in roots] == ["ja", "en"]
    assert [root["/ViewerPreferences"]["/Direction"] for root in roots] == ["/R2L", "/L2R"]


def _headings(outline: Iterable[Any]) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from _headings(item)
        else:
            yield str(item.title)


def test_links_lead_to_the_site_and_pictures_are_those_of_the_article(printed: Site) -> None:
    """A link to another article has the site's address; nothing of this machine is told, and no file of it shown."""
    for locale in ("ja", "en"):
        content = printed.path(f"{locale}/harbor/index.pdf").read_bytes()
        assert b"file:" not in content
        pages = PdfReader(printed.path(f"{locale}/harbor/index.pdf")).pages
        annotations = [note.get_object() for page in pages for note in page.get("/Annots", [])]
        addresses = {str(note["/A"]["/URI"]) for note in annotations if "/A" in note and "/URI" in note["/A"]}
        assert addresses == {f"https://example.org/news/{locale}/other/index.html", "https://example.com/12"}


def test_the_same_article_gives_the_same_bytes(printed: Site) -> None:
    """Printed a second time, the file is not written."""
    place = printed.path("ja/harbor/index.pdf")
    before = place.read_bytes()
    place.unlink()
    build(require_project(printed.root))
    assert place.read_bytes() == before


def test_without_a_browser_the_message_says_what_to_do(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2, before anything is written; editions that need none are built as ever."""
    newsroom.write("source_text/harbor.md", "---\ntitle: Harbor\n---\n\nIt opened.\n")
    assert newsroom.run("update").exit_code == 0
    monkeypatch.setenv("PATH", str(newsroom.root))
    monkeypatch.setenv("TAIYAKU_CHROMIUM", "")
    refused = newsroom.run("build", "--edition", "pdf", "--edition", "text")
    assert refused.exit_code == 2
    assert "editions.chromium" in refused.stderr
    assert not (newsroom.root / "build").exists()
    newsroom.write("taiyaku.toml", '[editions]\nchromium = "/nowhere/chrome"\n')
    wrong = newsroom.run("build", "--edition", "pdf")
    assert (wrong.exit_code, "/nowhere/chrome" in wrong.stderr) == (2, True)
    assert newsroom.run("build", "--edition", "print").exit_code == 0
    assert (newsroom.root / "build/en/harbor/print.html").exists()
