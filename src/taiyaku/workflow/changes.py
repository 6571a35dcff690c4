"""What a correction of the articles did, for their translators. Nothing is written."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.catalog.correction import between, since_approved
from taiyaku.catalog.merge import merge
from taiyaku.catalog.passages import ArticleChanges, CatalogState, Languages, Passage
from taiyaku.catalog.template import new_catalog
from taiyaku.editions.translation import refusals
from taiyaku.locale import Locale
from taiyaku.span import LineIndex
from taiyaku.workflow.articles import for_each, ignore
from taiyaku.workflow.extract import template_of
from taiyaku.workflow.older import OlderState
from taiyaku.workflow.rename import adopt_renamed, orphaned_slugs
from taiyaku.workflow.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.changes import Changes
    from taiyaku.catalog.message import Key
    from taiyaku.catalog.po import PoFile
    from taiyaku.errors import Problem
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.articles import OnProgress, Outcome
    from taiyaku.workflow.since import Since


@dataclass(frozen=True, slots=True)
class Changed:
    """What was found about one article: a value for each locale, and what was wrong in files without stopping us."""

    article: Article
    locales: tuple[ArticleChanges, ...]
    problems: tuple[Problem, ...]


def changes(
    project: Project,
    names: Iterable[str] = (),
    *,
    now: datetime,
    locales: Iterable[str] = (),
    since: Since | None = None,
    progress: OnProgress = ignore,
) -> Outcome[Changed]:
    """Return what was corrected in the articles that `names` name, for all locales or for `locales`.

    Without `since` this is what waits since the translations were last approved, as the catalogs tell it; with it,
    what changed in articles and catalogs after that revision. A catalog that is behind its article is looked at as an
    update would leave it.
    """
    articles, problems = project.select(names)
    wanted = set(locales)
    suggestions = Suggestions(project)
    comparison = _Comparison(project, now, OlderState(project, since) if since else None, suggestions)
    everything, faults = project.articles()
    orphaned = [] if faults else orphaned_slugs(project, everything)

    def one(article: Article) -> Changed:
        document = project.read(article)
        renamed = adopt_renamed(project, article, document, orphaned, dry_run=True)
        slug = renamed.old_slug if renamed else article.slug
        targets = [locale for locale in project.target_locales(document) if not wanted or locale in wanted]
        found = [comparison.in_locale(article, document, locale, slug) for locale in targets]
        problems = dict.fromkeys(problem for _, some in found for problem in some)
        return Changed(article, tuple(value for value, _ in found), (*document.problems, *problems))

    with closing(suggestions):
        outcome = for_each(articles, one, problems, progress)
    outcome.problems.extend(problem for result in outcome.results for problem in result.problems)
    return outcome


class _Comparison(NamedTuple):
    """What articles are compared with: an older state, or None for what was last approved.

    `suggestions` are what the memory would contribute to an update that nobody has run yet.
    """

    project: Project
    now: datetime
    older: OlderState | None
    suggestions: Suggestions

    def in_locale(
        self, article: Article, document: Document, locale: str, slug: str
    ) -> tuple[ArticleChanges, tuple[Problem, ...]]:
        """Return what changed, and what was wrong; `slug` is the one under which the catalog lies now."""
        languages = Languages(Locale.parse(document.locale).language, Locale.parse(locale).language)
        file = self.project.read_catalog(slug, locale)
        catalog, pending = self.present(article, document, locale, file.catalog if file else None)
        if self.older is None:
            before, passages = None, since_approved(catalog, pending, languages)
        else:
            before = self.older.article(article, locale, _article_path(file) if slug != article.slug else None)
            passages = between(before.messages, catalog, languages)
        headline = document.headline
        value = ArticleChanges(
            slug=article.slug,
            title=headline.text if headline else article.slug,
            path=article.path,
            source_locale=document.locale,
            locale=locale,
            catalog=self.project.catalog_path(slug, locale),
            passages=_placed(_refused(passages, document, catalog, locale), document, file),
            catalog_state="missing" if file is None else _catalog_state(file.catalog, catalog),
            old_path=before.path if before and before.path != article.path else None,
            added=before is not None and before.path is None,
            compared=before is not None,
        )
        return value, (*(file.problems if file else ()), *(before.problems if before else ()))

    def present(
        self, article: Article, document: Document, locale: str, catalog: Catalog | None
    ) -> tuple[Catalog, Changes | None]:
        """Return the catalog as an update would leave it, and what that would do; None if it is up to date."""
        template = template_of(article, document, self.now)
        if catalog is not None and [m.key for m in catalog.active] == [m.key for m in template.messages]:
            return catalog, None
        return merge(
            catalog or new_catalog(template, Locale.parse(locale)),
            template,
            source_language=Locale.parse(document.locale).language,
            target_language=Locale.parse(locale).language,
            suggest=self.suggestions.suggest(article.slug, document.locale, locale),
        )


def _refused(passages: Iterable[Passage], document: Document, catalog: Catalog, locale: str) -> Iterator[Passage]:
    """Yield the passages; one whose translation cannot stand where it belongs has none, as in any edition."""
    refused = refusals(document, catalog, locale)
    for passage in passages:
        refusal = refused.get(passage.key) if passage.number else None
        yield replace(passage, state="untranslated", problem=refusal.what) if refusal else passage


def _catalog_state(on_disk: Catalog, updated: Catalog) -> CatalogState:
    return "behind" if set(on_disk.by_key()) != set(updated.by_key()) else "current"


def _article_path(file: PoFile | None) -> Path | None:
    """Return the path of the article that a catalog was made of: its first reference."""
    references = (message.references for message in file.catalog.active) if file else ()
    return next((Path(found[0]) for found in references if found), None)


def _placed(passages: Iterable[Passage], document: Document, file: PoFile | None) -> tuple[Passage, ...]:
    """Return the passages with their places in the article and in the catalog as it is on disk."""
    lines = LineIndex(document.source)
    starts: dict[Key, int] = {}
    for segment in document.segments:
        starts.setdefault(segment.key, segment.span.start)
    return tuple(
        replace(
            passage,
            article_position=lines.position(starts[passage.key]) if passage.number and passage.key in starts else None,
            catalog_position=file.msgstr_position(passage.key) if file else None,
        )
        for passage in passages
    )
