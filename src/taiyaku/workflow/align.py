"""Adoption: a catalog from an article that was translated by hand before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.alignment import align_documents
from taiyaku.alignment.adoption import Adopted, adopt
from taiyaku.alignment.proof import difference
from taiyaku.catalog import po
from taiyaku.catalog.merge import merge
from taiyaku.catalog.template import new_catalog
from taiyaku.errors import Phrase, TaiyakuError, UsageError
from taiyaku.formats import parse, write
from taiyaku.locale import Locale
from taiyaku.workflow.align_files import jobs_of, read_translation
from taiyaku.workflow.align_findings import findings_of
from taiyaku.workflow.align_revision import originals
from taiyaku.workflow.articles import Outcome, ignore
from taiyaku.workflow.extract import template_of, write_template

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from taiyaku.alignment import Alignment
    from taiyaku.alignment.adoption import Adoption
    from taiyaku.alignment.proof import Difference
    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.catalog.message import Key, Message
    from taiyaku.catalog.po import PoFile
    from taiyaku.errors import Problem
    from taiyaku.formats.written import Refusal
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.align_files import Job
    from taiyaku.workflow.align_findings import Finding
    from taiyaku.workflow.align_revision import Original
    from taiyaku.workflow.articles import OnProgress


class Counts(NamedTuple):
    """Messages of the present article: adopted as approved, adopted as fuzzy, kept as they were, still empty."""

    adopted: int
    fuzzy: int
    kept: int
    empty: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """What was adopted for one article. `old` and `new` are the catalog's text before and after, in a dry run only.

    `told` says by what the locale was known, `original` which version of the article was translated, `difference` how
    the translation rebuilt from the adopted messages differs from the one that was given.
    """

    article: Article
    locale: str
    told: str
    translation: Path
    original: Original
    path: Path
    written: bool
    counts: Counts
    findings: tuple[Finding, ...]
    difference: Difference
    old: str = ""
    new: str = ""
    problems: tuple[Problem, ...] = ()


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

    Only messages without a translation get one. A file that cannot be read is a problem, and the others are done.
    """
    jobs, problems = jobs_of(project, *files, locales)
    if options.output is not None and len(jobs) > 1:
        raise UsageError(Phrase("--output takes one translation, not several"))
    results: list[Aligned] = []
    for number, job in enumerate(jobs, 1):
        try:
            results.append(_align_one(project, job, now, options))
        except TaiyakuError as error:
            if len(jobs) == 1:
                raise
            problems.append(error.problem)
        progress(number, len(jobs))
    problems += [problem for result in results for problem in result.problems]
    return Outcome(results, problems)


def _align_one(project: Project, job: Job, now: datetime, options: AlignOptions) -> Aligned:
    present = project.read(job.article)
    translation, told = read_translation(project, present, job.translation, job.locale)
    original, alignment = _best(originals(project, present, translation, options.at), translation)
    adoption = adopt(original.document, translation, alignment)
    rebuilt, refused = _rebuilt(project, original.document, adoption, translation.locale)
    keys = {original.document.segments[index].key for index in refused}
    path = options.output or project.catalog_path(job.article.slug, translation.locale)
    base = _base(project, job.article, translation.locale, options.output)
    template = template_of(job.article, present, now)
    adopted = _catalog(template_of(job.article, original.document, now), translation.locale, adoption, keys)
    catalog, counts = _filled(base, template, adopted)
    waiting = _waiting(original.document, base)
    doubts = [doubt for doubt in adoption.doubts if waiting.intersection(doubt.pair.original)]
    refused = {index: refusal for index, refusal in refused.items() if index in waiting}
    problems = translation.problems + (base.problems if base else ())
    if options.output is None:
        problems += write_template(project, job.article, present, now=now, dry_run=options.dry_run).problems
    old, new, written = _shown(catalog, base) if options.dry_run else ("", "", False)
    if not options.dry_run and options.output is None:
        written = project.save_catalog(job.article.slug, translation.locale, catalog, base)
    elif not options.dry_run:
        written = po.save(path, catalog, base)
    return Aligned(
        job.article,
        translation.locale,
        told,
        job.translation,
        original,
        path,
        written,
        counts,
        tuple(findings_of(original.document, translation, alignment, doubts, refused)),
        difference(translation, rebuilt),
        old,
        new,
        problems + ((original.problem,) if original.problem else ()),
    )


