"""Markdown as plain text: the text edition, and titles in one line."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.plain import inline_text, plain_text

_LINES = ["\n", "\n\n", "    ", "> ", "- ", "1. ", "# ", "***\n", "|", "|-|-|\n", "\n: ", "[^1]: ", "[x] ", "\n<div>\n"]
_SIGNS = ["*", "`", "[", "](u)", "![", "[^1]", "<b>", "<rp>", "<!--", "&amp;", "\\", "{漢|か}", "a", "日本"]


def _text(markdown: str, **options: Any) -> str:
    return plain_text(events(markdown), **options)


class TestBlocks:
    @pytest.mark.parametrize(
        ("markdown", "text"),
        [
            ("", ""),
            ("a *b* **c** ~~d~~ `e` \\* &amp;", "a b c d e * &"),
            ("# A {#id}\nb\n\n## C ##\n", "A\n\nb\n\nC"),
            ("a\\\nb  \nc", "a\nb\nc"),
            ("- a\n- b\n  - c\n    1. d\n    2. e\n- f", "- a\n- b\n  - c\n    1. d\n    2. e\n- f"),
            ("a\n\n- b\n- c\n\nd", "a\n\n- b\n- c\n\nd"),
            ("9. a\n10. b\n\n    c", "9. a\n\n10. b\n\n    c"),
            ("- [x] a\n- [ ] b\n-\n- c", "- [x] a\n- [ ] b\n-\n- c"),
            ("> a\n> b\n>\n> > c\n\nd", "> a b\n>\n> > c\n\nd"),
            ("- a\n  > b\n  >\n  > c", "- a\n  > b\n  >\n  > c"),
            ("> [!NOTE]\n> a", "> a"),
            ("a\n\n    b\n\n      c\n\nd", "a\n\n    b\n\n      c\n\nd"),
            ("a\n\n***\n\nb", "a\n\n* * *\n\nb"),
            ("|a|b|\n|-|-:|\n|*c*<br>d|e\\|f|", "a | b\nc d | e|f"),
            ("a\n: b\n: c\n\n  d", "a\n  b\n  c\n\n  d"),
            ("a\n\n<!-- taiyaku: skip -->\n\nb", "a\n\nb"),
            ("<div>\n<p>a &amp; b</p>\n<script>\nc\n</script>\n<!-- d -->\n</div>\n\ne", "a & b\n\ne"),
            ("> <!-- a -->\n\nb", "b"),
        ],
    )
    def test_each_kind(self, markdown: str, text: str) -> None:
        """Each kind of block, alone and among others."""
        assert _text(markdown) == text

    def test_notes_by_number_at_the_end(self) -> None:
        """Notes in the order of their marks; labels do not mind case."""
        text = "[^x]: unused\n[^b]: B[^a]\n\na[^b] c[^A] d[^b]\n\n[^a]: A"
        assert _text(text) == "a[1] c[2] d[1]\n\n[1] B[2]\n[2] A\n[3] unused"

    def test_long_notes_are_divided(self) -> None:
        """Notes of several paragraphs need blank lines between them."""
        text = "a[^1][^2]\n\n[^1]: b\n\n    c\n\n[^2]: d"
        assert _text(text) == "a[1][2]\n\n[1] b\n\n    c\n\n[2] d"

    def test_deep_nesting_needs_no_deep_stack(self) -> None:
        """Python's limit of recursion is no limit for an article."""
        assert _text(">" * 2000 + "a").endswith("> a")
        assert _text("*a " * 2000 + " b*" * 2000).startswith("a a")


