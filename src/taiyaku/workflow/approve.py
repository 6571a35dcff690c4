"""Signing off an edition, and knowing whether it still is what was signed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.errors import Phrase, UsageError
from taiyaku.files import safe_write
from taiyaku.project.approvals import Approval, read_approvals, written_approvals
from taiyaku.workflow.articles import ignore
from taiyaku.workflow.signature import COUNTING, findings_signature, source_signature, translation_signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from taiyaku.article.document import Document
    from taiyaku.catalog.catalog import Catalog
    from taiyaku.checks.remark import Remark
    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.articles import OnProgress
    from taiyaku.workflow.inspection import Inspection

Changed = Literal["source", "translation", "findings"]
"""What has changed since an approval, which it lapsed with."""

REASONS: Mapping[Changed, Phrase] = {
    "source": Phrase("the article has changed"),
    "translation": Phrase("the translation has changed"),
    "findings": Phrase("the checks find something else"),
}


class Signatures(NamedTuple):
    """The fingerprints of an edition as it is now."""

    source: str
    translation: str
    findings: str

    def changed_since(self, approval: Approval) -> tuple[Changed, ...]:
        """Return what is not as it was approved; nothing: the approval holds."""
        names: tuple[Changed, ...] = ("source", "translation", "findings")
        return tuple(name for name in names if getattr(self, name) != getattr(approval, name))


def signatures(document: Document, catalog: Catalog, remarks: Iterable[Remark]) -> Signatures:
    """Return the fingerprints of an article's edition in the catalog's locale; `remarks` are what is open."""
    open_ones = [remark.fingerprint for remark in remarks if remark.problem.severity in COUNTING]
    translation = translation_signature(document, catalog)
    return Signatures(source_signature(document), translation, findings_signature(open_ones))


class Standing(NamedTuple):
    """An approval, and what has changed since. `checked` is False where nobody knows what the checks would find."""

    approval: Approval
    changed: tuple[Changed, ...]
    checked: bool = True

    @property
    def holds(self) -> bool:
        """Whether what was approved is what is there."""
        return self.checked and not self.changed


@dataclass(frozen=True, slots=True)
class Approved:
    """The approvals that were written or taken back, the file, and its text before and after."""

    approvals: tuple[Approval, ...]
    path: Path
    old: str
    new: str


class Word(NamedTuple):
    """Who signs, on which day (ISO), with what note, and whether `anyway`, though something speaks against it."""

    by: str
    on: str
    note: str = ""
    anyway: bool = False


def approve(
    project: Project,
    names: Iterable[str],
    locales: Iterable[str],
    word: Word,
    *,
    dry_run: bool = False,
    progress: OnProgress = ignore,
) -> Approved:
    """Sign off the editions of articles in the locales they are translated into, or in `locales` of them.

    Raises UsageError where there is nothing to sign, and for an edition that is not complete or has errors, unless the
    word is given anyway and says why.
    """
    if not word.by.strip():
        raise UsageError(Phrase("an approval needs a name"), hint=Phrase("say who approves: --by NAME"))
    if word.anyway and not word.note.strip():
        raise UsageError(Phrase("--force needs a reason"), hint=Phrase("say why with --note"))
    from taiyaku.workflow.inspection import Inspection

    articles = _readable(project, names)
    inspection = Inspection(project)
    inspection.look(articles, progress)
    wanted = frozenset(locales)
    given = [one for article in articles for one in _given(project, article, wanted, word, inspection)]
    if not given:
        raise UsageError(
            Phrase("there is no translation to approve"),
            hint=Phrase("only translations are approved; an original is its author's word"),
        )
    present = read_approvals(project.root / project.settings.approvals)
    return _written(project, present, {**present, **{(one.slug, one.locale): one for one in given}}, dry_run=dry_run)


def revoke(project: Project, names: Iterable[str], locales: Iterable[str], *, dry_run: bool = False) -> Approved:
    """Take back the approvals of articles in all locales or in `locales`. Raises UsageError where there is none."""
    slugs, wanted = {article.slug for article in _readable(project, names)}, frozenset(locales)
    present = read_approvals(project.root / project.settings.approvals)
    gone = {key for key in present if key[0] in slugs and (not wanted or key[1] in wanted)}
    if not gone:
        raise UsageError(Phrase("nobody has approved it"), hint=Phrase("`taiyaku status` shows what is approved"))
    kept = {key: approval for key, approval in present.items() if key not in gone}
    return _written(project, present, kept, dry_run=dry_run)


def carry_over(project: Project, old_slug: str, new_slug: str) -> None:
    """Let the approvals of an article hold under its new slug. Raises AnswersError where they cannot be read."""
    present = read_approvals(project.root / project.settings.approvals)
    wanted = {}
    for (slug, locale), approval in present.items():
        name = new_slug if slug == old_slug else slug
        wanted[name, locale] = replace(approval, slug=name)
    _written(project, present, wanted, dry_run=False)


def _readable(project: Project, names: Iterable[str]) -> list[Article]:
    """Return the articles that are named. Raises the first problem of one that has no slug of its own."""
    articles, problems = project.select(names)
    for problem in problems:
        raise UsageError(problem.what, path=problem.path, position=problem.position, hint=problem.hint)
    return articles


def _given(
    project: Project, article: Article, wanted: frozenset[str], word: Word, inspection: Inspection
) -> Iterator[Approval]:
    document = project.read(article)
    for locale in project.target_locales(document):
        file = project.read_catalog(article.slug, locale) if not wanted or locale in wanted else None
        if file is not None:
            remarks = inspection.remarks(article, locale)
            if not word.anyway:
                _must_be_fit(project, article, document, file.catalog, remarks)
            now = signatures(document, file.catalog, remarks)
            yield Approval(article.slug, locale, word.by.strip(), word.on, *now, note=word.note.strip())


def _must_be_fit(
    project: Project, article: Article, document: Document, catalog: Catalog, remarks: Iterable[Remark]
) -> None:
    """Raise UsageError for a translation with gaps or open errors."""
    messages = catalog.by_key()
    found = [messages.get(segment.key) for segment in document.segments]
    gaps = sum(message is None or not message.has_translation or message.fuzzy for message in found)
    errors = sum(remark.problem.severity == "error" for remark in remarks)
    path = project.catalog_path(article.slug, catalog.locale or "")
    anyway = Phrase("finish it first, or approve it anyway with --force and --note")
    if gaps:
        what = Phrase("not translated or not reviewed yet: {count} of {total} passages", count=gaps, total=len(found))
        raise UsageError(what, path=path, hint=anyway)
    if errors:
        what = Phrase("the checks call errors, and nobody has answered them: {count}", count=errors)
        raise UsageError(what, path=path, hint=anyway)


def _written(
    project: Project,
    present: Mapping[tuple[str, str], Approval],
    wanted: Mapping[tuple[str, str], Approval],
    *,
    dry_run: bool,
) -> Approved:
    path = Path(project.settings.approvals)
    changed = [
        wanted.get(key, present.get(key))
        for key in sorted(present.keys() | wanted.keys())
        if present.get(key) != wanted.get(key)
    ]
    old, new = written_approvals(present.values()), written_approvals(wanted.values())
    if not dry_run and changed:
        safe_write(project.root / path, new.encode())
    return Approved(tuple(one for one in changed if one is not None), path, old, new)
