"""Taking obsolete messages out of catalogs, the only way in which translations leave them; and putting them back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from taiyaku.catalog import po
from taiyaku.catalog.header import with_field
from taiyaku.catalog.message import with_translation_of
from taiyaku.errors import Phrase, UsageError
from taiyaku.workflow.articles import for_each, ignore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Message
    from taiyaku.catalog.po import PoFile
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.articles import OnProgress, Outcome

FOLDER = "pruned"
"""A folder beside LC_MESSAGES, or below the catalogs' own if theirs has another name.

Neither gettext nor Weblate looks there.
"""

ORIGIN = "X-Pruned-From"
"""The header field that tells of a file of pruned messages which catalog they come from, as a path from the root."""


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was taken out of the catalog at `path`, and the file that has it now; both paths are from the root.

    `old`, `new` and `kept_text` are the texts before and after, and of the new file, in a dry run only.
    """

    locale: str
    path: Path
    kept: Path
    messages: tuple[Message, ...]
    old: str = ""
    new: str = ""
    kept_text: str = ""


@dataclass(frozen=True, slots=True)
class PutBack:
    """What was put back into the catalog at `path`, and how many of the file's messages have a translation there again.

    `old` and `new` are the catalog's texts before and after, in a dry run only.
    """

    path: Path
    messages: tuple[Message, ...]
    there: int
    old: str = ""
    new: str = ""


def prune(
    project: Project,
    names: Iterable[str],
    *,
    today: date,
    locales: Iterable[str] = (),
    dry_run: bool = False,
    progress: OnProgress = ignore,
) -> Outcome[tuple[Pruned, ...]]:
    """Take the obsolete messages out of the catalogs of the articles that `names` name, or of all where it is empty.

    They are first written to a catalog of their own, which takes no other file's place. A catalog that cannot be read
    is a problem and stays as it is. With `dry_run` nothing is written but the cache.
    """
    articles, problems = project.select(names)
    wanted = set(locales) or set(project.settings.locales)
    chosen = [locale for locale in project.settings.locales if locale in wanted]

    def one(article: Article) -> tuple[Pruned, ...]:
        return tuple(_pruned(project, article, chosen, today, dry_run=dry_run))

    return for_each(articles, one, problems, progress)


def _pruned(
    project: Project, article: Article, locales: Iterable[str], today: date, *, dry_run: bool
) -> Iterator[Pruned]:
    for locale in locales:
        base = project.read_catalog(article.slug, locale)
        gone = tuple(message for message in base.catalog.messages if message.obsolete) if base else ()
        if base is None or not gone:
            continue
        path = project.catalog_path(article.slug, locale)
        kept = _free_path(project.root, path, today)
        kept_catalog = replace(
            base.catalog,
            header=with_field(base.catalog.header, ORIGIN, path.as_posix()),
            messages=tuple(replace(message, obsolete=False) for message in gone),  # an editor shows them then
            trailing_comments=(),
        )
        catalog = replace(base.catalog, messages=base.catalog.active)
        if dry_run:
            texts = (base.text, po.updated_text(base, catalog), po.dump(kept_catalog))
            yield Pruned(locale, path, kept, gone, *texts)
            continue
        po.save(project.root / kept, kept_catalog, None)
        project.save_catalog(article.slug, locale, catalog, base, prune=True)
        yield Pruned(locale, path, kept, gone)


def _free_path(root: Path, catalog: Path, today: date) -> Path:
    """Return a path at which no file is yet: `locales/ja/pruned/harbor-2026-11-22.po`, or with `-2` and so on."""
    folder = catalog.parent.parent if catalog.parent.name == "LC_MESSAGES" else catalog.parent
    path = folder / FOLDER / f"{catalog.stem}-{today.isoformat()}.po"
    number = 1
    while (root / path).exists():
        number += 1
        path = path.with_name(f"{catalog.stem}-{today.isoformat()}-{number}.po")
    return path


def put_back(project: Project, file: Path, *, dry_run: bool = False) -> PutBack:
    """Put the messages of a file that `prune` wrote back into their catalog.

    They come back as obsolete messages, for an update to revive, or, where the catalog has the message again without
    a translation, into that. The file stays. Raises UsageError if it is no such file.
    """
    kept = po.read(file).catalog
    slug, locale, base = _origin(project, file, kept)
    path = project.catalog_path(slug, locale)
    messages, back = _together(base.catalog, kept)
    result = PutBack(path, back, len(kept.messages) - len(back))
    catalog = replace(base.catalog, messages=messages)
    if dry_run:
        return replace(result, old=base.text, new=po.updated_text(base, catalog))
    project.save_catalog(slug, locale, catalog, base)
    return result


def _origin(project: Project, file: Path, kept: Catalog) -> tuple[str, str, PoFile]:
    """Return the slug and the locale of the catalog out of which the messages of `kept` were taken, and the catalog."""
    origin = kept.field(ORIGIN)
    if not origin:
        raise UsageError(
            Phrase("`taiyaku prune` did not write this file"),
            path=file,
            hint=Phrase("its header would have the field {field}", field=ORIGIN),
        )
    for article in project.articles()[0]:
        for locale in project.settings.locales:
            is_it = project.catalog_path(article.slug, locale) == Path(origin)
            base = project.read_catalog(article.slug, locale) if is_it else None
            if base is not None:
                return article.slug, locale, base
    raise UsageError(
        Phrase("no article of the project has the catalog {path}", path=origin),
        path=file,
        hint=Phrase(
            "correct the field {field} in the header of this file; `taiyaku update` makes catalogs", field=ORIGIN
        ),
    )


def _together(catalog: Catalog, kept: Catalog) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """Return the messages of the catalog with those of `kept` that it has no translation of, and these alone."""
    found = {message.key: message for message in kept.messages}
    messages, back = [], []
    for message in catalog.messages:
        former = found.pop(message.key, None)
        if former is not None and not message.has_translation:
            message = with_translation_of(message, former)  # noqa: PLW2901 (the one with words takes its place)
            back.append(message)
        messages.append(message)
    obsolete = [replace(message, obsolete=True) for message in found.values()]
    return (*messages, *obsolete), (*back, *obsolete)
