"""The state behind a preview: the project as it was last saved, and of its articles what has been asked for.

An article is made when a page of it is asked for, and again when its own files were saved; all else concerns all.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import unquote

from taiyaku.editions import kinds
from taiyaku.editions.site_files import site_files
from taiyaku.errors import SettingsError, TaiyakuError
from taiyaku.preview.passages import Sources
from taiyaku.preview.saved import Saved
from taiyaku.project.settings import load_settings
from taiyaku.workflow.builder import Builder, notices
from taiyaku.workflow.built import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path, PurePosixPath

    from taiyaku.editions.article_editions import ArticleEditions
    from taiyaku.editions.edition import Artifact
    from taiyaku.editions.pages import Entry
    from taiyaku.errors import Problem
    from taiyaku.project.project import Article, Project

READ = ("html", "bilingual", "print")
"""The editions that are always there to be looked at; the others as the settings have them."""

_SLOW = {"pdf": ".pdf", "card": ".png"}
"""Editions that take a browser seconds to make, and their suffixes: they are for who asks for such a file only."""


@dataclass(slots=True)
class Made:
    """An article as it was made: its editions, what it was made of, and what went wrong.

    `files` are those of the editions that were asked for; `left` are the others: their names and locales.
    """

    editions: ArticleEditions
    sources: Sources
    problems: tuple[Problem, ...]
    left: list[tuple[str, tuple[str, ...]]]
    files: dict[PurePosixPath, Artifact] = field(default_factory=dict)

    def file(self, place: PurePosixPath) -> Artifact | None:
        """Return what an edition has at a place, None if nothing; editions are made one by one until it is found."""
        wanted = [one for one in self.left if _SLOW.get(one[0], place.suffix) == place.suffix]
        for name, locales in sorted(wanted, key=lambda one: one[1] != (place.parts[0],)):
            if place in self.files:
                break
            for artifact in self.editions.artifacts([name], locales):
                self.files.setdefault(artifact.place, artifact)
            self.left.remove((name, locales))
        return self.files.get(place)


class Desk:
    """A project that is being worked on. `everything` counts how often something was saved that concerns all pages.

    Catalogs are read so often, and so unfinished, that no journal is to learn from it what a translator meant.
    """

    def __init__(self, project: Project) -> None:
        self.project = replace(project, watched=False)
        self.everything = 0
        self.articles: list[Article] = []
        self.problems: list[Problem] = []
        self._saved = Saved()
        self._made: dict[Article, Made] = {}
        self._entries: dict[Article, Entry] = {}
        self._own: dict[Article, list[Path]] = {}
        self._bare: dict[PurePosixPath, Artifact] | None = None
        self._site: dict[PurePosixPath, Artifact] | None = None
        self._builder: Builder | None = None
        self._fault: TaiyakuError | None = None
        self.look()

    def look(self) -> bool:
        """Look whether anything was saved since the last look, and forget what was made of it before."""
        changed = self._saved.changed(self._files())
        if not changed:
            return False
        self._builder = self._bare = self._site = None
        known = {file: article for article, files in self._own.items() for file in files}
        concerned = {known.get(file) for file in changed}
        before = self.articles
        self._reload(settings=self._settings_path in changed)
        if None in concerned or self.articles != before:
            self.everything += 1
            self._made.clear()
            self._entries.clear()
        for article in concerned:
            if article is not None:
                self._made.pop(article, None)
                self._entries.pop(article, None)
        self._saved.learn(self._files())  # of new articles, too
        return True

    def article(self, slug: str) -> Article | None:
        """Return the article of a slug, None if there is none."""
        return next((article for article in self.articles if article.slug == slug), None)

    def made(self, article: Article) -> Made:
        """Return an article as it is now. Raises TaiyakuError where it, or what all articles share, cannot be read."""
        if article not in self._made:
            self._made[article] = self._make(article)
        return self._made[article]

    def site_file(self, place: PurePosixPath) -> Artifact | None:
        """Return what belongs to no article: lists, feeds, stylesheets; None if nothing is there. Raises TaiyakuError.

        Only the lists need all articles, and only for these all are read.
        """
        if self._bare is None:
            self._bare = self._site_of([])
        found = self._bare.get(place)
        if found is None or found.edition == "file":
            return found
        if self._site is None:
            self._site = self._site_of([e for article in self.articles if (e := self._entry(article)) is not None])
        return self._site.get(place)

    def _site_of(self, entries: list[Entry]) -> dict[PurePosixPath, Artifact]:
        builder = self.builder()
        return {artifact.place: artifact for artifact in site_files(builder.maker, builder.theme, entries)}

    def builder(self) -> Builder:
        """Return what makes editions of the project as it is now. Raises TaiyakuError where no edition can be made."""
        if self._fault is not None:
            raise self._fault
        if self._builder is None:
            self._builder = Builder(self.project, Wanted(editions=READ, findings=True), dry_run=True)
        return self._builder

    def _make(self, article: Article) -> Made:
        problems: list[Problem] = []
        builder = self.builder()
        builder.named.add(article)
        translations = builder.translations(article, problems)
        editions = builder.article_editions(article, translations)
        remarks = editions.remarks or {}
        editions = replace(editions, remarks=None, passages=True)
        problems.extend(notices(article, editions))
        self._learn(article, editions)
        document = self.project.read(article)
        catalogs = {}
        for translation in translations:
            if not translation.is_original:
                catalogs[translation.locale] = self.project.read_unwatched(article.slug, translation.locale)
        paths = {locale: self.project.catalog_path(article.slug, locale) for locale in catalogs}
        sources = Sources(article.slug, document, catalogs, paths, remarks)
        left = [
            (name, locales)
            for name in dict.fromkeys((*READ, *self.project.settings.editions.formats))
            for locales in ([editions.locales] if kinds.named(name).shared else [(one,) for one in editions.locales])
        ]
        return Made(editions, sources, tuple(dict.fromkeys(problems)), left)

    def _learn(self, article: Article, editions: ArticleEditions) -> None:
        """Keep an eye on the files that an article takes along, and on those that it looks for in vain."""
        folder = (self.project.root / article.path).parent
        taken: dict[Path, None] = {}
        for _, addresses in editions.renderings.values():
            taken |= dict.fromkeys(addresses.files.values())
            taken |= dict.fromkeys(folder / unquote(address) for address in addresses.missing)
        self._own[article] = list(dict.fromkeys((*self._own[article], *taken)))
        self._saved.learn(taken)

    def _entry(self, article: Article) -> Entry | None:
        """Return what the lists say of an article; nothing of one that cannot be read, whose own page says why."""
        if article not in self._entries:
            try:
                made = self._made.get(article)
                editions = made.editions if made is not None else self.builder().editions_of(article)
                self._entries[article] = editions.entry()
            except SettingsError:
                raise
            except TaiyakuError as error:
                self.problems = list(dict.fromkeys([*self.problems, error.problem]))
                return None
        return self._entries[article]

    def _reload(self, *, settings: bool) -> None:
        """Read the settings again if they were saved, and see which articles there are."""
        path = self.project.settings_path
        try:
            if settings and path is not None:
                self._fault = None
                self.project = replace(self.project, settings=load_settings(path))
            self.articles, self.problems = self.project.articles()
            taken = self._own
            self._own = {a: list(dict.fromkeys((*self._files_of(a), *taken.get(a, ())))) for a in self.articles}
        except TaiyakuError as error:
            self._fault = error

    @property
    def _settings_path(self) -> Path | None:
        return self.project.settings_path

    def _files(self) -> Iterator[Path]:
        """Yield all files whose saving may change a page."""
        settings, root = self.project.settings, self.project.root
        if self._settings_path is not None:
            yield self._settings_path
        shared = (settings.termbase, settings.approvals, settings.checks.waivers, settings.checks.baseline)
        yield from (root / path for path in shared)
        yield from self._theme()
        yield from (root / path for path, _ in self.project.article_paths())
        yield from chain.from_iterable(self._own.values())

    def _files_of(self, article: Article) -> Iterable[Path]:
        """Yield the article and its catalogs. What its pages take along is learnt when it is made."""
        root = self.project.root
        yield root / article.path
        for locale in self.project.settings.locales:
            yield root / self.project.catalog_path(article.slug, locale)

    def _theme(self) -> Iterator[Path]:
        theme = self.project.settings.editions.theme
        if theme:
            yield from (path for path in sorted((self.project.root / theme).rglob("*")) if not path.is_dir())
