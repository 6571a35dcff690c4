"""The site as a whole: feeds, the map for search engines, counterparts that name each other, the page for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from tests.editions.feed_rules import feed_faults, map_faults
from tests.editions.html_page import Page

if TYPE_CHECKING:
    from tests.conftest import Newsroom

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ROOT = "https://harbor.example/news/"
SETTINGS = f'base_url = "{ROOT}"\n[site.title]\nen = "The Harbor Post"\nja = "港新聞"\n'
ARTICLE = """\
---
title: Harbor <opens> & grows
deck: Two towns meet
byline: By A
date: 2026-04-0{n}
{more}
---

It opened {n} times.
"""


@pytest.fixture
def site(newsroom: Newsroom) -> Newsroom:
    """Two articles with a date, the second corrected later, and one without."""
    newsroom.write("taiyaku.toml", SETTINGS)
    newsroom.write("source_text/one.md", ARTICLE.format(n=1, more="tags: [a]"))
    newsroom.write("source_text/two.md", ARTICLE.format(n=2, more="updated: 2026-05-01"))
    newsroom.write("source_text/undated.md", "---\ntitle: Undated\n---\n\nIt opened.\n")
    assert newsroom.run("update").exit_code == 0
    assert newsroom.run("build").exit_code == 0
    return newsroom


def test_a_feed_has_what_readers_of_feeds_need(site: Newsroom) -> None:
    """Ids, titles, moments and links as RFC 4287 asks for them, the newest first; what has no date is not in it."""
    feed = ET.fromstring(site.read("build/ja/feed.xml").encode())  # noqa: S314 (our own)
    assert feed.attrib == {"{http://www.w3.org/XML/1998/namespace}lang": "ja"}
    assert feed.findtext(f"{ATOM}id") == f"{ROOT}ja/"
    assert feed.findtext(f"{ATOM}title") == "港新聞"
    assert feed.findtext(f"{ATOM}updated") == "2026-05-01T00:00:00Z"
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "self": f"{ROOT}ja/feed.xml",
        "alternate": f"{ROOT}ja/",
    }
    two, one = feed.findall(f"{ATOM}entry")
    assert two.findtext(f"{ATOM}id") == "tag:harbor.example,2026-04-02:ja/two"
    assert two.findtext(f"{ATOM}title") == "Harbor <opens> & grows"
    assert two.findtext(f"{ATOM}published") == "2026-04-02T00:00:00Z"
    assert two.findtext(f"{ATOM}updated") == "2026-05-01T00:00:00Z"
    assert one.findtext(f"{ATOM}updated") == "2026-04-01T00:00:00Z"
    assert one.findtext(f"{ATOM}summary") == "Two towns meet"
    assert [(link.get("rel"), link.get("hreflang")) for link in one.findall(f"{ATOM}link")] == [
        ("related", "en"),
        ("alternate", "ja"),
    ]


def test_counterparts_name_each_other(site: Newsroom) -> None:
    """Over the whole site: each page names all of its counterparts and itself, and each of these the same ones."""
    sets: dict[str, frozenset[tuple[str, str]]] = {}
    for file in (site.root / "build").rglob("*.html"):
        page = Page(file.read_text("utf-8"))
        links = [
            e.attributes for e in page.root.all("link") if "hreflang" in e.attributes and "type" not in e.attributes
        ]
        canonical = [e.attributes["href"] for e in page.root.all("link", rel="canonical")]
        if links:
            sets[canonical[0]] = frozenset((link["hreflang"], link["href"]) for link in links)
    assert len(sets) == 9  # three lists, three articles in two languages
    for address, counterparts in sets.items():
        assert address in {href for _, href in counterparts}
        assert all(sets[href] == counterparts for _, href in counterparts)


def test_the_map_names_the_pages_as_they_name_themselves(site: Newsroom) -> None:
    """Every page for search engines is in the map with its counterparts, and no other."""
    root = ET.fromstring(site.read("build/sitemap.xml").encode())  # noqa: S314 (our own)
    mapped = {url.findtext(f"{MAP}loc"): url for url in root.findall(f"{MAP}url")}
    canonical = set()
    for file in (site.root / "build").rglob("*.html"):
        page = Page(file.read_text("utf-8"))
        indexed = not any(page.root.all("meta", name="robots"))
        links = [e.attributes["href"] for e in page.root.all("link", rel="canonical")]
        canonical |= set(links) if indexed else set()
    assert set(mapped) == canonical
    two = mapped[f"{ROOT}ja/two/"]
    assert two.findtext(f"{MAP}lastmod") == "2026-05-01"
    assert {(link.get("hreflang"), link.get("href")) for link in two.findall(f"{XHTML}link")} == {
        ("en", f"{ROOT}en/two/"),
        ("ja", f"{ROOT}ja/two/"),
        ("x-default", f"{ROOT}en/two/"),
    }


def test_the_page_for_nothing_works_at_any_address(site: Newsroom) -> None:
    """Its links are counted from the site's root, and it is in every language."""
    page = Page(site.read("build/404.html"))
    assert [e.attributes["href"] for e in page.root.all("link", rel="stylesheet")] == ["/news/assets/taiyaku.css"]
    assert [e.lang for e in page.root.all("section")] == ["en", "ja"]
    assert [e.attributes["href"] for e in page.main.all("a")] == ["/news/en/index.html", "/news/ja/index.html"]


