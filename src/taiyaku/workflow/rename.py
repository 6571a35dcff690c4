"""Renaming an article: its template and catalogs come along, by command or found by their content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from taiyaku.catalog import po
from taiyaku.errors import CatalogError, Phrase, SaveError, UsageError
from taiyaku.project.project import Article
from taiyaku.project.slugs import check_slug, slug_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taiyaku.article.document import Document
    from taiyaku.project.project import Project

SAME_ARTICLE = 0.5
"""The part of its messages that an article must share with an orphaned template to be taken for the same."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A rename: files are moved from the first to the second path of each pair (from the project's root)."""

    old_slug: str
    new_slug: str
    moves: tuple[tuple[Path, Path], ...]


def rename(project: Project, old: str, new: str, *, dry_run: bool = False) -> Renamed:
    """Move an article, with its template and catalogs, to a new slug or path.

    `old` is a slug or file; where the article's file has been moved already, its old slug. `new` is a slug, or a path
    from the project's root. Raises UsageError if `old` is nothing known or something stands in the way.
    """
    articles, _ = project.articles()
    article = next((a for a in articles if project.is_named(a.slug, a.path, old)), None)
    arrived = next((a for a in articles if project.is_named(a.slug, a.path, new)), None)
    if article is None and arrived is None:
        raise project.unknown_article(old, articles)
    moves: list[tuple[Path, Path]] = []
    if article is not None:
        old_slug = article.slug
        target = _target(project, article, new)
        new_slug = target.slug
        if target.path != article.path:
            moves.append((article.path, target.path))
    elif arrived is not None:
        old_slug, new_slug = old, arrived.slug
    moves += _catalog_moves(project, old_slug, new_slug)
    if not moves:
        raise UsageError(Phrase("nothing belongs to “{slug}”", slug=old))
    return _carry_out(project, Renamed(old_slug, new_slug, tuple(moves)), dry_run=dry_run)


def _target(project: Project, article: Article, new: str) -> Article:
    folder = next(folder for path, folder in project.article_paths() if path == article.path)
    if "/" in new or Path(new).suffix in {".md", ".txt"}:
        path = Path(new) if "/" in new else article.path.with_name(new)
        if folder and not path.is_relative_to(folder):
            raise UsageError(Phrase("{path} is not among the project's articles", path=path))
        return Article(check_slug(slug_of(path.as_posix(), folder), path), path)
    path = article.path.with_name(new + article.path.suffix)
    slug = check_slug(slug_of(path.as_posix(), folder), path)
    if slug != new:
        raise UsageError(
            Phrase("an article at {path} would have the slug “{slug}”", path=path, slug=slug),
            hint=Phrase("give the new path instead of a slug"),
        )
    return Article(slug, path)


def orphaned_slugs(project: Project, articles: Iterable[Article]) -> list[str]:
    """Return the slugs that have a template but no article any more."""
    slugs = {article.slug for article in articles}
    return [slug for slug in _slugs(project, project.settings.templates) if slug not in slugs]


def adopt_renamed(
    project: Project, article: Article, document: Document, orphaned: list[str], *, dry_run: bool
) -> Renamed | None:
    """Find the catalogs of an article that was moved without us, among those of the `orphaned` slugs.

    Taken over (and out of `orphaned`) only where at least half of the messages are the same, and more than in any
    other of them.
    """
    if not orphaned or (project.root / project.template_path(article.slug)).exists():
        return None
    if any(_catalogs(project, article.slug)):
        return None
    wanted = {segment.key for segment in document.segments}
    shares = sorted(((_share(project, slug, wanted), slug) for slug in orphaned), reverse=True)
    if shares[0][0] < SAME_ARTICLE or (len(shares) > 1 and shares[1][0] == shares[0][0]):
        return None
    old_slug = shares[0][1]
    moves = tuple(_catalog_moves(project, old_slug, article.slug))
    renamed = _carry_out(project, Renamed(old_slug, article.slug, moves), dry_run=dry_run)
    orphaned.remove(old_slug)
    return renamed


def _share(project: Project, slug: str, wanted: set[tuple[str | None, str]]) -> float:
    try:
        template = po.read(project.root / project.template_path(slug)).catalog
    except CatalogError:
        return 0.0
    keys = {message.key for message in template.messages}
    return len(keys & wanted) / max(len(keys), len(wanted), 1)


def orphans(project: Project, articles: Iterable[Article]) -> list[Path]:
    """Return the catalogs and templates, from the root, that belong to no article."""
    articles = list(articles)
    slugs = {article.slug for article in articles}
    found = {project.template_path(slug) for slug in orphaned_slugs(project, articles)}
    for locale in project.settings.locales:
        pattern = str(project.catalog_path("{slug}", locale))
        found |= {project.catalog_path(slug, locale) for slug in _slugs(project, pattern) if slug not in slugs}
    return sorted(found)


def _slugs(project: Project, pattern: str) -> Iterator[str]:
    before, _, after = pattern.partition("{slug}")
    wanted = re.compile(f"{re.escape(before)}([^/]+){re.escape(after)}")
    for path in sorted(project.root.glob(pattern.replace("{slug}", "*"))):
        match = wanted.fullmatch(path.relative_to(project.root).as_posix())
        if match:
            yield match[1]


def _catalogs(project: Project, slug: str) -> Iterator[tuple[str, Path]]:
    for locale in project.settings.locales:
        path = project.catalog_path(slug, locale)
        if (project.root / path).exists():
            yield locale, path


def _catalog_moves(project: Project, old: str, new: str) -> Iterator[tuple[Path, Path]]:
    if old == new:
        return
    if (project.root / project.template_path(old)).exists():
        yield project.template_path(old), project.template_path(new)
    for locale, path in _catalogs(project, old):
        yield path, project.catalog_path(new, locale)


def _carry_out(project: Project, renamed: Renamed, *, dry_run: bool) -> Renamed:
    for _, target in renamed.moves:
        if (project.root / target).exists():
            raise UsageError(
                Phrase("{path} exists already", path=target), hint=Phrase("move it away first; nothing was changed")
            )
    if dry_run:
        return renamed
    for source, target in renamed.moves:
        try:
            (project.root / target).parent.mkdir(parents=True, exist_ok=True)
            (project.root / source).rename(project.root / target)
        except OSError as error:
            raise SaveError(
                Phrase("cannot be moved to {target}: {why}", target=target, why=error.strerror or error), path=source
            ) from error
    return renamed
