"""What `check` is to look at: articles of the project, catalogs of any other, told by their paths."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from taiyaku.checks.languages import language_of
from taiyaku.errors import CatalogError, Phrase, SettingsError, UsageError
from taiyaku.locale import LANGUAGES, language_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from taiyaku.catalog.po_file import PoFile
    from taiyaku.errors import Problem
    from taiyaku.project.project import Article, Project


class ArticleTarget(NamedTuple):
    """An article of the project, in those of the locales that are not its own; `catalogs` are where they would be."""

    article: Article
    locales: tuple[str, ...]
    catalogs: tuple[Path, ...]


class CatalogTarget(NamedTuple):
    """A catalog of another project. Locales are "" where nobody has said; `shown` is how its path is told.

    Where some locales are `wanted`, it counts only if it translates into one of them.
    """

    path: Path
    source_locale: str = ""
    target_locale: str = ""
    shown: Path | None = None
    wanted: tuple[str, ...] = ()


class PairTarget(NamedTuple):
    """An article and its translation, two files.

    `locales` are "" where nobody has said; `shown` is how the files are told of.
    """

    paths: tuple[Path, Path]
    locales: tuple[str, str]
    shown: tuple[Path, Path]


class SourceTarget(NamedTuple):
    """An article outside of any project, alone. `locale` is "" where nobody has said; `shown` is how it is told of."""

    path: Path
    locale: str
    shown: Path


Target: TypeAlias = ArticleTarget | CatalogTarget | PairTarget | SourceTarget

_SAMPLE = 200
"""So many messages tell the language of a catalog."""


def targets_of(
    project: Project | None, names: Iterable[str], locales: Iterable[str], given: tuple[str, str]
) -> tuple[list[Target], list[Problem]]:
    """Return what the names mean, and the problems of articles that cannot be found out about.

    A name is a slug, an article, a catalog, or a folder of any of these; none means all of the project. `given` are
    the locales of source and target for catalogs of other projects. Raises UsageError and SettingsError.
    """
    names, wanted = list(names), set(locales)
    if not names:
        if project is None:
            raise SettingsError(
                Phrase("no project here, and nothing named to check"),
                hint=Phrase("name a .po file or a folder of them, or go into a project"),
            )
        return _articles(project, [], wanted)
    targets: dict[Target, None] = {}
    problems: dict[Problem, None] = {}
    own = _own_catalogs(project) if project is not None else {}
    for name in names:
        found, faults = _named(project, own, name, wanted, given)
        targets |= dict.fromkeys(found)
        problems |= dict.fromkeys(faults)
    return list(_merged(targets)), list(problems)


def _merged(targets: Iterable[Target]) -> Iterator[Target]:
    """Yield each target once: an article that was named by its text and by its catalogs, in all their locales."""
    targets = list(targets)
    locales: dict[Article, dict[str, Path]] = {}
    for target in targets:
        if isinstance(target, ArticleTarget):
            places = dict(zip(target.locales, target.catalogs, strict=True))
            locales[target.article] = locales.get(target.article, {}) | places
    for target in targets:
        if not isinstance(target, ArticleTarget):
            yield target
        elif target.article in locales:
            places = locales.pop(target.article)
            yield ArticleTarget(target.article, tuple(places), tuple(places.values()))


def _articles(project: Project, names: list[str], wanted: set[str]) -> tuple[list[Target], list[Problem]]:
    articles, problems = project.select(names)
    return article_targets(project, articles, wanted), problems


def article_targets(project: Project, articles: Iterable[Article], wanted: Collection[str] = ()) -> list[Target]:
    """Return articles as targets, in all of the project's locales or in those that are wanted."""
    locales = tuple(locale for locale in project.settings.locales if not wanted or locale in wanted)
    targets: list[Target] = []
    for article in articles:
        catalogs = tuple(project.root / project.catalog_path(article.slug, locale) for locale in locales)
        targets.append(ArticleTarget(article, locales, catalogs))
    return targets


def _own_catalogs(project: Project) -> dict[Path, ArticleTarget]:
    return {
        catalog.resolve(): ArticleTarget(target.article, (locale,), (catalog,))
        for target in _articles(project, [], set())[0]
        if isinstance(target, ArticleTarget)
        for locale, catalog in zip(target.locales, target.catalogs, strict=True)
    }


