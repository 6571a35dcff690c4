"""What pages tell other programs: the same article under the same ids, in all its languages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.editions.html_page import Page

if TYPE_CHECKING:
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