def test_without_an_address_there_are_no_feeds(newsroom: Newsroom) -> None:
    """Nothing on the site then names one either."""
    newsroom.write("source_text/one.md", ARTICLE.format(n=1, more="tags: [a]"))
    assert "Feeds and sitemap.xml are left out" in newsroom.run("build").stdout
    assert "Feeds and sitemap.xml are left out" not in newsroom.run("build", "--edition", "text").stdout
    assert not (newsroom.root / "build/en/feed.xml").exists()
    assert not (newsroom.root / "build/sitemap.xml").exists()
    assert "feed.xml" not in newsroom.read("build/en/index.html")


def test_search_engines_find_the_map(newsroom: Newsroom) -> None:
    """Where the site is a server's own, `robots.txt` leads to it; below one it would not be looked for."""
    newsroom.write("taiyaku.toml", SETTINGS)
    newsroom.run("build")
    assert not (newsroom.root / "build/robots.txt").exists()
    newsroom.write("taiyaku.toml", 'base_url = "https://harbor.example"\n')
    newsroom.run("build")
    assert newsroom.read("build/robots.txt") == "User-agent: *\nAllow: /\nSitemap: https://harbor.example/sitemap.xml\n"


def test_feeds_and_the_map_are_what_their_rules_say(site: Newsroom) -> None:
    """RFC 4287 and the protocol of sitemaps, also where there is nothing to tell yet."""
    for locale in ("en", "ja"):
        assert feed_faults((site.root / f"build/{locale}/feed.xml").read_bytes()) == []
    assert map_faults((site.root / "build/sitemap.xml").read_bytes()) == []
    for article in (site.root / "source_text").iterdir():
        article.unlink()
    site.run("build")
    assert feed_faults((site.root / "build/ja/feed.xml").read_bytes()) == []
    assert map_faults((site.root / "build/sitemap.xml").read_bytes()) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<updated>2026-05-01T00:00:00Z</updated>", "", "updated stands 0 times"),
        ("T00:00:00Z</published>", "</published>", "no moment (3.3): 2026-04-02"),
        ("tag:harbor.example,2026-04-01:ja/one", "tag:harbor.example,2026-04-02:ja/two", "stands twice"),
        ("<name>港新聞</name>", "<name> </name>", "an author without a name"),
        ('rel="self"', 'rel="via"', "does not say where it is"),
        ('rel="related"', 'rel="alternate"', ""),  # another language: allowed
        (
            'rel="related" href="https://harbor.example/news/en/one/" type="text/html" hreflang="en"',
            'rel="alternate" href="a"',
            "no address",
        ),
        ("summary>", "words>", "unknown: words"),
    ],
)
def test_the_rules_notice_what_is_wrong(site: Newsroom, old: str, new: str, fault: str) -> None:
    """The judge of feeds is no rubber stamp."""
    text = site.read("build/ja/feed.xml")
    assert old in text
    found = feed_faults(text.replace(old, new).encode())
    assert any(fault in each for each in found) if fault else found == []
