"""The card of an article: drawn by a browser where there is one, named by the pages where it is made."""

from __future__ import annotations

import shutil
import struct
from typing import TYPE_CHECKING

import pytest
from tests.editions.html_page import Page
from tests.judges import judge

from taiyaku import chromium
from taiyaku.editions import cards
from taiyaku.editions.cards import card_page
from taiyaku.workflow.builder import Builder
from taiyaku.workflow.built import Wanted

if TYPE_CHECKING:
    from tests.conftest import Newsroom

SETTINGS = """\
base_url = "https://harbor.example/"
[site.title]
en = "The Harbor Post"
ja = "港新聞"
[editions]
formats = ["html", "card"]
"""
ARTICLE = """\
---
title: Harbor <opens> after three years of dredging and two of talks
short_title: Harbor opens
date: 2026-04-01
image: images/crane.svg
---

It opened.
"""
WORDS = {"Harbor <opens> after three years of dredging and two of talks": "港が開く", "Harbor opens": "開港"}


@pytest.fixture
def carded(newsroom: Newsroom) -> Newsroom:
    """A project whose settings ask for cards."""
    newsroom.write("taiyaku.toml", SETTINGS)
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("source_text/images/crane.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>')
    newsroom.run("update")
    newsroom.translate("harbor", WORDS)
    return newsroom


def drawn_page(newsroom: Newsroom, locale: str) -> str:
    """Return the page that a card is drawn from."""
    project = newsroom.project()
    builder = Builder(project, Wanted(), dry_run=True)
    return card_page(builder.editions_of(project.articles()[0][0]), locale)


def without_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take all browsers away."""
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    monkeypatch.setattr(shutil, "which", lambda *_: None)


def test_cards_are_drawn_and_named(carded: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PNG of 1200 to 630 pixels for each language, which the pages name with its size."""
    monkeypatch.setenv(chromium.VARIABLE, judge("chromium"))
    assert carded.run("build").exit_code == 0
    cards = [(carded.root / f"build/{locale}/harbor/card.png").read_bytes() for locale in ("en", "ja")]
    assert all(card.startswith(b"\x89PNG") for card in cards)
    assert [struct.unpack(">II", card[16:24]) for card in cards] == [(1200, 630)] * 2
    assert cards[0] != cards[1]
    page = Page(carded.read("build/ja/harbor/index.html"))
    found = {
        each.attributes["property"]: each.attributes["content"]
        for each in page.root.all("meta")
        if "property" in each.attributes
    }
    assert found["og:image"] == "https://harbor.example/ja/harbor/card.png"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")


def test_the_page_needs_nothing_else(carded: Newsroom) -> None:
    """Its headline is the short one in its language, its picture is in it, and nothing on it leads elsewhere."""
    html = drawn_page(carded, "ja")
    page = Page(html)
    assert page.root.one("h1").text == "開港"
    assert page.root.one("body").classes == ["short", "pictured"]
    assert page.root.one("img").attributes["src"].startswith("data:image/svg+xml;base64,")
    assert [each.text for each in page.root.one("p", class_="signature").all("span")] == ["日本語", "2026年4月1日"]
    assert "http" not in html.replace("http-equiv", "")


def test_a_long_headline_is_set_smaller(carded: Newsroom) -> None:
    """By its width; without a picture it has all the room."""
    carded.write(
        "source_text/harbor.md", ARTICLE.replace("short_title: Harbor opens\n", "").replace("image:", "draft:")
    )
    page = Page(drawn_page(carded, "en"))
    assert page.root.one("body").classes == ["long"]
    assert page.root.one("h1").text == "Harbor <opens> after three years of dredging and two of talks"
    carded.write("source_text/harbor.md", ARTICLE.replace("images/crane.svg", "https://elsewhere.example/a.png"))
    assert not list(Page(drawn_page(carded, "en")).root.all("img"))


def test_without_a_browser_pages_name_the_articles_picture(carded: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """No card is named that is not there; the desk is told once."""
    without_browser(monkeypatch)
    carded.write("source_text/harbor.md", ARTICLE.replace("crane.svg", "crane.png"))
    carded.write("source_text/images/crane.png", "not really an image")
    result = carded.run("build")
    assert result.exit_code == 0
    assert result.stderr.count(str(cards.NO_CARDS.what)) == 1
    assert not list((carded.root / "build").rglob("card.png"))
    assert "https://harbor.example/ja/harbor/images/crane.png" in carded.read("build/ja/harbor/index.html")


def test_a_browser_that_is_named_must_be_there(carded: Newsroom) -> None:
    """A wrong path is a mistake in the settings."""
    carded.write("taiyaku.toml", f'{SETTINGS}chromium = "/nowhere/chromium"\n')
    result = carded.run("build")
    assert result.exit_code == 2
    assert "/nowhere/chromium" in result.stderr
    assert not (carded.root / "build").exists()
