"""The editions without HTML: plain text and Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.project.project import require_project
from taiyaku.workflow.builder import Builder
from taiyaku.workflow.built import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.editions.site import Site

    SiteOf = Callable[..., Site]


def test_plain_text(harbor: Site) -> None:
    """Headline, deck, byline and date, then the text."""
    text = harbor.text("ja/harbor/index.txt")
    assert text.startswith("港が開く\n\n二つの町が会う\n\n編集部\n2026年4月1日\n\n港（みなと）は水曜日[1]に開いた[2]。")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "taiyaku:" not in text
    assert harbor.text("en/harbor/index.txt").startswith(
        "Harbor opens\n\nTwo towns meet\n\nBy the desk\nApril 1, 2026\n\nThe harbor opened[1] on Wednesday[2]"
    )


def test_plain_text_shows_a_headline_of_the_body_once(site: SiteOf) -> None:
    """Above."""
    built = site("# Harbor *opens*\n\nText.\n", {"Text.": "文。"})
    assert built.text("ja/harbor/index.txt") == "Harbor opens\n\n文。\n"


def test_markdown_is_the_article_with_its_translations(harbor: Site) -> None:
    """The very text that was verified; the original's is the author's to the byte."""
    (article,) = harbor.built.articles
    builder = Builder(require_project(harbor.root), EVERYTHING, dry_run=True)
    for translation in builder.translations(article.article, []):
        assert harbor.text(f"{translation.locale}/harbor/index.md") == translation.source
    assert harbor.text("en/harbor/index.md") == (harbor.root / "source_text/harbor.md").read_text()
    assert "\ntitle: 港が開く\n" in harbor.text("ja/harbor/index.md")


def test_markdown_keeps_line_ends(site: SiteOf) -> None:
    """CRLF and a byte order mark, too."""
    built = site("\ufeff---\r\ntitle: A\r\n---\r\n\r\nText.\r\n", {"Text.": "文。"})
    assert built.text("ja/harbor/index.md") == "\ufeff---\r\ntitle: A\r\n---\r\n\r\n文。\r\n"


def test_images_of_the_markdown_edition_lie_beside_it(harbor: Site) -> None:
    """At the address that it says."""
    assert "](images/crane.svg " in harbor.text("ja/harbor/index.md")
    for edition in ("en", "ja", "bilingual"):
        assert harbor.path(f"{edition}/harbor/images/crane.svg").is_file()
