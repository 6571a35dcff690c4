"""The page of an article in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.editions.html_page import Element, dangers

from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.html import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.editions.html_page import Page
    from tests.editions.site import Site

    SiteOf = Callable[..., Site]

BRITISH = 'source_locale = "en-GB"\nlocales = ["en-GB", "ja"]\n'
UNTRANSLATED, OUTDATED = "まだ翻訳されていません", "翻訳の後に原文が改められています"


@pytest.fixture(scope="module")
def ja(harbor: Site) -> Page:
    """Return the page of the translation."""
    return harbor.page("ja/harbor/index.html")


@pytest.fixture(scope="module")
def en(harbor: Site) -> Page:
    """Return the page of the original."""
    return harbor.page("en/harbor/index.html")


def body(page: Page) -> Element:
    """Return the text of an article."""
    return page.root.one("div", class_="prose")


def test_the_head_has_headline_deck_byline_and_date(ja: Page, en: Page) -> None:
    """The date as readers of the language write it."""
    assert [ja.root.one("h1").text, ja.root.one(class_="byline").text] == ["港が開く", "編集部"]
    assert [en.root.one("h1").text, en.root.one(class_="byline").text] == ["Harbor opens", "By the desk"]
    for page, date in ((ja, "2026年4月1日"), (en, "April 1, 2026")):
        time = page.root.one("time")
        assert (time.text, time.attributes["datetime"]) == (date, "2026-04-01")


def test_a_british_edition_writes_the_date_its_way(site: SiteOf) -> None:
    """By the region of the locale."""
    built = site("---\ntitle: A\ndate: 2026-04-01\nlocale: en-GB\n---\n\nText.\n", settings=BRITISH)
    page = built.page("en-GB/harbor/index.html")
    assert page.root.one("time").text == "1 April 2026"
    assert page.root.one("html").attributes["lang"] == "en-GB"


def test_a_kicker_stands_above_the_headline(kitchen_sink: Site) -> None:
    """In the language of the headline, on the article's page and on the bilingual one."""
    head = kitchen_sink.page("ja/kitchen-sink/index.html").root.one("header", class_="head")
    first = next(head.all())
    assert (first.classes, first.text) == (["kicker"], "姉妹・友好都市")
    both = kitchen_sink.page("bilingual/kitchen-sink/index.html").root
    assert [(e.lang, e.text) for e in both.all(class_="kicker")] == [
        ("en", "Friendship cities"),
        ("ja", "姉妹・友好都市"),
    ]


def test_staff_stands_beside_the_byline(site: SiteOf) -> None:
    """On the article's page, the bilingual page and in plain text, each in its language."""
    article = "---\ntitle: A\nbyline: Mia Lund\nstaff: Harbor Times\n---\n\nText.\n"
    built = site(article, {"Mia Lund": "ミア・ルンド", "Harbor Times": "港時報"})
    for place in ("ja", "bilingual"):
        signatures = list(built.page(f"{place}/harbor/index.html").root.all("div", class_="signature"))
        names = [(p.classes, p.text) for p in signatures[-1].all("p")]
        assert names == [(["byline"], "ミア・ルンド"), (["staff"], "港時報")]
    assert "\nミア・ルンド\n港時報\n" in built.text("ja/harbor/index.txt")
    assert "\nMia Lund\nHarbor Times\n" in built.text("en/harbor/index.txt")


@pytest.mark.parametrize("date", ["soon", "2026-13-01", "2026-02-30", "''", "20260401"])
def test_what_is_no_date_is_not_shown(site: SiteOf, date: str) -> None:
    """Neither does it stop the build."""
    page = site(f"---\ntitle: A\ndate: {date}\n---\n\nText.\n").page("ja/harbor/index.html")
    assert not list(page.root.all("time"))


def test_headlines_have_no_mark_where_they_are_translated(ja: Page, en: Page) -> None:
    """And an original never has one."""
    assert ja.root.one("h1").attributes == {}
    assert not list(en.root.all(class_="untranslated")) + list(en.root.all(class_="outdated"))


def test_what_is_not_translated_is_marked_in_its_own_language(ja: Page) -> None:
    """A number is the same in both."""
    marked = list(body(ja).all(class_="untranslated"))
    assert [element.text for element in marked] == ["Nested two", "Tons", "The boat"]
    assert {element.attributes["lang"] for element in marked} == {"en"}
    assert {element.attributes["data-mark"] for element in marked} == {UNTRANSLATED}


def test_what_is_outdated_is_marked_in_the_language_of_the_page(ja: Page) -> None:
    """Its text is Japanese."""
    marked = list(ja.main.all(class_="outdated"))
    assert [element.text for element in marked] == ["二つの町が会う", "第二"]
    assert {element.lang for element in marked} == {"ja"}
    assert {element.attributes["data-mark"] for element in marked} == {OUTDATED}


