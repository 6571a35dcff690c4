"""Articles -> templates -> catalogs: the verb a desk types daily."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.catalog import po
from taiyaku.catalog.merge import merge
from taiyaku.catalog.progress import Progress, progress_of
from taiyaku.catalog.template import new_catalog
from taiyaku.errors import Phrase, UsageError
from taiyaku.locale import Locale
from taiyaku.workflow.articles import for_each, ignore
from taiyaku.workflow.extract import template_of, write_template
from taiyaku.workflow.rename import adopt_renamed, orphaned_slugs
from taiyaku.workflow.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.changes import Changes
    from taiyaku.errors import Problem
    from taiyaku.memory.store import OnUnits
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.articles import OnProgress, Outcome
    from taiyaku.workflow.extract import Extracted
    from taiyaku.workflow.rename import Renamed


@dataclass(frozen=True, slots=True)
class UpdatedCatalog:
    """What was done to one catalog. `old` and `new` are its text before and after, in a dry run only."""

    locale: str
    path: Path
    status: Literal["new", "changed", "unchanged"]
    changes: Changes
    progress: Progress
    old: str
    new: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Updated:
    """What was done for one article."""

    article: Article
    extracted: Extracted
    catalogs: tuple[UpdatedCatalog, ...]
    renamed: Renamed | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong in the article and its catalogs without keeping them from being read."""
        return (*self.extracted.problems, *(problem for catalog in self.catalogs for problem in catalog.problems))


class _Run(NamedTuple):
    """What is the same for all articles of a run."""

    project: Project
    minor: bool
    dry_run: bool
    suggestions: Suggestions


def update(  # noqa: PLR0913 (the choices of a run, by keyword)
    project: Project,
    names: Iterable[str] = (),
    *,
    now: datetime,
    locales: Iterable[str] = (),
    minor: bool = False,
    dry_run: bool = False,
    progress: OnProgress = ignore,
    told: OnUnits | None = None,
) -> Outcome[Updated]:
    """Bring templates and catalogs up to date with the articles that `names` name, in all locales or in `locales`.

    A catalog that cannot be read is a problem and stays as it is. With `minor`, approved translations of texts in which
    nothing but words changed stay approved. With `dry_run` nothing is written but the cache. `told` learns how many
    units are read where the memory has to be brought up to date first.

    Raises UsageError for a name that is no article's, and for `minor` without names.
    """
    names = list(names)
    if minor and not names:
        raise UsageError(
            Phrase("--minor needs the article whose corrections change no meaning"),
            hint=Phrase("type `taiyaku update --minor ARTICLE`"),
        )
    articles, problems = project.select(names)
    wanted = set(locales)
    everything, faults = project.articles()
    # while an article cannot be read, its catalogs are nobody else's
    orphaned = [] if faults else orphaned_slugs(project, everything)
    run = _Run(project, minor, dry_run, Suggestions(project, told))

    def one(article: Article) -> Updated:
        document = project.read(article)
        renamed = adopt_renamed(project, article, document, orphaned, dry_run=dry_run)
        extracted = write_template(project, article, document, now=now, dry_run=dry_run)
        template = template_of(article, document, now)
        targets = [locale for locale in project.target_locales(document) if not wanted or locale in wanted]
        catalogs = tuple(_update_catalog(run, article, template, locale, renamed) for locale in targets)
        return Updated(article, extracted, catalogs, renamed)

    with closing(run.suggestions):
        outcome = for_each(articles, one, problems, progress)
    outcome.problems.extend(problem for result in outcome.results for problem in result.problems)
    outcome.problems.extend(run.suggestions.problems)
    return outcome


def _update_catalog(
    run: _Run, article: Article, template: Catalog, locale: str, renamed: Renamed | None
) -> UpdatedCatalog:
    project, minor, dry_run, suggestions = run
    path = project.catalog_path(article.slug, locale)
    # a rename that was only looked at has not moved the catalog yet
    base = project.read_catalog(renamed.old_slug if dry_run and renamed else article.slug, locale)
    # of a catalog that is not there, all translations may be gone
    problems = project.notices(article.slug, locale, None) if base is None else base.problems
    old = base.catalog if base is not None else new_catalog(template, Locale.parse(locale))
    source = template.field("X-Source-Language") or project.settings.source_locale
    merged, changes = merge(
        old,
        template,
        source_language=Locale.parse(source).language,
        target_language=Locale.parse(locale).language,
        suggest=suggestions.suggest(article.slug, source, locale),
        minor=minor,
    )
    status: Literal["new", "changed", "unchanged"] = "new" if base is None else "changed"
    diff = ("", "")
    if dry_run:
        diff = ("", po.dump(merged)) if base is None else (base.text, po.updated_text(base, merged))
        written = base is None or diff[0] != diff[1]
    else:
        written = project.save_catalog(article.slug, locale, merged, base)
    return UpdatedCatalog(
        locale,
        path,
        status if written else "unchanged",
        changes,
        progress_of(merged.messages),
        *diff,
        problems=problems,
    )
