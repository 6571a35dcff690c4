"""What readers are told of changes: notes on what was put right, the last change, an original that has moved on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from tests.editions.html_page import Element, Page

from taiyaku.messages import translator

if TYPE_CHECKING:
    from tests.conftest import Newsroom

SETTINGS = 'base_url = "https://harbor.example/"\n[site.title]\nen = "The Harbor Post"\nja = "港新聞"\n'
ARTICLE = """\
---
title: Harbor opens
date: 2026-04-01
corrections:
- date: 2026-04-09
  text: It cost 3 million, not 3 billion.
- {date: 2026-05-01, text: "Built in 1904, not 1905."}
- date: 2026-05-02
  text: A name was misspelled.
  locale: ja
- date: 2026-05-03
  text: The photo showed another harbor.
---

It opened on Wednesday.

Both mayors came.
"""
WORDS = {
    "Harbor opens": "港が開く",
    "It cost 3 million, not 3 billion.": "費用は30億ではなく300万だった。",
    "Built in 1904, not 1905.": "建設は1905年ではなく{1904年|せんきゅうひゃくよねん}だった。",
    "A name was misspelled.": "人名に誤りがあった。",
    "The photo showed another harbor.": "<!-- taiyaku: omit: 日本語版に写真はない -->",
    "It opened on Wednesday.": "水曜日に開いた。",
    "Both mayors came.": "両市長も出席した。",
}
ja = translator("ja")


@pytest.fixture
def corrected(newsroom: Newsroom) -> Newsroom:
    """An article that was corrected four times, translated whole."""
    newsroom.write("taiyaku.toml", SETTINGS)
    newsroom.write("source_text/harbor.md", ARTICLE)
    assert newsroom.run("update").exit_code == 0
    newsroom.translate("harbor", WORDS)
    assert newsroom.run("build").exit_code == 0
    return newsroom


def page(newsroom: Newsroom, edition: str) -> Page:
    """Return the article's page."""
    return Page(newsroom.read(f"build/{edition}/harbor/index.html"))


def notes(section: Element) -> list[str]:
    """Return the notes in a section, each with its day."""
    return [" ".join(each.text.split()) for each in section.all("p")]


def test_each_edition_has_its_notes_the_newest_first(corrected: Newsroom) -> None:
    """In its language, with the day as its readers write it; one for another edition, or left out there, is not."""
    english = page(corrected, "en").main.one("section", class_="corrections")
    assert notes(english) == [
        "May 3, 2026 The photo showed another harbor.",
        "May 1, 2026 Built in 1904, not 1905.",
        "April 9, 2026 It cost 3 million, not 3 billion.",
    ]
    japanese = page(corrected, "ja").main.one("section", class_="corrections")
    assert [each.attributes["datetime"] for each in japanese.all("time")] == ["2026-05-02", "2026-05-01", "2026-04-09"]
    assert "人名に誤りがあった。" in notes(japanese)[0]
    assert any(japanese.all("ruby"))


def test_the_bilingual_page_and_plain_text_have_them_too(corrected: Newsroom) -> None:
    """Each side its own."""
    sides = list(page(corrected, "bilingual").main.all("section", class_="corrections"))
    assert [(side.lang, len(notes(side))) for side in sides] == [("en", 3), ("ja", 3)]
    assert corrected.read("build/en/harbor/index.txt").endswith(
        "Both mayors came.\n\nCorrections\n\nMay 3, 2026: The photo showed another harbor.\n\n"
        "May 1, 2026: Built in 1904, not 1905.\n\nApril 9, 2026: It cost 3 million, not 3 billion.\n"
    )
    assert "2026年5月1日　建設は1905年ではなく1904年だった。" in corrected.read("build/ja/harbor/index.txt")


def test_programs_are_told_of_the_last_change(corrected: Newsroom) -> None:
    """In JSON-LD, Open Graph, the feed and the map: by the last note that the edition has."""
    said = json.loads(page(corrected, "ja").root.one("script", type="application/ld+json").text)
    assert said["dateModified"] == "2026-05-02"
    assert said["correction"][0] == {
        "@type": "CorrectionComment",
        "text": "人名に誤りがあった。",
        "datePublished": "2026-05-02",
    }
    found = [each.attributes for each in page(corrected, "en").root.all("meta")]
    assert {"property": "article:modified_time", "content": "2026-05-03"} in found
    for locale, day in (("en", "2026-05-03"), ("ja", "2026-05-02")):
        feed = ET.fromstring(corrected.read(f"build/{locale}/feed.xml").encode())  # noqa: S314 (our own)
        assert feed.findtext("{*}entry/{*}updated") == f"{day}T00:00:00Z"
        assert f"<lastmod>{day}</lastmod>" in corrected.read("build/sitemap.xml")


