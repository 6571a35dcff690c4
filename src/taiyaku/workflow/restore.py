"""Giving back what another program lost in a catalog, and taking back what it mixed up; or accepting it as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from taiyaku.catalog import po
from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.losses import given_back
from taiyaku.errors import CatalogError, Phrase
from taiyaku.project import watch
from taiyaku.workflow.articles import Outcome, for_each

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from taiyaku.catalog.journal import Loss
    from taiyaku.project.project import Article, Project
    from taiyaku.span import Position


@dataclass(frozen=True, slots=True)
class Restored:
    """What was given back into the catalog at `path` (from the root), each with its place in the file as it was.

    The place is None for a message that the file does not have. `old` and `new` are the text before and after, in a
    dry run only.
    """

    slug: str
    locale: str
    path: Path
    losses: tuple[tuple[Loss, Position | None], ...]
    old: str = ""
    new: str = ""


def restore(
    project: Project,
    names: Iterable[str] = (),
    *,
    locales: Iterable[str] = (),
    accept: bool = False,
    dry_run: bool = False,
) -> Outcome[Restored]:
    """Give back the translations that the catalogs of the articles that `names` name have lost.

    With `accept`, nothing is written but the journal: the catalogs are right as they are. With `dry_run` nothing is
    written but what a look at the catalogs adds to it. A catalog that cannot be read is a problem and stays as it is.
    """
    articles, problems = project.select(names)
    wanted = set(locales) or set(project.settings.locales)
    chosen = [locale for locale in project.settings.locales if locale in wanted]
    restored: list[Restored] = []

    def one(article: Article) -> None:
        for locale in chosen:
            restored.extend(_restored(project, article.slug, locale, accept=accept, dry_run=dry_run))

    return Outcome(restored, for_each(articles, one, problems).problems)


def _restored(project: Project, slug: str, locale: str, *, accept: bool, dry_run: bool) -> Iterator[Restored]:
    path = project.catalog_path(slug, locale)
    file = project.read_catalog(slug, locale)
    losses = watch.open_losses(project, slug, locale, file)
    if not losses:
        return
    if file is None and not accept:
        raise CatalogError(
            Phrase("the catalog is not there, and {count} of its translations are in the journal", count=len(losses)),
            path=path,
            hint=Phrase("type `taiyaku update`, and then `taiyaku restore` once more"),
        )
    placed = tuple((loss, file.msgstr_position(loss.message.key) if file else None) for loss in losses)
    restored = Restored(slug, locale, path, placed)
    if accept:
        if not dry_run:
            watch.forget(project, slug, locale, file.catalog if file else Catalog(locale))
    elif file is not None:
        catalog = given_back(file.catalog, losses)
        if dry_run:
            restored = Restored(slug, locale, path, placed, file.text, po.updated_text(file, catalog))
        else:
            # an older text, or an update's, gives way to what was lost; the journal has both
            gives_way = any(loss.instead and loss.kind != "stale" for loss in losses)
            project.save_catalog(slug, locale, catalog, file, prune=gives_way)
    yield restored
