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
        if any(other.slug == new_slug and other != article for other in articles):
            raise UsageError(
                Phrase("there is an article “{slug}” already", slug=new_slug), hint=Phrase("choose another name")
            )
        if target.path != article.path:
            moves.append((article.path, target.path))
    elif arrived is not None:
        old_slug, new_slug = old, arrived.slug
    moves += _catalog_moves(project, old_slug, new_slug)
    if not moves and old_slug == new_slug:
        raise UsageError(Phrase("“{slug}” has that name already", slug=old), hint=Phrase("give another name"))
    if not moves:
        raise UsageError(Phrase("nothing belongs to “{slug}”", slug=old))
    return _carry_out(project, Renamed(old_slug, new_slug, tuple(moves)), dry_run=dry_run)


def _target(project: Project, article: Article, new: str) -> Article:
    if project.given_slug(article.path) is not None:
        raise UsageError(
            Phrase("the article's slug stands in its front matter: {path}", path=article.path),
            hint=Phrase("change it there, and type `taiyaku rename` with the old and the new slug"),
        )
    folder = next(folder for path, folder in project.article_paths() if path == article.path)
    if "/" in new or Path(new).suffix in {".md", ".txt"}:
        path = Path(new) if "/" in new else article.path.with_name(new)
        if path.suffix != article.path.suffix or not path.is_relative_to(folder) or new.endswith("/"):
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
    """Return the slugs that have a template or a catalog but no article any more."""
    slugs = {article.slug for article in articles}
    patterns = [project.settings.templates]
    patterns += [str(project.catalog_path("{slug}", locale)) for locale in project.settings.locales]
    found = dict.fromkeys(slug for pattern in patterns for slug in _slugs(project, pattern))
    return [slug for slug in found if slug not in slugs]


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
    paths = [project.template_path(slug), *(path for _, path in _catalogs(project, slug))]
    path = next((path for path in paths if (project.root / path).exists()), paths[0])
    try:
        keys = {message.key for message in po.read(project.root / path).catalog.active}
    except CatalogError:
        return 0.0
    return len(keys & wanted) / max(len(keys), len(wanted), 1)


def orphans(project: Project, articles: Iterable[Article]) -> list[Path]:
    """Return the catalogs and templates, from the root, that belong to no article."""
    found: set[Path] = set()
    for slug in orphaned_slugs(project, articles):
        paths = [project.template_path(slug), *(path for _, path in _catalogs(project, slug))]
        found |= {path for path in paths if (project.root / path).exists()}
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
    from taiyaku.project.watch import move_journals

    move_journals(project, renamed.old_slug, renamed.new_slug)
    if (project.root / project.settings.approvals).exists():
        from taiyaku.workflow.approve import carry_over

        carry_over(project, renamed.old_slug, renamed.new_slug)
    return renamed
