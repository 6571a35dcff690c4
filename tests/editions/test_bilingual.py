"""The bilingual page: each passage beside what it became."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.editions.html_page import dangers, faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.editions.html_page import Element, Page
    from tests.editions.site import Site

    SiteOf = Callable[..., Site]


@pytest.fixture(scope="module")
def page(harbor: Site) -> Page:
    """Return the bilingual page of the harbor article."""
    return harbor.page("bilingual/harbor/index.html")


def words(element: Element) -> str:
    """Return a text with its blanks made one."""
    return " ".join(element.text.split())


def rows(page: Page) -> list[tuple[str, ...]]:
    """Return the texts of the rows, one for each side."""
    found = []
    for row in page.root.all("div", class_="pair"):
        if "id" in row.attributes:
            sides = list(row.all("div", class_="prose")) or list(row.one("figure").all("div"))
            found.append(tuple(words(side) for side in sides))
    return found


def test_rows(page: Page) -> None:
    """Joined, omitted and split passages, lists in lists, what is shared, and nothing for a directive."""
    assert rows(page) == [
        ("The harbor opened1 on Wednesday2, and again1.", "港（みなと）は水曜日1に開いた2。再び2。"),
        ("What comes next", "次は"),
        ("A paragraph to leave out.", "訳文では省いています。"),
        ("A paragraph before a joined one. A joined paragraph.", "つないだ段落の前の段落。"),
        ("A paragraph that will be split.", "分けた段落。 その続き。"),
        ("First item", "第一"),
        ("Nested one", "入れ子の一"),
        ("Nested two", "Nested two"),
        ("More on nested two", "入れ子の二の続き 分けた続き"),
        ("Second item", "第二"),
        ("Bullet inside", "中の項目"),
        ("Third item", "第三"),
        ("Done task", "済んだ仕事"),
        ("Mind the tide.", "潮に注意。"),
        ("tide = 3",),
        ("",),
        ("ShipTons Maru1,200", "船Tons 丸1,200"),
        ("The crane", "港のクレーン"),
        ("The boat", "The boat"),
        ("Built in 1904. ↩ ↩2", "1904年完成。 ↩ ↩2"),
        ("April 1. ↩", "4月1日。 ↩"),
    ]


def test_numbers_of_rows_are_their_addresses(page: Page) -> None:
    """In order, and none is left out."""
    numbers = [row.attributes["id"] for row in page.root.all("div", class_="pair") if "id" in row.attributes]
    assert numbers == [f"p{number}" for number in range(1, len(numbers) + 1)]
    links = [link.attributes["href"] for link in page.root.all("a", class_="number")]
    assert links == [f"#{number}" for number in numbers]


def test_lists_go_on_counting(page: Page) -> None:
    """An item is a list of its own in its row, with the number it has; further blocks of it have no marker."""
    starts = [
        (words(item), item.parent.name, item.parent.attributes.get("start"), "continued" in item.parent.parent.classes)
        for row in page.root.all("div", class_="pair")
        for side in list(row.all("div", class_="prose"))[:1]
        for item in side.all("li")
        if item.parent and item.parent.parent and "fn" not in item.attributes.get("id", "")
    ]
    assert starts == [
        ("First item", "ol", None, False),
        ("Nested one", "ol", None, False),
        ("Nested two", "ol", "2", False),
        ("More on nested two", "ol", "2", True),
        ("Second item", "ol", "2", False),
        ("Bullet inside", "ul", None, False),
        ("Third item", "ol", "3", False),
        ("Done task", "ul", None, False),
    ]


def test_an_image_of_both_languages_stands_once(page: Page) -> None:
    """Above both captions, each in its language and state."""
    crane, boat = page.root.all("figure")
    assert [image.attributes for image in crane.all("img")] == [{"src": "images/crane.svg", "alt": "A crane"}]
    assert [(caption.lang, caption.text) for caption in crane.all("div")] == [
        ("en", "The crane"),
        ("ja", "港のクレーン"),
    ]
    assert [(caption.lang, caption.classes) for caption in boat.all("div")] == [
        ("en", ["side-source"]),
        ("en", ["side-target", "untranslated"]),
    ]


def test_sides_are_in_their_languages(page: Page) -> None:
    """What is not translated is in the original's, within the other side."""
    for row in page.root.all("div", class_="pair"):
        langs = [side.attributes["lang"] for side in row.all("div", class_="prose")]
        assert langs in ([], ["en", "ja"], ["en"])
    (nested,) = (e for e in page.root.all("p") if e.text == "Nested two" and "untranslated" in e.classes)
    assert nested.lang == "en"


