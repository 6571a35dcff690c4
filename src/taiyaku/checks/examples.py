"""The examples of a check as bitexts: what its tests, `taiyaku explain` and the docs are made from."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from taiyaku.article.document import Document, Segment
from taiyaku.catalog.message import Message
from taiyaku.checks.assemble import House, article_pairs, bitexts, date_of
from taiyaku.checks.languages import language_of
from taiyaku.checks.run import run_checks
from taiyaku.checks.settings import read_checks, read_style
from taiyaku.checks.style import Style
from taiyaku.errors import Phrase, SettingsError
from taiyaku.span import Span

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.check import Bad, Check, Good
    from taiyaku.checks.finding import Finding

BREAK = "\n\n"
"""A blank line in an example's texts separates the paragraphs of an article."""


def example_bitext(example: Bad | Good, path: Path) -> Bitext:
    """Return an example as an article in two languages, of as many pairs as there are paragraphs.

    The languages are told by the scripts. A translation that is empty is untranslated, one that begins with `fuzzy: `
    is fuzzy; then may come translator's comments, as lines that begin with `# taiyaku:`. `path` is for messages about
    the example's termbase and settings.
    """
    locales = ("ja", "en") if language_of([example.source]) == "ja" else ("en", "ja")
    sources = example.source.split(BREAK)
    targets = example.target.split(BREAK)
    targets += [""] * (len(sources) - len(targets))
    segments, messages = [], {}
    for source, target in zip(sources, targets, strict=True):
        segment = Segment(source, Span(0, len(source)), "paragraph")
        segments.append(segment)
        messages[segment.key] = _message(source, target)
    document = Document(path, locales[0], example.source, {"date": example.date}, tuple(segments))
    house = _house(example, path)
    pairs = article_pairs(document, messages, locales[1], house)
    return next(bitexts(pairs, locales, house, date_of(document.metadata)))


def _message(source: str, target: str) -> Message:
    flags = ("fuzzy",) if target.startswith("fuzzy: ") else ()
    words = target.removeprefix("fuzzy: ")
    comments = []
    while words.startswith("# taiyaku:"):
        comment, _, words = words.partition("\n")
        comments.append(comment.removeprefix("# "))
    return Message(source, words, flags=flags, translator_comments=tuple(comments))


def example_findings(check: Check, example: Bad | Good, path: Path) -> list[Finding]:
    """Return what a check says of an example."""
    return run_checks(example_bitext(example, path), [check])


def _house(example: Bad | Good, path: Path) -> House:
    data: dict[str, Any] = tomllib.loads(example.settings)

    def fault(what: Phrase, _name: str, hint: Phrase | None) -> SettingsError:
        return SettingsError(what, path=path, hint=hint)

    settings = read_checks(data.get("checks", {}), fault)
    base = settings.style if "checks" in data else Style()
    style = read_style(data.get("style", {}), base, fault)
    if not example.termbase:
        return House(settings, style)
    from taiyaku.termbase.file import parse_termbase

    return House(settings, style, parse_termbase(example.termbase, path))
