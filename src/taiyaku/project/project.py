"""A project: where its articles, templates, catalogs and editions lie."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import ArticleError, CatalogError, Phrase, Problem, SettingsError, TaiyakuError, UsageError
from taiyaku.files import open_regular
from taiyaku.project.history import History
from taiyaku.project.settings import FILE_NAME, Settings, load_settings
from taiyaku.project.slugs import check_slug, fixed_folder, slug_of
from taiyaku.project.sources import read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.po import PoFile

FRONT_MATTER_LIMIT = 64 * 1024
"""So many bytes at the beginning of an article are searched for a slug."""

_COPY = Phrase("copy the file into the project")
_TOOL_TABLE = re.compile(r"^\s*\[tool\.taiyaku[.\]]", re.MULTILINE)


class Article(NamedTuple):
    """An article of a project: its slug and its path from the project's root."""

    slug: str
    path: Path


@dataclass(frozen=True, slots=True)
class Project:
    """A project on disk. Paths it gives are relative to `root` where they are shown, absolute where they are opened.

    Not `watched`, it leaves it to others to notice what is done to its catalogs.
    """

    root: Path
    settings: Settings
    settings_path: Path | None = None
    history: History = field(default_factory=History, compare=False, repr=False)
    watched: bool = True

    def template_path(self, slug: str) -> Path:
        """Return the path of an article's template, from the root."""
        return Path(self.settings.templates.format(slug=slug))

    def catalog_path(self, slug: str, locale: str) -> Path:
        """Return the path of an article's catalog in a locale, from the root."""
        return Path(self.settings.catalogs.format(slug=slug, locale=locale.replace("-", "_")))

    def journal_path(self, slug: str, locale: str) -> Path:
        """Return the path of the journal of an article's catalog, from the root; see `project.watch`."""
        return Path(self.settings.cache, "journal", locale, f"{slug}.jsonl")

    @property
    def output(self) -> Path:
        """The folder of the editions, from the root."""
        return Path(self.settings.output)

    def cache_folder(self) -> Path | None:
        """Return the folder of caches and of the journal, made where it is missing and hidden from git.

        None where it cannot be made (a read-only project): every command then does without.
        """
        folder = self.root / self.settings.cache
        try:
            if not folder.is_dir():
                folder.mkdir(parents=True)
                (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        except OSError:
            return None
        return folder

    def target_locales(self, document: Document) -> tuple[str, ...]:
        """Return the locales into which an article is translated."""
        return tuple(locale for locale in self.settings.locales if locale != document.locale)

    def read(self, article: Article) -> Document:
        """Read an article. Raises ArticleError."""
        from taiyaku.formats import parse

        document = parse(read_source(self.root / article.path), article.path, self.settings.read_options())
        if document.locale not in self.settings.locales:
            raise ArticleError(
                Phrase("the article's locale “{locale}” is not one of the project's", locale=document.locale),
                path=article.path,
                hint=Phrase("the project has {locales}", locales=", ".join(self.settings.locales)),
            )
        return document

    def read_catalog(self, slug: str, locale: str) -> PoFile | None:
        """Read an article's catalog in a locale, None if there is none. Raises CatalogError for a broken one.

        What other programs did to it since a command last saw it is noticed, and is among the file's problems.
        """
        file = self.read_unwatched(slug, locale)
        problems = self.notices(slug, locale, file) if file is not None and self.watched else ()
        return replace(file, problems=(*file.problems, *problems)) if file is not None and problems else file

    def read_unwatched(self, slug: str, locale: str) -> PoFile | None:
        """Read a catalog as `read_catalog` does, and leave it to the next command to notice what was done to it."""
        from taiyaku.catalog import po

        path = self.root / self.catalog_path(slug, locale)
        if not path.exists():
            return None
        if not path.resolve().is_relative_to(self.root.resolve()):
            raise CatalogError(Phrase("a link leads out of the project"), path=path, hint=_COPY)
        return po.read(path)

    def notices(self, slug: str, locale: str, file: PoFile | None) -> tuple[Problem, ...]:
        """Return what another program lost or mixed up in a catalog; `read_catalog` adds it to the file's problems.

        Worth asking where there is no file: all translations of one may be gone.
        """
        from taiyaku.project import watch

        return watch.notices(self, slug, locale, file)

    def save_catalog(
        self, slug: str, locale: str, catalog: Catalog, base: PoFile | None, *, prune: bool = False
    ) -> bool:
        """Save an article's catalog as `po.save` does, and note in its journal that it was us."""
        from taiyaku.catalog import po
        from taiyaku.project import watch

        written = po.save(self.root / self.catalog_path(slug, locale), catalog, base, prune=prune)
        if written:
            watch.note_saved(self, slug, locale, catalog)
        return written

    def article_paths(self) -> Iterator[tuple[Path, str]]:
        """Yield the articles' paths from the root, in order, each with the folder its slug is counted from."""
        found: dict[Path, str] = {}
        for pattern in self.settings.articles:
            folder = fixed_folder(pattern)
            for path in self.root.glob(pattern):
                below = path.relative_to(self.root)
                hidden = any(part.startswith(".") for part in below.relative_to(folder).parts)
                leads_nowhere = path.is_symlink() and not path.exists()
                if (path.is_file() or leads_nowhere) and not hidden:
                    found.setdefault(below, folder)
        yield from sorted(found.items())

    def articles(self) -> tuple[list[Article], list[Problem]]:
        """Return the articles in the order of their slugs, and what keeps others from being one.

        Two articles with one slug are a problem that names both, and neither is returned.
        """
        by_slug: dict[str, list[Path]] = {}
        problems: list[Problem] = []
        outside = self.linked_out()
        for path, folder in self.article_paths():
            try:
                if not (self.root / path).exists():
                    raise ArticleError(
                        Phrase("a link that leads nowhere"), path=path, hint=Phrase("mend it, or take it out")
                    )
                if outside(path):
                    raise ArticleError(
                        Phrase("a link leads out of the project"),
                        path=path,
                        hint=_COPY,
                    )
                by_slug.setdefault(self.slug(path, folder), []).append(path)
            except TaiyakuError as error:
                problems.append(error.problem)
        articles = []
        for slug, paths in sorted(by_slug.items()):
            if len(paths) == 1:
                articles.append(Article(slug, paths[0]))
            else:
                problems.append(
                    Problem(
                        Phrase("the slug “{slug}” is also that of {other}", slug=slug, other=paths[0]),
                        paths[1],
                        hint=Phrase("rename one of them, or give it a slug in its front matter"),
                    )
                )
        return articles, problems

    def slug(self, path: Path, folder: str) -> str:
        """Return the slug of an article: its front matter's, else the one of its path. Raises ArticleError."""
        given = self.given_slug(path)
        return check_slug(given or slug_of(path.as_posix(), folder), path)

    def given_slug(self, path: Path) -> str | None:
        """Return the slug that the front matter gives, if any; faults of the front matter show when it is read."""
        try:
            with open_regular(self.root / path) as file:
                head = file.read(FRONT_MATTER_LIMIT)
        except OSError:
            return None
        if not head.lstrip(b"\xef\xbb\xbf").startswith(b"---") or b"\nslug:" not in head:
            return None
        from taiyaku.formats.markdown.front_matter import read_front_matter

        value = read_front_matter(read_source(self.root / path), path).values.get("slug")
        return value if isinstance(value, str) and value else None

    def linked_out(self) -> Callable[[Path], bool]:
        """Return a function that tells whether a path leads out of the project through a symbolic link."""
        root = self.root.resolve()

        def resolves_outside(path: Path) -> bool:
            return not (self.root / path).resolve().is_relative_to(root)

        folder_outside = cache(resolves_outside)  # a folder holds many articles

        def outside(path: Path) -> bool:
            return resolves_outside(path) if (self.root / path).is_symlink() else folder_outside(path.parent)

        return outside

    def select(self, names: Iterable[str]) -> tuple[list[Article], list[Problem]]:
        """Return the articles that slugs, files or folders name; all of them if nothing is named.

        Raises UsageError for a name that is none of them.
        """
        articles, problems = self.articles()
        names = list(names)
        if not names:
            return articles, problems
        chosen: dict[Article, None] = {}
        faults: dict[Problem, None] = {}
        for name in names:
            matches = [article for article in articles if self.is_named(article.slug, article.path, name)]
            concerned = [
                problem
                for problem in problems
                if problem.path is not None
                and self.is_named(str(problem.what.parameters.get("slug", "")), problem.path, name)
            ]
            if not matches and not concerned:
                raise self.unknown_article(name, articles)
            chosen |= dict.fromkeys(matches)
            faults |= dict.fromkeys(concerned)
        return list(chosen), list(faults)

    def is_named(self, slug: str, path: Path, name: str) -> bool:
        """Whether a name given by a user means this article: its slug, its file, or a folder above it."""
        if name == slug:
            return True
        given = Path(name).resolve()
        own = (self.root / path).resolve()
        return own == given or own.is_relative_to(given)

    def unknown_article(self, name: str, articles: list[Article]) -> UsageError:
        """Return the error for a name that is no article's."""
        from difflib import get_close_matches

        near = get_close_matches(name, [article.slug for article in articles], n=1)
        if near:
            hint = Phrase("did you mean “{name}”?", name=near[0])
        elif Path(name).exists():
            hint = Phrase(
                "the setting articles does not cover it: {patterns}", patterns=", ".join(self.settings.articles)
            )
        else:
            hint = Phrase("give a slug, a file or a folder; `taiyaku status` lists the articles")
        return UsageError(Phrase("no article “{name}”", name=name), hint=hint)


def find_project(start: Path) -> Project | None:
    """Return the project that `start` lies in: the nearest folder upwards with settings of ours, or None."""
    for folder in (start, *start.parents):
        own = folder / FILE_NAME
        if own.is_file():
            return Project(folder, load_settings(own), own)
        pyproject = folder / "pyproject.toml"
        if pyproject.is_file() and _TOOL_TABLE.search(pyproject.read_text(encoding="utf-8-sig", errors="replace")):
            return Project(folder, load_settings(pyproject), pyproject)
    return None


def require_project(start: Path) -> Project:
    """Return the project that `start` lies in. Raises SettingsError where there is none."""
    project = find_project(start)
    if project is None:
        raise SettingsError(
            Phrase("no project here: neither {name} nor [tool.taiyaku] in a pyproject.toml", name=FILE_NAME),
            hint=Phrase("type `taiyaku init` to begin one in this folder"),
        )
    return project
