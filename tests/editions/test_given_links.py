"""Addresses for readers of another language: on pages, in Markdown, among the files, and before the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.editions.html_page import Page

if TYPE_CHECKING:
    from tests.conftest import Newsroom

ARTICLE = """\
---
title: Harbor opens
date: 2026-04-01
image: images/map.svg
links:
  ja:
    images/map.svg: images/map.ja.svg
    https://harbor.example/history: https://minato.example/あゆみ
---

Its [history](https://harbor.example/history) is [long](https://harbor.example/long).

![The harbor](images/map.svg "A map")
"""
SENTENCE = "Its [history](https://harbor.example/history) is [long](https://harbor.example/long)."


@pytest.fixture
def mapped(newsroom: Newsroom) -> Newsroom:
    """An article with a map and a link that Japanese readers have other ones for."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("source_text/images/map.svg", "<svg/>")
    newsroom.write("source_text/images/map.ja.svg", "<svg><title>地図</title></svg>")
    newsroom.run("update")
    return newsroom


def translated(newsroom: Newsroom, address: str) -> None:
    """Put in a translation whose first link leads to `address`, and build."""
    newsroom.translate("harbor", {SENTENCE: f"その[歴史]({address})は[長い](https://harbor.example/long)。"})
    assert newsroom.run("build").exit_code == 0


@pytest.mark.parametrize("address", ["https://harbor.example/history", "https://minato.example/あゆみ"])
def test_the_translation_has_its_own(mapped: Newsroom, address: str) -> None:
    """Whether the translator kept the address or wrote the other one; the original keeps its own."""
    translated(mapped, address)
    markdown = mapped.read("build/ja/harbor/index.md")
    assert "その[歴史](https://minato.example/あゆみ)は[長い](https://harbor.example/long)。" in markdown
    assert "image: images/map.ja.svg" in markdown
    page = Page(mapped.read("build/ja/harbor/index.html"))
    assert [each.attributes["src"] for each in page.main.all("img")] == ["images/map.ja.svg"]
    assert "地図" in mapped.read("build/ja/harbor/images/map.ja.svg")
    assert not (mapped.root / "build/ja/harbor/images/map.svg").exists()
    assert mapped.read("build/en/harbor/index.md") == ARTICLE
    assert not (mapped.root / "build/en/harbor/images/map.ja.svg").exists()


def test_the_bilingual_page_shows_both(mapped: Newsroom) -> None:
    """Two maps side by side, each with its caption."""
    translated(mapped, "https://harbor.example/history")
    page = Page(mapped.read("build/bilingual/harbor/index.html"))
    assert [each.attributes["src"] for each in page.main.all("img")] == ["images/map.svg", "images/map.ja.svg"]
    assert (mapped.root / "build/bilingual/harbor/images/map.ja.svg").exists()


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://harbor.example/history", False),
        ("https://minato.example/あゆみ", False),
        ("https://minato.example/みなと", True),
        ("https://harbor.example/histroy", True),
    ],
)
def test_the_checks_know_them(mapped: Newsroom, address: str, *, found: bool) -> None:
    """The given address is no change of address; any other one is."""
    translated(mapped, address)
    told = mapped.run("check", "--fail-on", "never").stdout
    assert ("url-changed" in told) == found
    assert "link-mismatch" not in told


def test_what_leads_nowhere_is_reported(newsroom: Newsroom) -> None:
    """An address that the article has not, a language without an edition, a file that is not there, another form."""
    newsroom.write("source_text/harbor.md", ARTICLE.replace("(images/map.svg", "(images/plan.svg"))
    newsroom.write("source_text/images/plan.svg", "<svg/>")
    newsroom.run("update")
    told = newsroom.run("build").stderr
    assert "“links” has" not in told  # the front matter has it
    assert "there is no file at images/map.svg" not in told
    newsroom.write("source_text/harbor.md", ARTICLE.replace("  ja:", "  fr: {a.svg: b.svg}\n  ja:"))
    newsroom.write("source_text/images/map.svg", "<svg/>")
    told = newsroom.run("build").stderr
    assert "links for fr, in which no edition is; known here: en, ja" in told
    assert "“links” has a.svg, which the article has not" in told
    assert told.count("there is no file at images/map.ja.svg") == 1
    newsroom.write("source_text/harbor.md", "---\ntitle: A\nlinks: {images/map.svg: images/map.ja.svg}\n---\n\nB.\n")
    assert "“links” does not say what takes the place of what" in newsroom.run("build").stderr


def test_a_given_file_may_not_lie_outside(mapped: Newsroom) -> None:
    """The front matter publishes nothing that a link could not."""
    (mapped.root.parent / "secret.svg").write_text("secret")
    mapped.write("source_text/harbor.md", ARTICLE.replace("images/map.ja.svg", "../../secret.svg"))
    mapped.run("build")
    assert not list((mapped.root / "build").rglob("secret.svg"))
