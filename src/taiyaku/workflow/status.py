"""How far every article is in every locale, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from taiyaku.catalog.progress import Progress
from taiyaku.errors import TaiyakuError
from taiyaku.workflow.articles import for_each
from taiyaku.workflow.rename import orphans

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from taiyaku.article.document import Document
    from taiyaku.errors import Problem
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.articles import Outcome

State = Literal["ready", "in progress", "behind", "missing", "broken"]
"""A catalog is ready when all is translated; behind when its article has changed since; missing when there is none;
broken when it cannot be read."""


@dataclass(frozen=True, slots=True)
class LocaleStatus:
    """The state of an article in one of its target locales. Counts are of the article's present segments."""

    locale: str
    path: Path
    state: State
    progress: Progress
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    """The state of an article."""

    article: Article
    locale: str
    title: str
    locales: tuple[LocaleStatus, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ProjectStatus:
    """The state of a project. `orphans` are catalogs that belong to no article."""

    articles: Outcome[ArticleStatus]
    orphans: tuple[Path, ...]


def status(project: Project, names: Iterable[str] = (), locales: Iterable[str] = ()) -> ProjectStatus:
    """Return the state of the articles that `names` name, in all locales or in `locales`."""
    names = list(names)
    articles, problems = project.select(names)
    wanted = set(locales)

    def one(article: Article) -> ArticleStatus:
        document = project.read(article)
        targets = [locale for locale in project.target_locales(document) if not wanted or locale in wanted]
        states = tuple(_locale_status(project, article, document, locale) for locale in targets)
        headline = document.headline
        title = headline.text if headline else article.slug
        return ArticleStatus(article, document.locale, title, states, document.problems)

    outcome = for_each(articles, one, problems)
    for result in outcome.results:
        outcome.problems.extend(result.problems)
        outcome.problems.extend(problem for state in result.locales for problem in state.problems)
    lost = () if names else tuple(orphans(project, project.articles()[0]))
    return ProjectStatus(outcome, lost)


def _locale_status(project: Project, article: Article, document: Document, locale: str) -> LocaleStatus:
    path = project.catalog_path(article.slug, locale)
    keys = dict.fromkeys(segment.key for segment in document.segments)
    try:
        file = project.read_catalog(article.slug, locale)
    except TaiyakuError as error:
        return LocaleStatus(locale, path, "broken", Progress(0, 0, len(keys)), (error.problem,))
    if file is None:
        return LocaleStatus(locale, path, "missing", Progress(0, 0, len(keys)))
    messages = file.catalog.by_key()
    found = [messages.get(key) for key in keys]
    translated = sum(message is not None and message.translated for message in found)
    fuzzy = sum(message is not None and message.fuzzy and message.has_translation for message in found)
    progress = Progress(translated, fuzzy, len(found) - translated - fuzzy)
    behind = set(messages) != set(keys)
    state: State = "behind" if behind else "ready" if progress.complete else "in progress"
    return LocaleStatus(locale, path, state, progress, file.problems)
