"""What is around the text: masthead, switcher, addresses, languages, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.editions.html_page import broken_ways, dangers, faults
from tests.editions.site import SETTINGS, Site, site_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.editions.html_page import Element, Page

JAPANESE = "---\ntitle: 港\ndeck: 海の町\nlocale: ja\ndate: 2026-05-02\n---\n\n本文。[前の記事](older.md#x)\n"
OLDER = "---\ntitle: Older\ndate: 2024-01-01\n---\n\nSee [the next](./harbor.md).\n"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site of two articles, one of each language."""
    translations = {"港": "Harbor", "海の町": "A town by the sea", "Older": "古い"}
    return site_of(tmp_path_factory.mktemp("two"), {"harbor.md": JAPANESE, "older.md": OLDER}, translations)


def labels(page: Page) -> list[tuple[str, str]]:
    """Return the language and text of each label of the switcher."""
    return [
        (piece.lang, piece.text)
        for item in page.root.one("nav").all("li")
        for piece in item.all("span")
        if not any(piece.all("span"))
    ]


def test_every_page_is_sound(harbor: Site, two: Site) -> None:
    """One h1, unique ids, links that lead somewhere, files that are there."""
    for site in (harbor, two):
        pages = site.pages()
        assert len(pages) >= 6
        for place, page in pages.items():
            assert dangers(page) == [], place
            assert faults(page) == [], place
            assert broken_ways(page, site.path(place)) == [], place


def test_every_page_says_its_language(two: Site) -> None:
    """The bilingual page and the first page: the original's, and the project's."""
    langs = {place: page.root.one("html").attributes["lang"] for place, page in two.pages().items()}
    assert langs == {
        "404.html": "en",
        "bilingual/harbor/index.html": "ja",
        "bilingual/older/index.html": "en",
        "en/harbor/index.html": "en",
        "en/index.html": "en",
        "en/older/index.html": "en",
        "index.html": "en",
        "ja/harbor/index.html": "ja",
        "ja/index.html": "ja",
        "ja/older/index.html": "ja",
    }


def has_japanese(text: str) -> bool:
    """Whether a text has kana or kanji."""
    return any("\u3040" <= character <= "\u9fff" for character in text)


def wrongly_marked(element: Element) -> list[str]:
    """Return the texts that are in another language than their element says."""
    found = []
    for piece in element.pieces:
        if not isinstance(piece, str):
            found += wrongly_marked(piece)
        elif piece.strip() and any(map(str.isalpha, piece)):
            right = element.lang.startswith("ja") if has_japanese(piece) else True
            found += [] if right else [piece]
    return found


def test_all_japanese_is_marked_as_such(harbor: Site, two: Site) -> None:
    """Names of the publication and of languages, too."""
    for site in (harbor, two):
        for place, page in site.pages().items():
            text = page.root.one("body")
            untranslated = "前の記事" if "harbor" in place else "\0"
            assert [piece for piece in wrongly_marked(text) if untranslated not in piece] == [], place


def test_the_switcher_names_languages_in_themselves(harbor: Site) -> None:
    """And the page of both; no flags."""
    expected = [("en", "English"), ("ja", "日本語"), ("ja", "対訳")]
    for edition in ("en", "ja", "bilingual"):
        page = harbor.page(f"{edition}/harbor/index.html")
        shown = [(span.lang, span.text) for span in page.root.one("nav").all("span") if "current" not in span.classes]
        assert [text for _, text in shown] == [text for _, text in expected]
        assert shown[1:] == expected[1:]
        (current,) = page.root.one("nav").all(**{"aria-current": "page"})
        assert current.name == "span"
        assert current.text == {"en": "English", "ja": "日本語", "bilingual": "対訳 EN–JA"}[edition]
        links = [(link.attributes.get("hreflang"), link.attributes["href"]) for link in page.root.one("nav").all("a")]
        both: list[tuple[str | None, str]] = [
            ("en", "../../en/harbor/index.html"),
            ("ja", "../../ja/harbor/index.html"),
        ]
        both.append((None, "../../bilingual/harbor/index.html"))
        assert links == [link for link in both if f"/{edition}/" not in link[1]]


def alternatives(page: Page) -> dict[str, str]:
    """Return the addresses of a page in other languages, feeds apart."""
    found = [element.attributes for element in page.root.all("link", rel="alternate")]
    return {each["hreflang"]: each["href"] for each in found if "type" not in each}


