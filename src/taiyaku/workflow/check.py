"""Checking articles and catalogs: of a project, or any `.po` there is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from taiyaku.checks.assemble import House, catalog_pairs
from taiyaku.checks.finding import Finding
from taiyaku.checks.judge import judge
from taiyaku.checks.registry import chosen, names
from taiyaku.checks.report import CheckedArticle, Found, Report
from taiyaku.checks.subject import Subject, article_subject
from taiyaku.checks.waivers import Waiver, read_baseline, read_waivers
from taiyaku.errors import CatalogError, Phrase, SettingsError
from taiyaku.span import LineIndex
from taiyaku.workflow.articles import ignore
from taiyaku.workflow.check_source import read_source_target, source_checks, source_subject
from taiyaku.workflow.check_targets import (
    ArticleTarget,
    CatalogTarget,
    PairTarget,
    SourceTarget,
    is_wanted,
    locales_of,
)
from taiyaku.workflow.pool import for_each_target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from taiyaku.article.document import Document
    from taiyaku.catalog.po_file import PoFile
    from taiyaku.project.project import Article, Project
    from taiyaku.span import Position
    from taiyaku.workflow.articles import OnProgress
    from taiyaku.workflow.check_memory import CheckMemory
    from taiyaku.workflow.check_targets import Target

UNUSED = "unused-waiver"


@dataclass(frozen=True, slots=True)
class CheckRun:
    """What a run needs to know: the house, what has been answered, and since when only changes count ("": always).

    `remembers` says that this is the check of the project, all of it by its own settings, which others may rely on.
    `clean` are the catalogs in which such a check has found nothing, and would find nothing again.
    """

    house: House
    project: Project | None = None
    waivers: tuple[Waiver, ...] = ()
    baseline: frozenset[str] = frozenset()
    since: str = ""
    remembers: bool = False
    clean: frozenset[Path] = frozenset()

    @property
    def answered(self) -> frozenset[str]:
        """The fingerprints of the findings that need not be told again."""
        return self.baseline.union(waiver.fingerprint for waiver in self.waivers)


def prepare(project: Project | None, termbase: Path | None = None, since: str = "") -> CheckRun:
    """Read what all articles share. Raises SettingsError, AnswersError and TermbaseError for a file that is wrong."""
    from taiyaku.checks.settings import CheckSettings
    from taiyaku.checks.style import Style
    from taiyaku.termbase.file import read_termbase

    if project is None:  # of another project's house we know nothing, so that we hold it to no style
        terms = read_termbase(termbase) if termbase else None
        return CheckRun(House(CheckSettings(profile=()), Style(), terms), since=since)
    settings = project.settings
    check_names(project)
    path = termbase or project.root / settings.termbase
    terms = read_termbase(path) if termbase or path.exists() else None
    house = House(settings.checks, settings.style, terms)
    waivers = read_waivers(project.root / settings.checks.waivers)
    baseline = read_baseline(project.root / settings.checks.baseline)
    return CheckRun(house, project, waivers, baseline, since, remembers=not since and termbase is None)


def check_names(project: Project) -> None:
    """Raise SettingsError for a check in the settings that there is not."""
    from difflib import get_close_matches

    settings = project.settings.checks
    named = (*settings.disable, *settings.enable, *settings.severity)
    known = names() if named else ()  # to know them, all are loaded
    for name in named:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = Phrase("did you mean “{name}”?", name=near[0]) if near else Phrase("`taiyaku explain` lists them")
            raise SettingsError(
                Phrase("no check “{name}”", name=name),
                path=project.settings_path,
                position=_place(project.settings_path, name),
                hint=hint,
            )


def _place(path: Path | None, name: str) -> Position | None:
    """Return where a settings file has a name, as a text or as a key."""
    text = path.read_text(encoding="utf-8-sig") if path else ""
    found = re.search(rf"[\"']{re.escape(name)}[\"']|(?<![\w-]){re.escape(name)}[ \t]*=", text)
    return LineIndex(text).position(found.start()) if found else None


def check(run: CheckRun, targets: Sequence[Target], progress: OnProgress = ignore) -> Report:
    """Check the targets. One that cannot be read is a problem, and the others are done."""
    memory = begun(run, targets)
    if memory is not None and run.project is not None:
        run = replace(run, clean=clean_catalogs(memory, run.project, targets))
    outcome = for_each_target(run, targets, progress)
    if memory is not None:
        memory.keep((article for article in outcome.results if article.path not in run.clean), run.answered)
    problems = [problem for article in outcome.results for problem in article.problems]
    unused = unused_waivers(run, outcome.results) if not run.since else []
    problems = list(dict.fromkeys((*outcome.problems, *problems)))
    return Report(tuple(told_once(outcome.results)), tuple(problems), tuple(unused))


def told_once(articles: Iterable[CheckedArticle]) -> Iterator[CheckedArticle]:
    """Yield the articles, what is wrong with the original told in the first of its target locales only."""
    told: set[tuple[str, str]] = set()
    for article in articles:
        mine = {(article.slug, found.fingerprint) for found in article.findings if found.family == "source"}
        again = mine & told
        told |= mine
        left = tuple(found for found in article.findings if (article.slug, found.fingerprint) not in again)
        yield replace(article, findings=left) if again else article


def begun(run: CheckRun, targets: Sequence[Target], memory: CheckMemory | None = None) -> CheckMemory | None:
    """Return the memory of the project's checks, told what is going to be looked at; None if it is not to know."""
    if run.project is None or not run.remembers:
        return None
    if memory is None:
        from taiyaku.workflow.check_memory import CheckMemory

        memory = CheckMemory(run.project)
    for target in targets:
        if isinstance(target, ArticleTarget):
            for locale in target.locales:
                memory.begin(target.article, locale)
    return memory


