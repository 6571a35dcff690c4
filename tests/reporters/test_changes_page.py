"""The page of `taiyaku changes`, as an independent reader sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.editions.html_page import Page, dangers, faults

from taiyaku.catalog.passages import ArticleChanges, ChangedNumber, Old, Passage
from taiyaku.catalog.rebuild import Part
from taiyaku.reporters.changes_page import changes_page
from taiyaku.span import Position, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

NOW = datetime.fromisoformat("2026-11-22T18:30:00+09:00")
HOSTILE = "<script>alert(1)</script> \"'&amp; <!-- x --> </style> \0 \u202e {{ 7 * 7 }} {% raw %}"


def passage(**values: object) -> Passage:
    """Return an edited passage of two sentences, one of which stands."""
    defaults: dict[str, object] = {
        "key": (None, "One. Two, too."),
        "number": 1,
        "role": "text",
        "kind": "edited",
        "state": "fuzzy",
        "source": "One. Two, too.",
        "translation": "一。二。",
        "olds": (Old("One. Two.", "一。二。"),),
        "old_source": "One. Two.",
        "old_translation": "一。二。",
        "parts": (Part("same", Span(0, 4), "One.", Span(0, 2)), Part("edited", Span(5, 14), "Two.", Span(2, 4))),
        "catalog_position": Position(28, 1),
    }
    return Passage(**(defaults | values))  # type: ignore[arg-type]  # values by name, for brevity


UNCHANGED = passage(
    key=(None, "Same."),
    number=2,
    kind="same",
    state="translated",
    source="Same.",
    translation="同じ。",
    old_translation="同じ。",
)
NEW = passage(
    key=(None, "Three."),
    number=3,
    kind="new",
    state="untranslated",
    source="Three.",
    translation="",
    old_source="",
    old_translation="",
    parts=(),
)
REMOVED = passage(
    key=(None, "Gone."),
    number=None,
    kind="removed",
    state="removed",
    source="",
    translation="",
    old_source="Gone.",
    old_translation="去った。",
    parts=(),
)


def article(passages: Iterable[Passage], slug: str = "harbor", title: str = "Harbor opens") -> ArticleChanges:
    """Return an article with these passages."""
    catalog = Path(f"locales/ja/LC_MESSAGES/{slug}.po")
    return ArticleChanges(slug, title, Path(f"source_text/{slug}.md"), "en", "ja", catalog, tuple(passages))


def page_of(*articles: ArticleChanges, language: str = "en") -> Page:
    """Return the page on articles, read strictly."""
    return Page(changes_page(articles, language, now=NOW))


ALL = [passage(), UNCHANGED, NEW, REMOVED]


def test_a_good_page() -> None:
    """One headline, no id twice, no link that leads nowhere, and nothing that runs or loads."""
    page = page_of(article(ALL), article(ALL, "bread", "Bread"))
    assert faults(page) == []
    assert dangers(page) == ["<style>"]
    assert not list(page.root.all("link"))
    policy = page.root.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_texts_are_in_their_languages() -> None:
    """Each side carries its language, and what changed in it is marked by elements, not by colour alone."""
    row = page_of(article([passage()])).root.one("div", id="harbor-ja-1")
    source, target = row.all("p", class_="text")
    assert (source.lang, target.lang) == ("en", "ja")
    assert [element.text for element in source.all("ins")] == [", too"]
    assert (source.text, target.text) == ("One. Two, too.", "一。二。")
    assert [element.text for element in target.all("mark")] == ["二。"]


def test_what_waits_comes_first_and_leads_to_its_passage() -> None:
    """Numbers and what there is to do stand above the passages, with links to them."""
    number = ChangedNumber("200", "250", found=False)
    page = page_of(article([passage(numbers=(number,)), NEW]))
    overview = page.root.one("header", class_="overview")
    assert [link.attributes["href"] for link in overview.all("a")] == ["#harbor-ja-1", "#harbor-ja-3", "#harbor-ja-1"]
    figures = overview.one("p", class_="figures")
    assert (figures.one("del").text, figures.one("ins").text) == ("200", "250")
    assert "not yet in the translation" in figures.text
    about = page.root.one("div", id="harbor-ja-1").one("p", class_="about").text
    assert "to be reworked: 1 of 2 sentences stand" in about
    assert "locales/ja/LC_MESSAGES/harbor.po:28" in about


def test_what_did_not_change_is_folded_away() -> None:
    """Unchanged passages stand between the others, closed, and say how many they are."""
    same = [replace(UNCHANGED, key=(None, f"S{number}"), number=number) for number in (2, 3)]
    passages = [passage(), *same, REMOVED]
    details = page_of(article(passages)).root.one("details")
    assert details.one("summary").text == "unchanged passages: 2"
    assert [row.attributes["id"] for row in details.all("div", class_="passage")] == ["harbor-ja-2", "harbor-ja-3"]


def test_hostile_texts_stay_texts() -> None:
    """Whatever an article, a translation or a title contains is shown, and does nothing."""
    hostile = passage(source=HOSTILE, translation=HOSTILE, old_source="", old_translation="", parts=())
    page = page_of(article([hostile, passage(key=(None, "x"), number=2, old_source=HOSTILE)], title=HOSTILE))
    assert dangers(page) == ["<style>"]
    assert faults(page) == []
    shown = HOSTILE.replace("\0", "\\u0000").replace("\u202e", "\\u202e")
    assert page.root.one("h2").text == shown
    assert [text.text for text in page.root.one("div", id="harbor-ja-1").all("p", class_="text")] == [shown, shown]


def test_the_page_speaks_the_readers_language() -> None:
    """The page's own words are in the reader's language, which it names."""
    assert page_of(article(ALL)).root.one("html").lang == "en"
    assert page_of(article(ALL), language="ja").root.one("html").lang == "ja"


@pytest.mark.parametrize(
    ("revision", "when", "says"),
    [
        ("", None, "since the translations were last approved"),
        ("3f2a9c1d4", None, "since revision 3f2a9c1d4"),
        ("3f2a9c1d4", NOW, "since 2026-11-22 18:30 (revision 3f2a9c1d4)"),
    ],
)
def test_the_page_says_what_it_compares_with(revision: str, when: datetime | None, says: str) -> None:
    """The head of the page names the state it compares with, and when it was made."""
    page = Page(changes_page([article(ALL)], "en", now=NOW, revision=revision, when=when))
    head = " ".join(page.root.one("p", class_="since").text.split())
    assert head == f"{says} as of 2026-11-22 18:30"


def test_nothing_to_tell() -> None:
    """A page without changes says so."""
    unchanged = passage(kind="same", state="translated", old_source="One. Two, too.")
    assert page_of(article([unchanged])).main.text.strip().endswith("Nothing waits: every translation is approved.")


def test_an_article_that_became_empty() -> None:
    """Where nothing is left of an article and of its translation, the page still says what will happen."""
    page = page_of(replace(article([]), catalog_state="behind"))
    assert faults(page) == []
    assert "The catalog is behind its article" in page.main.text
