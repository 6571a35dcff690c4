"""The original as it was when it was translated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from taiyaku.errors import Phrase, Problem, TaiyakuError, UsageError
from taiyaku.formats import parse
from taiyaku.git import find_repository

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.article.document import Document
    from taiyaku.git import Repository
    from taiyaku.project.project import Project

REVISION_KEYS = (
    "default_lang_commit",  # Docsy, the theme of OpenTelemetry's and many other projects' sites
    "l10n.sourceCommit",  # MDN
    "source_commit",
    "original_commit",
)
"""Keys of a translation's front matter that name the commit of the original which was translated."""


class Original(NamedTuple):
    """The original to align with: at a commit, told by `told`; `revision` is None for the present text."""

    document: Document
    revision: str | None = None
    told: str = ""
    problems: tuple[Problem, ...] = ()


def named_revision(translation: Document) -> tuple[str, str] | None:
    """Return the commit that a translation's front matter names, and the key that does, or None."""
    for key in REVISION_KEYS:
        value: object = translation.metadata
        for part in key.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        if isinstance(value, str) and value.strip():
            return value.strip(), key
    return None


def originals(project: Project, present: Document, translation: Document, at: str) -> list[Original]:
    """Return the originals that may have been translated, the likeliest first.

    `at` is a revision, `none` for the present text, or `auto`: the commit that the translation's front matter names,
    else the text as it was at the translation's last commit, or the present one. Raises UsageError for a revision that
    git does not know, or that did not have the article.
    """
    now = Original(present)
    if at == "none":
        return [now]
    repository = find_repository(project.root)
    if at != "auto":
        if repository is None:
            raise UsageError(Phrase("--at needs git, and there is no repository here"), hint=Phrase("give --at none"))
        return [_required(project, present, repository, repository.resolve(at))]
    if repository is None:
        return [now]
    named = named_revision(translation)
    if named is not None:
        return [_named(project, now, repository, translation, named)]
    commit = _last_commit(repository, translation.path)
    found = None if commit is None else _at(project, present, repository, commit)
    if commit is None or found is None or _same(found, present):
        return [now]
    return [now, Original(found, commit, "date")]


def _required(project: Project, present: Document, repository: Repository, commit: str) -> Original:
    found = _at(project, present, repository, commit)
    if found is None:
        raise UsageError(
            Phrase("{path} cannot be read as it was in {revision}", path=present.path, revision=commit[:12]),
            hint=Phrase("give another --at"),
        )
    return Original(found, commit, "--at")


def _named(
    project: Project, now: Original, repository: Repository, translation: Document, named: tuple[str, str]
) -> Original:
    revision, key = named
    try:
        commit = repository.resolve(revision)
    except UsageError:
        commit = ""
    found = _at(project, now.document, repository, commit) if commit else None
    if found is not None:
        return Original(found, commit, key)
    what = Phrase("{key} names {revision}, which git here does not have", key=key, revision=revision[:12])
    hint = Phrase("the present text was taken; fetch the history, or give --at")
    return now._replace(problems=(Problem(what, translation.path, hint=hint, severity="warning"),))


def _last_commit(repository: Repository, path: Path) -> str | None:
    """The commit with which a translation was last changed; of another repository the one of that time in ours."""
    theirs = find_repository(path.resolve().parent)
    commits = [] if theirs is None else theirs.commits(path.resolve(), "HEAD")
    if theirs is None or not commits:
        return None
    if theirs.root == repository.root:
        return commits[0]
    when = theirs.time_of(commits[0])
    return repository.revision_at(when) if when is not None else None


def _at(project: Project, present: Document, repository: Repository, commit: str) -> Document | None:
    """The original in a commit, under the name it had there; None if it cannot be read there."""
    path = (project.root / present.path).resolve()
    data = repository.read(commit, path)
    if data is None:
        former = repository.former_path(commit, path)
        data = None if former is None else repository.read(commit, former)
    try:
        source = None if data is None else data.decode("utf-8")
        options = project.settings.read_options()
        document = None if source is None else parse(source, present.path, options)
    except (UnicodeDecodeError, TaiyakuError):
        return None
    return document if document is not None and document.locale == present.locale else None


def _same(old: Document, new: Document) -> bool:
    return [segment.key for segment in old.segments] == [segment.key for segment in new.segments]
