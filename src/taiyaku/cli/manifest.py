"""The results of `status` and `build` as JSON, for programs. Version 1; docs/api.md says what may be relied on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from taiyaku.cli.output import _

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping

    from taiyaku.catalog.progress import Progress
    from taiyaku.errors import Problem, Severity
    from taiyaku.project.project import Project
    from taiyaku.workflow.approve import Standing
    from taiyaku.workflow.built import Built, BuiltArticle, BuiltTranslation
    from taiyaku.workflow.status import ProjectStatus

VERSION = 1


def status_manifest(result: ProjectStatus, project: Project) -> str:
    """Return the state of a project as JSON; paths are from the project's root."""
    articles = [
        {
            "slug": entry.article.slug,
            "path": entry.article.path.as_posix(),
            "source_locale": entry.locale,
            "title": entry.title,
            "locales": [
                {
                    "locale": state.locale,
                    "catalog": state.path.as_posix(),
                    "state": state.state,
                    "segments": state.progress.total,
                    "translated": state.progress.translated,
                    "fuzzy": state.progress.fuzzy,
                    "untranslated": state.progress.untranslated,
                    "words": _extent(state.words) if state.words else None,
                    "characters": _extent(state.characters),
                    "missing": state.missing,
                    "gone": state.gone,
                    "edition": state.edition,
                    "findings": _findings(state.findings),
                    "approval": _approval(state.standing),
                }
                for state in entry.locales
            ],
        }
        for entry in result.articles.results
    ]
    return _dump(
        {
            "version": VERSION,
            "articles": articles,
            "orphans": [path.as_posix() for path in result.orphans],
            "problems": problem_records(result.articles.problems, project),
        }
    )


def _findings(counts: Counter[Severity] | None) -> dict[str, int] | None:
    return None if counts is None else {"error": counts["error"], "warning": counts["warning"], "note": counts["note"]}


def _approval(standing: Standing | None) -> dict[str, Any] | None:
    if standing is None:
        return None
    approval = standing.approval
    state = "lapsed" if standing.changed else "approved" if standing.checked else "unchecked"
    return {
        "by": approval.by,
        "on": approval.on,
        "note": approval.note,
        "state": state,
        "changed": list(standing.changed),
    }


def _extent(progress: Progress) -> dict[str, int]:
    return {
        "total": progress.total,
        "translated": progress.translated,
        "fuzzy": progress.fuzzy,
        "untranslated": progress.untranslated,
    }


def build_manifest(built: Built, project: Project) -> str:
    """Return what was built as JSON; paths are from the project's root."""
    return _dump(
        {
            "version": VERSION,
            "output": project.output.as_posix(),
            "articles": [_article(article) for article in built.articles],
            "pages": [
                {"edition": page.edition, "locale": page.locale or None, "path": page.path.as_posix()}
                for page in built.pages
            ],
            "problems": problem_records(built.problems, project),
        }
    )


def _article(built: BuiltArticle) -> dict[str, Any]:
    pages = {
        output.locale or "bilingual": output.path.as_posix()
        for output in built.outputs
        if output.edition in {"html", "bilingual"}
    }
    return {
        "slug": built.article.slug,
        "path": built.article.path.as_posix(),
        "source_locale": built.locale,
        "locales": [_translation(translation, built.titles) for translation in built.translations],
        "outputs": [
            {
                "edition": output.edition,
                "locale": output.locale or None,
                "path": output.path.as_posix(),
                "changed": output.changed,
                "partners": {name: path for name, path in pages.items() if path != output.path.as_posix()}
                if output.edition in {"html", "bilingual"}
                else {},
            }
            for output in built.outputs
        ],
    }


def _translation(translation: BuiltTranslation, titles: Mapping[str, str]) -> dict[str, Any]:
    if translation.is_original:
        state = "original"
    else:
        state = "refused" if translation.refused else "current" if translation.current else "not current"
    return {
        "locale": translation.locale,
        "title": titles.get(translation.locale),
        "state": state,
        "segments": sum(translation.states.values()),
        "by_state": {} if translation.is_original else dict(sorted(translation.states.items())),
    }


def problem_records(problems: Iterable[Problem], project: Project) -> list[dict[str, Any]]:
    """Return problems as JSON has them in every manifest."""
    return [
        {
            "severity": problem.severity,
            "message": problem.what.translated(_),
            "hint": problem.hint.translated(_) if problem.hint else None,
            "path": _from_root(problem, project),
            "line": problem.position.line if problem.position else None,
            "column": problem.position.column if problem.position else None,
        }
        for problem in problems
    ]


def _from_root(problem: Problem, project: Project) -> str | None:
    if problem.path is None:
        return None
    path = project.root / problem.path
    return path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else path.as_posix()


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