def test_a_figure_is_in_the_language_of_its_caption(ja: Page) -> None:
    """Which is what a reader sees of it."""
    crane, boat = body(ja).all("figure")
    assert (crane.one("figcaption").text, crane.lang) == ("港のクレーン", "ja")
    assert (boat.one("figcaption").text, boat.lang) == ("The boat", "en")
    assert crane.one("img").attributes == {"src": "images/crane.svg", "alt": "クレーン"}


def test_provenance_says_how_current_a_translation_is(ja: Page, en: Page) -> None:
    """In the language of the page, with a link to the original."""
    said = ja.root.one(class_="provenance")
    assert "英語" in said.text
    assert "全29か所のうち4か所" in said.text
    assert "2か所" in said.text
    assert said.one("a").attributes == {"href": "../../en/harbor/index.html", "hreflang": "en"}
    assert en.root.one(class_="provenance").text.strip() == "This is the original, written in English."


def test_provenance_of_a_complete_translation(site: SiteOf) -> None:
    """Into English, with spaces between the sentences."""
    built = site("---\nlocale: ja\n---\n\n# 港が開く\n\n本文。\n", {"港が開く": "Harbor opens", "本文。": "Text."})
    said = built.page("en/harbor/index.html").root.one(class_="provenance").text.strip()
    assert said == (
        "This is a translation; the original is in Japanese. It is complete and follows the present original. "
        "Read the original"
    )


def test_the_translator_is_named_where_the_catalog_does(site: SiteOf, tmp_path: object) -> None:
    """Not the address, and not on the original's page."""
    built = site("# Harbor\n\nText.\n", {"Harbor": "港", "Text.": "文。"})
    path = built.root / "locales/ja/LC_MESSAGES/harbor.po"
    po = path.read_text()
    assert '"Last-Translator: \\n"' in po
    path.write_text(po.replace('"Last-Translator: \\n"', '"Last-Translator: Yuka Mori <y@example.org>\\n"'))
    again = site("# Harbor\n\nText.\n")
    assert again.page("ja/harbor/index.html").root.one(class_="translator").text == "翻訳：Yuka Mori"
    assert again.page("bilingual/harbor/index.html").root.one(class_="translator").text == "翻訳：Yuka Mori"
    assert not list(again.page("en/harbor/index.html").root.all(class_="translator"))
    assert "example.org" not in again.text("ja/harbor/index.html")


def test_ruby_is_marked_up_and_left_out_of_titles(ja: Page, site: SiteOf) -> None:
    """`rp` is for those without."""
    ruby = body(ja).one("ruby")
    assert [(piece.name, piece.text) for piece in ruby.all()] == [("rp", "（"), ("rt", "みなと"), ("rp", "）")]
    page = site("# Harbor\n\nText.\n", {"Harbor": "{朝霧|あさぎり}の港"}).page("ja/harbor/index.html")
    assert page.root.one("title").text.startswith("朝霧の港")
    assert page.root.one("h1").one("rt").text == "あさぎり"


def test_footnotes_stand_at_the_end_in_the_order_of_the_text(ja: Page, en: Page) -> None:
    """Each with links back to all of its references."""
    for page, first in ((en, "Built in 1904."), (ja, "4月1日。")):
        notes = list(body(page).one("section").all("li"))
        assert notes[0].text.strip().startswith(first)
        assert [len(list(note.all("a", class_="footnote-back"))) for note in notes] in ([2, 1], [1, 2])
    back = next(body(ja).all("a", class_="footnote-back"))
    assert back.attributes["aria-label"] == "本文に戻る"


def test_headings_have_the_same_anchors_in_every_language(ja: Page, en: Page) -> None:
    """Made of the original's words."""
    assert [heading.attributes["id"] for heading in body(en).all("h2")] == ["what-comes-next"]
    assert [heading.attributes["id"] for heading in body(ja).all("h2")] == ["what-comes-next"]


def test_anchors_are_unique_and_the_authors_own_win(site: SiteOf) -> None:
    """Also where two headings read the same, or like something of the page."""
    page = site("# T\n\n## A\n\n## A\n\n## B {#own}\n\n## own\n\n## main\n\n## 見出し！\n\n## !\n").page(
        "en/harbor/index.html"
    )
    ids = [heading.attributes.get("id") for heading in page.root.all("h2")]
    assert ids == ["a", "a-2", "own", None, None, "見出し", "section"]


def test_cells_are_aligned_by_classes(ja: Page) -> None:
    """The page's policy forbids inline styles."""
    heads = list(body(ja).all("th"))
    assert [cell.classes for cell in heads] == [["align-left"], ["align-right", "untranslated"]]


def test_wrapped_lines_of_japanese_meet_without_a_space(site: SiteOf) -> None:
    """Those of English with one."""
    page = site("---\nlocale: ja\n---\n\n# 題\n\n港は水曜日に\n開いた。\n").page("ja/harbor/index.html")
    assert body(page).one("p").text == "港は水曜日に開いた。"


