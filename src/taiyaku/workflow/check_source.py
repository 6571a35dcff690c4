"""Checking an original alone: one that is in no project, or that is translated into nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.registry import chosen
from taiyaku.checks.subject import Subject, article_subject
from taiyaku.errors import Phrase, UsageError
from taiyaku.formats.options import ReadOptions
from taiyaku.locale import Locale

if TYPE_CHECKING:
    from taiyaku.article.document import Document
    from taiyaku.checks.check import Check
    from taiyaku.checks.settings import CheckSettings
    from taiyaku.workflow.check import CheckRun
    from taiyaku.workflow.check_targets import SourceTarget


def source_checks(settings: CheckSettings) -> tuple[Check, ...]:
    """Return the checks that run and look at nothing but the author's text."""
    return tuple(check for check in chosen(settings) if check.scope == "source")


def source_subject(run: CheckRun, document: Document, slug: str) -> Subject:
    """Return an original as what is to be judged, as if it were to be translated into the other language."""
    other = "en" if Locale.parse(document.locale).language == "ja" else "ja"
    return article_subject(document, slug, {}, other, run.house)


def read_source_target(run: CheckRun, target: SourceTarget) -> Subject:
    """Read an article outside of any project.

    Its language is what was given, what its front matter says, or what its script tells. Raises ArticleError for a file
    that cannot be read, UsageError where nothing tells the language.
    """
    from taiyaku.workflow.check_pair import in_locale, read_alone, told_locale

    options = run.project.settings.read_options() if run.project else ReadOptions()
    document = read_alone(target.path, target.shown, options)
    locale = Locale.parse(target.locale).tag if target.locale else told_locale(document)
    if not locale:
        raise UsageError(
            Phrase("nothing tells the language of {path}", path=target.shown),
            hint=Phrase("tell it with --source-locale"),
        )
    return source_subject(run, in_locale(target.path, document, locale, options), target.path.stem)
