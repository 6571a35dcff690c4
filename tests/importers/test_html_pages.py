"""Whole pages: the article without what sites put around it and into it, and what they say of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from tests.importers.html_pages import SHELLS, article, document_of, in_shell, texts, without_addresses
from tests.judges import shared_data

from taiyaku.importers.html import from_html

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.importers.imported import Imported

_KEPT = 0.99
_ADDED = 0.01
_ARTICLE = (
    "<p>The harbor was opened on Wednesday, and people came from both towns to see the ships.</p>"
    "<p>“We waited for ten years,” the mayor said, and then she cut the ribbon, which was blue.</p>"
    "<h2>What comes next</h2><p>A ferry is to run from the summer on, twice a day at first.</p>"
)

_OF_SHELLS: dict[str, set[str]] = {
    "en-manual.html": {"How it all fits together"},
    "en-wire.html": {"Boats in the rain", "Boats in the rain. Photograph: A. Nother"},
    "ja-chihou.html": {"港に並ぶ船＝1日、海辺町"},
}
"""What a site adds that belongs to the article: a lead, the picture under the headline."""


@pytest.mark.parametrize("shell", sorted(SHELLS.glob("*.html")), ids=lambda path: path.stem)
def test_article_without_chrome(shell: Path) -> None:
    """Of a page everything of the article is taken, and hardly anything else."""
    locale = shell.name[:2]
    own = {f"<p>{text}</p>" for text in _OF_SHELLS.get(shell.name, ())}
    expected = missing = added = 0
    for path in sorted(shared_data("markdown_pairs").glob(f"*.{locale}.md"))[::5]:
        original = article(path)
        alone = _segments(from_html(original.html), locale)
        imported = from_html(in_shell(original, shell))
        found = _segments(imported, locale)
        expected += alone.total()
        missing += (alone - found).total()
        added += sum(count for (_, text), count in (found - alone).items() if text not in own)
        assert imported.metadata["title"] == original.title
        assert imported.metadata["locale"] == locale
        assert not any("letters missing" in str(remark.what) for remark in imported.remarks)
    assert expected - missing >= _KEPT * expected
    assert added <= _ADDED * expected


def _segments(imported: Imported, locale: str) -> Counter[tuple[str, str]]:
    return Counter(without_addresses(each) for each in texts(document_of(imported, locale)) if each[0] != "headline")


def _page(head: str = "", before: str = "", lang: str = "en") -> Imported:
    return from_html(
        f'<!doctype html><html lang="{lang}"><head>{head}</head><body><article>{before}'
        f'<div class="text">{_ARTICLE}</div></article></body></html>'
    )


def _doubts(imported: Imported) -> list[str]:
    return [str(remark.what) for remark in imported.remarks if remark.doubtful]


@pytest.mark.parametrize(
    ("head", "before", "key", "value"),
    [
        (
            '<meta property="og:title" content="A | Site"><meta property="og:site_name" content="Site">',
            "",
            "title",
            "A",
        ),
        ("<title>A - Site</title>", "<h1>A</h1>", "title", "A"),
        ("<title>題（港新聞）</title>", "<h1>題</h1>", "title", "題"),
        ("", '<h1>A</h1><p class="standfirst">Deck</p>', "deck", "Deck"),
        ('<meta name="description" content="Sum">', "", "description", "Sum"),
        ("", '<h1>A</h1><p class="byline">By A. Writer</p>', "byline", "By A. Writer"),
        ("", "<h1>A</h1><div>By Ann Writer and Ben Other</div>", "byline", "By Ann Writer and Ben Other"),
        ('<meta name="author" content="Ann">', "", "authors", ("Ann",)),
        ('<meta name="author" content="山田花子">', "", "byline", "山田花子"),
        ("", '<a rel="author" href="/a">Ann</a>', "authors", ("Ann",)),
        ('<meta property="article:published_time" content="2026-04-01T10:00">', "", "date", "2026-04-01"),
        ("", '<time datetime="2026-04-01">yesterday</time>', "date", "2026-04-01"),
        ("", '<p class="date">2026年4月1日</p>', "date", "2026-04-01"),
        ("", '<time datetime="2026-03-31T22:00:00Z">2026-04-01</time>', "date", "2026-04-01"),
        ('<link rel="canonical" href="https://x.example/a">', "", "source_url", "https://x.example/a"),
        ('<meta property="og:site_name" content="Site">', "", "site", "Site"),
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, '
                '{"@type": ["NewsArticle"], "author": [{"name": "Ann"}, "Ben"]}]}</script>'
            ),
            "",
            "authors",
            ("Ann", "Ben"),
        ),
    ],
)
def test_metadata(head: str, before: str, key: str, value: str | tuple[str, ...]) -> None:
    """Each way of saying something of an article is understood, and nobody is made to doubt it."""
    imported = _page(head, before)
    assert imported.metadata[key] == value
    assert not _doubts(imported)


def test_nothing_is_invented() -> None:
    """What a page does not say is not in the metadata."""
    assert set(_page().metadata) == {"locale"}


@pytest.mark.parametrize(
    ("head", "before", "lang", "doubt"),
    [
        ('<meta property="og:title" content="B">', "<h1>A</h1>", "en", "another title, too: B"),
        (
            '<meta name="date" content="2026-01-01">',
            "<time datetime=2026-02-02>x</time>",
            "en",
            "another date, too: 2026-02-02",
        ),
        ('<meta name="author" content="Ann">', "<p class=byline>By Ben</p>", "en", "names Ann as author"),
        ("", "", "ja", "says that its language is ja"),
        ("<title>A long story | The Site</title>", "", "en", "may end with the name of the site"),
        (
            '<link rel="canonical" href="https://x.example/a"><meta property="og:url" content="https://y.example/b">',
            "",
            "en",
            "another address, too: https://y.example/b",
        ),
        (
            '<script type="application/ld+json">{"@type": "Article", "isAccessibleForFree": false}</script>',
            "",
            "en",
            "may hold its beginning only",
        ),
    ],
)
def test_contradictions(head: str, before: str, lang: str, doubt: str) -> None:
    """Where a page contradicts itself, a person is asked."""
    assert any(doubt in each for each in _doubts(_page(head, before, lang)))


@pytest.mark.parametrize(
    ("author", "byline", "authors"),
    [
        ("webmaster", "By Ann Lee", ("Ann Lee",)),
        ("備前新報", "記者 山田太郎", ("山田太郎",)),
        ("Ann Lee", "By Ann", ("Ann Lee",)),
    ],
)
def test_the_byline_wins_over_metadata(author: str, byline: str, authors: tuple[str, ...]) -> None:
    """Whom the byline names wrote the article; if it has no full name, those of the metadata stay."""
    imported = _page(f'<meta name="author" content="{author}">', f"<p class=byline>{byline}</p>")
    assert imported.metadata["authors"] == authors


def test_headline_is_not_doubled() -> None:
    """The headline is in the metadata and not in the body; the picture under it is in the body."""
    imported = _page(before='<h1>A</h1><p>Share</p><figure><img src="https://x.example/1.jpg" alt="Sea"></figure>')
    assert "# A" not in imported.body
    assert imported.body.startswith("![Sea](https://x.example/1.jpg)\n\nThe harbor")


def test_left_out_is_told() -> None:
    """What stood inside of the article and was left out is told with its beginning."""
    aside = '<div class="newsletter"><p>Get our mail</p></div><p hidden>Secret</p>'
    page = f"<!doctype html><body><article><h1>A</h1>{_ARTICLE}{aside}</article>"
    imported = from_html(page)
    told = [str(remark.what) for remark in imported.remarks]
    assert any("Get our mail" in each for each in told)
    assert any("hidden from readers: Secret" in each for each in told)
    assert "Get our mail" not in imported.body


def test_unreadable_linked_data() -> None:
    """JSON-LD that is none does not stop the import."""
    imported = _page('<script type="application/ld+json">{"@type": </script>')
    assert any("JSON-LD" in str(remark.what) for remark in imported.remarks)
