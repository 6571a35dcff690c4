"""The HTML that may reach a page. The payloads of tests/editions come through here, too."""

from __future__ import annotations

import pytest
from tests.editions.html_page import Page, dangers
from tests.editions.payloads import PAYLOADS

from taiyaku.theme.sanitize import Ids, sanitized

KEPT = [
    '<p lang="ja">港</p>',
    "<ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp></ruby>",
    '<a href="https://example.org/?a=b&amp;c=d" title="x">y</a>',
    '<a href="mailto:a@example.org">y</a>',
    '<a href="../b/index.html#c">y</a>',
    '<img src="a.png" alt="b">',
    '<ol start="3"><li value="4">x</li></ol>',
    '<td class="align-right">1</td>',
    '<p class="untranslated" data-mark="まだ">x</p>',
    '<time datetime="2026-04-01">x</time>',
    "<details><summary>x</summary>y</details>",
    '<section class="footnotes" role="doc-endnotes">x</section>',
    '<bdo dir="rtl">x</bdo>',
]


@pytest.mark.parametrize("html", KEPT)
def test_what_is_harmless_stays(html: str) -> None:
    """As it is."""
    wrapped = f"<table><tbody><tr>{html}</tr></tbody></table>" if html.startswith("<td") else html
    assert sanitized(wrapped) == wrapped


@pytest.mark.parametrize("name", PAYLOADS)
@pytest.mark.parametrize("frame", ["{}", "<p>{}</p>", '<p title="{}">x</p>', '<a href="{}">x</a>', "<td>{}"])
def test_what_is_not_harmless_goes(name: str, frame: str) -> None:
    """Wherever it stands; the result is whole HTML, and stays the same if it is sanitized again."""
    clean = sanitized(frame.format(PAYLOADS[name]), Ids())
    assert dangers(Page(clean)) == []
    assert sanitized(clean, Ids()) == clean


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<input type="text" name="password">', '<input disabled="" type="checkbox">'),
        ('<input type="checkbox" checked="">', '<input checked="" disabled="" type="checkbox">'),
        ("a\x00b\x1bc\x9bd\x7fe\tf\ng", "abcde\tf\ng"),
        ('<a href="java\x01script:x">y</a>', "<a>y</a>"),
        ('<a target="_blank" rel="x" href="a">y</a>', '<a href="a">y</a>'),
    ],
)
def test_cases(html: str, expected: str) -> None:
    """Forms, characters, targets."""
    page = Page(sanitized(html))
    assert [(e.name, e.attributes, e.text) for e in page.root.all()] == [
        (e.name, e.attributes, e.text) for e in Page(expected).root.all()
    ]
    assert page.root.text == Page(expected).root.text


def test_ids_go_without_a_place_to_keep_them_apart() -> None:
    """A headline stands on many pages."""
    assert sanitized('<b id="a">x</b>') == "<b>x</b>"


def test_ids_are_unique_and_prefixed() -> None:
    """With the links to them."""
    ids = Ids("s-", taken=["s-main"])
    html = (
        '<p id="a"></p><p id="a"></p><p id="main"></p><p id=""></p><p id="a b"></p><a href="#a">x</a><a href="#">y</a>'
    )
    assert sanitized(html, ids) == ('<p id="s-a"></p><p></p><p></p><p></p><p></p><a href="#s-a">x</a><a href="#">y</a>')
    assert sanitized('<b id="a">x</b><b id="c">y</b>', ids) == '<b>x</b><b id="s-c">y</b>'


def test_without_links_their_text_is_left() -> None:
    """For what is itself a link."""
    assert sanitized('<a href="x">a <b>c</b></a>', links=False) == "a <b>c</b>"
