"""Makes the editions of articles, and writes them."""

from __future__ import annotations

from collections import Counter
from email.utils import parseaddr
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taiyaku.editions.article_editions import ArticleEditions
from taiyaku.editions.cards import can_draw
from taiyaku.editions.front_matter_faults import front_matter_faults
from taiyaku.editions.markdown_files import MarkdownFiles
from taiyaku.editions.page_maker import PageMaker
from taiyaku.editions.provenance import Credit, named_translator
from taiyaku.editions.publication import Publication
from taiyaku.editions.site_files import asset_files, site_files
from taiyaku.editions.translation import Policy, Translation, original, translate, with_errors
from taiyaku.errors import Phrase, Problem, SaveError, TaiyakuError
from taiyaku.files import present_bytes, safe_write
from taiyaku.formats import unshown_tags
from taiyaku.workflow.build_memory import Lookups, Traces
from taiyaku.workflow.built import BuiltArticle, BuiltTranslation, Output
from taiyaku.workflow.digests import digest_of
from taiyaku.workflow.entry_json import from_json, to_json
from taiyaku.workflow.printing import printing_of
from taiyaku.workflow.readings import readings_of
from taiyaku.workflow.sign_off import SignOff
from taiyaku.workflow.theme import theme_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.checks.remark import Remark
    from taiyaku.editions.edition import Artifact
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.built import Wanted
    from taiyaku.workflow.inspection import Inspection


READ_BY_PEOPLE = frozenset({"html", "text", "bilingual"})
"""The editions in which the tags of a site's own program mean nothing."""


