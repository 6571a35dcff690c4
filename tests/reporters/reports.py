"""A report to be told in every way: made by hand, so that it has what a checked project seldom has at once."""

from __future__ import annotations

from pathlib import Path

from taiyaku.catalog.message import Message
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.report import CheckedArticle, Found, Report
from taiyaku.errors import Phrase, Problem, Severity
from taiyaku.span import Position

PATH = Path("locales/ja/LC_MESSAGES/harbor.po")
SOURCE = "There were 1,860 guests, <b>all of them</b> early."
TARGET = "客は𠮟る1680人で、\n皆早かった。"


def found(
    severity: Severity = "error", check: str = "number-changed", number: int = 0, replacement: str | None = None
) -> Found:
    """Return a finding about the number."""
    marks = (Mark("source", 11, 16), Mark("target", 4, 8))
    words = Phrase("“{source}” became “{target}”", source="1,860", target="1680")
    return Found(
        Finding(check, severity, words, number, marks, ("1,860", "1680"), replacement),
        "facts",
        f"{number:016x}",
        "harbor",
        ("en", "ja"),
        PATH,
        Position(30 + number, 1),
        Message(SOURCE, TARGET),
        SOURCE,
        TARGET,
        number,
        Path("source_text/harbor.md"),
        Position(5, 1),
    )


def report(*findings: Found, problems: tuple[Problem, ...] = ()) -> Report:
    """Return the report of one article of four texts."""
    article = CheckedArticle(
        "harbor",
        "Harbor <opens> & closes",
        ("en", "ja"),
        PATH,
        ("translated", "fuzzy", "untranslated", "omitted"),
        ("error" if findings else None, None, None, None),
        findings,
        (),
    )
    return Report((article,), problems)
