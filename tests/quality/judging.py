"""Judging documents with the default checks, by the functions that `taiyaku check` uses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from taiyaku.article.document import Document, Segment
from taiyaku.catalog.message import Message
from taiyaku.checks.assemble import House, article_pairs, catalog_pairs
from taiyaku.checks.settings import CheckSettings
from taiyaku.checks.style import Style
from taiyaku.checks.subject import Subject
from taiyaku.span import Span
from taiyaku.workflow.check import CheckRun, check_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.quality.corpora import Texts

    from taiyaku.checks.report import Found
    from taiyaku.termbase.termbase import Termbase

Manner = Literal["catalog", "article"]
"""As another project's catalog, of whose house nothing is known; or as an article of a project with no settings."""


def house_of(manner: Manner, termbase: Termbase | None = None) -> House:
    """Return the house whose rules hold."""
    if manner == "catalog":
        return House(CheckSettings(profile=()), Style(), termbase)
    settings = CheckSettings()
    return House(settings, settings.style, termbase)


def findings(texts: Sequence[Texts], locales: tuple[str, str], house: House, manner: Manner) -> list[Found]:
    """Return the errors and warnings about a document. `index` of each is that of the text."""
    messages = [Message(text.source, text.target, msgctxt=str(number)) for number, text in enumerate(texts)]
    if manner == "catalog":
        pairs = tuple(catalog_pairs(messages, locales, house))
    else:
        # A context of its own keeps a text that is there twice from being looked at once.
        segments = tuple(
            replace(text.segment, name=str(number)) if text.segment else _segment(text, number)
            for number, text in enumerate(texts)
        )
        document = Document(Path("x.md"), locales[0], "", {}, segments)
        by_key = {
            segment.key: replace(message, msgctxt=segment.key[0])
            for segment, message in zip(segments, messages, strict=True)
        }
        pairs = tuple(article_pairs(document, by_key, locales[1], house))
    subject = Subject("x", "x", locales, Path("x.po"), pairs, lambda _: None)
    checked = check_subject(CheckRun(house), subject)
    return [found for found in checked.findings if found.severity != "note"]


def _segment(text: Texts, number: int) -> Segment:
    return Segment(text.source, Span(0, len(text.source)), "paragraph", name=str(number))
