"""What changed in a catalog, and in its article, since a revision of git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import CatalogError, Phrase, UsageError
from taiyaku.git import find_repository

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.catalog.message import Key, Message
    from taiyaku.catalog.po_file import PoFile
    from taiyaku.checks.subject import Subject
    from taiyaku.git import Repository
    from taiyaku.workflow.check import CheckRun


def changed_texts(run: CheckRun, subject: Subject, file: PoFile | None) -> frozenset[Key] | None:
    """Return the keys of the texts that were not there, or translated otherwise, in the run's revision.

    Of an article without a catalog None, which is all of them, if it has changed at all. Raises UsageError where the
    files lie in no repository, and for a revision that there is not.
    """
    if file is not None:
        keys = {pair.message.key for pair in subject.pairs}
        return changed_keys(file, run.since) | (keys - file.catalog.by_key().keys())
    if run.project is None or subject.article_path is None:
        return None
    path = run.project.root / subject.article_path
    repository, revision = _revision(path, run.since)
    return frozenset() if repository.read(revision, path) == path.read_bytes() else None


def changed_keys(file: PoFile, revision: str) -> frozenset[Key]:
    """Return the keys of the messages that were not there, or translated otherwise, in a revision.

    Raises UsageError as `changed_texts` does. A catalog that was not there, or was none, has changed altogether.
    """
    repository, commit = _revision(file.path, revision)
    data = repository.read(commit, file.path)
    now = file.catalog.by_key()
    if data is None:
        return frozenset(now)
    from taiyaku.catalog import po

    try:
        then = po.parse(data, file.path).catalog.by_key()
    except CatalogError:
        return frozenset(now)
    return frozenset(key for key, message in now.items() if _said(then.get(key)) != _said(message))


def _revision(path: Path, revision: str) -> tuple[Repository, str]:
    repository = find_repository(path.parent)
    if repository is None:
        raise UsageError(Phrase("{path} is in no git repository", path=path), hint=Phrase("leave --since out"))
    return repository, repository.resolve(revision)


def _said(message: Message | None) -> tuple[str, tuple[str, ...], bool] | None:
    return None if message is None else (message.msgstr, message.plural_forms, message.fuzzy)