def test_a_headline_in_the_body_is_shown_once(site: SiteOf) -> None:
    """Above, not in the text; with its links and notes."""
    article = "# A [link](https://example.org) to *read*[^1] {#top}\n\nText[^1].\n\n[^1]: Note.\n"
    built = site(article, {"A [link](https://example.org) to *read*[^1]": "*読む*[リンク](https://example.org)[^1]"})
    page = built.page("ja/harbor/index.html")
    headline = page.root.one("h1")
    assert headline.text == "読むリンク1"
    assert [link.attributes["href"] for link in headline.all("a")] == ["https://example.org", "#fn-1"]
    assert page.root.one("title").text.startswith("読むリンク")
    assert "1" not in page.root.one("title").text
    assert next(p.text for p in body(page).all("p")) == "Text1."
    assert not list(body(page).all("h1"))
    assert built.page("ja/index.html").root.one("h2").text == "読むリンク"


def test_further_headings_of_the_first_rank_go_below_the_headline(site: SiteOf) -> None:
    """A page has one h1; what was below them goes further down."""
    page = site("---\ntitle: T\n---\n\n# One\n\n## Two\n\n<h1>Raw</h1>\n").page("en/harbor/index.html")
    names = [element.name for element in page.main.all() if element.name in {"h1", "h2", "h3"}]
    assert names == ["h1", "h2", "h3", "h2"]


def test_an_article_without_a_headline_shows_its_file_name(site: SiteOf) -> None:
    """On all of its pages."""
    built = site("Text.\n")
    assert built.page("ja/harbor/index.html").root.one("h1").text == "harbor"
    assert dangers(built.page("ja/harbor/index.html")) == []


def test_a_headline_that_is_left_out_stays(site: SiteOf) -> None:
    """A page without one is no page: the original's is shown, and marked."""
    settings = '[editions]\nuntranslated = "omit"\n'
    for article in ("# Harbor\n\nText.\n", "---\ntitle: Harbor\n---\n\nText.\n"):
        page = site(article, {"Text.": "文。"}, settings).page("ja/harbor/index.html")
        headline = page.root.one("h1")
        assert (headline.text, headline.lang, headline.classes) == ("Harbor", "en", ["untranslated"])
        assert body(page).text.strip() == "文。"


@pytest.mark.parametrize(
    ("untranslated", "outdated", "shown"),
    [
        ("source", "older", ["One.", "二。", "三。"]),
        ("source", "source", ["One.", "Two.", "三。"]),
        ("source", "omit", ["One.", "三。"]),
        ("omit", "older", ["二。", "三。"]),
        ("omit", "source", ["Two.", "三。"]),
        ("omit", "omit", ["三。"]),
    ],
)
def test_policies(site: SiteOf, untranslated: str, outdated: str, shown: list[str]) -> None:
    """For what is not translated, and for what is outdated."""
    settings = f'[editions]\nuntranslated = "{untranslated}"\noutdated = "{outdated}"\n'
    built = site("# T\n\nOne.\n\nTwo.\n\nThree.\n", {"T": "題", "Two.": "~二。", "Three.": "三。"}, settings)
    assert [p.text for p in body(built.page("ja/harbor/index.html")).all("p")] == shown
    assert not built.refused


@pytest.mark.parametrize(
    ("policy", "translations"),
    [('untranslated = "refuse"', {"T": "題"}), ('outdated = "refuse"', {"T": "題", "One.": "~一。"})],
)
def test_a_refused_edition_is_not_there(site: SiteOf, policy: str, translations: dict[str, str]) -> None:
    """The original is, and nothing links to what is not."""
    built = site("# T\n\nOne.\n", translations, f"[editions]\n{policy}\n")
    assert built.refused
    assert not built.path("ja/harbor/index.html").exists()
    assert not built.path("bilingual/harbor/index.html").exists()
    page = built.page("en/harbor/index.html")
    assert [link.text for link in page.root.one("nav").all("li")] == ["English"]


@pytest.mark.parametrize(
    "markdown",
    [
        "A *b* `c` **d** ~~e~~.\n\n> Quote\n\n- a\n- b\n\n3. c\n4. d\n",
        "[link](https://example.org/?a=1&b=2 'title') <https://example.org> <a@example.org>\n",
        "| a | b |\n|---|---|\n| c | d |\n",
        "Hard\\\nbreak & &amp; < > \" '\n\nTerm\n: Definition\n",
    ],
)
def test_the_text_is_what_the_parser_makes_of_it(site: SiteOf, markdown: str) -> None:
    """Byte for byte where no option of an edition changes it; but for the empty elements' slashes, and keyboards."""
    page = site(f"---\ntitle: T\n---\n\n{markdown}").text("en/harbor/index.html").replace(' tabindex="0"', "")
    expected = render(events(markdown)).replace(" />", ">")
    assert expected in page.replace("&quot;", '"')
