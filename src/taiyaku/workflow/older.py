"""An article and its catalog as they were at a revision of git's, whatever their names were then."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.catalog import po
from taiyaku.catalog.template import messages_of
from taiyaku.errors import CatalogError
from taiyaku.formats import parse
from taiyaku.project.slugs import fixed_folder, slug_of
from taiyaku.project.sources import decoded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Message
    from taiyaku.errors import Problem
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.since import Since


class OlderArticle(NamedTuple):
    """An article as it was: its messages in reading order, with the translations they had, and its path then.

    The path is from the project's root, None where the article was not there yet.
    """

    messages: tuple[Message, ...]
    path: Path | None
    problems: tuple[Problem, ...] = ()


class OlderState:
    """A project at an older revision."""

    def __init__(self, project: Project, since: Since) -> None:
        self.project, self.since = project, since
        self.renamed = since.repository.renamed_since(since.revision)

    def article(self, article: Article, locale: str, old_path: Path | None = None) -> OlderArticle:
        """Return an article as it was; `old_path` is where it may have stood, if git does not know that it was moved.

        Raises ArticleError if it could not be read then.
        """
        found = self._file(article.path) or (self._file(old_path) if old_path else None)
        if found is None:
            return OlderArticle((), None)
        path, data = found
        shown = self._shown(path)
        document = parse(decoded(data, shown), shown, self.project.settings.read_options())
        slugs = (article.slug, self._slug(path, document))
        catalog, problems = self._catalog(self.project.catalog_path(slug, locale) for slug in slugs)
        known = catalog.by_key() if catalog else {}
        messages = messages_of(document.segments, path.as_posix())
        with_words = tuple(_with_words(message, known.get(message.key)) for message in messages)
        return OlderArticle(with_words, path, problems)

    def _shown(self, path: Path) -> Path:
        return Path(f"{self.since.short}:{path.as_posix()}")

    def _slug(self, path: Path, document: Document) -> str:
        given = document.metadata.get("slug")
        if isinstance(given, str) and given:
            return given
        folders = map(fixed_folder, self.project.settings.articles)
        return slug_of(path.as_posix(), next((folder for folder in folders if path.is_relative_to(folder)), ""))

    def _catalog(self, paths: Iterable[Path]) -> tuple[Catalog | None, tuple[Problem, ...]]:
        """Return the first of the catalogs that was there. A broken one is a warning: the sources can be compared."""
        found = next((old for path in paths if (old := self._file(path))), None)
        if found is None:
            return None, ()
        path, data = found
        try:
            return po.parse(data, self._shown(path)).catalog, ()
        except CatalogError as error:
            return None, (replace(error.problem, severity="warning"),)

    def _file(self, path: Path) -> tuple[Path, bytes] | None:
        """Return a file's path then, from the project's root, and its bytes; None if it was not there."""
        repository, root = self.since.repository, self.project.root
        data = repository.read(self.since.revision, root / path)
        if data is not None:
            return path, data
        old = self.renamed.get(repository.path_in_git(root / path))
        data = repository.read(self.since.revision, Path(old)) if old else None
        if old is None or data is None:
            return None
        return Path(os.path.relpath(old, repository.path_in_git(root))), data


def _with_words(message: Message, known: Message | None) -> Message:
    return message if known is None else replace(message, msgstr=known.msgstr, flags=known.flags)