def test_the_head_is_in_both_languages(page: Page) -> None:
    """One h1, the original's."""
    assert [(e.name, e.lang, e.text) for e in page.root.one("div", class_="headline").all()] == [
        ("h1", "en", "Harbor opens"),
        ("p", "ja", "港が開く"),
    ]
    assert [(e.lang, e.text) for e in page.root.all("p", class_="deck")] == [
        ("en", "Two towns meet"),
        ("ja", "二つの町が会う"),
    ]
    assert [(e.lang, e.text) for e in page.root.all("time")] == [("en", "April 1, 2026"), ("ja", "2026年4月1日")]
    assert [e.lang for e in page.root.all("p", class_="provenance")] == ["en", "ja"]


def test_what_policy_leaves_out_says_so(site: SiteOf) -> None:
    """It is not the translator who left it out."""
    built = site("# T\n\nOne.\n\nTwo.\n", {"T": "題", "Two.": "二。"}, '[editions]\nuntranslated = "omit"\n')
    assert rows(built.page("bilingual/harbor/index.html")) == [("One.", "まだ翻訳されていません"), ("Two.", "二。")]


def test_other_images_stand_each_on_its_side(site: SiteOf) -> None:
    """As do those in a list or beside words."""
    article = (
        "# T\n\n![A](a.svg)\n\n- ![B](b.svg 'B')\n\n![C](c.svg) ![D](d.svg)\n\n[![E](e.svg)](https://example.org)\n"
    )
    page = site(article).page("bilingual/harbor/index.html")
    assert len(list(page.root.all("div", class_="pictured"))) == 1
    assert len(list(page.root.all("img"))) == 9
    assert not list(page.root.all("figcaption"))[2:]


def test_images_without_words_do_not_shift_the_rows(site: SiteOf) -> None:
    """Words of an image that were left out leave the image."""
    article = "# T\n\n![A](a.svg 'B')\n\n![](b.svg)\n\n---\n\nText.\n\n***\n\n![C](c.svg)\n"
    left_out = "<!-- taiyaku: omit: not needed -->"
    page = site(article, {"A": left_out, "B": left_out, "Text.": "文。"}).page("bilingual/harbor/index.html")
    images = [image.attributes["src"] for image in page.root.all("img")]
    assert images == ["a.svg", "b.svg", "c.svg"]
    assert ("Text.", "文。") in rows(page)


def test_everything_left_out(site: SiteOf) -> None:
    """An empty side is still a side."""
    left_out = "<!-- taiyaku: omit: not needed -->"
    texts = {"One.": left_out, "Item": left_out, "Quote": left_out, "Note.": left_out, "H": left_out, "Cell": left_out}
    article = "# T\n\nOne.\n\n## H\n\n- Item\n\n> Quote\n\n| Cell |\n|---|\n| Cell |\n\n```\ncode\n```\n"
    page = site(article, texts).page("bilingual/harbor/index.html")
    said = "訳文では省いています。"
    assert rows(page) == [("One.", said), ("H", said), ("Item", said), ("Quote", said), ("Cell Cell", ""), ("code",)]
    assert faults(page) == dangers(page) == []


def test_anchors_of_two_languages_do_not_meet(site: SiteOf) -> None:
    """Each side has its own, and links within it stay in it."""
    article = "# T\n\n## A {#x}\n\nSee [A](#x) and[^1].\n\n[^1]: Note.\n"
    page = site(article, {"A": "あ", "See [A](#x) and[^1].": "[あ](#x)[^1]"}).page("bilingual/harbor/index.html")
    assert [e.attributes.get("id") for e in page.root.all("h2")] == ["s-x", "t-x"]
    assert [e.attributes["href"] for e in page.root.all("a") if e.text in {"A", "あ"}] == ["#s-x", "#t-x"]
    assert faults(page) == []


def test_japanese_originals_stand_on_the_left(site: SiteOf) -> None:
    """The page is in their language."""
    page = site("---\nlocale: ja\n---\n\n# 題\n\n本文。\n", {"本文。": "Text."}).page("bilingual/harbor/index.html")
    assert rows(page) == [("本文。", "Text.")]
    assert [e.lang for e in page.root.all("p", class_="provenance")] == ["ja", "en"]
