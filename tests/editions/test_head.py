"""What pages tell other programs: the same article under the same ids, in all its languages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.editions.html_page import Page

if TYPE_CHECKING:
    from tests.browser import Browser
    from tests.conftest import Newsroom

ARTICLE = """\
---
title: Harbor </script><b>opens</b> & grows
deck: Two towns meet
byline: By A and B
authors: [A, B]
date: 2026-04-01
image: harbor.png
---

It opened.
"""


def page(newsroom: Newsroom, locale: str) -> Page:
    """Return the article's page in a locale."""
    return Page((newsroom.root / f"build/{locale}/harbor/index.html").read_text("utf-8"))


def said(one: Page) -> dict[str, Any]:
    """Return what a page's JSON-LD says."""
    found: dict[str, Any] = json.loads(one.root.one("script", type="application/ld+json").text)
    return found


@pytest.fixture
def built(newsroom: Newsroom) -> Newsroom:
    """A site with one article, translated by a named person."""
    newsroom.write(
        "taiyaku.toml",
        'base_url = "https://harbor.example/news/"\n[site.title]\nen = "The Harbor Post"\nja = "港新聞"\n',
    )
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("source_text/harbor.png", "not really an image")
    assert newsroom.run("update").exit_code == 0
    newsroom.translate("harbor", {"Two towns meet": "二つの町が出会う"})
    assert newsroom.run("build").exit_code == 0
    return newsroom


def test_original_and_translation_name_each_other(built: Newsroom) -> None:
    """The id that a translation gives as its original is the original's, and the other way round."""
    english, japanese = said(page(built, "en")), said(page(built, "ja"))
    assert english["@id"] == "https://harbor.example/news/en/harbor/#article"
    assert japanese["translationOfWork"] == {"@id": english["@id"]}
    assert english["workTranslation"] == [{"@id": japanese["@id"]}]
    assert (english["inLanguage"], japanese["inLanguage"]) == ("en", "ja")
    assert japanese["author"] == [{"@type": "Person", "name": "A"}, {"@type": "Person", "name": "B"}]
    assert japanese["image"] == ["https://harbor.example/news/ja/harbor/harbor.png"]
    assert japanese["publisher"]["name"] == "港新聞"


def test_nothing_in_a_text_ends_the_script(built: Newsroom) -> None:
    """A headline with tags is text in JSON as well."""
    assert said(page(built, "en"))["headline"] == "Harbor </script><b>opens</b> & grows"


def test_open_graph(built: Newsroom) -> None:
    """A link that is shown elsewhere has its title, text, picture and languages."""
    found = [element.attributes for element in page(built, "ja").root.all("meta")]
    properties = [(each["property"], each["content"]) for each in found if "property" in each]
    assert ("og:locale", "ja_JP") in properties
    assert ("og:locale:alternate", "en_US") in properties
    assert ("og:description", "二つの町が出会う") in properties
    assert ("og:url", "https://harbor.example/news/ja/harbor/") in properties
    assert ("og:image", "https://harbor.example/news/ja/harbor/harbor.png") in properties


def test_without_an_address_nothing_is_said(newsroom: Newsroom) -> None:
    """Relative addresses mean nothing to other programs."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("build")
    text = (newsroom.root / "build/en/harbor/index.html").read_text("utf-8")
    assert "og:" not in text
    assert "ld+json" not in text


def metadata(one: Page) -> list[tuple[str, str]]:
    """Return the names and contents of a page's meta elements."""
    found = [element.attributes for element in one.root.all("meta")]
    return [(each.get("property") or each.get("name", ""), each.get("content", "")) for each in found]


def test_the_short_title_is_for_elsewhere(newsroom: Newsroom) -> None:
    """In the reader's language it goes before the headline; where only the headline is translated, that stands."""
    newsroom.write("taiyaku.toml", 'base_url = "https://harbor.example/"\n')
    newsroom.write("source_text/harbor.md", ARTICLE.replace("deck:", "short_title: It opens\ndescription: All\ndeck:"))
    newsroom.run("update")
    newsroom.translate("harbor", {"Harbor </script><b>opens</b> & grows": "港が開く", "Two towns meet": "町が会う"})
    newsroom.run("build")
    assert ("og:title", "It opens") in metadata(page(newsroom, "en"))
    assert said(page(newsroom, "en"))["alternativeHeadline"] == "It opens"
    assert ("og:title", "港が開く") in metadata(page(newsroom, "ja"))
    assert ("og:description", "町が会う") in metadata(page(newsroom, "ja"))
    newsroom.translate("harbor", {"It opens": "開港"})
    newsroom.run("build")
    assert ("og:title", "開港") in metadata(page(newsroom, "ja"))


