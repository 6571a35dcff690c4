"""What of a Markdown article is translated, where it stands, and what its translator is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.formats.casefile import Case, cases

from taiyaku.formats import parse
from taiyaku.formats.options import DEFAULT_METADATA, ReadOptions

if TYPE_CHECKING:
    from taiyaku.article.document import Document, Segment


def _read(source: str, **options: object) -> Document:
    return parse(source, Path("a.md"), ReadOptions(**options))  # type: ignore[arg-type]  # the cases name the options


def _segment(source: str, **options: object) -> Segment:
    (segment,) = _read(source, **options).segments
    return segment


@pytest.mark.parametrize("case", cases("segments.txt"), ids=lambda case: case.name)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_segments(case: Case, newline: str) -> None:
    """Each kind of place, with every kind of line end."""
    source, expected = case.texts
    locale = "ja" if "Japanese" in case.name else "en"
    metadata = (*DEFAULT_METADATA, "image.alt")
    document = _read(source.replace("\n", newline), source_locale=locale, metadata=metadata)
    found = [f"{segment.role}: {segment.text}".replace("\n", "⏎") for segment in document.segments]
    assert found == expected.splitlines()
    assert document.problems == ()


@pytest.mark.parametrize(
    ("source", "exact", "prefix"),
    [
        ("# Title #\n", "Title", ""),
        ("## 題 {#id}\n", "題", ""),
        ("題\n=\n", "題", ""),
        ("  para\n  graph  \n", "para\n  graph", "  "),
        ("\ufeff日本\n", "日本", ""),
        ("> > a\n> > b\n", "a\n> > b", "> > "),
        ("- a\n  b\n", "a\n  b", "  "),
        ("10. [x] a\n    b\n", "a\n    b", "    "),
        ("-\ta\n\tb\n", "a\n\tb", " \t"),
        ("> 1. a\n>    b\n", "a\n>    b", ">    "),
        ("x[^1]\n\n[^1]: a\n    b\n".replace("x[^1]\n\n", ""), "a\n    b", "    "),
        ("> [^注]: a\n", "a", ">     "),
        ("\\*a\n", "\\*a", ""),
        ("[a][]\n\n[a]: u\n", "[a][]", ""),
        ("a\\\n", "a\\", ""),
        ("*a*\r\n", "*a*", ""),
        ("|a\\|b|\n|-|\n", "a\\|b", ""),
        ("![a](u)\n", "a", ""),
        ("---\ntitle:  'a' # b\n---\n", "'a'", ""),
        ("---\ntitle: >-\n  a\n  b\n---\n", ">-\n  a\n  b", ""),
        ("---\ntitle: あ い # b\n---\n", "あ い", ""),
    ],
)
def test_spans_are_exact(source: str, exact: str, prefix: str) -> None:
    """A span covers what is to be replaced and nothing else; the prefix begins its further lines."""
    segment = _segment(source)
    assert segment.span.of(source) == exact
    assert segment.prefix == prefix


@pytest.mark.parametrize(
    ("source", "context", "note"),
    [
        ("text", None, "paragraph"),
        ("- text", None, "item"),
        ("> text", None, "quote"),
        ("- > - text", None, "item"),
        ("[^1]: text", None, "footnote"),
        ("# text", "headline", "headline"),
        ("### text", "heading", "heading 3"),
        ("|text|\n|-|", "cell", "cell"),
        ("![text](a/b.jpg)", "alt", "alternative text: a/b.jpg"),
        ("![](a/b.jpg 'text')", "caption", "caption: a/b.jpg"),
        ("---\ntitle: text\n---\n", "headline", "headline"),
        ("---\ndeck: text\n---\n", "deck", "deck"),
    ],
)
def test_contexts_and_notes(source: str, context: str | None, note: str) -> None:
    """Running text shares its messages; every other role is a context of its own."""
    segment = _segment(source)
    assert segment.key == (context, "text")
    assert segment.note == (note,)


def test_only_named_keys_of_the_front_matter() -> None:
    """The settings say which; dotted ones reach into mappings."""
    source = "---\ntitle: a\nhero:\n  alt: b\n  url: c\nalt: d\n---\n"
    found = _read(source, metadata=("hero.alt",)).segments
    assert [(segment.role, segment.text) for segment in found] == [("hero.alt", "b")]


def test_metadata_are_texts() -> None:
    """Nothing is resolved: `no` is a text, and so is a date."""
    source = "---\nno: no\ndate: 2024-08-01\nn: 0x1F\nlist: [~, {a: 1_000}]\nempty:\n---\nbody"
    document = _read(source)
    assert document.metadata == {
        "no": "no",
        "date": "2024-08-01",
        "n": "0x1F",
        "list": ("~", {"a": "1_000"}),
        "empty": "",
    }
    assert document.source[document.body :] == "body"


def test_an_article_says_its_locale() -> None:
    """Its own word comes before the setting."""
    assert _read("---\nlocale: ja\n---\n").locale == "ja"
    assert _read("text", source_locale="ja").locale == "ja"


def test_the_headline() -> None:
    """The segment that titles lists and pages; none if nobody wrote one."""
    headline = _read("text\n\n# A").headline
    assert headline is not None
    assert headline.text == "A"
    assert _read("## A").headline is None


def test_formulas_alone_are_not_segments() -> None:
    """With `math`, a formula is code."""
    source = "$a+b$\n\n$$\nc\n$$\n\nhere $d$\n"
    assert [segment.text for segment in _read(source, math=True).segments] == ["here $d$"]
    assert len(_read(source).segments) == 3


def test_cells_that_a_table_loses_are_told_of() -> None:
    """More cells than the head has; a reading whose bar divides them is the usual reason."""
    document = _read("| a | b |\n|--|--|\n| x | {備前|びぜん} |\n| 1 | 2 |\n")
    assert [(p.severity, p.position) for p in document.problems] == [("warning", (3, 10))]
    assert not _read("| a | b |\n|--|--|\n| x | {備前\\|びぜん} |\n| 1 |\n").problems