def _named(
    project: Project | None, own: dict[Path, ArticleTarget], name: str, wanted: set[str], given: tuple[str, str]
) -> tuple[list[Target], list[Problem]]:
    path = Path(name)
    catalogs = sorted(path.rglob("*.po")) if path.is_dir() else [path] if path.suffix == ".po" else []
    found: list[Target] = []
    for catalog in catalogs:
        target = own.get(catalog.resolve())
        if target is None:
            asked = tuple(sorted(wanted))
            found.append(CatalogTarget(catalog.absolute(), *given, shown=_shown(project, catalog), wanted=asked))
        elif not wanted or wanted.intersection(target.locales):
            found.append(target)
    if catalogs and path.suffix == ".po":
        return found, []
    if project is None:
        if not found and not _is_article(path):
            raise _nothing(path)
        return found or [SourceTarget(path.absolute(), given[0], path)], []
    try:
        targets, problems = _articles(project, [name], wanted)
    except UsageError:
        if found:
            return found, []
        if _is_article(path):
            return [SourceTarget(path.absolute(), given[0], _shown(project, path))], []
        raise
    return [*targets, *found], problems


def pair_target(project: Project | None, names: tuple[str, str], given: tuple[str, str]) -> PairTarget:
    """Return two files as a target; `given` are their locales, "" where nobody has said."""
    original, translation = map(Path, names)
    shown = _shown(project, original), _shown(project, translation)
    return PairTarget((original.absolute(), translation.absolute()), given, shown)


def _is_article(path: Path) -> bool:
    """Whether a path is that of a text that may be an article."""
    from taiyaku.workflow.align_files import SUFFIXES

    return path.suffix.lower() in SUFFIXES and path.is_file()


def _shown(project: Project | None, path: Path) -> Path:
    """A path as reports tell it: from the project's root, or as it was given."""
    if project is None:
        return path
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 (a link stays what it is called)
    return absolute.relative_to(project.root) if absolute.is_relative_to(project.root) else absolute


def _nothing(path: Path) -> UsageError:
    if path.is_dir():
        return UsageError(Phrase("no .po file in {path}", path=path), hint=Phrase("name another folder"))
    if path.exists():
        return UsageError(Phrase("{path} is neither an article nor a .po file", path=path))
    return UsageError(Phrase("no file or folder {path}", path=path), hint=Phrase("see that it is spelled right"))


def locales_of(file: PoFile, target: CatalogTarget) -> tuple[str, str]:
    """Return the locales of a catalog: as given, as its header says, or as its words look.

    Raises CatalogError where none of these tells, and for languages that are not ours.
    """
    catalog = file.catalog
    sample = [message for message in catalog.messages if not message.obsolete and message.msgid][:_SAMPLE]
    words = language_of(message.msgstr or "".join(message.plural_forms) for message in sample)
    target_locale = target.target_locale or catalog.field("Language") or words
    source_locale = (
        target.source_locale or catalog.field("X-Source-Language") or language_of(message.msgid for message in sample)
    )
    if not target_locale and source_locale:
        target_locale = "en" if language_in(source_locale) == "ja" else "ja"
    for locale, option in ((source_locale, "--source-locale"), (target_locale, "--target-locale")):
        if language_in(locale) not in LANGUAGES:
            raise CatalogError(
                Phrase("the catalog does not say its language")
                if not locale
                else Phrase("taiyaku knows no language “{locale}”", locale=locale),
                path=target.path,
                hint=Phrase("tell it with {option} en or ja", option=option),
            )
    if language_in(source_locale) == language_in(target_locale):
        raise CatalogError(
            Phrase("the catalog seems to translate {locale} into itself", locale=language_in(target_locale)),
            path=target.path,
            hint=Phrase("tell the languages with --source-locale and --target-locale"),
        )
    return _tag(source_locale), _tag(target_locale)


def is_wanted(target: CatalogTarget, locale: str) -> bool:
    """Whether a catalog into `locale` is to be checked: a language alone means all of its regions."""
    wanted = {_tag(tag).lower() for tag in target.wanted}
    return not wanted or locale.lower() in wanted or language_in(locale) in wanted


def _tag(locale: str) -> str:
    """Return a locale as we write it, without what gettext may add to one: `ja_JP.UTF-8` is `ja-JP`."""
    return re.split("[.@]", locale)[0].replace("_", "-")


def total_size(targets: Iterable[Target]) -> int:
    """Return how many bytes the catalogs of the targets have; what is not there has none."""
    return sum(_sizes(targets))


def _files(target: Target) -> tuple[Path, ...]:
    if isinstance(target, ArticleTarget):
        return target.catalogs
    return target.paths if isinstance(target, PairTarget) else (target.path,)


def _sizes(targets: Iterable[Target]) -> Iterator[int]:
    for target in targets:
        for path in _files(target):
            try:
                yield path.stat().st_size
            except OSError:
                yield 0
