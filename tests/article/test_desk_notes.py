"""The desk's notes in an article, from the directive to what a translator reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.article.directives import DeskNote, desk_note, desk_notes
from taiyaku.formats import parse
from taiyaku.formats.options import ReadOptions


@pytest.mark.parametrize(
    ("value", "note"),
    [
        ("2026-11-20: 200 is right", DeskNote("2026-11-20", "200 is right")),
        ("2026-11-20：二百人が正しい", DeskNote("2026-11-20", "二百人が正しい")),
        ("2026-11-20: it is 3: 2", DeskNote("2026-11-20", "it is 3: 2")),
        ("200 is right", None),
        ("2026-13-20: no such month", None),
        ("2026-11-20:", None),
    ],
)
def test_a_note_begins_with_its_date(value: str, note: DeskNote | None) -> None:
    """What has no date, or none of the calendar, is no note."""
    assert desk_note(value) == note


@given(st.dates(), st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_a_note_is_read_again_from_the_line_of_the_translator(day: object, text: str) -> None:
    """Whatever its words, the line that shows a note gives it back."""
    note = DeskNote(str(day), text)
    assert desk_notes(("paragraph", note.line, "a note")) == [note]


@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_a_note_belongs_to_the_text_after_it(name: str) -> None:
    """In Markdown and in plain text, and to no other text."""
    source = "First came one.\n\n<!-- taiyaku: desk: 2026-11-20: it is two -->\n\nThen came two.\n\nThen all."
    document = parse(source, Path(name), ReadOptions())
    notes = [desk_notes(segment.note) for segment in document.segments]
    assert notes == [[], [DeskNote("2026-11-20", "it is two")], []]
    assert not document.problems


def test_a_note_without_a_date_is_reported() -> None:
    """With its place, and how to write it."""
    document = parse("<!-- taiyaku: desk: it is two -->\n\nThen came two.", Path("x.md"), ReadOptions())
    assert [str(problem.what) for problem in document.problems] == [
        "a note of the desk begins with its date: <!-- taiyaku: desk: 2026-11-20: ... -->"
    ]
