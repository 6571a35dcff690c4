"""The result of `changes` as JSON, for programs. Version 1; docs/changes.md says what may be relied on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from taiyaku.cli.manifest import problem_records

if TYPE_CHECKING:
    from taiyaku.catalog.passages import ArticleChanges, Passage
    from taiyaku.catalog.rebuild import Part
    from taiyaku.project.project import Project
    from taiyaku.span import Position, Span
    from taiyaku.workflow.articles import Outcome
    from taiyaku.workflow.changes import Changed
    from taiyaku.workflow.since import Since

VERSION = 1


def changes_manifest(outcome: Outcome[Changed], since: Since | None, project: Project) -> str:
    """Return what changed as JSON; paths are from the project's root, spans in code points and half-open."""
    value = {
        "version": VERSION,
        "since": None
        if since is None
        else {"revision": since.revision, "time": since.when.isoformat() if since.when else None},
        "articles": [_article(article) for result in outcome.results for article in result.locales if article.any],
        "problems": problem_records(outcome.problems, project),
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _article(article: ArticleChanges) -> dict[str, Any]:
    return {
        "slug": article.slug,
        "path": article.path.as_posix(),
        "old_path": article.old_path.as_posix() if article.old_path else None,
        "added": article.added,
        "title": article.title,
        "source_locale": article.source_locale,
        "locale": article.locale,
        "catalog": article.catalog.as_posix(),
        "catalog_state": article.catalog_state,
        "waiting": len(article.waiting),
        "waiting_since_before": article.waited,
        "passages": [_passage(passage) for passage in article.changed],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    context, _text = passage.key
    return {
        "number": passage.number,
        "role": passage.role,
        "msgctxt": context,
        "kind": passage.kind,
        "moved": passage.moved,
        "retranslated": passage.retranslated,
        "state": passage.state,
        "problem": str(passage.problem) if passage.problem else None,
        "article_line": _line(passage.article_position),
        "catalog_line": _line(passage.catalog_position),
        "source": passage.source,
        "translation": passage.translation,
        "old_source": passage.old_source,
        "old_translation": passage.old_translation,
        "came_from": [{"source": old.source, "translation": old.translation} for old in passage.olds],
        "source_difference": [{"kind": piece.kind, "text": piece.text} for piece in passage.difference],
        "translation_difference": [
            {"kind": kind, "text": text, "look": look} for kind, text, look in passage.marked_translation
        ],
        "sentences": [_sentence(part) for part in passage.parts],
        "numbers": [{"old": old, "new": new, "in_translation": found} for old, new, found in passage.numbers],
    }


def _sentence(part: Part) -> dict[str, Any]:
    return {
        "state": part.state,
        "source": _span(part.span),
        "old": part.old,
        "translation": _span(part.target) if part.target else None,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _line(position: Position | None) -> int | None:
    return position.line if position else None
