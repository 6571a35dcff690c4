"""The desk's answer to a doubt about the source: a dated note, written into the article before what it concerns.

This is the one command by which taiyaku changes an article, and it adds comments only.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.article.directives import DeskNote, desk_notes
from taiyaku.errors import ArticleError, Phrase, UsageError
from taiyaku.files import safe_write
from taiyaku.formats import parse
from taiyaku.span import LineIndex
from taiyaku.text.lines import line_end
from taiyaku.workflow.articles import ignore
from taiyaku.workflow.waive import finding_with, report_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from taiyaku.article.document import Document, Segment
    from taiyaku.checks.report import Found
    from taiyaku.project.project import Project
    from taiyaku.workflow.articles import OnProgress

_FARTHEST = 200
"""So many lines up the beginning of a block is looked for: that of a list or a table, in which a text stands."""


class Answered(NamedTuple):
    """The finding that was answered, the article's path from the project's root, and its text before and after."""

    found: Found
    path: Path
    old: str
    new: str


def answer(  # noqa: PLR0913 (options of a command)
    project: Project,
    fingerprint: str,
    text: str,
    *,
    day: date,
    articles: Iterable[str] = (),
    dry_run: bool = False,
    progress: OnProgress = ignore,
) -> Answered:
    """Write a note of the desk before each text that a finding about the source concerns.

    Raises UsageError for a fingerprint that no such finding has, and for a text that cannot stand in a comment;
    ArticleError where no comment can stand before a text, as in front matter. Then nothing is written.
    """
    note = _note(text, day)
    found = finding_with(report_of(project, articles, progress), fingerprint)
    _require_doubt(found)
    article = next(one for one in project.articles()[0] if one.slug == found.slug)
    document = project.read(article)
    old = document.source
    for index in sorted({found.index, *found.also}, reverse=True):
        document = _noted(project, document, _segment(document, index), note)
    if not dry_run:
        safe_write(project.root / article.path, document.source.encode())
    return Answered(found, article.path, old, document.source)


def _note(text: str, day: date) -> DeskNote:
    words = " ".join(text.split())
    if not words:
        raise UsageError(Phrase("an answer needs words"), hint=Phrase("write what the desk found out"))
    if "--" in words or "<!" in words:
        raise UsageError(
            Phrase("“--” cannot stand in a comment of an article"), hint=Phrase("write the answer without it")
        )
    return DeskNote(day.isoformat(), words)


def _require_doubt(found: Found) -> None:
    from taiyaku.checks.registry import all_checks

    check = next(one for one in all_checks() if (one.name, one.family) == (found.finding.check, found.family))
    if check.scope != "source":
        raise UsageError(
            Phrase("this finding is about the translation, and not about the article"),
            hint=Phrase("answer it with `taiyaku waive`"),
        )
    if check.slip:
        raise UsageError(
            Phrase("this is a slip, which asks for no decision"),
            hint=Phrase("put it right, or answer it with `taiyaku waive`"),
        )


def _segment(document: Document, index: int) -> int:
    """Return which segment a finding's text is: texts are counted once for each key."""
    first: dict[tuple[str | None, str], int] = {}
    for number, segment in enumerate(document.segments):
        first.setdefault(segment.key, number)
    return list(first.values())[index]


def _noted(project: Project, document: Document, number: int, note: DeskNote) -> Document:
    """Return a document with a note before a segment: right before it, or before the block in which it stands."""
    segment = document.segments[number]
    lines = LineIndex(document.source)
    start = lines.line_start(segment.span.start)
    if segment.role in _INSIDE:
        start = _begin_of_block(document.source, lines, start)
    for _ in range(_FARTHEST):
        if start < document.body:
            break
        again = _with_note(project, document, start, note)
        if _is_same(document, again) and note in desk_notes(again.segments[number].note):
            return again
        start = lines.line_start(start - 1) if start else -1
    raise ArticleError(
        Phrase("no note of the desk can stand before this text"),
        path=document.path,
        position=lines.position(segment.span.start),
        hint=Phrase("answer it with `taiyaku waive`"),
    )


_INSIDE = frozenset({"item", "cell", "term", "definition"})
"""Roles of texts in a list or table, which a comment between them would cut in two."""


def _begin_of_block(source: str, lines: LineIndex, start: int) -> int:
    """Return where the lines without a blank one begin that a line stands among."""
    while start and source[(before := lines.line_start(start - 1)) : start].strip():
        start = before
    return start


def _with_note(project: Project, document: Document, start: int, note: DeskNote) -> Document:
    newline = line_end(document.source)
    comment = f"<!-- taiyaku: desk: {note.date}: {note.text} -->{newline}{newline}"
    source = document.source[:start] + comment + document.source[start:]
    return replace(parse(source, document.path, project.settings.read_options()), locale=document.locale)


def _is_same(document: Document, again: Document) -> bool:
    """Whether nothing else became of the article: the same texts in the same roles, and no new problem."""
    return list(map(_what, document.segments)) == list(map(_what, again.segments)) and len(again.problems) <= len(
        document.problems
    )


def _what(segment: Segment) -> tuple[str, str, str | None]:
    return segment.text, segment.role, segment.name