def test_addresses_with_a_base_url(harbor: Site) -> None:
    """Each page its own canonical address; all pages of an article the same set of alternatives."""
    alternates = {
        "en": "https://example.org/en/harbor/",
        "ja": "https://example.org/ja/harbor/",
        "x-default": "https://example.org/en/harbor/",
    }
    for edition in ("en", "ja", "bilingual"):
        page = harbor.page(f"{edition}/harbor/index.html")
        canonical = page.root.one("link", rel="canonical").attributes["href"]
        assert canonical == f"https://example.org/{edition}/harbor/"
        assert alternatives(page) == ({} if edition == "bilingual" else alternates)
        robots = [meta.attributes["content"] for meta in page.root.all("meta", name="robots")]
        assert robots == (["noindex, follow"] if edition == "bilingual" else [])
    lists = {"en": "https://example.org/en/", "ja": "https://example.org/ja/", "x-default": "https://example.org/"}
    for place in ("index.html", "en/index.html", "ja/index.html"):
        assert alternatives(harbor.page(place)) == lists


def test_addresses_without_a_base_url(two: Site) -> None:
    """There are none: they would have to be absolute."""
    for page in two.pages().values():
        assert not list(page.root.all("link", rel="canonical"))
        assert not list(page.root.all("link", rel="alternate"))


def test_links_between_articles_stay_in_the_edition(two: Site) -> None:
    """Whatever language they were written in."""
    for edition in ("en", "ja", "bilingual"):
        link = next(two.page(f"{edition}/harbor/index.html").main.one("article").all("a", href="../older/index.html#x"))
        assert link.text == "前の記事"
        assert list(two.page(f"{edition}/older/index.html").main.all("a", href="../harbor/index.html"))


def test_the_page_is_described(harbor: Site) -> None:
    """In its language; by the deck where there is no description."""
    described = {
        edition: harbor.page(f"{edition}/harbor/index.html").root.one("meta", name="description").attributes["content"]
        for edition in ("en", "ja", "bilingual")
    }
    assert described == {
        "en": "Two harbor towns sign.",
        "ja": "二つの港町が調印。",
        "bilingual": "Two harbor towns sign.",
    }
    assert harbor.page("en/harbor/index.html").root.one("title").text == "Harbor opens | The Harbor"
    assert harbor.page("ja/harbor/index.html").root.one("title").text == "港が開く｜港通信"


def test_lists_of_articles(two: Site) -> None:
    """The newest first; each with the links to its other editions."""
    for locale, headlines in (("en", ["Harbor", "Older"]), ("ja", ["港", "古い"])):
        entries = list(two.page(f"{locale}/index.html").root.all("section"))
        assert [entry.one("h2").text for entry in entries] == headlines
        assert [entry.one("time").attributes["datetime"] for entry in entries] == ["2026-05-02", "2024-01-01"]
        other = "日本語" if locale == "en" else "English"
        for entry in entries:
            links = [link.text for link in entry.one(class_="signature").all("a")]
            assert links == [other, "対訳 EN–JA"]
    first = two.page("index.html").root.all("section")
    assert [[a.text for a in entry.all("a")][:2] for entry in first] == [["Harbor", "港"], ["Older", "古い"]]


def test_a_project_without_articles_has_a_first_page(tmp_path: Path) -> None:
    """Which says so in its language."""
    site = site_of(tmp_path, {}, {})
    assert "There are no articles yet." in site.page("index.html").main.text
    assert faults(site.page("ja/index.html")) == []
    assert has_japanese(site.page("ja/index.html").main.one("p").text)


@pytest.mark.parametrize(("titles", "named"), [("", ["taiyaku"]), (SETTINGS, ["港通信", "The Harbor"])])
def test_the_publication_is_named_in_both_languages(tmp_path: Path, titles: str, named: list[str]) -> None:
    """In the masthead, if it has two names."""
    page = site_of(tmp_path, {"a.md": "# A\n"}, {}, titles).page("ja/a/index.html")
    masthead = page.root.one("a", class_="publication")
    assert [piece.text for piece in masthead.all()] == named
    assert [piece.lang for piece in masthead.all()] == ["ja", "en"][: len(named)]
