"""Adoption: a catalog from an article that was translated by hand before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.alignment import align_documents
from taiyaku.alignment.adoption import adopt
from taiyaku.alignment.proof import difference
from taiyaku.catalog import po
from taiyaku.errors import ArticleError, Phrase, TaiyakuError, UsageError
from taiyaku.formats import parse, write
from taiyaku.workflow.align_catalog import STDOUT, adopted_catalog, base_of, filled
from taiyaku.workflow.align_files import LOCALE_KEYS, is_pattern, jobs_of, read_translation
from taiyaku.workflow.align_findings import findings_of
from taiyaku.workflow.align_revision import REVISION_KEYS, originals
from taiyaku.workflow.articles import Outcome, ignore
from taiyaku.workflow.extract import template_of, write_template

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from taiyaku.alignment import Alignment
    from taiyaku.alignment.proof import Difference
    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.po import PoFile
    from taiyaku.errors import Problem
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.align_catalog import Counts, Filled
    from taiyaku.workflow.align_files import Job
    from taiyaku.workflow.align_findings import Finding
    from taiyaku.workflow.align_revision import Original
    from taiyaku.workflow.articles import OnProgress


class Saved(NamedTuple):
    """The catalog and whether it changed; its text before and after, in a dry run or for the standard output only."""

    path: Path
    written: bool
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Aligned:
    """What was adopted for one article.

    `told` says by what the locale was known, `original` which version of the article was translated, `difference` how
    the translation rebuilt from the catalog differs from the one that was given.
    """

    article: Article
    locale: str
    told: str
    translation: Path
    original: Original
    saved: Saved
    counts: Counts
    findings: tuple[Finding, ...]
    difference: Difference
    problems: tuple[Problem, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether there is nothing that a person must look at."""
        return not self.findings and not self.difference.lost


@dataclass(frozen=True, slots=True)
class AlignOptions:
    """`at`: a revision of the original, `auto` or `none`; `output`: the catalog to write instead of the project's."""

    at: str = "auto"
    output: Path | None = None
    dry_run: bool = False


def align(
    project: Project,
    files: tuple[str, str | None],
    *,
    now: datetime,
    locales: tuple[str, ...] = (),
    options: AlignOptions = AlignOptions(),
    progress: OnProgress = ignore,
) -> Outcome[Aligned]:
    """Put translations made by hand into the catalogs of their originals; `files` as in `jobs_of`.

    Only messages without a translation get one. Of many files one that cannot be read is a problem, and the others are
    done; where two files are named, its error is raised.
    """
    jobs, problems = jobs_of(project, *files, locales)
    if options.output is not None and len(jobs) > 1:
        raise UsageError(Phrase("--output takes one translation, not several"))
    results: list[Aligned] = []
    for number, job in enumerate(jobs, 1):
        try:
            results.append(_align_one(project, job, now, options))
        except TaiyakuError as error:
            if not is_pattern(files[0]):
                raise
            problems.append(error.problem)
        progress(number, len(jobs))
    problems += [problem for result in results for problem in result.problems]
    return Outcome(results, problems)


def _align_one(project: Project, job: Job, now: datetime, options: AlignOptions) -> Aligned:
    present = project.read(job.article)
    translation, told = read_translation(project, present, job.translation, job.locale)
    original, alignment = _best(originals(project, present, translation, options.at), translation)
    _check_related(job, alignment)
    adoption = adopt(original.document, translation, alignment)
    refused = write(original.document, adoption.texts, translation.locale).refused
    base = base_of(project, job.article, translation.locale, options.output)
    adopted = adopted_catalog(job.article, original.document, translation.locale, adoption, refused, now)
    catalog = filled(base.catalog if base else None, template_of(job.article, present, now), adopted)
    template_problems = () if options.output else _template(project, job.article, present, now, options)
    return Aligned(
        job.article,
        translation.locale,
        told,
        job.translation,
        original,
        _save(project, job.article.slug, base, catalog.catalog, options),
        catalog.counts,
        tuple(findings_of((present, original.document, translation), alignment, adoption, refused, catalog)),
        _proof(project, original.document, translation, catalog),
        (*translation.problems, *(base.problems if base else ()), *template_problems, *original.problems),
    )


def _best(candidates: list[Original], translation: Document) -> tuple[Original, Alignment]:
    """The original that leaves the least without a partner and in doubt; of equals the first."""
    aligned = [(original, align_documents(original.document, translation)) for original in candidates]

    def trouble(pair: tuple[Original, Alignment]) -> int:
        _, alignment = pair
        doubtful = sum(one.doubtful for one in alignment.pairs)
        return doubtful + len(alignment.left_out) + len(alignment.additions)

    return min(aligned, key=trouble)


def _check_related(job: Job, alignment: Alignment) -> None:
    """Raise ArticleError for a file that is no translation of the article: next to nothing goes together."""
    if alignment.unrelated:
        raise ArticleError(
            Phrase("hardly a passage of it goes together with {article}", article=job.article.path.as_posix()),
            path=job.translation,
            hint=Phrase("is it the right file? nothing was adopted; of an older original, give the revision with --at"),
        )


def _template(
    project: Project, article: Article, present: Document, now: datetime, options: AlignOptions
) -> tuple[Problem, ...]:
    return write_template(project, article, present, now=now, dry_run=options.dry_run).problems


def _save(project: Project, slug: str, base: PoFile | None, catalog: Catalog, options: AlignOptions) -> Saved:
    """Save the catalog where it belongs; in a dry run, or for the standard output, return its text."""
    path = options.output or project.catalog_path(slug, catalog.locale or "")
    if options.dry_run or options.output == STDOUT:
        old, new = ("", po.dump(catalog)) if base is None else (base.text, po.updated_text(base, catalog))
        return Saved(path, base is None or new != old, old, new)
    if options.output is None:
        return Saved(path, project.save_catalog(slug, catalog.locale or "", catalog, base))
    return Saved(path, po.save(path, catalog, base))


def _proof(project: Project, original: Document, translation: Document, catalog: Filled) -> Difference:
    """Compare the translation with what the catalog gives."""
    written = write(original, catalog.texts(original), translation.locale)
    options = replace(project.settings.read_options(), source_locale=translation.locale)
    rebuilt = parse(written.source, original.path, options)
    own_keys = {part for key in (*LOCALE_KEYS, *REVISION_KEYS) for part in key.split(".")}
    return difference(translation, rebuilt, frozenset(own_keys))
