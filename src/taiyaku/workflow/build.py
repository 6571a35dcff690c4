"""Articles + catalogs -> editions."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.utils import parseaddr
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.editions.article_editions import ArticleEditions
from taiyaku.editions.front_matter_faults import front_matter_faults
from taiyaku.editions.page_maker import PageMaker
from taiyaku.editions.provenance import Credit, named_translator
from taiyaku.editions.publication import Publication
from taiyaku.editions.site import article_page
from taiyaku.editions.site_files import site_files
from taiyaku.editions.translation import Policy, Translation, original, translate, with_errors
from taiyaku.errors import Phrase, Problem, SaveError, TaiyakuError
from taiyaku.files import present_bytes, safe_write
from taiyaku.formats import unshown_tags
from taiyaku.workflow.articles import for_each, ignore
from taiyaku.workflow.printing import printing_of
from taiyaku.workflow.sign_off import SignOff
from taiyaku.workflow.theme import theme_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.checks.remark import Remark
    from taiyaku.editions.edition import Artifact
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.articles import OnProgress
    from taiyaku.workflow.inspection import Inspection


@dataclass(frozen=True, slots=True)
class Output:
    """A file of an edition: its path from the project's root, and whether this run changed it."""

    edition: str
    locale: str
    path: Path
    changed: bool


@dataclass(frozen=True, slots=True)
class BuiltArticle:
    """What was built of an article; `titles` by locale."""

    article: Article
    translations: tuple[Translation, ...]
    titles: dict[str, str]
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class Built:
    """The result of a build. `pages` belong to the site as a whole."""

    articles: list[BuiltArticle] = field(default_factory=list)
    pages: list[Output] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def findings(self) -> list[Problem]:
        """The problems that lie in translations, and not in files that cannot be read."""
        return [p for built in self.articles for translation in built.translations for p in translation.problems]


class Wanted(NamedTuple):
    """What is to be built: these locales and editions, or all; with the checks' findings on the bilingual page.

    `require` is "approved" for approved translations only, "" for what the settings say.
    """

    locales: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    findings: bool = False
    require: str = ""


EVERYTHING = Wanted()
READ_BY_PEOPLE = frozenset({"html", "text", "bilingual"})
"""The editions in which the tags of a site's own program mean nothing."""


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
    articles, problems = project.select(names)
    builder = Builder(project, wanted, dry_run=dry_run)
    if builder.inspection is not None:
        builder.inspection.look(articles, progress)
        builder.named.update(articles)
    outcome = for_each(articles, builder.build, problems, progress)
    built = Built(outcome.results, [], outcome.problems)
    for result in outcome.results:
        built.problems.extend(result.problems)
    if "html" in builder.editions:
        built.pages.extend(builder.site_pages())
    built.problems.extend(builder.finish())
    return built


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
            Publication(settings.site.title, settings.base_url, settings.locales, settings.source_locale)
        )
        self.printing = printing_of(settings, needs_browser="pdf" in self.editions)
        self.sign_off = SignOff(project, wanted.require or settings.editions.require)
        self.built: dict[Article, ArticleEditions] = {}
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
        outputs = tuple(self.write(artifact) for artifact in editions.artifacts(self.editions, self.locales))
        titles = {locale: rendering.headline.text for locale, (rendering, _) in editions.renderings.items()}
        return BuiltArticle(article, translations, titles, outputs, tuple(problems))

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
        """Return the checks' findings; of articles that are not to be built only what is known of them."""
        if self.inspection is None:
            return ()
        return (self.inspection.remarks if article in self.named else self.inspection.known)(article, locale)

    def article_editions(self, article: Article, translations: tuple[Translation, ...]) -> ArticleEditions:
        """Return the article as its editions see it, made of translations that `translations` gave."""
        return ArticleEditions(
            article.slug,
            self.project.root,
            translations,
            self.maker,
            self.theme,
            self.slugs,
            {t.locale: self.credit(article.slug, t.locale) for t in translations},
            {t.locale: self.remarks(article, t.locale) for t in translations} if self.findings else None,
            printing=self.printing,
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
        return Output(artifact.edition, artifact.locale, path, changed)

    def finish(self) -> Iterator[Problem]:
        """Write what was held back, and yield what goes wrong with it."""
        for file, content in self.unwritten.items():
            try:
                safe_write(file, content.read_bytes() if isinstance(content, Path) else content, durable=False)
            except SaveError as error:
                yield error.problem
        self.unwritten.clear()

    def site_pages(self) -> Iterator[Output]:
        """Write the files of the site as a whole; articles that were built before are in them, too."""
        entries = [self.editions_of(article).entry() for article in self.all_articles if self.is_published(article)]
        yield from map(self.write, site_files(self.maker, self.theme, entries))

    def is_published(self, article: Article) -> bool:
        """Whether an article has a page, from this build or an earlier one."""
        if article in self.built:
            return bool(self.built[article].translations)
        output = self.project.root / self.project.output
        return any((output / article_page(locale, article.slug)).is_file() for locale in self.project.settings.locales)

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


def _translator_name(catalog: Catalog) -> str:
    """The translator's name as the catalog's header has it; "" where nobody filled it in."""
    name = parseaddr(catalog.field("Last-Translator") or "")[0]
    return "" if name == "FULL NAME" else name
