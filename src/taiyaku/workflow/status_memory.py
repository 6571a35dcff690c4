"""What `status` remembers from one run to the next, so that an unchanged article costs a look at its files' stamps."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from taiyaku.cache import MALFORMED, from_problem, open_cache, stamp_of, to_problem
from taiyaku.catalog.progress import Progress
from taiyaku.workflow.program import program_stamp
from taiyaku.workflow.status import ArticleStatus, Edition, LocaleStatus, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from taiyaku.cache import Stamp
    from taiyaku.project.project import Article, Project


class StatusMemory:
    """The states of articles as they were when their files were last looked at.

    An article's state depends on the settings, on this program, on the article, on its catalogs, and on what their
    journals say of them.
    """

    def __init__(self, project: Project) -> None:
        linked_out = project.linked_out()
        folder = None if linked_out(Path(project.settings.cache, "any")) else project.cache_folder()
        self._project = project
        self._root = str(project.root)
        self._leads_out = cache(lambda folder: linked_out(Path(folder, "any")))
        self._cache = open_cache(
            None if folder is None else folder / "status.json",
            f"{program_stamp()} {project.root} {project.settings}",
        )
        self._stamps: list[Stamp | None] = []

    def recall(self, article: Article) -> ArticleStatus | None:
        """Return the state of an article, if neither it nor a catalog nor a journal has changed since."""
        found = self._cache.get(article.path.as_posix())
        if found is None:
            return None
        stamps, value = found
        try:
            state = _to_state(self._project, article, value)
        except MALFORMED:
            return None
        journals = [self._stamp(self._project.journal_path(article.slug, part.locale)) for part in state.locales]
        present = [*self._files(article, [part.path for part in state.locales]), *journals]
        return state if stamps == [None if stamp is None else list(stamp) for stamp in present] else None

    def begin(self, article: Article) -> None:
        """Take the stamps of an article and its catalogs, before they are read."""
        self._cache.begin()
        project = self._project
        paths = [project.catalog_path(article.slug, locale) for locale in project.settings.locales]
        self._stamps = self._files(article, paths)

    def keep(self, state: ArticleStatus, journals: Sequence[Stamp | None]) -> None:
        """Remember the state of the article for which `begin` was called."""
        locales = self._project.settings.locales
        own = dict(zip(locales, self._stamps[1:], strict=True))
        files = [self._stamps[0], *(own[part.locale] for part in state.locales)]
        self._cache.put(state.article.path.as_posix(), files, journals, _from_state(state))

    def save(self, articles: Iterable[Article] | None) -> None:
        """Write down what is new, and forget all articles but these; None forgets none."""
        if articles is not None:
            self._cache.keep({article.path.as_posix() for article in articles})
        self._cache.save()

    def _files(self, article: Article, catalogs: Iterable[Path]) -> list[Stamp | None]:
        return [self._stamp(article.path), *(self._stamp(path) for path in catalogs)]

    def _stamp(self, path: Path) -> Stamp | None:
        name = os.path.join(self._root, path)  # noqa: PTH118 (thousands of paths: strings cost a third)
        return None if self._leads_out(os.path.dirname(name)) else stamp_of(name)  # noqa: PTH120 (as above)


@cache
def _from_state(state: ArticleStatus) -> list[Any]:
    return [
        state.locale,
        state.title,
        [from_problem(problem) for problem in state.problems],
        [_from_part(part) for part in state.locales],
    ]


def _from_part(part: LocaleStatus) -> list[Any]:
    return [
        part.locale,
        part.state,
        _from_progress(part.progress),
        None if part.words is None else _from_progress(part.words),
        _from_progress(part.characters),
        part.missing,
        part.gone,
        part.edition,
        [from_problem(problem) for problem in part.problems],
        list(part.signatures),
    ]


def _from_progress(progress: Progress) -> list[int]:
    return [progress.translated, progress.fuzzy, progress.untranslated]


def _to_state(project: Project, article: Article, value: Any) -> ArticleStatus:
    locale, title, problems, parts = value
    if locale not in project.settings.locales:
        raise ValueError(locale)
    states = tuple(_to_part(project, article, part) for part in parts)
    if [part.locale for part in states] != [other for other in project.settings.locales if other != locale]:
        raise ValueError(parts)
    return ArticleStatus(article, locale, str(title), states, tuple(map(to_problem, problems)))


def _to_part(project: Project, article: Article, value: Any) -> LocaleStatus:
    locale, state, progress, words, characters, missing, gone, edition, problems, signatures = value
    if state not in get_args(State) or edition not in (None, *get_args(Edition)):
        raise ValueError(value)
    return LocaleStatus(
        locale,
        project.catalog_path(article.slug, str(locale)),
        state,
        _to_progress(progress),
        None if words is None else _to_progress(words),
        _to_progress(characters),
        int(missing),
        int(gone),
        edition,
        tuple(map(to_problem, problems)),
        (str(signatures[0]), str(signatures[1])),
    )


def _to_progress(value: Any) -> Progress:
    return Progress(*map(int, value))
