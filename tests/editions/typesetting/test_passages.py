"""Additions go into the HTML of a page without touching a letter or a tag."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.editions.typesetting.passages import OBJECT, Addition, Insert, Passage, Wrap, typeset

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = {
    "blocks are passages": ("<p>one</p><p>two</p>", ["one", "two"]),
    "inline tags are none": ("<p>one <em>two</em> three</p>", ["one two three"]),
    "an item ends where its list begins": ("<ul><li>one<ul><li>two</li></ul></li></ul>", ["one", "two"]),
    "entities are characters": ("<p>a &amp; b &#x3042;</p>", ["a & b あ"]),
    "code is no text": ("<p>a <code>b c</code></p>", [f"a {OBJECT * 3}"]),
    "readings stand above": ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字", ["漢字"]),
    "a break is a line end": ("<p>one<br>two</p>", ["one\ntwo"]),
    "an image is an object": ('<p>one<img src="x.png" alt="a > b">two</p>', [f"one{OBJECT}two"]),
    "blank text is none": ("<ul>\n<li>one</li>\n</ul>", ["one"]),
}


def passages_of(text: str, lang: str = "en") -> list[Passage]:
    """Return the passages that a setter would see."""
    found: list[Passage] = []

    def see(passage: Passage) -> Iterator[Addition]:
        found.append(passage)
        yield from ()

    assert typeset(text, lang, see) == text
    return found


@pytest.mark.parametrize("name", CASES)
def test_what_a_passage_is(name: str) -> None:
    """A passage is what a reader reads in one go."""
    text, expected = CASES[name]
    assert [passage.text for passage in passages_of(text)] == expected


def test_a_passage_knows_its_place() -> None:
    """Language, element and classes are those around it; readings are known; only the end of a block is last."""
    text = (
        '<div class="a"><p lang="ja" class="b c">{}<em>の町</em></p><p>x<img src="y">z</p>text<ul><li>i</li></ul></div>'
    )
    first, second, third, _ = passages_of(text.format("<ruby>朝霧<rt>あさぎり</rt></ruby>"))
    assert (first.lang, first.element, first.classes) == ("ja", "p", frozenset("abc"))
    assert first.ruby == ((0, 2),)
    assert first.has_reading(1, 3)
    assert not first.has_reading(2, 4)
    assert (second.lang, second.is_last) == ("en", True)
    assert (third.text, third.element, third.is_last) == ("text", "div", False)


def test_additions_go_where_they_belong() -> None:
    """An element that would cut through tags is written in pieces, with its joint between them."""

    def add(passage: Passage) -> Iterator[Addition]:
        yield Wrap(0, 4, "<b>", "</b>", "+")
        yield Insert(len(passage.text), "!")

    assert typeset("<p>a&amp;<i>cd</i>e</p>", "en", add) == "<p><b>a&amp;</b>+<i><b>cd</b></i>e!</p>"


INLINE = st.lists(
    st.one_of(
        st.text(alphabet="ab一二あ。&<>\"'", max_size=6).map(lambda text: html.escape(text, quote=False)),
        st.sampled_from(["<em>", "</em>", '<a href="x>y">', "</a>", "<br>", "<p>", "</p>", "<code>", "</code>"]),
    ),
    max_size=12,
).map("".join)


@given(INLINE, st.data())
def test_nothing_else_changes(text: str, data: st.DataObject) -> None:
    """Whatever is added to whatever HTML, taking it out again gives the HTML, byte for byte."""

    def add(passage: Passage) -> Iterator[Addition]:
        start = data.draw(st.integers(0, len(passage.text) - 1))
        end = data.draw(st.integers(start + 1, len(passage.text)))
        yield Wrap(start, end, "\x01", "\x02", "\x03")
        yield Insert(data.draw(st.integers(0, len(passage.text))), "\x04")

    assert re.sub("[\x01-\x04]", "", typeset(text, "ja", add)) == text