def test_the_head_says_when_it_was_last_changed(corrected: Newsroom) -> None:
    """Beside the day of publication."""
    head = page(corrected, "en").main.one("header")
    assert [each.attributes["datetime"] for each in head.all("time")] == ["2026-04-01", "2026-05-03"]
    assert head.one("p", class_="updated").text == "Updated May 3, 2026"


def test_a_note_without_a_translation_stands_in_the_original(newsroom: Newsroom) -> None:
    """Marked as any other passage, in its language; its day in the reader's."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.run("build")
    first = next(page(newsroom, "ja").main.one("section", class_="corrections").all("p"))
    assert (first.lang, first.classes) == ("en", ["untranslated"])
    assert first.one("time").lang == "ja"


def test_translators_see_notes_as_such(corrected: Newsroom) -> None:
    """The role is the context of the message."""
    catalog = corrected.read("locales/ja/LC_MESSAGES/harbor.po")
    assert 'msgctxt "correction"\nmsgid "Built in 1904, not 1905."' in catalog


def test_a_page_that_is_behind_says_so_before_the_text(corrected: Newsroom) -> None:
    """With the day of the last change, and the way to the original; the original itself says nothing."""
    assert not list(page(corrected, "ja").main.all("p", class_="notice"))
    corrected.write("source_text/harbor.md", ARTICLE.replace("on Wednesday", "on Thursday"))
    corrected.run("update")
    corrected.run("build")
    told = page(corrected, "ja").main.one("p", class_="notice")
    day = ja("The original has changed since it was translated, last on {day}.").format(day="2026年5月3日")
    count = ja("Passages here that do not follow it yet: {count} of {total}.").format(count=1, total=7)
    assert told.text.startswith(day + count)
    assert told.one("a").attributes == {"href": "../../en/harbor/index.html", "hreflang": "en"}
    assert not list(page(corrected, "en").main.all("p", class_="notice"))


def test_without_a_day_the_notice_names_none(newsroom: Newsroom) -> None:
    """A day that nobody gave is not made up."""
    newsroom.write("source_text/harbor.md", "---\ntitle: Harbor\ndate: 2026-04-01\n---\n\nIt opened on Wednesday.\n")
    newsroom.run("update")
    newsroom.translate("harbor", {"It opened on Wednesday.": "水曜日に開いた。"})
    newsroom.write("source_text/harbor.md", "---\ntitle: Harbor\ndate: 2026-04-01\n---\n\nIt opened on Thursday.\n")
    newsroom.run("update")
    newsroom.run("build")
    told = page(newsroom, "ja").main.one("p", class_="notice").text
    assert told.startswith(ja("The original has changed since it was translated."))
    assert "年" not in told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("corrections: [{date: 2026-05-01}]", "a correction without a text"),
        ("corrections: [A note.]", "a correction without a text"),
        ("corrections: A note.", "a correction without a text"),
        ("corrections: [{text: A note.}]", "a correction without a date"),
        ("corrections: [{date: in May, text: A note.}]", "a correction without a date"),
        ("corrections: [{date: 2026-02-30, text: A note.}]", "a correction without a date"),
        ("corrections: [{date: 2026-05-01, text: A note., locale: fr}]", "a correction for fr, in which no edition is"),
        ("corrections: {date: 2026-05-01, text: A note.}", ""),
        ("corrections: []", ""),
    ],
)
def test_a_note_that_readers_would_not_see_is_reported(newsroom: Newsroom, given: str, told: str) -> None:
    """Once, as a warning with its file; the article is built."""
    newsroom.write("source_text/harbor.md", f"---\ntitle: Harbor\ndate: 2026-04-01\n{given}\n---\n\nIt opened.\n")
    newsroom.run("update")
    result = newsroom.run("build")
    assert result.exit_code == 0
    assert result.stderr.count("source_text/harbor.md: warning: ") == (1 if told else 0)
    assert told in result.stderr
