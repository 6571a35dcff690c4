"""Numerals, units and Latin letters in the HTML of vertical lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.editions.typesetting.breaks import breaks
from taiyaku.editions.typesetting.passages import Addition, Passage, Replace, Wrap, typeset
from taiyaku.editions.typesetting.vertical import set_vertically

_CASES = [
    (
        "<p>11月14日</p>",
        "<p>十一月十四日</p>",
        '<p><span class="upright">11</span>月<span class="upright">14</span>日</p>',
    ),
    ("<p>2026<b>年</b></p>", "<p>二〇二六<b>年</b></p>", "<p>２０２６<b>年</b></p>"),
    ("<p>1&#x2060;<b>冊</b></p>", "<p>一&#x2060;<b>冊</b></p>", "<p>１&#x2060;<b>冊</b></p>"),
    ("<p>A&amp;Bの5人</p>", "<p>A&amp;Bの五人</p>", "<p>A&amp;Bの５人</p>"),
    ("<p>え!?</p>", '<p>え<span class="upright">!?</span></p>', '<p>え<span class="upright">!?</span></p>'),
    ("<ruby>3月<rt>3がつ</rt></ruby>", "<ruby>三月<rt>3がつ</rt></ruby>", "<ruby>３月<rt>3がつ</rt></ruby>"),
]
_ALIKE = [
    "<p><code>12</code></p>",
    "<pre>12人</pre>",
    '<p lang="en">In 2026, 12 people came.</p>',
    '<p>彼は<span lang="en">12 Monkeys</span>を見た</p>',
    '<p>した。<sup class="footnote-ref"><a href="#fn-12">12</a></sup></p>',
    "<table><tr><td>12人</td></tr></table>",
    "<figure><figcaption>2026年</figcaption></figure>",
    '<p><a href="https://example.org/12">https://example.org/12</a></p>',
    "<p>A<b>12</b>B</p>",
]


@pytest.mark.parametrize(("html", "kanji", "upright"), _CASES)
def test_texts_change_and_tags_stay(html: str, kanji: str, upright: str) -> None:
    """By either rule, across tags and character references; a reading is not touched."""
    assert set_vertically(html, "ja", "kanji") == kanji
    assert set_vertically(html, "ja", "tate-chu-yoko") == upright


@pytest.mark.parametrize("html", _ALIKE)
def test_what_is_no_japanese_running_text_stays(html: str) -> None:
    """Code, other languages, numbers of notes, addresses, and what lies horizontally: tables and captions."""
    assert set_vertically(html, "ja", "kanji") == html


def test_of_a_page_only_its_pull_quotes_are_vertical() -> None:
    """What is said of them beside them is horizontal."""
    html = '<p>12人</p><p class="pull-quote">12人</p><p class="pull-quote source">―12日</p>'
    expected = '<p>12人</p><p class="pull-quote">十二人</p><p class="pull-quote source">―12日</p>'
    assert set_vertically(html, "ja", "kanji", within="pull-quote") == expected
    assert set_vertically("<p>12人</p>", "ja", "kanji", within="pull-quote") == "<p>12人</p>"


def test_groups_that_do_not_break_hold_what_they_held() -> None:
    """A number that has become longer is still in one piece with its counter."""
    html = typeset("<p>1,860冊の本があった。</p>", "ja", breaks)
    assert '<span class="unbroken">一八六〇冊</span>' in set_vertically(html, "ja", "kanji")


def test_a_replacement_is_whole_or_not_at_all() -> None:
    """Where a tag lies within it, the text stays; an element around it is put around what replaces it."""

    def add(passage: Passage) -> list[Addition]:
        return [Wrap(0, 3, "<b>", "</b>"), Replace(1, 3, "!")]

    assert typeset("<p>abcd</p>", "en", add) == "<p><b>a!</b>d</p>"
    assert typeset("<p>ab<i>cd</i></p>", "en", add) == "<p><b>ab</b><i><b>c</b>d</i></p>"


_INLINE = st.lists(
    st.one_of(
        st.text(alphabet="0123456789年人万%A. ", max_size=8),
        st.sampled_from(["<em>", "</em>", '<a href="x">', "</a>", "<br>", "<p>", "</p>", "<code>", "</code>"]),
    ),
    max_size=12,
).map("".join)


@given(_INLINE)
def test_no_tag_is_lost(html: str) -> None:
    """Whatever is written otherwise, the tags are the same in the same order."""
    tags = re.compile(r"<[^>]*>")
    assert tags.findall(set_vertically(html, "ja", "kanji")) == tags.findall(html)