def _best(candidates: list[Original], translation: Document) -> tuple[Original, Alignment]:
    """The original that leaves the least without a partner and in doubt; of equals the first."""
    aligned = [(original, align_documents(original.document, translation)) for original in candidates]

    def trouble(pair: tuple[Original, Alignment]) -> int:
        _, alignment = pair
        doubtful = sum(one.doubtful for one in alignment.pairs)
        return doubtful + len(alignment.left_out) + len(alignment.additions)

    return min(aligned, key=trouble)


def _rebuilt(
    project: Project, original: Document, adoption: Adoption, locale: str
) -> tuple[Document, Mapping[int, Refusal]]:
    """The translation as the catalog gives it, and what cannot be written where it belongs."""
    written = write(original, adoption.texts, locale)
    options = replace(project.settings.read_options(), source_locale=locale)
    return parse(written.source, original.path, options), written.refused


def _waiting(original: Document, base: PoFile | None) -> set[int]:
    """The segments that had no translation before: whatever is said of the others changes nothing."""
    known = {} if base is None else base.catalog.by_key()
    done = {key for key, message in known.items() if message.has_translation}
    return {index for index, segment in enumerate(original.segments) if segment.key not in done}


def _base(project: Project, article: Article, locale: str, output: Path | None) -> PoFile | None:
    if output is None:
        return project.read_catalog(article.slug, locale)
    return po.read(output) if output.exists() else None


def _shown(catalog: Catalog, base: PoFile | None) -> tuple[str, str, bool]:
    """Return a catalog's text before and after, and whether there is anything to write."""
    new = po.dump(catalog).encode() if base is None else po.updated(base, catalog)
    return "" if base is None else base.text, new.decode(), base is None or new != base.data


def _catalog(template: Catalog, locale: str, adoption: Adoption, refused: set[Key]) -> Catalog:
    """The catalog of the original that was translated."""

    def message(empty: Message) -> Message:
        adopted = adoption.messages.get(empty.key, Adopted("", doubtful=False))
        fuzzy = bool(adopted.msgstr) and (adopted.doubtful or empty.key in refused)
        return replace(empty, msgstr=adopted.msgstr, flags=("fuzzy",) if fuzzy else ())

    messages = tuple(message(empty) for empty in template.messages)
    return replace(new_catalog(template, Locale.parse(locale)), messages=messages)


def _filled(base: PoFile | None, template: Catalog, adopted: Catalog) -> tuple[Catalog, Counts]:
    """The catalog brought up to the present article, with adopted translations where it had none."""
    known, _ = merge(replace(adopted, messages=()) if base is None else base.catalog, template)
    fresh, _ = merge(adopted, template)
    offered = fresh.by_key()
    messages: list[Message] = []
    counts = {"adopted": 0, "fuzzy": 0, "kept": 0, "empty": 0}
    for message in known.messages:
        offer = offered.get(message.key)
        if message.obsolete or message.has_translation or offer is None or not offer.has_translation:
            messages.append(message)
            state = "kept" if message.has_translation else "empty"
        else:
            messages.append(
                replace(
                    message,
                    msgstr=offer.msgstr,
                    flags=offer.flags,
                    previous_msgid=offer.previous_msgid,
                    previous_msgctxt=offer.previous_msgctxt,
                )
            )
            state = "fuzzy" if offer.fuzzy else "adopted"
        counts[state] += not message.obsolete
    keys = {message.key for message in messages}
    messages += [message for message in fresh.messages if message.obsolete and message.key not in keys]
    return replace(known, messages=tuple(messages)), Counts(**counts)
