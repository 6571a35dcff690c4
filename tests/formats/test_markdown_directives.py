"""Directives in articles and in translations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.formats.casefile import Case, cases

from taiyaku.formats import parse, write
from taiyaku.formats.options import ReadOptions

if TYPE_CHECKING:
    from taiyaku.article.document import Document
    from taiyaku.formats.written import Written


def _read(source: str) -> Document:
    return parse(source, Path("a.md"), ReadOptions())


def _written(source: str, **texts: str) -> Written:
    """Write translations given by the text of their segment."""
    document = _read(source)
    indexes = {segment.text: index for index, segment in enumerate(document.segments)}
    return write(document, {indexes[text]: translation for text, translation in texts.items()})


@pytest.mark.parametrize("case", cases("directives.txt"), ids=lambda case: case.name)
def test_in_articles(case: Case) -> None:
    """What is skipped, noted and named, and what is reported; the source's bytes never change."""
    source, expected = case.texts
    document = _read(source)
    found = [" | ".join([segment.text, segment.context or "-", *segment.note]) for segment in document.segments]
    found += [f"! {problem}" for problem in document.problems]
    assert found == expected.splitlines()
    assert all(problem.severity == "warning" for problem in document.problems)
    assert write(document, {}).source == source


_OMIT = "<!-- taiyaku: omit: for readers in Torrance only -->"
_JOINED = "<!-- taiyaku: joined -->"


@pytest.mark.parametrize(
    ("source", "without"),
    [
        ("a\n\nX\n\nb\n", "a\n\nb\n"),
        ("a\n\nX\n", "a\n"),
        ("X\n\nb\n", "b\n"),
        ("X", ""),
        ("a\r\n\r\nX\r\n\r\nb", "a\r\n\r\nb"),
        ("# X\n\nb\n", "b\n"),
        ("# a\nX\n# b\n", "# a\n# b\n"),
        ("X\n===\nb\n", "b\n"),
        ("- a\n- X\n- b\n", "- a\n- b\n"),
        ("- [ ] X\n- b\n", "- b\n"),
        ("- X\n\nb\n", "b\n"),
        ("1. a\n\n   X\n2. b\n", "1. a\n2. b\n"),
        ("> X\n\nb\n", "b\n"),
        ("> a\n>\n> X\n\nb\n", "> a\n\nb\n"),
        ("> > X\n>\n> b\n", "> b\n"),
        ("a\n\n```\ncode\n```\n\nX\n\nb\n", "a\n\n```\ncode\n```\n\nb\n"),
        ("|X|b|\n|-|-|\n|c|d|\n", "||b|\n|-|-|\n|c|d|\n"),
        ("![X](u)\n", "![](u)\n"),
        ("![](u 'X')\n", "![](u '')\n"),
        ("a\n\nX\n: d\n", None),
        ("a[^1]\n\n[^1]: X\n\nb\n", "a[^1]\n\nb\n"),
        ("a\n\n[b]: u\nX\n\nc\n", None),
    ],
)
@pytest.mark.parametrize("directive", [_OMIT, _JOINED, "<!--taiyaku:omit-->"])
def test_left_out_in_translations(source: str, without: str | None, directive: str) -> None:
    """A segment goes with its markers and its blank lines; a cell and an image stay without words."""
    written = _written(source, X=directive)
    if without is None:
        assert set(written.refused) | {index for index, span in written.spans.items() if span is None}
        return
    assert written.refused == {}
    assert written.source == without


def test_all_left_out() -> None:
    """An article of which nothing is left is empty."""
    written = _written("# a\n\n- b\n  - c\n\n> d\n", a=_OMIT, b=_OMIT, c=_OMIT, d=_OMIT)
    assert written.refused == {}
    assert written.source.strip() == ""
    assert set(written.spans.values()) == {None}


def test_left_out_beside_translated() -> None:
    """Spans say where the others went."""
    written = _written("a\n\nb\n\nc\n", a="あ", b=_JOINED, c="う")
    assert written.source == "あ\n\nう\n"
    assert [span and span.of(written.source) for span in written.spans.values()] == ["あ", None, "う"]


def test_an_unknown_directive_as_a_translation() -> None:
    """It is refused, with the known ones named."""
    written = _written("a\n\nb\n", a="<!-- taiyaku: skip -->", b="い")
    assert str(written.refused[0].what) == "unknown directive “skip” as a translation"
    assert written.source == "a\n\nい\n"


@pytest.mark.parametrize(
    ("source", "translated"),
    [
        ("X\n", "一\n\n二\\\n三\n"),
        ("> X\n", "> 一\n>\n> 二\\\n> 三\n"),
        ("- X\n- b\n", "- 一\n\n  二\\\n  三\n- b\n"),
        ("- [ ] X\n", "- [ ] 一\n\n  二\\\n  三\n"),
        ("10. > X\n", "10. > 一\n    >\n    > 二\\\n    > 三\n"),
        ("a[^1]\n\n[^1]: X\n", "a[^1]\n\n[^1]: 一\n\n    二\\\n    三\n"),
        ("a\n: X\n", "a\n: 一\n\n  二\\\n  三\n"),
        ("X\r\n", "一\r\n\r\n二\\\r\n三\r\n"),
        ("# X\n", "# 一 二 三\n"),
        ("|X|\n|-|\n", "|一<br><br>二<br>三|\n|-|\n"),
    ],
)
def test_a_blank_line_begins_a_paragraph(source: str, translated: str) -> None:
    """And a line break is a hard one; where neither can stand, a space or <br> does."""
    written = _written(source, X="一\n\n二\n三")
    assert written.refused == {}
    assert written.source == translated
    assert written.spans[0] is not None