def test_the_picture_for_a_link(built: Newsroom) -> None:
    """The article's own where it is no drawing, with words; a card of the author's before it; else there is none."""
    found = metadata(page(built, "ja"))
    assert ("twitter:card", "summary_large_image") in found
    assert ("og:image:alt", "Harbor </script><b>opens</b> & grows") in found
    assert built.read("build/ja/harbor/harbor.png") == "not really an image"
    built.write("source_text/harbor.md", ARTICLE.replace("harbor.png", "{src: harbor.png, alt: A quay}"))
    built.run("build")
    assert ("og:image:alt", "A quay") in metadata(page(built, "en"))
    built.write("source_text/card.jpg", "not an image either")
    built.write("source_text/harbor.md", ARTICLE.replace("image:", "card: card.jpg\nimage:"))
    built.run("build")
    assert ("og:image", "https://harbor.example/news/en/harbor/card.jpg") in metadata(page(built, "en"))
    assert said(page(built, "en"))["image"] == [
        "https://harbor.example/news/en/harbor/harbor.png",
        "https://harbor.example/news/en/harbor/card.jpg",
    ]
    built.write("source_text/harbor.svg", "<svg/>")
    built.write("source_text/harbor.md", ARTICLE.replace("harbor.png", "harbor.svg"))
    built.run("build")
    found = metadata(page(built, "en"))
    assert ("twitter:card", "summary") in found
    assert not any(name == "og:image" for name, _ in found)
    assert said(page(built, "en"))["image"] == ["https://harbor.example/news/en/harbor/harbor.svg"]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("https://elsewhere.example/a.png?w=3", ["https://elsewhere.example/a.png?w=3"]),
        ("//elsewhere.example/a.png", ["https://elsewhere.example/a.png"]),
        ("/a.png", ["https://harbor.example/a.png"]),
        ("data:image/png;base64,AAAA.png", []),
        ("javascript:alert(1)//a.png", []),
        ("{alt: no address}", []),
        ("[a.png, b.png]", []),
    ],
)
def test_a_picture_that_lies_elsewhere(newsroom: Newsroom, given: str, named: list[str]) -> None:
    """It is named by its whole address; what is none on the web is not named at all."""
    newsroom.write("taiyaku.toml", 'base_url = "https://harbor.example/"\n')
    newsroom.write("source_text/harbor.md", ARTICLE.replace("image: harbor.png", f"image: {given}"))
    newsroom.run("build")
    assert [content for name, content in metadata(page(newsroom, "en")) if name == "og:image"] == named
    assert said(page(newsroom, "en")).get("image", []) == named


def test_lists_say_what_they_are(built: Newsroom) -> None:
    """The publication's name in the list's language, and its address."""
    found = metadata(Page(built.read("build/ja/index.html")))
    assert ("og:type", "website") in found
    assert ("og:title", "港新聞") in found
    assert ("og:url", "https://harbor.example/news/ja/") in found
    assert not any(name.startswith("og:") for name, _ in metadata(Page(built.read("build/404.html"))))


@pytest.mark.parametrize(
    ("front", "catalog", "setting", "named"),
    [
        ("translator: Hana Yamada", "Yuka Mori", "翻訳部", "Hana Yamada"),
        ("translator: {ja: 山田花子, en: Hana Yamada}", "Yuka Mori", "翻訳部", "山田花子"),
        ("translator: {en: Hana Yamada}", "Yuka Mori", "翻訳部", "Yuka Mori"),
        ("translator: [A, B]", "", "翻訳部", "翻訳部"),
        ("tags: [a]", "FULL NAME", "翻訳部", "翻訳部"),
        ("tags: [a]", "", "", ""),
    ],
)
def test_who_is_named_as_translator(newsroom: Newsroom, front: str, catalog: str, setting: str, named: str) -> None:
    """Whom the article names, else the catalog, else the house; on the page and in JSON-LD, never on an original."""
    house = f'[site.translator]\nja = "{setting}"\n' if setting else ""
    newsroom.write("taiyaku.toml", f'base_url = "https://harbor.example/"\n{house}')
    newsroom.write("source_text/harbor.md", ARTICLE.replace("date:", f"{front}\ndate:"))
    newsroom.run("update")
    place = "locales/ja/LC_MESSAGES/harbor.po"
    header = f'"Last-Translator: {catalog} <a@example.org>\\n"'
    newsroom.write(place, newsroom.read(place).replace('"Last-Translator: \\n"', header))
    assert newsroom.run("build").exit_code == 0
    found = [each.text for each in page(newsroom, "ja").root.all("p", class_="translator")]
    assert found == ([f"翻訳：{named}"] if named else [])
    assert said(page(newsroom, "ja")).get("translator") == ({"@type": "Person", "name": named} if named else None)
    assert not list(page(newsroom, "en").root.all("p", class_="translator"))
    assert "translator" not in said(page(newsroom, "en"))


def test_a_browser_has_nothing_to_complain_of(built: Newsroom, browser: Browser) -> None:
    """A block of data is no script, so the page's policy does not block it, and nothing else is asked for."""
    with browser.tab() as tab:
        for place in ("en/harbor", "ja/harbor", "bilingual/harbor", "ja"):
            tab.open(built.root / f"build/{place}/index.html")
            assert tab.complaints == []
        tab.open(built.root / "build/ja/harbor/index.html")
        assert tab.run("JSON.parse(document.querySelector('script').text)['@type']") == "NewsArticle"
