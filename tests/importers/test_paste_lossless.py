"""Importing and reading back: no letter is lost, none is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.importers.pastes.measure import half
from tests.importers.reading import article_of, letters, letters_out
from tests.judges import shared_data

from taiyaku.importers.escape import escaped, reads_as
from taiyaku.importers.paste import from_paste

_MARKS = st.sampled_from(
    ["1. ", "# ", "## ", "* ", "- ", "> ", "`", "**", "_", "<b>", "<!-- ", "-->", "|", "[a](b)", "[^1]",
     "[^1]: ", "![x](y)",
     "&amp;", "\\", "~~", "```", "---", "===", ": ", "http://x.org/a_b_c", "{漢字|かんじ}", "\t", "\u3000", "    ",
     "Page 3",
     "By Ann Lee", "■", "・", "“", "”", "「", "」", "。", ". ", "Aug. 8", "2025年3月4日", "title: ", "{{x}}", "$1$"]
)  # fmt: skip
_TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
_WORDS = st.sampled_from(["harbor", "the", "Ann", "港が開く", "は", "船", "0", "x"])
_LINES = st.lists(st.lists(st.one_of(_MARKS, _TEXT, _WORDS), max_size=6).map("".join), max_size=8)


@given(st.lists(st.one_of(_MARKS, _TEXT), max_size=6).map("".join))
def test_escaping(text: str) -> None:
    """Any line of text reads as itself once it is escaped, as a paragraph and as a heading."""
    line = " ".join(text.split()).strip()
    if line:
        assert reads_as(escaped(line), line)
        assert reads_as(escaped(line, "heading"), line, "heading")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("1. First", "1\\. First"), ("snake_case and 2 * 3", "snake_case and 2 * 3"), ("*so*", "\\*so\\*"),
        ("a < b", "a < b"), ("<b>", "\\<b>"), ("AT&T", "AT&T"), ("&lt;", "\\&lt;"), ("[sic]", "[sic]"),
        ("# 1", "\\# 1"),
    ],
)  # fmt: skip
def test_no_more_backslashes_than_needed(text: str, markdown: str) -> None:
    """What is no mark-up where it stands keeps its looks, so that translators see clean texts."""
    assert escaped(text) == markdown


@given(_LINES)
def test_any_text(lines: list[str]) -> None:
    """Whatever is pasted comes out of the article again, or a remark says what was taken out."""
    paste = "\n".join(lines)
    assert letters_out(from_paste(paste)) == letters([paste])


@pytest.mark.parametrize("held_out", [False, True])
def test_pastes_of_articles(held_out: bool) -> None:
    """No letter is lost of thirty pastes made of articles, nor is one made up."""
    for paste in half(30, held_out=held_out):
        assert letters_out(from_paste(paste.text, paste.language)) == letters([paste.text]), paste.name


def test_a_newspaper_article() -> None:
    """A real paste gives the segments that a person sees: captions, a signature, a paragraph made whole."""
    text = shared_data("articles/torrance-bizen.raw.txt").read_text(encoding="utf-8")
    imported = from_paste(text)
    document = article_of(imported)
    roles = [segment.role for segment in document.segments]
    assert len(roles) == 24
    assert {role: roles.count(role) for role in set(roles)} == {"paragraph": 20, "caption": 2, "byline": 1, "staff": 1}
    assert "title" not in imported.metadata
    assert imported.asked == {"date": "Aug. 8"}
    assert any("chairman of the Japan America Society" in segment.text for segment in document.segments)
    assert any("rejoined" in str(remark.what) for remark in imported.remarks)
    assert letters_out(imported) == letters([text])
