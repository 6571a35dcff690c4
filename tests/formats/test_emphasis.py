"""Emphasis beside Japanese brackets: what the translator meant, in HTML and for every other reader of Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.formats import parse, write
from taiyaku.formats.markdown.emphasis import closed, opened
from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.html import render
from taiyaku.formats.options import ReadOptions

MEANT = {
    "彼は**「これ」**と言う": "彼は<strong>「これ」</strong>と言う",
    "今すぐ*『坊っちゃん』*を読もう。": "今すぐ<em>『坊っちゃん』</em>を読もう。",
    "**料金（税込み）**が上がった": "<strong>料金（税込み）</strong>が上がった",
    "は***「x」***と": "は<em><strong>「x」</strong></em>と",
    "彼は~~「これ」~~と__「あれ」__を": "彼は<del>「これ」</del>と<strong>「あれ」</strong>を",
    "**「あ」**と**「い」**を": "<strong>「あ」</strong>と<strong>「い」</strong>を",
    "**「*斜*」**と": "<strong>「<em>斜</em>」</strong>と",
    "**[地図](b)**と": '<strong><a href="b">地図</a></strong>と',
    "[は**「い」**と](b)の`**「`": '<a href="b">は<strong>「い」</strong>と</a>の<code>**「</code>',
    "**100%**の人": "<strong>100%</strong>の人",
    "は**{漢字|かんじ}**と": "は<strong>{漢字|かんじ}</strong>と",
    "**「a」**と **b": "<strong>「a」</strong>と **b",
}
"""What is emphasis to a person, and how every program then reads it."""

UNCHANGED = {
    "**強い**と": "it works as it is",
    "「**強い**」と": "the brackets stand outside",
    "備前焼*（注1）と萩焼*（注2）は": "two remarks",
    "値（3）*5と（4）*6": "two products",
    "*価格は税込み。": "a remark",
    r"\**「a」**と": "the author escaped it",
    "`**「x」**と`": "code",
    "A **“x”**and": "no Japanese letter is outside",
    "変数snake_「case」_と": "an underscore in a name",
    "**は「い」*と*う*」**と": "nobody knows what is meant",
}


def as_others_read(markdown: str) -> str:
    """Return the HTML of a paragraph as the parser itself writes it."""
    return render(events(markdown)).removeprefix("<p>").removesuffix("</p>\n")


@pytest.mark.parametrize("text", MEANT)
def test_marks_beside_brackets_work(text: str) -> None:
    """By references that read as the same letters, and a translator never sees."""
    assert as_others_read(text) != MEANT[text]
    assert as_others_read(closed(text)) == MEANT[text]
    assert opened(closed(text)) == text
    assert closed(closed(text)) == closed(text)


@pytest.mark.parametrize("text", UNCHANGED)
def test_nothing_else_is_touched(text: str) -> None:
    """Neither what works nor what is no emphasis."""
    assert closed(text) == text, UNCHANGED[text]


@given(st.text(st.sampled_from("*_~`\\[]()「」（）、。とはa &#x3068;\n"), max_size=30))
def test_closing_is_undone(text: str) -> None:
    """Whatever stands there, the translator's text comes back, unless it had such references before."""
    assert opened(closed(text)) in {text, opened(text)}


@pytest.mark.parametrize(
    "place", ["{}", "## {}", "{}\n===", "- {}", "> {}", "| A |\n|---|\n| {} |", "A[^1].\n\n[^1]: {}", "A\n: {}"]
)
@pytest.mark.parametrize("text", [text for text in MEANT if not text.endswith("**b")])
def test_a_translation_is_written_so_and_read_back(place: str, text: str) -> None:
    """In every place where emphasis may stand; it is not refused, and no reference is in what is read."""
    options = ReadOptions(source_locale="en")
    document = parse(f"# T\n\n{place.format('Put it here.')}\n", Path("a.md"), options)
    index = next(i for i, segment in enumerate(document.segments) if segment.text == "Put it here.")
    written = write(document, {index: text}, "ja")
    assert written.refused == {}
    assert MEANT[text] in render(events(written.source))
    again = parse(written.source, Path("a.md"), options)
    assert again.segments[index].text == text


@pytest.mark.parametrize("dialect", ["hugo", "mdx", "wikilinks", "attributes"])
def test_beside_the_tags_of_a_dialect(dialect: str) -> None:
    """A text with a tag is written and read back, too."""
    tag = {"hugo": "{{< icon >}}", "mdx": "<Icon />", "wikilinks": "[[Page]]", "attributes": "`a`{.b}"}[dialect]
    options = ReadOptions(source_locale="en", dialects=(dialect,))
    document = parse(f"A {tag} **b** c.\n", Path("a.md"), options)
    text = f"は**「い」**と{tag}を"
    written = write(document, {0: text}, "ja")
    assert written.refused == {}
    assert "&#x306F;**「い」**&#x3068;" in written.source
    assert parse(written.source, Path("a.md"), options).segments[0].text == text