class Builder:
    """Makes the editions of a project's articles; `built` are those that were made.

    Of the articles in `named`, what the checks find is looked up anew where it is not remembered.
    """

    def __init__(self, project: Project, wanted: Wanted, *, dry_run: bool) -> None:
        settings = project.settings
        self.project, self.findings, self.dry_run = project, wanted.findings, dry_run
        self.locales = wanted.locales or settings.locales
        self.editions = wanted.editions or settings.editions.formats
        self.policy = Policy(settings.editions.untranslated, settings.editions.outdated)
        self.theme = theme_of(project)
        self.maker = PageMaker(
            Publication(
                settings.site.title,
                settings.base_url,
                settings.locales,
                settings.source_locale,
                cards="card" in settings.editions.formats and can_draw(settings.editions.chromium),
            )
        )
        self.printing = printing_of(settings, needs_browser="pdf" in self.editions)
        chosen = settings.editions
        self.markdown = MarkdownFiles(chosen.markdown_layout, chosen.markdown_directives, chosen.markdown_readings)
        self.readings = readings_of(project)
        self.sign_off = SignOff(project, wanted.require or settings.editions.require)
        self.built: dict[Article, ArticleEditions] = {}
        self.traces: dict[str, Traces] = {}
        self.credits: dict[tuple[str, str], str] = {}
        self.named: set[Article] = set()
        self.linked_out = project.linked_out()
        self.unwritten: dict[Path, bytes | Path] = {}

    @cached_property
    def inspection(self) -> Inspection | None:
        """The checks' findings, if anybody asks for them."""
        if not self.findings and self.project.settings.editions.errors == "publish" and not self.sign_off.asks:
            return None
        from taiyaku.workflow.inspection import Inspection

        return Inspection(self.project)

    @cached_property
    def all_articles(self) -> list[Article]:
        """All articles of the project, whether they are built or not."""
        return self.project.articles()[0]

    @cached_property
    def slugs(self) -> dict[Path, str]:
        """The slugs of all articles by their paths, for links among them."""
        return {article.path: article.slug for article in self.all_articles}

    def build(self, article: Article) -> BuiltArticle:
        """Write the editions of an article. Raises ArticleError where it cannot be read."""
        problems: list[Problem] = []
        translations = self.translations(article, problems)
        publishable = tuple(translation for translation in translations if not translation.refused)
        editions = self.built[article] = self.article_editions(article, publishable)
        problems.extend(notices(article, editions))
        outputs = []
        for artifact in editions.artifacts(self.editions, self.locales):
            outputs.append(self.write(artifact))
            if isinstance(artifact.content, Path):
                self.traces[article.slug].taken[artifact.content] = outputs[-1].digest
        titles = {locale: rendering.headline.text for locale, (rendering, _) in editions.renderings.items()}
        return BuiltArticle(
            article,
            translations[0].document.locale,
            tuple(map(_result, translations)),
            titles,
            tuple(outputs),
            tuple(problems),
            self.entry(article),
        )

    def translations(self, article: Article, problems: list[Problem]) -> tuple[Translation, ...]:
        """Return the article in all of the project's locales that can be had, in their order."""
        document = self.project.read(article)
        problems.extend(document.problems)
        if READ_BY_PEOPLE.intersection(self.editions):
            problems.extend(unshown_tags(document))
        if document.headline is None:
            what = Phrase("the article has no headline; its file name stands in for it")
            hint = Phrase("give it a title in the front matter, or a heading: # Title")
            problems.append(Problem(what, article.path, hint=hint, severity="warning"))
        found = []
        for locale in self.project.settings.locales:
            if locale == document.locale:
                found.append(original(document))
                continue
            try:
                translation = self.translation(article, document, locale, problems)
            except TaiyakuError as error:
                problems.append(error.problem)
            else:
                found += [translation] if translation is not None else []
        problems.extend(problem for translation in found for problem in translation.problems)
        return tuple(found)

    def translation(
        self, article: Article, document: Document, locale: str, problems: list[Problem]
    ) -> Translation | None:
        """Return the article in a locale, None where there is no catalog. Raises CatalogError for a broken one."""
        path = self.project.catalog_path(article.slug, locale)
        file = self.project.read_catalog(article.slug, locale)
        if file is None:
            behind = Phrase("there is no catalog: the edition in this language is left out")
            problems.append(Problem(behind, path, hint=Phrase("type `taiyaku update`"), severity="warning"))
            return None
        problems.extend(file.problems)
        named = named_translator(document.metadata, locale) or _translator_name(file.catalog)
        self.credits[article.slug, locale] = named or self.project.settings.site.translator_in(locale)
        missing = len({segment.key for segment in document.segments} - file.catalog.by_key().keys())
        if missing:
            behind = Phrase("the catalog is behind its article; passages missing in it: {count}", count=missing)
            problems.append(Problem(behind, path, hint=Phrase("type `taiyaku update`"), severity="warning"))
        translation = translate(
            document, file.catalog, locale, self.policy, catalog_path=path, position=file.msgstr_position
        )
        remarks = self.remarks(article, locale)
        signed = self.sign_off.judged(translation, article.slug, file.catalog, remarks)
        return with_errors(signed, remarks, self.project.settings.editions.errors)

    def remarks(self, article: Article, locale: str) -> tuple[Remark, ...]:
        """Return the checks' findings; of articles that are not to be built, and not approved, only what is known."""
        if self.inspection is None:
            return ()
        if article in self.named or self.sign_off.is_about(article.slug, locale):
            return self.inspection.remarks(article, locale)
        return self.inspection.known(article, locale)

    def article_editions(self, article: Article, translations: tuple[Translation, ...]) -> ArticleEditions:
        """Return the article as its editions see it, made of translations that `translations` gave."""
        traces = self.traces[article.slug] = Traces()
        return ArticleEditions(
            article.slug,
            self.project.root,
            translations,
            self.maker,
            self.theme,
            Lookups(self.slugs, traces.looked),
            {t.locale: self.credit(article.slug, t.locale) for t in translations},
            {t.locale: self.remarks(article, t.locale) for t in translations} if self.findings else None,
            printing=self.printing,
            markdown=self.markdown,
            readings=self.readings,
        )

    def credit(self, slug: str, locale: str) -> Credit:
        """Return whose work a translation is, once it was read."""
        return Credit(self.credits.get((slug, locale), ""), self.sign_off.word(slug, locale))

    def write(self, artifact: Artifact) -> Output:
        """Write a file of an edition below the output folder, if it is not there already."""
        path = self.project.output / artifact.place
        file = self.project.root / path
        data = artifact.content
        if isinstance(data, Path):
            try:
                data = data.read_bytes()
            except OSError as error:
                raise SaveError(Phrase("cannot be read: {why}", why=error.strerror or error), path=path) from error
        if self.linked_out(path):
            hint = Phrase("take the link away, or set another folder as output")
            raise SaveError(Phrase("a link leads out of the project"), path=path, hint=hint)
        changed = present_bytes(file) != data
        if changed and not self.dry_run:
            if self.theme.folder is None:
                safe_write(file, data, durable=False)
            else:  # one of its templates may yet turn out to be wrong, and then nothing is written
                self.unwritten[file] = artifact.content
        return Output(artifact.edition, artifact.locale, path, changed, digest_of(data))

    def finish(self) -> Iterator[Problem]:
        """Write what was held back, and yield what goes wrong with it."""
        for file, content in self.unwritten.items():
            try:
                safe_write(file, content.read_bytes() if isinstance(content, Path) else content, durable=False)
            except SaveError as error:
                yield error.problem
        self.unwritten.clear()

    def site_pages(self, entries: Iterable[Any]) -> Iterator[Output]:
        """Write the files of the site as a whole; `entries` are those of the lists, as `entry` gives them."""
        listed = [from_json(entry) for entry in entries]
        yield from map(self.write, site_files(self.maker, self.theme, listed))

    def asset_files(self) -> Iterator[Output]:
        """Write what pages need that are no part of a site: the theme's stylesheet and other assets."""
        yield from map(self.write, asset_files(self.theme))

    def entry(self, article: Article) -> Any:
        """Return what the lists say of an article, as JSON can hold it; None where it is not published."""
        editions = self.editions_of(article)
        return to_json(editions.entry()) if editions.translations else None

    def editions_of(self, article: Article) -> ArticleEditions:
        """Return the editions of an article, whether they are built or only listed."""
        if article not in self.built:
            translations = self.translations(article, [])
            self.built[article] = self.article_editions(article, tuple(t for t in translations if not t.refused))
        return self.built[article]


def notices(article: Article, editions: ArticleEditions) -> Iterator[Problem]:
    """What the author should know: a date that is none, links to files that are not there."""
    told: set[str] = set()
    for rendering, addresses in editions.renderings.values():
        if rendering.translation.is_original:
            yield from front_matter_faults(rendering.document, editions.maker.publication.locales)
        date = rendering.body.metadata.get("date")
        if date and rendering.date is None and rendering.translation.is_original:
            what = Phrase("“{date}” is no date: the page shows none", date=date)
            yield Problem(what, article.path, hint=Phrase("write it as 2026-11-22"), severity="warning")
        rendering.html()
        for address in dict.fromkeys(addresses.missing):
            if address in told:
                continue
            told.add(address)
            what = Phrase("there is no file at {address}", address=address)
            yield Problem(what, article.path, hint=Phrase("correct the link, or add the file"), severity="warning")


def _result(translation: Translation) -> BuiltTranslation:
    return BuiltTranslation(
        translation.locale,
        translation.is_original,
        translation.refused,
        translation.current,
        Counter(translation.states),
        translation.problems,
    )


def _translator_name(catalog: Catalog) -> str:
    """The translator's name as the catalog's header has it; "" where nobody filled it in."""
    name = parseaddr(catalog.field("Last-Translator") or "")[0]
    return "" if name == "FULL NAME" else name