class TestInlines:
    @pytest.mark.parametrize(
        ("markdown", "text"),
        [
            ("[a](https://b.c/d)", "a <https://b.c/d>"),
            ("[a][]、b\n\n[a]: /c", "a </c>、b"),
            ("<https://a.b> [https://a.b](https://a.b/) [a.b](http://a.b)", "https://a.b https://a.b a.b"),
            ("<a@b.c>", "a@b.c"),
            ("[a](#b)", "a"),
            ("![a *b* `c`](u)", "[a b c]"),
            ("![a](u 'b c')", "[a] b c"),
            ("![](u 'b')", "b"),
            ("![](u)\n\na", "a"),
            ("[![a](u)](https://v.w)", "[a] <https://v.w>"),
            ("a<br>b <b>c</b> <!-- d -->", "a\nb c"),
        ],
    )
    def test_each_kind(self, markdown: str, text: str) -> None:
        """Links, images and raw HTML as words."""
        assert _text(markdown) == text

    def test_addresses_are_rewritten_or_left_out(self) -> None:
        """A publisher's addresses replace the article's."""
        assert _text("[a](b) [c](d)", url=lambda url: f"https://e/{url}" if url == "b" else "") == "a <https://e/b> c"
        assert _text("[a](b)", links=False) == "a"

    @pytest.mark.parametrize(
        ("markdown", "paren", "base"),
        [
            ("*a{漢字|かんじ}*", "a漢字（かんじ）", "a漢字"),
            ("`{漢字|かんじ}`", "{漢字|かんじ}", "{漢字|かんじ}"),
            ("{yes|no}", "{yes|no}", "{yes|no}"),
            ("|{漢字\\|かんじ}|\n|-|", "漢字（かんじ）", "漢字"),
            ("a <ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby> b", "a 漢字（かんじ） b", "a 漢字 b"),
            ("![{漢字|かんじ}](u '{漢字|かんじ}')", "[漢字] 漢字（かんじ）", "[漢字] 漢字"),
        ],
    )
    def test_readings(self, markdown: str, paren: str, base: str) -> None:
        """Readings in brackets or left out, also those in raw HTML; never in code."""
        assert _text(markdown) == paren
        assert _text(markdown, ruby="base") == base

    @pytest.mark.parametrize(
        ("markdown", "japanese"),
        [
            ("日本\n語", "日本語"),
            ("Apple\nPark", "Apple Park"),
            ("Hello,\nworld", "Hello, world"),
            ("2024\n年", "2024年"),
            ("**café**\n*au lait*", "café au lait"),
            ("日本）\n（語", "日本）（語"),
        ],
    )
    def test_lines_of_japanese_are_joined_without_a_space(self, markdown: str, japanese: str) -> None:
        """Only Latin words keep theirs."""
        assert _text(markdown, locale="ja-JP") == japanese

    def test_lines_of_english_are_joined_with_a_space(self) -> None:
        """Japanese words in English text, too."""
        assert _text("The mayor of\n備前\nsaid") == "The mayor of 備前 said"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("", ""),
        ("A *title*: `b` &amp; \\*", "A title: b & *"),
        ("2024. A year", "2024. A year"),
        ("# 1 of 2", "# 1 of 2"),
        ("- a", "- a"),
        ("> a", "> a"),
        ("***", "***"),
        ("    a", "a"),
        ("*a*", "a"),
        ("_a_", "a"),
        ("<b>a</b>", "a"),
        ("[a](https://b.c) note[^1]", "a note"),
        ("a\\\nb\n\nc", "a b c"),
        ("{漢字|かんじ}", "漢字"),
    ],
)
def test_a_fragment_is_one_line(markdown: str, text: str) -> None:
    """A title is no list, no heading and no quotation, whatever it begins with."""
    assert inline_text(markdown) == text


def test_a_japanese_fragment() -> None:
    """Its lines are joined, its readings shown on request."""
    assert inline_text("日本\n語", locale="ja") == "日本語"
    assert inline_text("{漢字|かんじ}", ruby="paren") == "漢字（かんじ）"


@settings(max_examples=150, deadline=None, database=None)
@given(
    st.lists(
        st.sampled_from(_LINES + _SIGNS),
        max_size=25,
    ).map("".join)
)
def test_no_text_fails_and_no_blank_stands_at_an_end(markdown: str) -> None:
    """Any text at all gives clean lines."""
    text = _text(markdown, locale="ja")
    assert all(line == line.rstrip(" \t") for line in text.split("\n"))
    assert not text.startswith("\n")
    assert "\n" not in inline_text(markdown)
