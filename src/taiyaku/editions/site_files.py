"""The files of a site as a whole: lists of articles, feeds, what search engines read, the theme's assets."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from taiyaku.editions.edition import Artifact
from taiyaku.editions.feed import feed
from taiyaku.editions.site import HOME, STYLESHEET, feed_page, index_page
from taiyaku.editions.sitemap import sitemap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.editions.page_maker import PageMaker
    from taiyaku.editions.pages import Entry
    from taiyaku.editions.publication import Publication
    from taiyaku.theme.environment import Theme

NOT_FOUND = PurePosixPath("404.html")
SITEMAP = PurePosixPath("sitemap.xml")
ROBOTS = PurePosixPath("robots.txt")


def site_files(maker: PageMaker, theme: Theme, entries: Sequence[Entry]) -> Iterator[Artifact]:
    """Yield the files that all articles share. Feeds and the map need absolute addresses, and so a base URL."""
    publication = maker.publication
    for locale in publication.locales:
        page = theme.render("index.html", **maker.index(locale, entries)).encode()
        yield Artifact("index", locale, index_page(locale), page)
    yield Artifact("index", "", HOME, theme.render("home.html", **maker.home(entries)).encode())
    yield Artifact("index", "", NOT_FOUND, theme.render("404.html", **maker.not_found()).encode())
    yield from asset_files(theme)
    if publication.base_url:
        for locale in publication.locales:
            yield Artifact("feed", locale, feed_page(locale), feed(publication, locale, entries))
        yield Artifact("sitemap", "", SITEMAP, sitemap(publication, entries))
        if publication.root == "/":  # nobody looks for it deeper
            yield Artifact("file", "", ROBOTS, robots(publication))


def asset_files(theme: Theme) -> Iterator[Artifact]:
    """Yield what pages need to look as they should: the stylesheet, and what else the theme has."""
    for name, file in theme.assets.items():
        yield Artifact("file", "", STYLESHEET.parent / name, file)


def robots(publication: Publication) -> bytes:
    """Return what tells search engines where the map is, and that they may read all. Source: RFC 9309."""
    return f"User-agent: *\nAllow: /\nSitemap: {publication.file_address(SITEMAP)}\n".encode()
