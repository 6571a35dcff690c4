"""Renamed articles keep their catalogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.conftest import ARTICLE

if TYPE_CHECKING:
    from tests.conftest import Newsroom

PO = "locales/ja/LC_MESSAGES/{}.po"


def prepared(newsroom: Newsroom) -> None:
    """Make an article with one translated message."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.translate("harbor", {"Boats": "船"})


def test_by_command(newsroom: Newsroom) -> None:
    """Article, template and catalogs move together."""
    prepared(newsroom)
    result = newsroom.run("rename", "harbor", "port")
    assert result.exit_code == 0, result.stderr
    assert newsroom.read("source_text/port.md") == ARTICLE
    assert 'msgstr "船"' in newsroom.read(PO.format("port"))
    assert not (newsroom.root / PO.format("harbor")).exists()
    newsroom.run("update")
    assert "#: source_text/port.md" in newsroom.read(PO.format("port"))


def test_the_name_it_has(newsroom: Newsroom) -> None:
    """Nothing is to be moved, and that is said."""
    prepared(newsroom)
    result = newsroom.run("rename", "harbor", "harbor")
    assert (result.exit_code, result.stderr) == (2, "taiyaku: “harbor” has that name already; give another name\n")


def test_after_the_file_was_moved_by_hand(newsroom: Newsroom) -> None:
    """OLD is then the slug it had."""
    prepared(newsroom)
    (newsroom.root / "source_text/harbor.md").rename(newsroom.root / "source_text/port.md")
    assert newsroom.run("rename", "harbor", "port").exit_code == 0
    assert 'msgstr "船"' in newsroom.read(PO.format("port"))


def test_found_by_content(newsroom: Newsroom) -> None:
    """An update recognizes an article that was moved and edited."""
    prepared(newsroom)
    (newsroom.root / "source_text/harbor.md").unlink()
    newsroom.write("source_text/port.md", ARTICLE + "\nOne more.\n")
    result = newsroom.run("update")
    assert "port was harbor" in result.stdout
    assert 'msgstr "船"' in newsroom.read(PO.format("port"))
    assert not (newsroom.root / "locales/harbor.pot").exists()


def test_a_dry_run_moves_nothing_and_shows_the_merge(newsroom: Newsroom) -> None:
    """Also where the rename was only found by content."""
    prepared(newsroom)
    (newsroom.root / "source_text/harbor.md").rename(newsroom.root / "source_text/port.md")
    result = newsroom.run("update", "--dry-run")
    assert "would move" in result.stdout
    assert "+#: source_text/port.md" in result.stdout
    assert (newsroom.root / PO.format("harbor")).exists()


def test_another_article_is_not_taken_for_it(newsroom: Newsroom) -> None:
    """Less than half in common is another article; the old catalog is shown as an orphan."""
    newsroom.write("taiyaku.toml", '[memory]\nsuggest = "off"\n')
    prepared(newsroom)
    (newsroom.root / "source_text/harbor.md").unlink()
    newsroom.write("source_text/port.md", "# Another\n\nText.\n\nBoats\n")
    newsroom.run("update")
    assert 'msgstr "船"' not in newsroom.read(PO.format("port"))
    assert f"{PO.format('harbor')}  belongs to no article" in newsroom.run("status").stdout


def test_nothing_is_overwritten(newsroom: Newsroom) -> None:
    """What stands at the new place stays."""
    prepared(newsroom)
    newsroom.write(PO.format("port"), "mine")
    result = newsroom.run("rename", "harbor", "port")
    assert (result.exit_code, newsroom.read(PO.format("port"))) == (2, "mine")
    assert (newsroom.root / "source_text/harbor.md").exists()


def test_an_unknown_article(newsroom: Newsroom) -> None:
    """The nearest slug is named."""
    prepared(newsroom)
    result = newsroom.run("rename", "harbour", "port")
    assert result.exit_code == 2
    assert "did you mean “harbor”?" in result.stderr


def test_a_slug_in_the_front_matter_is_changed_there(newsroom: Newsroom) -> None:
    """A rename could not keep it."""
    newsroom.write("source_text/zz.md", "---\nslug: zed\n---\n# Z\n")
    newsroom.run("update")
    result = newsroom.run("rename", "zed", "yed")
    assert (result.exit_code, "front matter" in result.stderr) == (2, True)
    newsroom.write("source_text/zz.md", "---\nslug: yed\n---\n# Z\n")
    assert newsroom.run("rename", "zed", "yed").exit_code == 0
    assert (newsroom.root / PO.format("yed")).exists()


def test_no_two_articles_get_one_slug(newsroom: Newsroom) -> None:
    """The new one is compared with those in front matter, too."""
    prepared(newsroom)
    newsroom.write("source_text/zz.md", "---\nslug: zed\n---\n# Z\n")
    assert newsroom.run("rename", "harbor", "zed").exit_code == 2


@pytest.mark.parametrize("new", ["source_text/x.html", "source_text/", "elsewhere/x.md", "../x.md"])
def test_an_article_stays_an_article(newsroom: Newsroom, new: str) -> None:
    """It does not leave the folder of articles, nor change its format."""
    prepared(newsroom)
    assert newsroom.run("rename", "harbor", new).exit_code == 2
    assert (newsroom.root / "source_text/harbor.md").exists()


def test_catalogs_of_a_broken_article_are_not_given_away(newsroom: Newsroom) -> None:
    """It is still there, though it cannot be read at the moment."""
    newsroom.write("source_text/harbor.md", ARTICLE.replace("title:", "slug: zed\ntitle:"))
    newsroom.run("update")
    newsroom.translate("zed", {"Boats": "船"})
    newsroom.write("source_text/port.md", ARTICLE)
    newsroom.write("source_text/harbor.md", ARTICLE.replace("title:", "slug: zed\ntitle:").replace("]\n---", "]"))
    newsroom.run("update")
    assert 'msgstr "船"' in newsroom.read(PO.format("zed"))


def test_found_without_its_template(newsroom: Newsroom) -> None:
    """The catalogs tell as much, where templates are not kept."""
    prepared(newsroom)
    (newsroom.root / "locales/harbor.pot").unlink()
    (newsroom.root / "source_text/harbor.md").rename(newsroom.root / "source_text/port.md")
    newsroom.run("update")
    assert 'msgstr "船"' in newsroom.read(PO.format("port"))