def clean_catalogs(memory: CheckMemory, project: Project, targets: Iterable[Target]) -> frozenset[Path]:
    """Return the catalogs, there or not, of articles that are as they were when nothing was found in them."""
    return frozenset(
        project.catalog_path(target.article.slug, locale)
        for target in targets
        if isinstance(target, ArticleTarget)
        for locale in target.locales
        if memory.is_clean(target.article, locale)
    )


def check_target(run: CheckRun, target: Target, progress: OnProgress = ignore) -> tuple[CheckedArticle, ...]:
    """Check an article in its target locales, one catalog, or two files. Raises ArticleError and CatalogError.

    `progress` is told of its texts.
    """
    if isinstance(target, PairTarget):
        from taiyaku.workflow.check_pair import check_pair

        return (check_pair(run, target),)
    return tuple(check_subject(run, subject, progress) for subject, _ in read_target(run, target))


def check_subject(run: CheckRun, subject: Subject, progress: OnProgress = ignore) -> CheckedArticle:
    """Check one article in one locale. Of one whose translation nobody has begun, the original alone.

    One that is as it was when nothing was found in it is not searched again.
    """
    if subject.article_path is not None and subject.path in run.clean:
        states = tuple(pair.state for pair in subject.pairs)
        return CheckedArticle(
            subject.slug,
            subject.title,
            subject.locales,
            subject.path,
            states,
            (None,) * len(states),
            problems=subject.problems,
        )
    checks = chosen(run.house.settings)
    if subject.article_path is not None and all(pair.state == "untranslated" for pair in subject.pairs):
        checks = source_checks(run.house.settings)
    return judge(subject, run.house, run.answered, checks, progress)


def read_target(run: CheckRun, target: Target) -> list[tuple[Subject, PoFile | None]]:
    """Read an article with its catalogs, or a catalog alone, as far as their locales are wanted.

    Raises ArticleError and CatalogError.
    """
    if isinstance(target, PairTarget):  # has no catalog
        raise TypeError(target)
    read: list[tuple[Subject, PoFile | None]] = []
    if isinstance(target, SourceTarget):
        return [(read_source_target(run, target), None)]
    read += _article(run, target) if isinstance(target, ArticleTarget) else _catalog(run, target)
    if not run.since:
        return read
    from taiyaku.workflow.check_since import changed_texts

    return [(replace(subject, keys=changed_texts(run, subject, file)), file) for subject, file in read]


def _article(run: CheckRun, target: ArticleTarget) -> list[tuple[Subject, PoFile | None]]:
    project = run.project
    if project is None:
        raise ValueError(target)
    document = project.read(target.article)
    possible = project.target_locales(document)
    if not possible:  # it is translated into nothing, and looked at all the same
        return [(source_subject(run, document, target.article.slug), None)]
    locales = [locale for locale in possible if locale in target.locales]
    return [_translation(run, project, (target.article, document), locale) for locale in locales]


def _translation(
    run: CheckRun, project: Project, original: tuple[Article, Document], locale: str
) -> tuple[Subject, PoFile | None]:
    article, document = original
    file = project.read_catalog(article.slug, locale)
    messages = file.catalog.by_key() if file else {}
    subject = article_subject(document, article.slug, messages, locale, run.house)
    subject = replace(subject, path=project.catalog_path(article.slug, locale))
    if file is not None:
        subject = replace(subject, position=file.position, problems=(*subject.problems, *file.problems))
    return subject, file


def _catalog(run: CheckRun, target: CatalogTarget) -> list[tuple[Subject, PoFile]]:
    from taiyaku.catalog import po

    file = po.read(target.path)
    locales = locales_of(file, target)
    if not is_wanted(target, locales[1]):
        return []
    pairs = tuple(catalog_pairs(file.catalog.messages, locales, run.house))
    if not pairs and not file.catalog.header:
        raise CatalogError(Phrase("there is no message in this catalog"), path=target.path)
    shown = target.shown or target.path
    slug = target.path.stem
    return [(Subject(slug, shown.as_posix(), locales, shown, pairs, file.position, problems=file.problems), file)]


def unused_waivers(run: CheckRun, articles: Iterable[CheckedArticle]) -> list[Found]:
    """Return the waivers of the file that answered nothing, of the articles that were looked at."""
    from taiyaku.catalog.message import Message

    if run.project is None or not run.waivers:
        return []
    looked_at = {(article.slug, article.locales[1]): article for article in articles}
    used = {found.fingerprint for article in looked_at.values() for found in article.waived}
    slugs = {article.slug for article in run.project.articles()[0]}
    path = Path(run.project.settings.checks.waivers)
    settings = run.house.settings
    unused = []
    for waiver in run.waivers:
        there = (waiver.slug, waiver.locale) in looked_at or (waiver.slug and waiver.slug not in slugs)
        if waiver.fingerprint in used or not there or not settings.is_on(UNUSED, "process", default=True):
            continue
        what = Phrase("the waiver of {check} answers nothing any more; take it out", check=waiver.check or "?")
        severity = settings.severity_of(UNUSED, "process", "note")
        finding = Finding(UNUSED, severity, what, 0, evidence=(waiver.fingerprint,))
        locales = (run.project.settings.source_locale, waiver.locale)
        message = Message("")
        unused.append(
            Found(finding, "process", waiver.fingerprint, waiver.slug, locales, path, waiver.position, message, "", "")
        )
    return unused
