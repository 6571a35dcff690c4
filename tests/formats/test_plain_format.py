"""Plain text articles: read, written, and nothing lost on the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.casefile import Case, cases

from taiyaku.formats import parse, write
from taiyaku.formats.options import ReadOptions

if TYPE_CHECKING:
    from taiyaku.article.document import Document

_TEXT = st.lists(
    st.sampled_from(
        ["\n", "\n\n", "\r\n", "\r", " ", "\t", "　", "\ufeff", "a", "b.", "日本", "。", "<!--", "-->", "taiyaku: skip"]
    ),
    max_size=20,
).map("".join)


def _read(source: str, locale: str = "en") -> Document:
    return parse(source, Path("a.txt"), ReadOptions(source_locale=locale))


@pytest.mark.parametrize("case", cases("plain.txt"), ids=lambda case: case.name)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_segments(case: Case, newline: str) -> None:
    """Paragraphs, a headline, directives; with every kind of line end."""
    source, expected = case.texts
    document = _read(source.replace("\n", newline), "ja" if "Japanese" in case.name else "en")
    found = [f"{segment.role}: {segment.text}" for segment in document.segments]
    found += [f"! {problem}" for problem in document.problems]
    assert found == expected.splitlines()
    assert write(document, {}).source == document.source


def test_contexts_notes_and_spans() -> None:
    """The headline has a context; directives give notes and names."""
    source = "\ufeffTitle\n\n<!-- taiyaku: note: n -->\n<!-- taiyaku: context: c -->\n\n one \n two \n"
    title, text = _read(source).segments
    assert (title.key, title.note) == (("headline", "Title"), ("headline",))
    assert (text.key, text.note) == (("paragraph:c", "one two"), ("paragraph", "n"))
    assert text.span.of(source) == "one \n two"


@pytest.mark.parametrize(
    ("source", "translation", "written"),
    [
        ("a.\n\nX.\n\nb.\n", "あ", "a.\n\nあ\n\nb.\n"),
        ("a.\n\nX.\n\nb.\n", "あ\n\nい\nう", "a.\n\nあ\n\nい う\n\nb.\n"),
        ("a.\r\n\r\nX.", "あ\n\nい", "a.\r\n\r\nあ\r\n\r\nい"),
        ("a.\rX.\r\rX.", "あ\n\nい", "a.\rX.\r\rあ\r\rい"),
        ("a.\n\nX.\n\nb.\n", "<!-- taiyaku: joined -->", "a.\n\nb.\n"),
        ("a.\n\nX.\n", "<!-- taiyaku: omit: why -->", "a.\n"),
        ("X.\n", "<!-- taiyaku: omit -->", ""),
        ("a.\n\nX.\n", "# あ", "a.\n\n# あ\n"),
        ("a.\n\nX.\n", "あ\n　い", "a.\n\nあ\n\n　い\n"),
        ("a.\n　b。\n　c。\n\nX.", "あ", "a.\n　b。\n　c。\n\nあ"),
    ],
)
def test_written(source: str, translation: str, written: str) -> None:
    """A translation takes its paragraph's place; a blank line in it begins a new one."""
    document = _read(source)
    index = max(i for i, segment in enumerate(document.segments) if segment.text == "X.")
    result = write(document, {index: translation})
    assert result.refused == {}
    assert result.source == written


@pytest.mark.parametrize(
    "translation",
    ["<!-- x -->", "文\n\n<!-- x -->", "文\n\n<!-- taiyaku: skip -->", "<!-- taiyaku: skip -->", "", " \n"],
)
def test_refused(translation: str) -> None:
    """What would be read as a comment, an unknown directive, and nothing at all."""
    source = "A title\n\nX.\n"
    result = write(_read(source), {1: translation})
    assert set(result.refused) == {1}
    assert result.source == source


def test_a_paragraph_stays_one_without_its_ideographic_space() -> None:
    """Japanese paragraphs divided by their indent only are divided by a blank line in English."""
    document = _read("　一。\n　二。\n　三。\n", "ja")
    written = write(document, {1: "Two.", 2: "Three."}, "en")
    assert written.source == "　一。\n\nTwo.\n\nThree.\n"
    assert [span and span.of(written.source) for span in written.spans.values()] == ["　一。", "Two.", "Three."]


def test_several_left_out() -> None:
    """Neighbours that are left out do not get into each other's way."""
    document = _read("a.\n\nb.\n\nc.\n")
    omit = "<!-- taiyaku: omit -->"
    assert write(document, {1: omit, 2: omit}).source.strip() == "a."
    assert write(document, {0: omit, 1: omit, 2: omit}).source.strip() == ""
    assert write(document, {0: omit, 1: omit}).source == "c.\n"


@settings(max_examples=400, deadline=None, database=None)
@given(source=_TEXT)
def test_any_text_keeps_its_bytes(source: str) -> None:
    """Nothing translated, nothing changed; a translation equal to its source changes nothing either."""
    document = _read(source, "ja")
    assert write(document, {}).source == source
    same = {index: segment.text for index, segment in enumerate(document.segments)}
    assert write(document, same).source == source


@settings(max_examples=400, deadline=None, database=None)
@given(source=_TEXT, translation=_TEXT)
def test_any_translation_reads_back(source: str, translation: str) -> None:
    """Every paragraph takes any text: refused one by one, or read back between its neighbours."""
    document = _read(source, "ja")
    for index, segment in enumerate(document.segments):
        if translation == segment.text or "taiyaku:" in translation:
            continue
        written = write(document, {index: translation}, "ja")
        again = [each.text for each in _read(written.source, "ja").segments]
        before = [each.text for each in document.segments[:index]]
        after = [each.text for each in document.segments[index + 1 :]]
        assert again[: len(before)] == before
        assert again[len(again) - len(after) :] == after
        middle = again[len(before) : len(again) - len(after)]
        if written.refused:
            assert written.source == source
        else:
            assert "".join("".join(middle).split()) == "".join(translation.split())
            assert middle
