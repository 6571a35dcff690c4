"""Articles + catalogs -> editions; what has not changed since the last build is left as it is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from taiyaku.editions.site import article_page
from taiyaku.errors import SettingsError, TaiyakuError
from taiyaku.workflow.articles import for_each, ignore
from taiyaku.workflow.build_memory import BuildMemory
from taiyaku.workflow.built import EVERYTHING, Built, BuiltArticle, Output, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from taiyaku.errors import Problem
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.articles import OnProgress
    from taiyaku.workflow.builder import Builder


def build(
    project: Project,
    names: Iterable[str] = (),
    wanted: Wanted = EVERYTHING,
    *,
    dry_run: bool = False,
    progress: OnProgress = ignore,
) -> Built:
    """Build the editions of the articles that `names` name, or of all.

    Only files whose content changes are written; with `dry_run`, none. Raises SettingsError where the theme is wrong,
    and has then written nothing.
    """
    names = list(names)
    articles, problems = project.select(names)
    everything = project.articles()[0] if names else articles
    run = _Run(project, wanted, everything, dry_run=dry_run)
    run.recall(articles, progress)
    outcome = for_each(articles, run.build, problems, progress)
    built = Built(outcome.results, [], outcome.problems)
    for result in outcome.results:
        built.problems.extend(result.problems)
    if "html" in run.editions:
        built.pages.extend(run.site_pages(everything, articles))
    elif "bilingual" in run.editions:
        built.pages.extend(run.builder.asset_files())
    built.problems.extend(run.finish(everything if not names else None))
    return built


class _Run:
    """One build. `known` are the articles that need not be built; only for others is the builder loaded."""

    def __init__(self, project: Project, wanted: Wanted, articles: Iterable[Article], *, dry_run: bool) -> None:
        self.project, self.wanted, self.dry_run = project, wanted, dry_run
        self.articles = articles
        self.editions = wanted.editions or project.settings.editions.formats
        self.memory = BuildMemory(project, wanted, lambda: self.slugs)
        self.known: dict[Article, BuiltArticle] = {}
        self.done: dict[Article, BuiltArticle] = {}

    @cached_property
    def slugs(self) -> dict[Path, str]:
        return {article.path: article.slug for article in self.articles}

    @cached_property
    def builder(self) -> Builder:
        from taiyaku.workflow.builder import Builder

        return Builder(self.project, self.wanted, dry_run=self.dry_run)

    def recall(self, articles: Iterable[Article], progress: OnProgress) -> None:
        """See which articles are as they were; the checks look at the others, if anybody asks for them."""
        self.known = {article: built for article in articles if (built := self.memory.recall(article)) is not None}
        left = [article for article in articles if article not in self.known]
        if left and self.builder.inspection is not None:
            self.builder.inspection.look(left, progress)
            self.builder.named.update(left)

    def build(self, article: Article) -> BuiltArticle:
        """Return what was built of an article, now or before."""
        known = self.known.get(article)
        if known is None:
            self.memory.begin(article)
            known = self.builder.build(article)
            if not self.dry_run:
                self.memory.keep(known, self.builder.traces[article.slug])
        self.done[article] = known
        return known

    def site_pages(self, everything: Iterable[Article], named: Iterable[Article]) -> list[Output]:
        """Return the files of the site as a whole; articles that were built before are in them, too."""
        entries = [self.entry(article, failed=article in named) for article in everything]
        entries = [entry for entry in entries if entry is not None]
        pages = self.memory.pages(entries)
        if pages is None:
            pages = list(self.builder.site_pages(entries))
            if not self.dry_run:
                self.memory.keep_pages(entries, pages)
        return pages

    def entry(self, article: Article, *, failed: bool) -> Any:
        """Return what the lists say of an article: as it is built, else as it is, else as it was; None: nothing."""
        if article in self.done:
            return self.done[article].entry
        if not self.has_page(article):
            return None
        listed = self.memory.listed(article)
        if listed is not None:
            return listed.entry
        if not failed:
            try:
                return self.builder.entry(article)
            except SettingsError:
                raise
            except TaiyakuError:  # its own build tells of it
                pass
        return self.memory.last_entry(article)

    def has_page(self, article: Article) -> bool:
        """Whether an article has a page from an earlier build."""
        output = self.project.root / self.project.output
        return any((output / article_page(locale, article.slug)).is_file() for locale in self.project.settings.locales)

    def finish(self, articles: Iterable[Article] | None) -> Iterator[Problem]:
        """Write what is left to be written, remember what was built, and yield what went wrong with all of it."""
        if "builder" in vars(self):
            yield from self.builder.finish()
        if "card" in self.editions:
            from taiyaku.editions.cards import NO_CARDS, can_draw

            if not can_draw(self.project.settings.editions.chromium):
                yield NO_CARDS
        if not self.dry_run:
            self.memory.save(articles)
