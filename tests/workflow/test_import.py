"""Importing: what comes in becomes an article of the project, and nothing that stands there is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from taiyaku.errors import ArticleError, UnreadableError, UsageError
from taiyaku.importers.imported import Picture
from taiyaku.workflow.import_ import Wishes, import_article, write_article

if TYPE_CHECKING:
    from tests.conftest import Newsroom

_PASTE = b"Harbor opens\nBy Ann Lee\nApril 1, 2026\n"
_PASTE += b"The harbor opened on Wednesday. Two mayors came.\nIt will close in May.\n"


def test_a_paste(newsroom: Newsroom) -> None:
    """A paste becomes an article at the place that the settings give, under a slug of its month and title."""
    project = newsroom.project()
    article = import_article(project, "paste.txt", _PASTE, Wishes())
    assert (article.path, article.kind, article.asked) == (Path("source_text/2026-04-harbor-opens.md"), "paste", ())
    assert write_article(project, article, force=False) == (article.path,)
    assert newsroom.read("source_text/2026-04-harbor-opens.md").startswith(
        "---\ntitle: Harbor opens\nbyline: By Ann Lee\n"
    )
    (found,), _ = project.articles()
    assert found.slug == "2026-04-harbor-opens"
    assert [segment.role for segment in project.read(found).segments] == [
        "headline",
        "byline",
        "paragraph",
        "paragraph",
    ]


def test_wishes_come_first(newsroom: Newsroom) -> None:
    """What the user says replaces what was found, which is told."""
    wishes = Wishes(slug="port", locale="en", title="Port opens", date="2026-04-02")
    article = import_article(newsroom.project(), "-", _PASTE, wishes)
    assert article.path == Path("source_text/port.md")
    assert "title: Port opens\n" in article.text
    assert "date: 2026-04-02\n" in article.text
    assert any(remark.what.parameters.get("removed") == "Harbor opens" for remark in article.remarks)


def test_nothing_is_overwritten(newsroom: Newsroom) -> None:
    """Another article in the same place is refused, and so is another picture; the same bytes may come again."""
    project = newsroom.project()
    article = import_article(project, "-", _PASTE, Wishes(slug="a"))
    pictured = replace(article, imported=replace(article.imported, pictures=(Picture("images/x.png", b"new"),)))
    newsroom.write("source_text/images/x.png", b"old")
    with pytest.raises(UsageError, match=r"x\.png exists already"):
        write_article(project, pictured, force=False)
    assert not (newsroom.root / "source_text/a.md").exists()
    assert len(write_article(project, pictured, force=True)) == 2
    assert newsroom.read("source_text/images/x.png") == "new"
    assert write_article(project, pictured, force=False)
    other = replace(article, text=article.text + "x")
    with pytest.raises(UsageError, match="--force"):
        write_article(project, other, force=False)


@pytest.mark.parametrize("path", ["../x.png", "/x.png"])
def test_pictures_stay_beside_the_article(newsroom: Newsroom, path: str) -> None:
    """A picture cannot be written anywhere else."""
    project = newsroom.project()
    article = import_article(project, "-", _PASTE, Wishes(slug="a"))
    pictured = replace(article, imported=replace(article.imported, pictures=(Picture(path, b"x"),)))
    with pytest.raises(UsageError, match="leads out"):
        write_article(project, pictured, force=True)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("articles/*.md", "articles/a.md"),
        ("docs/**/*.md", "docs/a.md"),
        ("posts/*/index.md", "posts/a/index.md"),
        ("*.md", "a.md"),
    ],
)
def test_places(newsroom: Newsroom, pattern: str, path: str) -> None:
    """The article lies where the setting `articles` finds it, under the slug that was meant."""
    newsroom.write("taiyaku.toml", f'articles = ["x/*.txt", "{pattern}"]\n')
    project = newsroom.project()
    article = import_article(project, "-", _PASTE, Wishes(slug="a"))
    assert article.path == Path(path)
    write_article(project, article, force=False)
    assert [found.slug for found in project.articles()[0]] == ["a"]


def test_no_place(newsroom: Newsroom) -> None:
    """Without a pattern for Markdown no article can lie anywhere."""
    newsroom.write("taiyaku.toml", 'articles = ["x/*.txt"]\n')
    with pytest.raises(UsageError, match="no pattern for Markdown"):
        import_article(newsroom.project(), "-", _PASTE, Wishes())


def test_a_slug_that_is_taken(newsroom: Newsroom) -> None:
    """Two articles cannot have one slug; a slug that is none is refused."""
    newsroom.write("source_text/old/a.md", "# A\n")
    with pytest.raises(UsageError, match="there is an article “old-a” already"):
        import_article(newsroom.project(), "-", _PASTE, Wishes(slug="old-a"))
    with pytest.raises(ArticleError, match="cannot be the article's short name"):
        import_article(newsroom.project(), "-", _PASTE, Wishes(slug="../x"))


def test_a_language_that_the_project_lacks(newsroom: Newsroom) -> None:
    """The article's locale must be one of the project's."""
    newsroom.write("taiyaku.toml", 'locales = ["en"]\n')
    with pytest.raises(UsageError, match="no locale “ja”"):
        import_article(newsroom.project(), "a.txt", "港が開く\n港は水曜日に開いた。\n".encode(), Wishes())


def test_other_kinds(newsroom: Newsroom) -> None:
    """HTML and Markdown come in by the same door; an error names the file."""
    project = newsroom.project()
    page = b"<article><h1>Harbor opens</h1><p>The harbor opened on Wednesday.</p></article>"
    html = import_article(project, "a.html", page, Wishes(date="2026-04-01"))
    assert html.kind == "html"
    assert "The harbor opened on Wednesday." in html.text
    markdown = import_article(project, "a.md", b"# Harbor opens\n\nIt did.\n", Wishes(date="2026-04-01"))
    assert markdown.path == Path("source_text/2026-04-harbor-opens.md")
    assert markdown.text == "---\ndate: 2026-04-01\nlocale: en\n---\n\n# Harbor opens\n\nIt did.\n"
    with pytest.raises(ArticleError, match=r"a\.pdf"):
        import_article(project, "a.pdf", b"%PDF-1.7", Wishes())
    with pytest.raises(UnreadableError) as info:
        import_article(project, "b.docx", b"PK\x03\x04 no zip", Wishes())
    assert info.value.problem.path == Path("b.docx")
    with pytest.raises(UnreadableError) as info:
        import_article(project, "e.html", b"<p> </p>", Wishes())
    assert info.value.problem.path == Path("e.html")


def test_a_slug_of_its_own(newsroom: Newsroom) -> None:
    """A slug in the front matter of Markdown is kept."""
    article = import_article(newsroom.project(), "x.md", b"---\nslug: port\ntitle: A\n---\nB\n", Wishes())
    assert article.path == Path("source_text/port.md")
